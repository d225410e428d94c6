import type { ReactNode } from 'react';

export type PanneauDepliantProps = {
  readonly titre: ReactNode;
  readonly ouvert?: boolean;
  readonly children: ReactNode;
};

/** What most readers pass over, kept within reach: the browser opens it by itself. */
export function PanneauDepliant({ titre, ouvert = false, children }: PanneauDepliantProps) {
  return (
    <details className="jalon-panneau" open={ouvert}>
      <summary>{titre}</summary>
      <div className="jalon-panneau__corps">{children}</div>
    </details>
  );
}
