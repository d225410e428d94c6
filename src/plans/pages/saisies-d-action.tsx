import { Bouton, ChampTexte, Formulaire, Liste, PanneauDepliant, ZoneDeTexte } from '#interface';
import type { EngagementPresente } from '../presentation.ts';

export type RefusDeSaisie = {
  readonly champs: Readonly<Record<string, string>>;
  readonly valeurs: Readonly<Record<string, string | string[]>>;
} | null;

/** A deadline is put off with its reason, or one is added; nothing is edited in place. */
export function FormulaireDEcheance({
  demande = false,
  engagements,
  refus,
}: {
  /** Asks the plan's team, who decides. */
  readonly demande?: boolean;
  readonly engagements: readonly EngagementPresente[];
  readonly refus: RefusDeSaisie;
}) {
  const premier = engagements[0];
  return (
    <PanneauDepliant
      titre={demande ? 'Demander un report' : premier ? 'Reporter ou ajouter une échéance' : 'Fixer une échéance'}
      ouvert={refus !== null}
    >
      <Formulaire
        titre={demande ? 'Demande de report' : 'Échéance'}
        action="#echeances"
        erreurs={refus?.champs}
        valeurs={refus?.valeurs}
        libelles={{ engagement: 'Échéance', echeance: 'Nouvelle échéance', motif: 'Motif' }}
      >
        <input type="hidden" name="verbe" value={demande ? 'demander' : 'reporter'} />
        {premier ? (
          <Liste
            nom="engagement"
            libelle="Échéance concernée"
            valeur={String(premier.numero)}
            options={[
              ...engagements.map(({ numero, libelle, texte }) => ({
                valeur: String(numero),
                texte: `Reporter : ${libelle === null ? '' : `${libelle}, `}${texte || 'à définir'}`,
              })),
              ...(demande ? [] : [{ valeur: '0', texte: 'Ajouter une échéance' }]),
            ]}
          />
        ) : (
          <input type="hidden" name="engagement" value="0" />
        )}
        <ChampTexte
          nom="echeance"
          libelle="Nouvelle échéance"
          aide="Comme on la dirait : « 30 juin 2027 », « 1er semestre 2027 », « au plus tard fin 2026 »"
          requis
          maxLength={500}
        />
        <ZoneDeTexte
          nom="motif"
          libelle="Motif"
          aide={
            demande
              ? 'Obligatoire ; l’équipe du plan en décide d’après lui'
              : 'Obligatoire pour un report ; il reste visible'
          }
          rows={2}
          maxLength={2_000}
        />
        <Bouton rang="secondaire" taille="petite">
          {demande ? 'Demander le report' : 'Enregistrer l’échéance'}
        </Bouton>
      </Formulaire>
    </PanneauDepliant>
  );
}

export function FormulaireDeRetrait({ refus }: { readonly refus: RefusDeSaisie }) {
  return (
    <PanneauDepliant titre="Retirer cette action du plan" ouvert={refus !== null}>
      <Formulaire
        titre="Retirer l’action"
        erreurs={refus?.champs}
        valeurs={refus?.valeurs}
        libelles={{ motif: 'Motif' }}
      >
        <input type="hidden" name="verbe" value="retirer" />
        <p>L’action quitte la liste ; son histoire est gardée et les situations passées la montrent encore.</p>
        <ZoneDeTexte nom="motif" libelle="Motif" requis rows={2} maxLength={2_000} id="champ-motif-retrait" />
        <Bouton rang="secondaire" taille="petite">
          Retirer l’action
        </Bouton>
      </Formulaire>
    </PanneauDepliant>
  );
}
