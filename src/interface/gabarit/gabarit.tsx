import type { ReactNode } from 'react';
import { ChampJeton, JetonContexte } from '../jeton.tsx';
import { EnTete, type EnTeteProps } from './en-tete.tsx';
import { type LienDePied, PiedDePage } from './pied-de-page.tsx';

export type GabaritProps = EnTeteProps & {
  /** Data are invented: said at the top of every page. */
  readonly demonstration: boolean;
  /** Anti-forgery token of the session, put in every form; null when nobody is connected. */
  readonly jeton: string | null;
  readonly liensDePied: readonly LienDePied[];
  /** The person one acts for, when it is not oneself: said on every page, with the way back. */
  readonly suppleance?: { readonly titulaire: string } | null;
  readonly children: ReactNode;
};

/** The frame around every page. */
export function Gabarit({ demonstration, jeton, liensDePied, suppleance = null, children, ...enTete }: GabaritProps) {
  return (
    <JetonContexte value={jeton}>
      <div className="fr-skiplinks">
        <nav className="fr-container" aria-label="Accès rapide">
          <ul className="fr-skiplinks__list">
            <li>
              <a className="fr-link" href="#contenu">
                Contenu
              </a>
            </li>
            <li>
              <a className="fr-link" href="#navigation">
                Menu
              </a>
            </li>
            {enTete.recherche !== undefined && (
              <li>
                <a className="fr-link" href="#recherche">
                  Recherche
                </a>
              </li>
            )}
            <li>
              <a className="fr-link" href="#pied">
                Pied de page
              </a>
            </li>
          </ul>
        </nav>
      </div>
      <EnTete {...enTete}>
        {demonstration && (
          <p className="jalon-demonstration">
            <strong>Démonstration</strong>
            {'\u00A0: '}données et personnes inventées, pour essayer sans risque.
          </p>
        )}
        {suppleance !== null && <BandeauDeSuppleance {...suppleance} />}
      </EnTete>
      <main id="contenu" className="jalon-conteneur" tabIndex={-1}>
        {children}
      </main>
      <PiedDePage blocMarque={enTete.blocMarque} liens={liensDePied} />
    </JetonContexte>
  );
}

/** A plain form: the whole page comes back drawn for oneself. */
function BandeauDeSuppleance({ titulaire }: { readonly titulaire: string }) {
  return (
    <div className="jalon-suppleance">
      <p>
        Vous agissez pour <strong>{titulaire}</strong>
        {'\u00A0: '}ce que vous faites est signé de vos deux noms.
      </p>
      <form action="/compte/suppleances" method="post">
        <ChampJeton />
        <input type="hidden" name="verbe" value="reprendre" />
        <button type="submit" className="fr-btn fr-btn--secondary fr-btn--sm jalon-bouton">
          Reprendre mon compte
        </button>
      </form>
    </div>
  );
}
