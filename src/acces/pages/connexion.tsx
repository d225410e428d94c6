import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { Alerte, Bouton, Page } from '#interface';
import { listerPersonas } from '../comptes/acteurs.ts';
import { contexteServices } from '../contexte.ts';
import { LIBELLES_DE_PROFIL } from '../regles/profils.ts';
import { COOKIE_DE_SESSION, ouvrirSession } from '../session.ts';

export const meta = () => [{ title: 'Se connecter - Jalon' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { base, configuration } = context.get(contexteServices);
  const personas = configuration.demonstration ? await listerPersonas(base) : [];
  return {
    demonstration: configuration.demonstration,
    vers: cheminInterne(new URL(request.url).searchParams.get('vers')),
    personas: personas.map((persona) => ({ ...persona, profil: LIBELLES_DE_PROFIL[persona.profil] })),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { base, horloge, alea, configuration } = context.get(contexteServices);
  const formulaire = await request.formData();
  if (!configuration.demonstration) throw data(null, { status: 404 });
  const jeton = await ouvrirSession(base, String(formulaire.get('compte') ?? ''), { horloge, alea });
  if (jeton === null) return redirect('/connexion');
  const securise = (configuration.origine ?? request.url).startsWith('https:') ? '; Secure' : '';
  return redirect(cheminInterne(String(formulaire.get('vers') ?? '/')), {
    headers: { 'Set-Cookie': `${COOKIE_DE_SESSION}=${jeton}; Path=/; HttpOnly; SameSite=Lax${securise}` },
  });
}

export default function Connexion() {
  const { personas, vers, demonstration } = useLoaderData<typeof loader>();
  if (!demonstration) {
    return (
      <Page titre="Se connecter">
        <Alerte ton="info" titre="Aucun moyen de connexion n’est ouvert">
          Demandez à l’administrateur de Jalon d’ouvrir la connexion professionnelle, ou de démarrer la démonstration.
        </Alerte>
      </Page>
    );
  }
  return (
    <Page
      titre="Choisir un personnage"
      phrase="Chaque personnage voit et fait ce que son profil permet. Aucun mot de passe : les données sont inventées."
    >
      <ul className="jalon-personas">
        {personas.map((persona) => (
          <li key={persona.id}>
            <form method="post" action="/connexion">
              <input type="hidden" name="compte" value={persona.id} />
              <input type="hidden" name="vers" value={vers} />
              <h2>{persona.nom}</h2>
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
    </Page>
  );
}

/** A path of this application only: never another site. */
function cheminInterne(chemin: string | null): string {
  return chemin && /^\/(?![/\\])/.test(chemin) ? chemin : '/';
}
