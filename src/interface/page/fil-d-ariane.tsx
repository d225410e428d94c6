import { Lien } from '../lien.tsx';

export type Maillon = { readonly texte: string; readonly href: string };

/** Always unfolded: the DSFR folds it on small screens behind a button that needs a script. */
export function FilDAriane({ maillons, ici }: { readonly maillons: readonly Maillon[]; readonly ici: string }) {
  return (
    <nav className="jalon-fil" aria-label="vous êtes ici :">
      <ol>
        {maillons.map(({ texte, href }) => (
          <li key={href}>
            <Lien href={href}>{texte}</Lien>
          </li>
        ))}
        <li>
          <span aria-current="page">{ici}</span>
        </li>
      </ol>
    </nav>
  );
}
