import { data, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { GroupeDeBoutons, LienBouton, PageDeRefus } from '#interface';
import { COOKIE_DE_VISITE, DUREE_DE_VISITE_S } from '../arrivees/visite.ts';
import { contexteServices, contexteVisite } from '../contexte.ts';
import { lireCookie, origineDeJalon, poserCookie } from '../cookies.ts';
import { accueillir } from '../identite/accueillir.ts';
import { COOKIE_DE_CONNEXION } from '../identite/partir.ts';
import { revenir } from '../identite/revenir.ts';
import { resumerAppareil } from '../regles/appareil.ts';
import { direEchec } from '../regles/echecs-de-connexion.ts';
import { COOKIE_DE_SESSION } from '../session.ts';
import { BoutonProfessionnel } from './bouton-professionnel.tsx';
import { exigerOidc, freinerLesConnexions } from './connexion-commune.ts';

export const meta = () => [{ title: 'Connexion interrompue - Jalon' }];

/** Where the provider sends the browser back. Whoever is let in never sees this page. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const services = context.get(contexteServices);
  const { configuration } = services;
  const oidc = exigerOidc(context);
  const { vers, identite } = await revenir(services, oidc, {
    search: new URL(request.url).search,
    origine: origineDeJalon(request, configuration),
    navigateur: lireCookie(request, COOKIE_DE_CONNEXION),
  });
  const commun = { nom: oidc.nom, vers, connecte: context.get(contexteVisite).acteur !== null };
  if (!identite.ok) {
    if (identite.refus === 'perimee') await freinerLesConnexions(context);
    const echec = direEchec(identite.refus, oidc.nom);
    return data({ ...commun, ...echec, recommencer: true }, { status: echec.statut });
  }
  const accueil = await accueillir(services, identite.valeur, {
    appareil: resumerAppareil(request.headers.get('user-agent')),
    ancienne: lireCookie(request, COOKIE_DE_SESSION),
  });
  const soi = { request, configuration };
  switch (accueil.issue) {
    case 'entrer':
      return redirect(vers, { headers: { 'Set-Cookie': poserCookie(soi, COOKIE_DE_SESSION, accueil.jeton) } });
    case 'inconnu': {
      const portee = { chemin: '/connexion', dureeS: DUREE_DE_VISITE_S };
      return redirect('/connexion/inconnu', {
        headers: { 'Set-Cookie': poserCookie(soi, COOKIE_DE_VISITE, accueil.jeton, portee) },
      });
    }
    case 'refuser':
      return data(
        {
          ...commun,
          statut: 403,
          titre: 'Votre compte n’est plus ouvert',
          message: accueil.message,
          recommencer: false,
        },
        { status: 403 },
      );
  }
}

export default function ConnexionRetour() {
  const { statut, titre, message, nom, vers, recommencer, connecte } = useLoaderData<typeof loader>();
  return (
    <PageDeRefus
      statut={statut}
      titre={titre}
      message={message}
      actions={
        <GroupeDeBoutons>
          {recommencer && !connecte && <BoutonProfessionnel nom={nom} vers={vers} texte={`Recommencer avec ${nom}`} />}
          <LienBouton href="/" rang={recommencer && !connecte ? 'secondaire' : 'principal'}>
            {connecte ? 'Continuer dans Jalon' : 'Revenir à l’accueil'}
          </LienBouton>
        </GroupeDeBoutons>
      }
    />
  );
}
