import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { contexteServices, contexteVisite, PORTEES } from '#acces';
import { BlocDeCode, Definitions, Lien, LienBouton, Page, Section, Tableau } from '#interface';
import { type ParametreDApi, parametresDe, REPONSES_DE_REFUS } from '../api/description.ts';
import { RACINE_DE_L_API, ROUTES_DE_L_API } from '../api/routes.ts';

export const meta = () => [{ title: 'API - Jalon' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { configuration } = context.get(contexteServices);
  const racine = `${configuration.origine ?? new URL(request.url).origin}${RACINE_DE_L_API}`;
  return {
    connecte: context.get(contexteVisite).acteur !== null,
    racine,
    refus: Object.entries(REPONSES_DE_REFUS).map(([statut, texte]) => ({ statut, texte })),
    routes: ROUTES_DE_L_API.map(({ methode, chemin, resume, description, portee, parametres, requete, corps }) => ({
      methode: methode.toUpperCase(),
      chemin,
      resume,
      description: description ?? null,
      portee,
      porteeLibelle: PORTEES[portee].libelle,
      champs: [
        ...parametresDe(parametres).map(enLigne('adresse')),
        ...parametresDe(requete).map(enLigne('après « ? »')),
        ...(corps === null ? [] : parametresDe(corps).map(enLigne('corps'))),
      ],
      exemple: exemple(racine, methode, chemin),
    })),
  };
}

/** One thing to give: its name, where it goes, what it means. */
function enLigne(ou: 'adresse' | 'après « ? »' | 'corps') {
  return ({ nom, requis, description, schema }: ParametreDApi) => ({
    nom,
    ou,
    requis,
    description: description ?? '',
    valeurs: valeursDe(schema),
  });
}

/** What may be given, in words: the list when there is one, the bounds of a number, else nothing to say. */
function valeursDe(schema: Readonly<Record<string, unknown>>): string {
  if (Array.isArray(schema.enum)) return schema.enum.join(', ');
  if (schema.type === 'integer')
    return `de ${schema.minimum} à ${schema.maximum}${schema.default === undefined ? '' : ` (${schema.default} par défaut)`}`;
  return '';
}

function exemple(racine: string, methode: 'get' | 'post', chemin: string): string {
  const adresse = `${racine}${chemin}`;
  if (methode === 'get') return `curl -H "Authorization: Bearer $JETON" "${adresse}"`;
  return [
    `curl -X POST "${adresse}"`,
    '-H "Authorization: Bearer $JETON"',
    '-H "Content-Type: application/json"',
    '-H "Idempotency-Key: releve-2026-03-12-action-7"',
    `-d '{"statut": "en_cours", "taux": 40.5, "texte": "Marché notifié"}'`,
  ].join(' \\\n  ');
}

export default function PageDeLApi() {
  const { connecte, racine, routes, refus } = useLoaderData<typeof loader>();
  return (
    <Page
      filDAriane={[{ texte: 'Accueil', href: '/' }]}
      titre="API"
      phrase="Un programme lit Jalon et y écrit comme vous, avec vos droits : les mêmes données, les mêmes règles que les pages."
      actions={
        <>
          {connecte && <LienBouton href="/compte/jetons">Créer un jeton</LienBouton>}
          <a className="fr-btn fr-btn--secondary jalon-bouton" href={`${RACINE_DE_L_API}/openapi.json`}>
            Description OpenAPI 3.1
          </a>
        </>
      }
    >
      <Section titre="Commencer">
        <p>
          {connecte ? (
            <Lien href="/compte/jetons">Créez un jeton</Lien>
          ) : (
            'Connectez-vous, créez un jeton dans votre compte'
          )}
          , puis donnez-le à chaque demande. Les réponses sont en JSON.
        </p>
        <BlocDeCode>{exemple(racine, 'get', '/plans?limite=5')}</BlocDeCode>
        <Definitions
          elements={[
            {
              terme: 'Droits',
              valeur:
                'Ceux de la personne qui a créé le jeton, au moment de la demande, bornés par ce à quoi le jeton est ouvert.',
            },
            {
              terme: 'Longues listes',
              valeur: 'Redonnez la valeur de « suivant » dans « curseur », jusqu’à ce qu’elle soit nulle.',
            },
            {
              terme: 'Écrire une seule fois',
              valeur:
                'Chaque écriture porte un en-tête Idempotency-Key de votre choix. Sans réponse, renvoyez la même : elle n’est faite qu’une fois.',
            },
            {
              terme: 'Débit',
              valeur: '600 demandes par minute et par jeton ; au-delà, attendez Retry-After secondes.',
            },
          ]}
        />
      </Section>
      {routes.map((route) => (
        <Section key={`${route.methode} ${route.chemin}`} titre={route.resume}>
          <BlocDeCode>{`${route.methode} ${RACINE_DE_L_API}${route.chemin}`}</BlocDeCode>
          {route.description !== null && <p>{route.description}</p>}
          <p className="jalon-discret">
            Portée : {route.portee} ({route.porteeLibelle.toLowerCase()})
          </p>
          <Tableau
            legende={`À donner à ${route.methode} ${route.chemin}`}
            lignes={route.champs}
            cleDeLigne={({ nom }) => nom}
            colonnes={[
              {
                cle: 'nom',
                titre: 'Nom',
                cellule: ({ nom, requis }) => (
                  <>
                    <code>{nom}</code>
                    {requis && <span className="jalon-discret"> obligatoire</span>}
                  </>
                ),
              },
              { cle: 'ou', titre: 'Où', cellule: ({ ou }) => ou },
              { cle: 'sens', titre: 'Sens', largeur: 'large', cellule: ({ description }) => description },
              { cle: 'valeurs', titre: 'Valeurs', largeur: 'large', cellule: ({ valeurs }) => valeurs || <Rien /> },
            ]}
          />
          <BlocDeCode>{route.exemple}</BlocDeCode>
        </Section>
      ))}
      <Section titre="Quand Jalon refuse">
        <p>
          La réponse nomme la règle et la dit en français : <code>erreur.regle</code>, <code>erreur.message</code>, et{' '}
          <code>erreur.champs</code> quand un champ est à corriger.
        </p>
        <Tableau
          legende="Refus de l’API"
          lignes={refus}
          cleDeLigne={({ statut }) => statut}
          colonnes={[
            { cle: 'statut', titre: 'Réponse', largeur: 'etroite', cellule: ({ statut }) => statut },
            { cle: 'sens', titre: 'Sens', largeur: 'large', cellule: ({ texte }) => texte },
          ]}
        />
      </Section>
    </Page>
  );
}

function Rien() {
  return <span className="jalon-discret">–</span>;
}
