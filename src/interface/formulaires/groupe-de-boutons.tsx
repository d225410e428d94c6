import type { ReactNode } from 'react';

/** Buttons side by side, one under the other on a phone. */
export function GroupeDeBoutons({ children }: { readonly children: ReactNode }) {
  return <div className="jalon-boutons">{children}</div>;
}
