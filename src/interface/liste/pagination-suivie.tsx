import { Lien } from '../lien.tsx';

export type PaginationSuivieProps = {
  /** Address of the page before this one, in time; null when this is the latest. */
  readonly plusRecents: string | null;
  readonly plusAnciens: string | null;
  /** Address of the first page. */
  readonly debut: string;
};

/** For a list without end, read from its latest row back: one page after the other, without counting them. */
export function PaginationSuivie({ plusRecents, plusAnciens, debut }: PaginationSuivieProps) {
  if (plusRecents === null && plusAnciens === null) return null;
  return (
    <nav className="jalon-pagination" aria-label="Pagination">
      <ul>
        {plusRecents !== null && (
          <>
            <li>
              <Lien href={debut}>Les plus récents</Lien>
            </li>
            <li>
              <Lien href={plusRecents}>Plus récents</Lien>
            </li>
          </>
        )}
        {plusAnciens !== null && (
          <li>
            <Lien href={plusAnciens}>Plus anciens</Lien>
          </li>
        )}
      </ul>
    </nav>
  );
}
