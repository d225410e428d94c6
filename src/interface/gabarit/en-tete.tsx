import type { ReactNode } from 'react';
import { Icone } from '../elements/icone.tsx';
import { ChampJeton } from '../jeton.tsx';
import { Lien } from '../lien.tsx';
import { BlocMarque, Marque } from './marque.tsx';

export type EnTeteProps = {
  /** Lines of the State's bloc-marque; null: Jalon's own mark. */
  readonly blocMarque: readonly string[] | null;
  /** Who is connected; null: nobody. */
  readonly acteur: { readonly nom: string; readonly profil: string; readonly organisation: string | null } | null;
  readonly navigation: readonly { readonly texte: string; readonly href: string; readonly actif: boolean }[];
  /** Shows the search; its text is what was last looked for. */
  readonly recherche?: string | undefined;
  readonly children?: ReactNode;
};

/**
 * Header of every page. Nothing is folded behind a button, at any width: the DSFR's menu and search need a script to
 * open on small screens, and its display settings hold a second h1.
 */
export function EnTete({ blocMarque, acteur, navigation, recherche, children }: EnTeteProps) {
  return (
    <header className="jalon-entete">
      {children}
      <div className="jalon-conteneur jalon-entete__corps">
        <div className="jalon-entete__service">
          {blocMarque === null ? <Marque /> : <BlocMarque lignes={blocMarque} />}
          <div>
            <Lien href="/" className="jalon-entete__nom" title="Accueil - Jalon">
              Jalon
            </Lien>
            <p className="jalon-entete__devise">Le suivi des plans et des réformes</p>
          </div>
        </div>
        {recherche !== undefined && <Recherche texte={recherche} />}
        <Acces acteur={acteur} />
      </div>
      <nav id="navigation" className="jalon-entete__navigation" aria-label="Menu principal" tabIndex={-1}>
        <ul className="jalon-conteneur">
          {navigation.map(({ texte, href, actif }) => (
            <li key={href}>
              <Lien href={href} aria-current={actif ? 'page' : undefined}>
                {texte}
              </Lien>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

function Recherche({ texte }: { readonly texte: string }) {
  return (
    <search className="jalon-recherche">
      <form action="/recherche" method="get">
        <label className="fr-sr-only" htmlFor="recherche">
          Rechercher une action, un plan, une organisation
        </label>
        <input
          className="fr-input"
          id="recherche"
          name="q"
          type="search"
          placeholder="Rechercher une action, un plan…"
          defaultValue={texte}
        />
        <button type="submit" className="fr-btn" title="Rechercher">
          <Icone nom="loupe" />
          <span className="fr-sr-only">Rechercher</span>
        </button>
      </form>
    </search>
  );
}

function Acces({ acteur }: Pick<EnTeteProps, 'acteur'>) {
  if (acteur === null) {
    return (
      <div className="jalon-entete__acces">
        <Lien href="/connexion" className="fr-btn fr-btn--tertiary fr-btn--sm jalon-bouton">
          <Icone nom="personne" />
          Se connecter
        </Lien>
      </div>
    );
  }
  return (
    <div className="jalon-entete__acces">
      <p className="jalon-entete__acteur">
        <strong>
          <Lien href="/compte">
            {acteur.nom}
            <span className="fr-sr-only">, mon compte</span>
          </Lien>
        </strong>
        <span>
          {acteur.profil}
          {acteur.organisation !== null && ` · ${acteur.organisation}`}
        </span>
      </p>
      <form action="/deconnexion" method="post">
        <ChampJeton />
        <button
          type="submit"
          className="fr-btn fr-btn--tertiary-no-outline fr-btn--sm jalon-bouton jalon-deconnexion"
          title="Se déconnecter"
        >
          <Icone nom="sortie" />
          Se déconnecter
        </button>
      </form>
    </div>
  );
}
