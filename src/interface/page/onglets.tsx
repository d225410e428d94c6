import { formaterNombre } from '../formats.ts';
import { Lien } from '../lien.tsx';

export type Onglet = {
  readonly texte: string;
  readonly href: string;
  readonly actif: boolean;
  /** How many things stand behind it. */
  readonly nombre?: number;
};

/** The views of one object. They are pages with an address, hence links, not the ARIA tabs of a script. */
export function Onglets({ onglets, legende }: { readonly onglets: readonly Onglet[]; readonly legende: string }) {
  return (
    <nav className="jalon-onglets" aria-label={legende}>
      <ul>
        {onglets.map(({ texte, href, actif, nombre }) => (
          <li key={href}>
            <Lien href={href} sansRemonter aria-current={actif ? 'page' : undefined}>
              {texte}
              {nombre !== undefined && <span className="jalon-onglets__nombre"> {formaterNombre(nombre)}</span>}
            </Lien>
          </li>
        ))}
      </ul>
    </nav>
  );
}
