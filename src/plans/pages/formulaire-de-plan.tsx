import { Bouton, ChampDate, ChampTexte, Choix, Formulaire, ZoneDeTexte } from '#interface';
import { ChampsDIdentite, ChoixDeDiffusion, LIBELLES_DE_PLAN } from './champs-de-plan.tsx';

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

/** What is said of a plan, at its creation and afterwards. */
export function FormulaireDePlan({ titre, bouton, referentiel, valeurs, refus }: Props) {
  return (
    <Formulaire titre={titre} protege erreurs={refus?.champs} valeurs={refus?.valeurs} libelles={LIBELLES_DE_PLAN}>
      {valeurs.version !== undefined && <input type="hidden" name="version" value={valeurs.version} />}
      <ChampsDIdentite
        valeurs={valeurs}
        proprietaires={referentiel.organisations}
        territoires={referentiel.territoires}
      />
      <ChoixDeDiffusion valeur={valeurs.diffusion} />
      <Choix
        nom="etat"
        legende={LIBELLES_DE_PLAN.etat}
        enLigne
        valeur={valeurs.etat ?? 'actif'}
        options={[
          { valeur: 'brouillon', texte: 'Brouillon' },
          { valeur: 'actif', texte: 'Actif' },
          { valeur: 'archive', texte: 'Archivé' },
        ]}
      />
      <div className="jalon-champs-en-ligne">
        <ChampDate nom="periodeDebut" libelle={LIBELLES_DE_PLAN.periodeDebut} valeur={valeurs.periodeDebut ?? ''} />
        <ChampDate nom="periodeFin" libelle={LIBELLES_DE_PLAN.periodeFin} valeur={valeurs.periodeFin ?? ''} />
        <ChampDate
          nom="dateDeReference"
          libelle={LIBELLES_DE_PLAN.dateDeReference}
          aide="Les années absentes des échéances se déduisent d’elle"
          valeur={valeurs.dateDeReference ?? ''}
        />
      </div>
      <ChampTexte
        nom="silenceJours"
        libelle={LIBELLES_DE_PLAN.silenceJours}
        aide="Nombre de jours sans nouvelle au-delà duquel une action est dite silencieuse"
        inputMode="numeric"
        valeur={valeurs.silenceJours ?? '30'}
      />
      <Choix
        nom="reportsAValider"
        legende={LIBELLES_DE_PLAN.reportsAValider}
        valeur={valeurs.reportsAValider ?? 'non'}
        options={[
          { valeur: 'non', texte: 'L’équipe du plan reporte elle-même les échéances' },
          {
            valeur: 'oui',
            texte: 'Les pilotes demandent les reports, l’équipe les valide',
            aide: 'Tant qu’une demande n’est pas acceptée, l’échéance reste celle d’avant.',
          },
        ]}
      />
      <ZoneDeTexte
        nom="description"
        libelle={LIBELLES_DE_PLAN.description}
        rows={3}
        maxLength={4_000}
        valeur={valeurs.description ?? ''}
      />
      <Bouton>{bouton}</Bouton>
    </Formulaire>
  );
}
