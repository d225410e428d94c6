import {
  Alerte,
  Bouton,
  ChampTexte,
  Choix,
  compter,
  Formulaire,
  formaterDuree,
  formaterInstant,
  PanneauDepliant,
} from '#interface';
import { type Jour, joursEntre } from '#socle/valeurs';
import type { EngagementPresente } from '../presentation.ts';
import type { DonneesDeLAction } from './donnees-de-l-action.ts';
import type { RefusDeSaisie } from './saisies-d-action.tsx';

type Demande = DonneesDeLAction['demandes'][number];
type Props = {
  readonly engagements: readonly EngagementPresente[];
  readonly demandes: readonly Demande[];
  /** Who looks answers requests. */
  readonly repond: boolean;
  readonly refus: RefusDeSaisie;
};

/** The commitments of an action: present words, first promise, reports and slippage, what is asked and not yet decided. */
export function EngagementsDeLAction({ engagements, demandes, repond, refus }: Props) {
  const perdu = refus !== null && !demandes.some(({ id, reponse }) => reponse === null && id === refus.valeurs.demande);
  return (
    <>
      {perdu && <Alerte ton="erreur">{Object.values(refus.champs).join(' ')}</Alerte>}
      <ul className="jalon-liste-nue jalon-engagements">
        {engagements.map((engagement) => {
          const enAttente = demandes.find(({ reponse, engagement: n }) => reponse === null && n === engagement.numero);
          return (
            <li key={engagement.numero}>
              {engagement.libelle !== null && <p className="jalon-discret">{engagement.libelle}</p>}
              <p>
                <strong>{engagement.texte || engagement.sens}</strong>
                {engagement.texte !== '' && !engagement.evident && (
                  <span className="jalon-discret"> : {engagement.sens}</span>
                )}
              </p>
              {engagement.hypotheses.length > 0 && (
                <ul className="jalon-hypotheses">
                  {engagement.hypotheses.map((hypothese) => (
                    <li key={hypothese}>{hypothese}</li>
                  ))}
                </ul>
              )}
              {engagement.initial !== null && (
                <p>
                  Engagement initial : {engagement.initial.texte}, {compter(engagement.reports, 'report', 'reports')}{' '}
                  depuis{glissement(engagement)}.
                </p>
              )}
              {enAttente && <EnAttente demande={enAttente} repond={repond} refus={refus} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function EnAttente({
  demande,
  repond,
  refus,
}: {
  readonly demande: Demande;
  readonly repond: boolean;
  readonly refus: RefusDeSaisie;
}) {
  const refuse = refus?.valeurs.demande === demande.id ? refus : null;
  return (
    <div className="jalon-demande">
      <p>
        <strong>Report demandé</strong> le {formaterInstant(demande.enregistreLe)} par {demande.auteur} : «{' '}
        {demande.texte} ». Tant qu’il n’est pas accepté, l’engagement reste celui ci-dessus.
      </p>
      <p className="jalon-texte">Motif : {demande.motif}</p>
      {demande.retirable && (
        <PanneauDepliant titre="Retirer ma demande" ouvert={refuse !== null}>
          <Formulaire
            titre={`Retirer la demande de report : ${demande.texte}`}
            action="#echeances"
            prefixe={`retrait-${demande.id}`}
            erreurs={refuse?.champs}
            valeurs={refuse?.valeurs}
            libelles={{ raison: 'Raison du retrait' }}
          >
            <input type="hidden" name="verbe" value="desister" />
            <input type="hidden" name="demande" value={demande.id} />
            <ChampTexte nom="raison" libelle="Raison du retrait" aide="Facultatif" maxLength={2_000} />
            <Bouton rang="tertiaire" taille="petite">
              Retirer la demande
            </Bouton>
          </Formulaire>
        </PanneauDepliant>
      )}
      {repond && (
        <Formulaire
          titre={`Répondre à la demande de report : ${demande.texte}`}
          action="#echeances"
          erreurs={refuse?.champs}
          valeurs={refuse?.valeurs}
          libelles={{ reponse: 'Réponse', raison: 'Raison' }}
        >
          <input type="hidden" name="verbe" value="repondre" />
          <input type="hidden" name="demande" value={demande.id} />
          <Choix
            nom="reponse"
            legende="Réponse"
            requis
            enLigne
            options={[
              { valeur: 'accepter', texte: 'Accepter le report' },
              { valeur: 'refuser', texte: 'Le refuser' },
            ]}
          />
          <ChampTexte nom="raison" libelle="Raison" aide="Obligatoire pour un refus" maxLength={2_000} />
          <Bouton rang="secondaire" taille="petite">
            Répondre
          </Bouton>
        </Formulaire>
      )}
    </div>
  );
}

function glissement({ initial, fin }: EngagementPresente): string {
  if (initial?.fin == null || fin === null) return '';
  const jours = joursEntre(initial.fin as Jour, fin as Jour);
  return jours === 0
    ? ''
    : jours > 0
      ? `, ${formaterDuree(jours)} de glissement`
      : `, ${formaterDuree(-jours)} d’avance`;
}
