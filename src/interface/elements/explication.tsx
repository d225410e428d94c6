import type { ReactNode } from 'react';
import { type Definition, Definitions } from './definitions.tsx';

export type ExplicationProps = {
  /** The words that unfold. */
  readonly question?: string;
  /** What is explained, read aloud after the question when a page holds several: « taux d’avancement de 2-1 ». */
  readonly objet?: string;
  /** « actions terminées ÷ actions du plan ». */
  readonly formule?: ReactNode;
  /** Inputs, dates, coverage, missing parts, author. */
  readonly elements?: readonly Definition[];
  readonly children?: ReactNode;
};

/** « D’où vient ce chiffre ? »: the source of a figure, one gesture away, without JavaScript. */
export function Explication({
  question = 'd’où vient ce chiffre\u202F?',
  objet,
  formule,
  elements = [],
  children,
}: ExplicationProps) {
  return (
    <details className="jalon-explication">
      <summary>
        {question}
        {objet !== undefined && <span className="fr-sr-only"> {objet}</span>}
      </summary>
      <div className="jalon-explication__corps">
        {formule !== undefined && <p className="jalon-explication__formule">{formule}</p>}
        {elements.length > 0 && <Definitions elements={elements} />}
        {children}
      </div>
    </details>
  );
}
