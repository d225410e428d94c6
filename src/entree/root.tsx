import {
  isRouteErrorResponse,
  Links,
  type LoaderFunctionArgs,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from 'react-router';
import { contexteServices, contexteVisite, jetonDeFormulaire, LIBELLES_DE_PROFIL, peutAdministrer } from '#acces';
import { nomDuTitulaire } from '#acces/suppleances';
import { Gabarit, GroupeDeBoutons, LienBouton, PageDeRefus } from '#interface';
import type { Refus } from '#socle/valeurs';
import favicon from '../interface/gabarit/favicon.svg?url';
import '../interface/styles/index.css';
import { garder } from './garde.ts';

export const middleware = [garder];

export async function loader({ context }: LoaderFunctionArgs) {
  const { acteur, session, nonce } = context.get(contexteVisite);
  const { base, configuration } = context.get(contexteServices);
  const titulaire = acteur?.genre === 'suppleance' ? await nomDuTitulaire(base, acteur.compte) : null;
  return {
    acteur: acteur && {
      nom: acteur.nom,
      profil: LIBELLES_DE_PROFIL[acteur.profil],
      organisation: acteur.organisationLibelle,
    },
    suppleance: titulaire === null ? null : { titulaire },
    administrateur: acteur !== null && peutAdministrer(acteur).permis,
    jeton: session === null ? null : jetonDeFormulaire(session),
    demonstration: configuration.demonstration,
    blocMarque: configuration.blocMarque?.split('|').map((ligne) => ligne.trim()) ?? null,
    nonce,
  };
}

/**
 * Asked again after what was sent, never while one only reads: the nonce belongs to the first page, and who acts changes by
 * signing in or out, by standing in for someone, or because a period is over.
 */
export function shouldRevalidate({
  formMethod,
  defaultShouldRevalidate,
}: {
  formMethod?: string;
  defaultShouldRevalidate: boolean;
}) {
  return formMethod === undefined || formMethod === 'GET' ? false : defaultShouldRevalidate;
}

export default function Racine() {
  return <Outlet />;
}

export function Layout({ children }: { children: React.ReactNode }) {
  const donnees = useRouteLoaderData<typeof loader>('root');
  const { pathname, search } = useLocation();
  const nonce = donnees?.nonce;
  const visiteurs = new Set(['tous', donnees?.acteur && 'agents', donnees?.administrateur && 'administrateurs']);
  return (
    <html lang="fr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href={favicon} type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <Gabarit
          blocMarque={donnees?.blocMarque ?? null}
          demonstration={donnees?.demonstration ?? false}
          acteur={donnees?.acteur ?? null}
          jeton={donnees?.jeton ?? null}
          suppleance={donnees?.suppleance ?? null}
          navigation={NAVIGATION.filter(({ pour }) => visiteurs.has(pour)).map(({ texte, href }) => ({
            texte,
            href,
            actif:
              href === '/'
                ? pathname === '/'
                : [href, ...(AUSSI[href] ?? [])].some((debut) => pathname.startsWith(debut)),
          }))}
          recherche={donnees?.acteur ? (new URLSearchParams(search).get('q') ?? '') : undefined}
          liensDePied={PIED}
        >
          {children}
        </Gabarit>
        <ScrollRestoration {...(nonce ? { nonce } : {})} />
        <Scripts {...(nonce ? { nonce } : {})} />
      </body>
    </html>
  );
}

/** Any refusal or failure, inside the frame of the application. */
export function ErrorBoundary() {
  const erreur = useRouteError();
  const statut = isRouteErrorResponse(erreur) ? erreur.status : 500;
  const refus = isRouteErrorResponse(erreur) ? lireRefus(erreur.data) : null;
  const { pathname, search } = useLocation();
  const demandable = statut === 403 ? adresseDeDemande(pathname, search) : null;
  return (
    <>
      <title>
        {statut === 404 ? 'Page introuvable - Jalon' : statut === 403 ? 'Accès refusé - Jalon' : 'Erreur - Jalon'}
      </title>
      <PageDeRefus
        statut={statut}
        {...(refus ? { message: refus.message } : {})}
        {...(demandable === null ? {} : { actions: <DemanderUnAcces adresse={demandable} /> })}
      />
    </>
  );
}

/** Where to ask for the plan, or for the reform in the territory, that an address names; null when it names neither. */
function adresseDeDemande(chemin: string, recherche: string): string | null {
  const [, genre, id] = /^\/(plan|reforme)s\/([0-9a-f-]{36})(?:\/|$)/.exec(chemin) ?? [];
  if (genre === undefined) return null;
  const territoire = new URLSearchParams(recherche).get('territoire');
  const lieu = genre === 'reforme' && territoire ? `&territoire=${encodeURIComponent(territoire)}` : '';
  return `/acces/demander?objet=${genre}:${id}${lieu}`;
}

/** A plan or a reform that is not open: whoever has a reason to read it asks from here. */
function DemanderUnAcces({ adresse }: { readonly adresse: string }) {
  return (
    <GroupeDeBoutons>
      <LienBouton href={adresse}>Demander un accès</LienBouton>
      <LienBouton href="/" rang="secondaire">
        Revenir à l’accueil
      </LienBouton>
    </GroupeDeBoutons>
  );
}

/** Addresses that stand below an entry of the menu without beginning as it does. */
const AUSSI: Readonly<Record<string, readonly string[]>> = {
  '/instances': ['/reunions'],
  '/territoires': ['/points'],
};

const NAVIGATION = [
  { texte: 'Accueil', href: '/', pour: 'tous' },
  { texte: 'Mes actions', href: '/attendu', pour: 'agents' },
  { texte: 'Territoires', href: '/territoires', pour: 'agents' },
  { texte: 'Réformes', href: '/reformes', pour: 'agents' },
  { texte: 'Feuilles de route', href: '/feuilles-de-route', pour: 'agents' },
  { texte: 'Indicateurs', href: '/indicateurs', pour: 'agents' },
  { texte: 'Plans', href: '/plans', pour: 'agents' },
  { texte: 'Instances', href: '/instances', pour: 'agents' },
  { texte: 'Remontées', href: '/remontees', pour: 'agents' },
  { texte: 'Organisations', href: '/organisations', pour: 'agents' },
  { texte: 'Administration', href: '/administration', pour: 'administrateurs' },
  { texte: 'Aide', href: '/aide', pour: 'tous' },
];

const PIED = [
  { texte: 'Aide', href: '/aide' },
  { texte: 'API', href: '/api' },
  { texte: 'Données personnelles', href: '/donnees-personnelles' },
  { texte: 'Accessibilité : non conforme', href: '/accessibilite' },
];

function lireRefus(donnees: unknown): Refus | null {
  return typeof donnees === 'object' && donnees !== null && 'refus' in donnees ? (donnees.refus as Refus) : null;
}
