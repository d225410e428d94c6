import type { ReactNode } from 'react';
import { FilDAriane, type Maillon } from './fil-d-ariane.tsx';

export type PageProps = {
  /** From the home page down to the parent; the page itself is added. Empty on the home page. */
  readonly filDAriane?: readonly Maillon[];
  /** The only h1 of the page. */
  readonly titre: string;
  readonly surtitre?: ReactNode;
  /** Owner, period, source: one line of facts under the title. */
  readonly faits?: ReactNode;
  readonly actions?: ReactNode;
  /** The page in one sentence made from the data; its words are links that filter (`LienDePhrase`). */
  readonly phrase?: ReactNode;
  readonly children?: ReactNode;
};

/** A page: where one is, what it is about, what it says in a sentence, then the rest. */
export function Page({ filDAriane = [], titre, surtitre, faits, actions, phrase, children }: PageProps) {
  return (
    <div className="jalon-page">
      {filDAriane.length > 0 && <FilDAriane maillons={filDAriane} ici={titre} />}
      <header className="jalon-page__tete">
        <div className="jalon-page__titres">
          {surtitre !== undefined && <p className="jalon-page__surtitre">{surtitre}</p>}
          <h1 className="jalon-page__titre">{titre}</h1>
          {faits !== undefined && <p className="jalon-page__faits">{faits}</p>}
        </div>
        {actions !== undefined && <div className="jalon-page__actions">{actions}</div>}
      </header>
      {phrase !== undefined && <p className="jalon-page__phrase">{phrase}</p>}
      {children}
    </div>
  );
}
