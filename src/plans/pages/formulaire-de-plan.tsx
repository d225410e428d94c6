import { Bouton, ChampDate, ChampTexte, Choix, Formulaire, Liste, ZoneDeTexte } from '#interface';
import { LIBELLES_DE_GENRE } from '../regles/genres.ts';

export type ReferentielDePlan = {
  readonly organisations: readonly { readonly valeur: string; readonly texte: string }[];
  readonly territoires: readonly { readonly valeur: string; readonly texte: string }[];
};

type Props = {
  readonly titre: string;
  readonly bouton: string;
  readonly referentiel: ReferentielDePlan;
  readonly valeurs: Readonly<Record<string, string>>;
  readonly refus: {
    readonly champs: Readonly<Record<string, string>>;
    readonly valeurs: Readonly<Record<string, string | string[]>>;
  } | null;
};

const LIBELLES = {
  titre: 'Titre',
  genre: 'Genre',
  proprietaire: 'Service propriétaire',
  territoire: 'Territoire',
  diffusion: 'Qui peut lire le plan',
  etat: 'État',
  periodeDebut: 'Début de la période',
  periodeFin: 'Fin de la période',
  dateDeReference: 'Date du plan',
  silenceJours: 'Silence toléré',
  description: 'Description',
};

/** What is said of a plan, at its creation and afterwards. */
export function FormulaireDePlan({ titre, bouton, referentiel, valeurs, refus }: Props) {
  return (
    <Formulaire titre={titre} protege erreurs={refus?.champs} valeurs={refus?.valeurs} libelles={LIBELLES}>
      {valeurs.version !== undefined && <input type="hidden" name="version" value={valeurs.version} />}
      <ChampTexte nom="titre" libelle={LIBELLES.titre} requis maxLength={500} valeur={valeurs.titre ?? ''} />
      <Liste
        nom="genre"
        libelle={LIBELLES.genre}
        valeur={valeurs.genre ?? 'plan_d_actions'}
        options={Object.entries(LIBELLES_DE_GENRE).map(([valeur, texte]) => ({ valeur, texte }))}
      />
      <Liste
        nom="proprietaire"
        libelle={LIBELLES.proprietaire}
        valeur={valeurs.proprietaire ?? ''}
        options={referentiel.organisations}
        aide="Son équipe modifie le plan."
      />
      <Liste
        nom="territoire"
        libelle={LIBELLES.territoire}
        valeur={valeurs.territoire ?? ''}
        options={referentiel.territoires}
      />
      <Choix
        nom="diffusion"
        legende={LIBELLES.diffusion}
        valeur={valeurs.diffusion ?? 'administration'}
        options={[
          {
            valeur: 'administration',
            texte: 'Toute l’administration du territoire',
            aide: 'Les agents du territoire concerné, et ceux des échelons qui le contiennent ou qu’il contient.',
          },
          {
            valeur: 'equipe',
            texte: 'L’équipe et les services nommés',
            aide: 'Le propriétaire, son ministère, les préfets du territoire, et les services que les actions nomment.',
          },
        ]}
      />
      <Choix
        nom="etat"
        legende={LIBELLES.etat}
        enLigne
        valeur={valeurs.etat ?? 'actif'}
        options={[
          { valeur: 'brouillon', texte: 'Brouillon' },
          { valeur: 'actif', texte: 'Actif' },
          { valeur: 'archive', texte: 'Archivé' },
        ]}
      />
      <div className="jalon-champs-en-ligne">
        <ChampDate nom="periodeDebut" libelle={LIBELLES.periodeDebut} valeur={valeurs.periodeDebut ?? ''} />
        <ChampDate nom="periodeFin" libelle={LIBELLES.periodeFin} valeur={valeurs.periodeFin ?? ''} />
        <ChampDate
          nom="dateDeReference"
          libelle={LIBELLES.dateDeReference}
          aide="Les années absentes des échéances se déduisent d’elle"
          valeur={valeurs.dateDeReference ?? ''}
        />
      </div>
      <ChampTexte
        nom="silenceJours"
        libelle={LIBELLES.silenceJours}
        aide="Nombre de jours sans nouvelle au-delà duquel une action est dite silencieuse"
        inputMode="numeric"
        valeur={valeurs.silenceJours ?? '30'}
      />
      <ZoneDeTexte
        nom="description"
        libelle={LIBELLES.description}
        rows={3}
        maxLength={4_000}
        valeur={valeurs.description ?? ''}
      />
      <Bouton>{bouton}</Bouton>
    </Formulaire>
  );
}
