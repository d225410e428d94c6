import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { Alerte, Bouton, Page, Section } from '#interface';
import { listerPersonas } from '../comptes/acteurs.ts';
import { contexteServices } from '../contexte.ts';
import { lireCookie, poserCookie } from '../cookies.ts';
import { resumerAppareil } from '../regles/appareil.ts';
import { cheminInterne } from '../regles/chemin-interne.ts';
import { LIBELLES_DE_PROFIL } from '../regles/profils.ts';
import { COOKIE_DE_SESSION, ouvrirSessionDeDemonstration } from '../session.ts';
import { BoutonProfessionnel } from './bouton-professionnel.tsx';
import { freinerLesConnexions } from './connexion-commune.ts';

export const meta = () => [{ title: 'Se connecter - Jalon' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { base, configuration } = context.get(contexteServices);
  const personas = configuration.demonstration ? await listerPersonas(base) : [];
  return {
    demonstration: configuration.demonstration,
    fournisseur: configuration.oidc?.nom ?? null,
    vers: cheminInterne(new URL(request.url).searchParams.get('vers')),
    personas: personas.map((persona) => ({ ...persona, profil: LIBELLES_DE_PROFIL[persona.profil] })),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const services = context.get(contexteServices);
  const { configuration } = services;
  const formulaire = await request.formData();
  if (!configuration.demonstration) throw data(null, { status: 404 });
  await freinerLesConnexions(context);
  const jeton = await ouvrirSessionDeDemonstration(services, {
    compte: String(formulaire.get('compte') ?? ''),
    appareil: resumerAppareil(request.headers.get('user-agent')),
    ancienne: lireCookie(request, COOKIE_DE_SESSION),
  });
  if (jeton === null) return redirect('/connexion');
  return redirect(cheminInterne(String(formulaire.get('vers') ?? '/')), {
    headers: { 'Set-Cookie': poserCookie({ request, configuration }, COOKIE_DE_SESSION, jeton) },
  });
}

export default function Connexion() {
  const { personas, vers, demonstration, fournisseur } = useLoaderData<typeof loader>();
  if (!demonstration && fournisseur === null) {
    return (
      <Page titre="Se connecter">
        <Alerte ton="info" titre="Aucun moyen de connexion n’est ouvert">
          Demandez à l’administrateur de Jalon d’ouvrir la connexion professionnelle, ou de démarrer la démonstration.
        </Alerte>
      </Page>
    );
  }
  if (!demonstration && fournisseur !== null) {
    return (
      <Page titre="Se connecter" phrase="Jalon est ouvert aux agents de l’État, avec leur identité professionnelle.">
        <Professionnelle fournisseur={fournisseur} vers={vers} />
      </Page>
    );
  }
  return (
    <Page
      titre={fournisseur === null ? 'Choisir un personnage' : 'Se connecter'}
      {...(fournisseur === null ? { phrase: SANS_RISQUE } : {})}
    >
      {fournisseur === null ? (
        <Personas personas={personas} vers={vers} niveau="h2" />
      ) : (
        <>
          <Section titre="Avec votre identité professionnelle">
            <Professionnelle fournisseur={fournisseur} vers={vers} />
          </Section>
          <Section titre="Ou choisir un personnage">
            <p>{SANS_RISQUE}</p>
            <Personas personas={personas} vers={vers} niveau="h3" />
          </Section>
        </>
      )}
    </Page>
  );
}

const SANS_RISQUE =
  'Chaque personnage voit et fait ce que son profil permet. Aucun mot de passe\u00A0: les données sont inventées.';

function Professionnelle({ fournisseur, vers }: { readonly fournisseur: string; readonly vers: string }) {
  return (
    <>
      <p>{`${fournisseur} vérifie qui vous êtes\u202F; Jalon ne connaît ni votre mot de passe ni votre carte.`}</p>
      <BoutonProfessionnel nom={fournisseur} vers={vers} />
    </>
  );
}

type PersonaMontre = Awaited<ReturnType<typeof loader>>['personas'][number];

function Personas(props: {
  readonly personas: readonly PersonaMontre[];
  readonly vers: string;
  readonly niveau: 'h2' | 'h3';
}) {
  const { personas, vers, niveau: Titre } = props;
  return (
    <ul className="jalon-personas">
      {personas.map((persona) => (
        <li key={persona.id}>
          <form method="post" action="/connexion">
            <input type="hidden" name="compte" value={persona.id} />
            <input type="hidden" name="vers" value={vers} />
            <Titre className="jalon-personas__nom">{persona.nom}</Titre>
            <p className="jalon-personas__profil">
              {persona.profil} · {persona.organisation}
            </p>
            <p>{persona.presentation}</p>
            <Bouton rang="secondaire" taille="petite">
              Entrer<span className="fr-sr-only"> comme {persona.nom}</span>
            </Bouton>
          </form>
        </li>
      ))}
    </ul>
  );
}
