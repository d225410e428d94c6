import { compter, Etiquette, formaterDuree } from '#interface';
import type { Pilote } from '../lectures/actions.ts';
import { type ActionPresentee, type Etat, LIBELLES_DE_ROLE } from '../presentation.ts';

/** The state of an action, the same on every page. */
export function EtatDAction({ etat }: { readonly etat: Etat }) {
  return (
    <Etiquette ton={etat.ton} icone={etat.icone} complement={etat.complement ?? undefined}>
      {etat.mot}
    </Etiquette>
  );
}

/** Who carries an action: pilotes first, the others with their role. */
export function PilotesDAction({ pilotes }: { readonly pilotes: readonly Pilote[] }) {
  if (pilotes.length === 0) return <span className="jalon-discret">non désigné</span>;
  const parRole = (['pilote', 'en_lien_avec', 'concours'] as const).map(
    (role) => [role, pilotes.filter((pilote) => pilote.role === role)] as const,
  );
  return (
    <ul className="jalon-liste-nue">
      {parRole.flatMap(([role, membres]) =>
        membres.length === 0
          ? []
          : [
              <li key={role} className={role === 'pilote' ? undefined : 'jalon-discret'}>
                {role !== 'pilote' && `${LIBELLES_DE_ROLE[role].toLowerCase()} `}
                {membres.map((pilote, rang) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the same service may be named twice
                  <span key={rang} title={pilote.libelle === pilote.texte ? undefined : pilote.texte}>
                    {rang > 0 && ', '}
                    {pilote.libelle}
                  </span>
                ))}
              </li>,
            ],
      )}
    </ul>
  );
}

/** The deadlines as written; what they mean, and that they were put off, just below. */
export function EcheancesDAction({ action }: { readonly action: ActionPresentee }) {
  if (action.engagements.length === 0) return <span className="jalon-discret">sans échéance</span>;
  return (
    <ul className="jalon-liste-nue">
      {action.engagements.map((engagement) => (
        <li key={engagement.numero}>
          {engagement.libelle !== null && <span className="jalon-discret">{engagement.libelle} : </span>}
          <span title={engagement.sens}>{engagement.texte || engagement.sens}</span>
          {engagement.ambigu && (
            <>
              {' '}
              <Etiquette ton="attention" icone="info">
                à préciser
              </Etiquette>
            </>
          )}
        </li>
      ))}
      {action.reports > 0 && (
        <li className="jalon-discret">
          {compter(action.reports, 'report', 'reports')}
          {action.glissement > 0 && `, ${formaterDuree(action.glissement)} de glissement`}
        </li>
      )}
    </ul>
  );
}
