import type { IndicateurAEcrire } from '#indicateurs';
import {
  Bouton,
  ChampDate,
  ChampTexte,
  Choix,
  EtatVide,
  Formulaire,
  FormulaireDeFiltres,
  Section,
  ZoneDeTexte,
} from '#interface';
import type { ActionANoter } from '#plans/lectures';
import type { RefusDeFormulaire } from './communs.ts';

type Vue = {
  readonly actions: readonly ActionANoter[];
  readonly indicateurs: readonly IndicateurAEcrire[];
  readonly motsDAction: string;
  readonly motsDIndicateur: string;
  readonly chiffre: string | null;
  readonly territoire: string;
  readonly jour: string;
};

type Props = { readonly vue: Vue; readonly refus: RefusDeFormulaire };

/** The actions this person may note, the closest to the question first. */
export function DansUneAction({ vue: { actions, motsDAction, motsDIndicateur }, refus }: Props) {
  return (
    <Section titre="En faire une note d’une action" id="action">
      <FormulaireDeFiltres
        legende="Chercher une action"
        geste="Chercher"
        actifs={[]}
        gardes={motsDIndicateur === '' ? [] : [['mots', motsDIndicateur]]}
      >
        <ChampTexte nom="action" libelle="Mots ou numéro" type="search" valeur={motsDAction} />
      </FormulaireDeFiltres>
      {actions.length === 0 ? (
        <EtatVide titre="Aucune action à proposer">
          Cherchez par d’autres mots. Seules paraissent les actions dont vous pouvez donner des nouvelles.
        </EtatVide>
      ) : (
        <Formulaire
          titre="Noter dans une action"
          erreurs={refus?.champs}
          valeurs={refus?.valeurs}
          libelles={{ cible: 'Action', mot: 'Mot' }}
        >
          <input type="hidden" name="verbe" value="noter" />
          <Choix
            nom="cible"
            legende={motsDAction === '' ? 'Action (les plus proches de la question)' : 'Action'}
            requis
            options={actions.map(({ id, plan, planTitre, code, intitule }) => ({
              valeur: `${plan}/${id}`,
              texte: code === null ? intitule : `${code} ${intitule}`,
              aide: planTitre,
            }))}
          />
          <ZoneDeTexte
            nom="mot"
            libelle="Un mot de plus"
            aide="Facultatif. La note dit déjà le chiffre, le nombre de réponses, la couverture, la date et l’adresse des résultats."
            maxLength={2000}
            rows={2}
          />
          <Bouton>Noter dans l’action</Bouton>
        </Formulaire>
      )}
    </Section>
  );
}

/** The indicators this person writes values of. */
export function DansUnIndicateur({ vue, refus }: Props) {
  const { indicateurs, motsDIndicateur, motsDAction, chiffre, territoire, jour } = vue;
  return (
    <Section titre="En faire la valeur d’un indicateur" id="indicateur">
      <FormulaireDeFiltres
        legende="Chercher un indicateur"
        geste="Chercher"
        actifs={[]}
        gardes={motsDAction === '' ? [] : [['action', motsDAction]]}
      >
        <ChampTexte nom="mots" libelle="Mots ou identifiant" type="search" valeur={motsDIndicateur} />
      </FormulaireDeFiltres>
      {indicateurs.length === 0 ? (
        <EtatVide titre="Aucun indicateur à proposer">
          Cherchez par d’autres mots. Seuls paraissent les indicateurs dont vous écrivez les valeurs ; pour les autres,
          transmettez le résultat à l’équipe qui les tient.
        </EtatVide>
      ) : (
        <Formulaire
          titre="Verser dans un indicateur"
          erreurs={refus?.champs}
          valeurs={refus?.valeurs}
          libelles={{ indicateur: 'Indicateur', jour: 'Date de la valeur', motif: 'Motif' }}
        >
          <input type="hidden" name="verbe" value="verser" />
          <Choix
            nom="indicateur"
            legende={`Indicateur qui recevra ${chiffre ?? ''} (${territoire})`}
            requis
            options={indicateurs.map(({ id, nom, unite }) => ({ valeur: id, texte: nom, aide: `unité : ${unite}` }))}
          />
          <ChampDate nom="jour" libelle="Date de la valeur" valeur={jour} requis />
          <ChampTexte
            nom="motif"
            libelle="Motif"
            aide="Demandé si cette valeur en remplace une autre, ou s’écarte de son histoire."
            maxLength={1000}
          />
          <Bouton>Verser dans l’indicateur</Bouton>
        </Formulaire>
      )}
    </Section>
  );
}
