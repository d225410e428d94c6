import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { GroupeDeBoutons, LienBouton, Page } from '#interface';
import { contexteServices, contexteVisite } from '../contexte.ts';
import { lireCookie, poserCookie } from '../cookies.ts';
import { COOKIE_DE_SORTIE } from '../identite/sortir.ts';
import { exigerOidc } from './connexion-commune.ts';

export const meta = () => [{ title: 'Vous êtes déconnecté - Jalon' }];

/** Where the provider sends the browser back once it has ended its own session; it proves so by what we gave it. */
export function loader({ context, request }: LoaderFunctionArgs) {
  const { configuration } = context.get(contexteServices);
  const { nom } = exigerOidc(context);
  const attendu = lireCookie(request, COOKIE_DE_SORTIE);
  const sorti = attendu !== null && attendu === new URL(request.url).searchParams.get('state');
  const connecte = context.get(contexteVisite).acteur !== null;
  const efface = poserCookie({ request, configuration }, COOKIE_DE_SORTIE, '', { chemin: '/deconnexion', dureeS: 0 });
  return data({ nom, sorti, connecte }, sorti ? { headers: { 'Set-Cookie': efface } } : undefined);
}

export default function DeconnexionRetour() {
  const { nom, sorti, connecte } = useLoaderData<typeof loader>();
  const titre = connecte
    ? 'Vous êtes encore connecté à Jalon'
    : sorti
      ? `Vous êtes déconnecté de Jalon et de ${nom}`
      : 'Vous êtes déconnecté de Jalon';
  return (
    <Page titre={titre} phrase={direLaSuite(nom, sorti, connecte)}>
      <GroupeDeBoutons>
        <LienBouton href="/">{connecte ? 'Continuer dans Jalon' : 'Revenir à l’accueil'}</LienBouton>
        {!connecte && (
          <LienBouton href="/connexion" rang="secondaire">
            Se connecter de nouveau
          </LienBouton>
        )}
      </GroupeDeBoutons>
    </Page>
  );
}

function direLaSuite(nom: string, sorti: boolean, connecte: boolean): string {
  if (connecte) return 'Pour quitter Jalon, utilisez « Se déconnecter », en haut de chaque page.';
  if (sorti) return 'Sur un poste partagé, personne ne peut reprendre votre place.';
  return `Votre session chez ${nom} est peut-être encore ouverte. Sur un poste partagé, fermez le navigateur.`;
}
