import { Lien } from '../lien.tsx';
import { BlocMarque } from './marque.tsx';

export type LienDePied = { readonly texte: string; readonly href: string };

export type PiedDePageProps = {
  readonly blocMarque: readonly string[] | null;
  /** Accessibility statement, help, source code… */
  readonly liens: readonly LienDePied[];
};

export function PiedDePage({ blocMarque, liens }: PiedDePageProps) {
  return (
    <footer id="pied" className="jalon-pied" tabIndex={-1}>
      <div className="jalon-conteneur jalon-pied__corps">
        {blocMarque !== null && <BlocMarque lignes={blocMarque} />}
        <p className="jalon-pied__presentation">
          <strong>Jalon</strong> suit les plans d’action et les réformes de l’administration territoriale de l’État.
        </p>
        <ul>
          {liens.map(({ texte, href }) => (
            <li key={href}>
              <Lien href={href}>{texte}</Lien>
            </li>
          ))}
        </ul>
        <p className="jalon-pied__licence">
          Logiciel libre sous licence{' '}
          <a href="https://eur-lex.europa.eu/legal-content/FR/TXT/?uri=CELEX:32017D0863">EUPL-1.2</a>.
        </p>
      </div>
    </footer>
  );
}
