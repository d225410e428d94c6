import { Bouton, ChampDate, Choix, GroupeDeBoutons, Section } from '#interface';
import { ChampsDIdentite, ChoixDeDiffusion, LIBELLES_DE_PLAN } from '../champs-de-plan.tsx';
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
        libelles={LIBELLES_DE_PLAN}
        erreurs={concerne ? refus.erreurs : undefined}
        valeurs={concerne ? refus.valeurs : undefined}
      >
        <ChampsDIdentite valeurs={valeurs} proprietaires={nouveau.proprietaires} territoires={nouveau.territoires} />
        <div className="jalon-import__dates">
          <ChampDate nom="periodeDebut" libelle={LIBELLES_DE_PLAN.periodeDebut} valeur={valeurs.periodeDebut} />
          <ChampDate nom="periodeFin" libelle={LIBELLES_DE_PLAN.periodeFin} valeur={valeurs.periodeFin} />
        </div>
        <div className="jalon-import__dates">
          <ChampDate
            nom="dateDeReference"
            libelle={LIBELLES_DE_PLAN.dateDeReference}
            aide="Signature, validation ou réunion. Les échéances écrites sans année (« 11 mai ») sont lues à partir de cette date."
            valeur={valeurs.dateDeReference}
          />
          <Bouton name="intention" value="relire" rang="secondaire">
            Relire le fichier
          </Bouton>
        </div>
        <ChoixDeDiffusion valeur={valeurs.diffusion} />
        <Choix
          nom="etat"
          legende={LIBELLES_DE_PLAN.etat}
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
