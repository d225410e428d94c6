import { Bouton, ChampDate, ChampTexte, Choix, GroupeDeBoutons, Liste, Section } from '#interface';
import type { ImportLu } from './charger-import.ts';
import { FormulaireDImport, type RefusDImport } from './formulaire-d-import.tsx';
import { enLignes } from './mots.ts';

type Nouveau = NonNullable<ImportLu['nouveau']>;

/** What the file does not say of the plan, then the button that writes everything at once. */
export function NouveauPlan({
  vue,
  nouveau,
  refus,
}: {
  readonly vue: ImportLu;
  readonly nouveau: Nouveau;
  readonly refus: RefusDImport;
}) {
  const { valeurs } = nouveau;
  const concerne = refus !== undefined && Object.keys(refus.erreurs).length > 0;
  const { retenues } = vue.comptes;
  return (
    <Section titre="Le plan" id="plan">
      <FormulaireDImport
        version={vue.version}
        intention="relire"
        titre="Importer le plan"
        libelles={LIBELLES}
        erreurs={concerne ? refus.erreurs : undefined}
        valeurs={concerne ? refus.valeurs : undefined}
      >
        <ChampTexte nom="titre" libelle={LIBELLES.titre} requis valeur={valeurs.titre} maxLength={500} />
        <Liste nom="genre" libelle={LIBELLES.genre} requis valeur={valeurs.genre} options={nouveau.genres} />
        <Liste
          nom="proprietaire"
          libelle={LIBELLES.proprietaire}
          requis
          aide="Son équipe modifie le plan."
          valeur={valeurs.proprietaire}
          options={nouveau.proprietaires}
        />
        <Liste
          nom="territoire"
          libelle={LIBELLES.territoire}
          requis
          valeur={valeurs.territoire}
          options={nouveau.territoires}
        />
        <div className="jalon-import__dates">
          <ChampDate nom="periodeDebut" libelle={LIBELLES.periodeDebut} valeur={valeurs.periodeDebut} />
          <ChampDate nom="periodeFin" libelle={LIBELLES.periodeFin} valeur={valeurs.periodeFin} />
        </div>
        <div className="jalon-import__dates">
          <ChampDate
            nom="dateDeReference"
            libelle={LIBELLES.dateDeReference}
            aide="Signature, validation ou réunion. Les échéances écrites sans année (« 11 mai ») sont lues à partir de cette date."
            valeur={valeurs.dateDeReference}
          />
          <Bouton name="intention" value="relire" rang="secondaire">
            Relire le fichier
          </Bouton>
        </div>
        <Choix
          nom="diffusion"
          legende={LIBELLES.diffusion}
          requis
          valeur={valeurs.diffusion}
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
          requis
          valeur={valeurs.etat}
          options={[
            { valeur: 'actif', texte: 'Actif', aide: 'Suivi dès maintenant.' },
            { valeur: 'brouillon', texte: 'Brouillon', aide: 'Visible de son équipe seulement.' },
          ]}
        />
        <GroupeDeBoutons>
          <Bouton name="intention" value="importer" disabled={retenues === 0}>
            Importer {enLignes(retenues)}
          </Bouton>
        </GroupeDeBoutons>
        {retenues === 0 && (
          <p>Aucune ligne n’est à importer : corrigez les colonnes, ou reprenez une ligne laissée de côté.</p>
        )}
      </FormulaireDImport>
    </Section>
  );
}

const LIBELLES = {
  titre: 'Titre',
  genre: 'Genre',
  proprietaire: 'Service propriétaire',
  territoire: 'Territoire',
  periodeDebut: 'Début de la période',
  periodeFin: 'Fin de la période',
  dateDeReference: 'Date du plan',
  diffusion: 'Qui peut lire le plan',
  etat: 'État',
} as const;
