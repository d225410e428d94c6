import { Bouton, ChampTexte, Formulaire, Liste, PanneauDepliant, ZoneDeTexte } from '#interface';
import type { EngagementPresente } from '../presentation.ts';
import type { StatutDeclare } from '../regles/lecture.ts';
import { LIBELLES_DE_STATUT } from '../regles/statuts.ts';

type Refus = {
  readonly champs: Readonly<Record<string, string>>;
  readonly valeurs: Readonly<Record<string, string | string[]>>;
} | null;

const STATUTS = Object.entries(LIBELLES_DE_STATUT).map(([valeur, texte]) => ({ valeur, texte }));

/** A note in under a minute: status, rate, words; what is not said stays as it was. */
export function FormulaireDeNote({
  statut,
  refus,
  dansUneListe,
}: {
  readonly statut: StatutDeclare | null;
  readonly refus: Refus;
  /** Among the actions of several plans: which one, and the instant of the last news its reader sees. */
  readonly dansUneListe?: {
    readonly plan: string;
    readonly action: string;
    readonly intitule: string;
    readonly vue: string;
  };
}) {
  return (
    <Formulaire
      {...(dansUneListe === undefined
        ? { titre: 'Ajouter une note d’avancement', action: '#avancement' }
        : {
            titre: `Donner des nouvelles de ${dansUneListe.intitule}`,
            prefixe: dansUneListe.action,
            sansRemonter: true,
          })}
      protege
      erreurs={refus?.champs}
      valeurs={refus?.valeurs}
      libelles={{ statut: 'Statut', taux: 'Taux', texte: 'Note' }}
    >
      <input type="hidden" name="verbe" value="noter" />
      {dansUneListe === undefined ? (
        <h3 className="jalon-sous-titre">Donner des nouvelles</h3>
      ) : (
        <>
          <input type="hidden" name="plan" value={dansUneListe.plan} />
          <input type="hidden" name="action" value={dansUneListe.action} />
          <input type="hidden" name="vue" value={dansUneListe.vue} />
        </>
      )}
      <div className="jalon-champs-en-ligne">
        <Liste nom="statut" libelle="Statut" valeur={statut ?? ''} aucune="sans changement" options={STATUTS} />
        <ChampTexte
          nom="taux"
          libelle="Taux de réalisation (%)"
          inputMode="decimal"
          aide="Facultatif, par exemple 93 ou 93,5"
        />
      </div>
      <ZoneDeTexte
        nom="texte"
        libelle="Note"
        aide="Ce qui a été fait, ce qui manque, la prochaine étape"
        rows={3}
        maxLength={20_000}
      />
      <Bouton taille="petite">Enregistrer la note</Bouton>
    </Formulaire>
  );
}

/** A deadline is put off with its reason, or one is added; nothing is edited in place. */
export function FormulaireDEcheance({
  engagements,
  refus,
}: {
  readonly engagements: readonly EngagementPresente[];
  readonly refus: Refus;
}) {
  const premier = engagements[0];
  return (
    <PanneauDepliant
      titre={premier ? 'Reporter ou ajouter une échéance' : 'Fixer une échéance'}
      ouvert={refus !== null}
    >
      <Formulaire
        titre="Échéance"
        action="#echeances"
        erreurs={refus?.champs}
        valeurs={refus?.valeurs}
        libelles={{ engagement: 'Échéance', echeance: 'Nouvelle échéance', motif: 'Motif' }}
      >
        <input type="hidden" name="verbe" value="reporter" />
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
              { valeur: '0', texte: 'Ajouter une échéance' },
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
          aide="Obligatoire pour un report ; il reste visible"
          rows={2}
          maxLength={2_000}
        />
        <Bouton rang="secondaire" taille="petite">
          Enregistrer l’échéance
        </Bouton>
      </Formulaire>
    </PanneauDepliant>
  );
}

export function FormulaireDeRetrait({ refus }: { readonly refus: Refus }) {
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
