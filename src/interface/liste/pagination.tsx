import { formaterNombre } from '../formats.ts';
import { Lien } from '../lien.tsx';

export type PaginationProps = {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly adresse: (page: number) => string;
};

/** « page 2 sur 12 », and the links around. Nothing when there is a single page. */
export function Pagination({ page, pages, adresse }: PaginationProps) {
  if (pages <= 1) return null;
  return (
    <nav className="jalon-pagination" aria-label="Pagination">
      <ul>
        <Saut texte="Première page" vers={1} ouvert={page > 1} adresse={adresse} />
        <Saut texte="Page précédente" vers={page - 1} ouvert={page > 1} adresse={adresse} />
        <li>
          <span aria-current="page">
            page {formaterNombre(page)} sur {formaterNombre(pages)}
          </span>
        </li>
        <Saut texte="Page suivante" vers={page + 1} ouvert={page < pages} adresse={adresse} />
        <Saut texte="Dernière page" vers={pages} ouvert={page < pages} adresse={adresse} />
      </ul>
    </nav>
  );
}

type SautProps = {
  readonly texte: string;
  readonly vers: number;
  readonly ouvert: boolean;
  readonly adresse: (page: number) => string;
};

function Saut({ texte, vers, ouvert, adresse }: SautProps) {
  if (!ouvert) return null;
  return (
    <li>
      <Lien href={adresse(vers)}>{texte}</Lien>
    </li>
  );
}
