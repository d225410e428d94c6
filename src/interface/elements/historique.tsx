import type { ReactNode } from 'react';
import { formaterInstant, formaterJour } from '../formats.ts';

export type FaitHistorique = {
  readonly cle: string;
  /** `AAAA-MM-JJ`, or an ISO 8601 instant shown in Paris time. */
  readonly quand: string;
  readonly titre: ReactNode;
  readonly auteur?: ReactNode;
  readonly detail?: ReactNode;
};

/** What happened to an object, the latest first. */
export function Historique({
  faits,
  legende,
}: {
  readonly faits: readonly FaitHistorique[];
  readonly legende: string;
}) {
  return (
    <ol className="jalon-historique" aria-label={legende}>
      {faits.map(({ cle, quand, titre, auteur, detail }) => (
        <li key={cle}>
          <p className="jalon-historique__quand">
            <time dateTime={quand}>{quand.includes('T') ? formaterInstant(quand) : formaterJour(quand)}</time>
            {auteur !== undefined && <> · {auteur}</>}
          </p>
          <p className="jalon-historique__titre">{titre}</p>
          {detail !== undefined && <div className="jalon-historique__detail">{detail}</div>}
        </li>
      ))}
    </ol>
  );
}
