import { Bouton, ChampTexte, Choix, Formulaire, Lien, Liste } from '#interface';

type Option = { readonly valeur: string; readonly texte: string };

export type RefusDeCompte = {
  readonly champs: Readonly<Record<string, string>>;
  readonly valeurs: Readonly<Record<string, string | string[]>>;
  readonly candidats: readonly Option[];
};

export type ReferentielDeCompte = {
  readonly profils: readonly Option[];
  readonly territoires: readonly Option[];
  readonly services: readonly string[];
};

const LIBELLES = {
  courriel: 'Courriel professionnel',
  nom: 'Nom',
  service: 'Service',
  organisation: 'Service',
  profil: 'Profil',
  territoire: 'Territoire',
} as const;

type Props = {
  readonly titre: string;
  readonly bouton: string;
  readonly referentiel: ReferentielDeCompte;
  readonly valeurs: Readonly<Record<string, string>>;
  readonly refus: RefusDeCompte | null;
  readonly children?: React.ReactNode;
};

/** What is said of an account, at its opening and afterwards. */
export function FormulaireDeCompte({ titre, bouton, referentiel, valeurs, refus, children }: Props) {
  const { profils, territoires, services } = referentiel;
  const candidats = refus?.candidats ?? [];
  return (
    <Formulaire titre={titre} protege erreurs={refus?.champs} valeurs={refus?.valeurs} libelles={LIBELLES}>
      {children}
      <ChampTexte
        nom="courriel"
        libelle={LIBELLES.courriel}
        type="email"
        aide="Celui de son identité professionnelle : il ouvre le compte à la première connexion."
        requis
        autoComplete="off"
        valeur={valeurs.courriel ?? ''}
      />
      <ChampTexte
        nom="nom"
        libelle={LIBELLES.nom}
        aide="Tel qu’il signera : prénom et nom, ou fonction."
        requis
        autoComplete="off"
        maxLength={200}
        valeur={valeurs.nom ?? ''}
      />
      <ChampTexte
        nom="service"
        libelle={LIBELLES.service}
        aide="Son sigle ou son nom, comme on l’écrit d’ordinaire : SGC-D, DDTM, préfecture…"
        requis={candidats.length === 0}
        autoComplete="off"
        propositions={services}
        valeur={valeurs.service ?? ''}
      />
      {candidats.length > 0 && <Choix nom="organisation" legende="Lequel de ces services ?" options={candidats} />}
      <Liste
        nom="profil"
        libelle={LIBELLES.profil}
        aide={
          <>
            Ce qu’il lit et fait d’ordinaire : <Lien href="/aide#droits">voir chaque profil</Lien>.
          </>
        }
        requis
        {...(profils.length === 1 ? {} : { aucune: 'Choisir un profil' })}
        options={profils}
        valeur={valeurs.profil ?? ''}
      />
      {territoires.length > 1 && (
        <Liste
          nom="territoire"
          libelle={LIBELLES.territoire}
          aucune="celui du service"
          options={territoires}
          valeur={valeurs.territoire ?? ''}
        />
      )}
      <Bouton>{bouton}</Bouton>
    </Formulaire>
  );
}
