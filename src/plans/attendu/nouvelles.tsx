import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Alerte } from '#interface';

export function NoteEnregistree() {
  const cadre = useRef<HTMLDivElement>(null);
  // The form that was sent is gone: the keyboard goes on from what it spoke of.
  useEffect(() => cadre.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={cadre} tabIndex={-1}>
      <Alerte ton="succes">La note est enregistrée.</Alerte>
    </div>
  );
}

type PanneauProps = {
  readonly intitule: string;
  /** What the reader has before their eyes: changes with each news. */
  readonly vue: string;
  /** News were just written from here. */
  readonly fait: boolean;
  readonly ouvert: boolean;
  readonly children: ReactNode;
};

/** Unfolds the form of news of one row of a list. */
export function PanneauDeNouvelles({ intitule, vue, fait, ouvert, children }: PanneauProps) {
  // Only what was written from here empties the form: news given meanwhile by someone else leave what is being typed.
  const [ecrite, ecrire] = useState(fait ? vue : null);
  if (fait && ecrite !== vue) ecrire(vue);
  return (
    <details key={ecrite} className="jalon-panneau" open={ouvert}>
      <summary>
        Donner des nouvelles<span className="fr-sr-only"> de {intitule}</span>
      </summary>
      <div className="jalon-panneau__corps">{children}</div>
    </details>
  );
}
