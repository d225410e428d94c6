import { Avancement, formaterInstant, formaterJour, formaterTaux, Lien } from '#interface';
import { EtatDAction } from '../pages/elements.tsx';
import { FormulaireDeNote } from '../pages/formulaire-de-note.tsx';
import type { ActionPresentee } from '../presentation.ts';
import type { StatutDeclare } from '../regles/lecture.ts';
import { LIBELLES_DE_STATUT } from '../regles/statuts.ts';
import { NoteEnregistree, PanneauDeNouvelles } from './nouvelles.tsx';
import type { SaisieRefusee } from './saisie-refusee.tsx';
import './attendu.css';

type Action = ActionPresentee & {
  readonly planTitre: string;
  readonly notable: boolean;
  readonly vue: string;
  readonly derniere: {
    readonly statut: StatutDeclare | null;
    readonly taux: string | null;
    readonly texte: string | null;
    readonly instant: string;
    readonly auteur: string;
  } | null;
};

type ListeProps = {
  readonly legende: string;
  readonly actions: readonly Action[];
  /** Whether the reader may open the plan and the page of the action. */
  readonly liens: boolean;
  readonly refus: SaisieRefusee | null;
  /** The action whose news were just written. */
  readonly fait: string | null;
};

/** Each action with what is asked of it, and the form that answers in place: the list stays where it is. */
export function ListeDAttendu({ legende, actions, liens, refus, fait }: ListeProps) {
  return (
    <ul className="jalon-attendu" aria-label={legende}>
      {actions.map((action) => (
        <li key={action.id} id={`action-${action.id}`} className="jalon-attendu__action">
          <div className="jalon-attendu__tete">
            <p className="jalon-attendu__intitule">
              {action.code !== null && <span className="jalon-code">{action.code}</span>}{' '}
              {liens ? (
                <Lien href={`/plans/${action.plan}/actions/${action.id}`}>{action.intitule}</Lien>
              ) : (
                <strong>{action.intitule}</strong>
              )}
              <span className="jalon-attendu__plan">
                {liens ? <Lien href={`/plans/${action.plan}`}>{action.planTitre}</Lien> : action.planTitre}
              </span>
            </p>
            <p>
              <EtatDAction etat={action.etat} />
            </p>
            <p>
              <span className="jalon-discret">Échéance : </span>
              {action.terme === null ? (action.engagements[0]?.texte ?? 'aucune') : formaterJour(action.terme)}
            </p>
            <p>
              <Avancement taux={action.taux} libelle="Taux de réalisation déclaré" />
            </p>
          </div>
          <DerniereNouvelle derniere={action.derniere} />
          {fait === action.id && <NoteEnregistree />}
          {action.notable ? (
            <Nouvelles action={action} refus={refus?.action === action.id ? refus : null} fait={fait === action.id} />
          ) : (
            <p className="jalon-discret">Son pilote et le responsable du plan la tiennent à jour.</p>
          )}
        </li>
      ))}
    </ul>
  );
}

function DerniereNouvelle({ derniere }: { readonly derniere: Action['derniere'] }) {
  if (derniere === null) return <p className="jalon-discret">Aucune nouvelle pour le moment.</p>;
  const declare = [
    derniere.statut === null ? null : LIBELLES_DE_STATUT[derniere.statut],
    derniere.taux === null ? null : formaterTaux(derniere.taux),
  ].filter((part) => part !== null);
  return (
    <p className="jalon-attendu__nouvelle">
      <span className="jalon-discret">
        Dernière nouvelle, {formaterInstant(derniere.instant)}, {derniere.auteur} :{' '}
      </span>
      {declare.length > 0 && `${declare.join(', ')}. `}
      {derniere.texte}
    </p>
  );
}

type NouvellesProps = { readonly action: Action; readonly refus: SaisieRefusee | null; readonly fait: boolean };

function Nouvelles({ action, refus, fait }: NouvellesProps) {
  return (
    <PanneauDeNouvelles intitule={action.intitule} vue={action.vue} fait={fait} ouvert={refus !== null}>
      <FormulaireDeNote
        statut={action.statut}
        refus={refus}
        dansUneListe={{ plan: action.plan, action: action.id, intitule: action.intitule, vue: action.vue }}
      />
    </PanneauDeNouvelles>
  );
}
