import type { ReactNode } from 'react';

/** Nothing to show: says why in one sentence and what to do next. */
export function EtatVide({
  titre,
  children,
  action,
}: {
  readonly titre: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="jalon-etat-vide">
      <p className="jalon-etat-vide__titre">{titre}</p>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  );
}
