import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { Alerte, Bouton, enumerer, formaterJour, Page, PageDeRefus, Section } from '#interface';
import { valeursDeFormulaire } from '#socle';
import { jourAParis } from '#socle/valeurs';
import { TERRITOIRES } from '#territoires';
import { servicesDuTerritoire, servicesQuiDecident } from '../arrivees/a-qui.ts';
import { preciserDemande } from '../arrivees/preciser.ts';
import { COOKIE_DE_VISITE, demandeDeLaVisite, fermerVisite } from '../arrivees/visite.ts';
import { contexteServices, contexteVisite, refuser, STATUTS } from '../contexte.ts';
import { lireCookie } from '../cookies.ts';
import { jetonDeFormulaire } from '../session.ts';
import { territoiresEnOptions } from '../territoires-en-options.ts';
import { entetesDeLAction, exigerOidc, passerChezLeFournisseur } from './connexion-commune.ts';
import { DemandeAPreciser } from './demande-a-preciser.tsx';
import { Passage } from './passage.tsx';

export const meta = () => [{ title: 'Pas encore de compte - Jalon' }];
export const headers = entetesDeLAction;

/** For whoever proved an identity that opens no account: whom to ask, and what was answered. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { base, horloge, ...services } = context.get(contexteServices);
  if (context.get(contexteVisite).acteur !== null) throw redirect('/');
  const { nom: fournisseur } = exigerOidc(context);
  const jeton = lireCookie(request, COOKIE_DE_VISITE);
  const demande = jeton === null ? null : await demandeDeLaVisite({ base, horloge, ...services }, jeton);
  if (jeton === null || demande === null) return data({ ouverte: false as const }, { status: 403 });
  const { searchParams } = new URL(request.url);
  const choisi =
    TERRITOIRES.find(({ code }) => code === (searchParams.get('territoire') ?? demande.territoire)) ?? null;
  const [decident, servicesProposes] = await Promise.all([
    servicesQuiDecident(base, horloge, choisi?.code ?? null),
    choisi === null ? [] : servicesDuTerritoire(base, choisi.code),
  ]);
  return {
    ouverte: true as const,
    fournisseur,
    jeton: jetonDeFormulaire(jeton),
    demande: {
      etat: demande.etat,
      qui: [demande.nom, demande.courriel && `(${demande.courriel})`].filter(Boolean).join(' '),
      le: formaterJour(jourAParis(new Date(demande.creeeLe))),
      precisee: demande.territoire !== null,
      organisation: demande.organisation,
      message: demande.message,
      reponse: demande.reponse,
    },
    envoyee: searchParams.has('envoyee'),
    territoire: choisi && { code: choisi.code, genitif: choisi.genitif },
    territoires: territoiresEnOptions('France entière (administration centrale)'),
    decident,
    services: servicesProposes,
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const services = context.get(contexteServices);
  const jeton = lireCookie(request, COOKIE_DE_VISITE);
  const formulaire = await request.formData();
  if (jeton === null || formulaire.get('jeton') !== jetonDeFormulaire(jeton))
    refuser({
      nature: 'interdit',
      regle: 'formulaire.jeton',
      message: 'Ce formulaire n’est plus celui de votre passage. Connectez-vous de nouveau, puis renvoyez-le.',
    });
  if (formulaire.get('verbe') === 'quitter') {
    const jetonIdentite = await fermerVisite(services, jeton);
    const passage = jetonIdentite === null ? null : await passerChezLeFournisseur(context, request, jetonIdentite);
    if (passage === null) return redirect('/');
    return data({ passage: { nom: passage.nom, adresse: passage.adresse }, refus: null }, { headers: passage.entetes });
  }
  const valeurs = valeursDeFormulaire(formulaire);
  const precisee = await preciserDemande(services, jeton, valeurs);
  if (precisee.ok) return redirect('/connexion/inconnu?envoyee=1');
  const { champs, message, nature } = precisee.refus;
  return data(
    { passage: null, refus: { valeurs, champs: champs ?? { formulaire: message } } },
    { status: STATUTS[nature] },
  );
}

export default function ConnexionInconnu() {
  const vue = useLoaderData<typeof loader>();
  const suite = useActionData<typeof action>();
  if (suite?.passage) return <Passage titre="Au revoir" {...suite.passage} />;
  if (!vue.ouverte)
    return (
      <PageDeRefus
        statut={403}
        titre="Il faut vous connecter d’abord"
        message="Cette page montre votre demande d’accès, une heure durant, à qui vient de prouver son identité."
      />
    );
  const { demande, decident, territoire, fournisseur, jeton } = vue;
  return (
    <Page
      titre={TITRES[demande.etat]}
      phrase={`${fournisseur} confirme votre identité\u00A0: ${demande.qui || 'agent sans nom ni courriel'}. Elle n’ouvre aucun compte dans Jalon.`}
    >
      {vue.envoyee && demande.etat === 'ouverte' && (
        <Alerte ton="succes" titre="Votre demande est transmise">
          {`Elle attend la réponse de\u00A0: ${enumerer(decident)}. Revenez vous connecter\u00A0: la réponse vous sera donnée ici.`}
        </Alerte>
      )}
      {demande.etat === 'refusee' && (
        <Alerte ton="attention" titre="Votre demande a été refusée" niveau="h2">
          <p>{demande.reponse ?? 'Aucun motif n’a été donné.'}</p>
          <p>Si votre situation a changé, faites une nouvelle demande ci-dessous.</p>
        </Alerte>
      )}
      {demande.etat === 'accordee' && (
        <Alerte ton="succes" titre="Votre demande est accordée" niveau="h2">
          Votre compte est en cours d’ouverture. Connectez-vous de nouveau pour entrer.
        </Alerte>
      )}
      {demande.etat === 'ouverte' && !vue.envoyee && (
        <Alerte ton="info" titre={`Une demande d’accès est enregistrée depuis le ${demande.le}`} niveau="h2">
          {demande.precisee
            ? `Elle attend la réponse de\u00A0: ${enumerer(decident)}.`
            : 'Les administrateurs nationaux en sont prévenus. Dites où vous travaillez\u00A0: elle ira à l’administrateur le plus proche, et sera traitée plus vite.'}
        </Alerte>
      )}
      {demande.etat !== 'accordee' && (
        <DemandeAPreciser
          jeton={jeton}
          territoires={vue.territoires}
          territoire={territoire}
          decident={decident}
          services={vue.services}
          demande={demande}
          refus={suite?.refus ?? null}
        />
      )}
      <Section titre={'Ce n’est pas vous, ou vous avez une autre identité\u202F?'}>
        <form method="post" action="/connexion/inconnu">
          <input type="hidden" name="jeton" value={jeton} />
          <input type="hidden" name="verbe" value="quitter" />
          <Bouton rang="tertiaire" icone="sortie">
            {`Se déconnecter de ${fournisseur}`}
          </Bouton>
        </form>
      </Section>
    </Page>
  );
}

const TITRES = {
  ouverte: 'Vous n’avez pas encore de compte',
  refusee: 'Vous n’avez pas de compte',
  accordee: 'Votre compte vous attend',
} as const;
