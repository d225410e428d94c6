import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { Alerte, Page } from '#interface';
import { contexteServices } from '../contexte.ts';
import { lireCookie, origineDeJalon, poserCookie } from '../cookies.ts';
import { COOKIE_DE_CONNEXION, DUREE_DE_CONNEXION_S, partir } from '../identite/partir.ts';
import { cheminInterne } from '../regles/chemin-interne.ts';
import { direEchec } from '../regles/echecs-de-connexion.ts';
import { BoutonProfessionnel } from './bouton-professionnel.tsx';
import { entetesDeLAction, exigerOidc, freinerLesConnexions, versLeFournisseur } from './connexion-commune.ts';
import { Passage } from './passage.tsx';

export const meta = () => [{ title: 'Connexion professionnelle - Jalon' }];
export const headers = entetesDeLAction;

export function loader({ context, request }: LoaderFunctionArgs) {
  return { nom: exigerOidc(context).nom, vers: cheminInterne(new URL(request.url).searchParams.get('vers')) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const services = context.get(contexteServices);
  const { configuration } = services;
  const oidc = exigerOidc(context);
  const vers = cheminInterne(String((await request.formData()).get('vers') ?? '/'));
  await freinerLesConnexions(context);
  const depart = await partir(services, oidc, {
    vers,
    origine: origineDeJalon(request, configuration),
    navigateur: lireCookie(request, COOKIE_DE_CONNEXION),
  });
  if (!depart.ok) {
    const { statut, ...echec } = direEchec(depart.refus, oidc.nom);
    return data({ echec, vers, adresse: null }, { status: statut });
  }
  const portee = { chemin: '/connexion', dureeS: DUREE_DE_CONNEXION_S };
  const cookie = poserCookie({ request, configuration }, COOKIE_DE_CONNEXION, depart.valeur.navigateur, portee);
  const { adresse } = depart.valeur;
  return data({ echec: null, vers, adresse }, { headers: versLeFournisseur(adresse, cookie) });
}

export default function ConnexionProfessionnelle() {
  const { nom, vers } = useLoaderData<typeof loader>();
  const suite = useActionData<typeof action>();
  if (suite?.adresse) return <Passage titre="Connexion professionnelle" nom={nom} adresse={suite.adresse} />;
  return (
    <Page titre="Connexion professionnelle" filDAriane={[{ texte: 'Se connecter', href: '/connexion' }]}>
      {suite?.echec && (
        <Alerte ton="erreur" titre={suite.echec.titre}>
          {suite.echec.message}
        </Alerte>
      )}
      <BoutonProfessionnel
        nom={nom}
        vers={suite?.vers ?? vers}
        {...(suite?.echec ? { texte: `Réessayer avec ${nom}` } : {})}
      />
    </Page>
  );
}
