import { type ActionFunctionArgs, data, redirect, useActionData, useRouteLoaderData } from 'react-router';
import { Bouton, ChampJeton, LienBouton, Page } from '#interface';
import { contexteServices, contexteVisite, lireFormulaire } from '../contexte.ts';
import { poserCookie } from '../cookies.ts';
import { COOKIE_DE_SESSION, fermerSession } from '../session.ts';
import { entetesDeLAction, passerChezLeFournisseur } from './connexion-commune.ts';
import { Passage } from './passage.tsx';

export const meta = () => [{ title: 'Se déconnecter - Jalon' }];
export const headers = entetesDeLAction;

export async function action({ context, request }: ActionFunctionArgs) {
  const services = context.get(contexteServices);
  const visite = context.get(contexteVisite);
  const soi = { request, configuration: services.configuration };
  const efface = poserCookie(soi, COOKIE_DE_SESSION, '', { dureeS: 0 });
  if (visite.session === null) return redirect('/', { headers: { 'Set-Cookie': efface } });
  await lireFormulaire(context, request);
  const { jetonIdentite } = await fermerSession(services, visite.session);
  // What is drawn from here on is drawn for nobody.
  context.set(contexteVisite, { ...visite, acteur: null, session: null });
  const passage = jetonIdentite === null ? null : await passerChezLeFournisseur(context, request, jetonIdentite);
  if (passage === null) return redirect('/', { headers: { 'Set-Cookie': efface } });
  passage.entetes.append('Set-Cookie', efface);
  return data({ nom: passage.nom, adresse: passage.adresse }, { headers: passage.entetes });
}

export default function Deconnexion() {
  const passage = useActionData<typeof action>();
  const racine = useRouteLoaderData<{ acteur: unknown }>('root');
  if (passage) return <Passage titre="Vous êtes déconnecté de Jalon" nom={passage.nom} adresse={passage.adresse} />;
  if (!racine?.acteur)
    return (
      <Page titre="Vous n’êtes pas connecté">
        <p>
          <LienBouton href="/connexion">Se connecter</LienBouton>
        </p>
      </Page>
    );
  return (
    <Page titre="Se déconnecter" phrase="Ce navigateur n’ouvrira plus Jalon en votre nom.">
      <form method="post" action="/deconnexion">
        <ChampJeton />
        <Bouton icone="sortie">Se déconnecter de Jalon</Bouton>
      </form>
    </Page>
  );
}
