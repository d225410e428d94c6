import { z } from 'zod';
import { PORTEES, type RouteDApi } from '#acces';
import { RACINE_DE_L_API, ROUTES_DE_L_API } from './routes.ts';

type Json = Record<string, unknown>;

/** The description of the API for programs: OpenAPI 3.1, made from the routes themselves. */
export function decrireLApi(origine: string): Json {
  const chemins: Record<string, Json> = {};
  for (const route of ROUTES_DE_L_API) {
    chemins[route.chemin] = { ...chemins[route.chemin], [route.methode]: decrireRoute(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Jalon',
      version: '1',
      description: 'Les plans et les actions de l’administration territoriale, avec les droits du titulaire du jeton.',
    },
    servers: [{ url: `${origine}${RACINE_DE_L_API}` }],
    security: [{ jeton: [] }],
    paths: chemins,
    components: {
      securitySchemes: {
        jeton: {
          type: 'http',
          scheme: 'bearer',
          description: 'Un jeton créé dans Jalon, « Mes jetons » : jalon_…',
        },
      },
      schemas: { Refus: schemaDe(REFUS, 'output') },
    },
  };
}

/** A parameter of the address or of the query, as the page and the description show it. */
export type ParametreDApi = {
  readonly nom: string;
  readonly requis: boolean;
  readonly description: string | null;
  readonly schema: Json;
};

export function parametresDe(schema: z.ZodType): ParametreDApi[] {
  const { properties = {}, required = [] } = schemaDe(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([nom, { description, ...reste }]) => ({
    nom,
    requis: required.includes(nom),
    description: typeof description === 'string' ? description : null,
    schema: reste,
  }));
}

function decrireRoute(route: RouteDApi): Json {
  const { resume, description, portee, parametres, requete, corps, reponse } = route;
  const enParametre = (lieu: 'path' | 'query') => (parametre: ParametreDApi) => ({
    name: parametre.nom,
    in: lieu,
    required: lieu === 'path' || parametre.requis,
    ...(parametre.description === null ? {} : { description: parametre.description }),
    schema: parametre.schema,
  });
  return {
    summary: resume,
    description: [
      ...(description === undefined ? [] : [description]),
      `Portée : ${portee} (${PORTEES[portee].libelle}).`,
    ].join('\n\n'),
    security: [{ jeton: [portee] }],
    parameters: [
      ...parametresDe(parametres).map(enParametre('path')),
      ...parametresDe(requete).map(enParametre('query')),
      ...(corps === null ? [] : [CLE_D_IDEMPOTENCE]),
    ],
    ...(corps === null
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: schemaDe(corps, 'input') } } } }),
    responses: {
      [corps === null ? '200' : '201']: {
        description: 'Fait',
        content: { 'application/json': { schema: schemaDe(reponse, 'output') } },
      },
      ...Object.fromEntries(
        Object.entries(REPONSES_DE_REFUS).map(([statut, texte]) => [
          statut,
          {
            description: texte,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Refus' } } },
          },
        ]),
      ),
    },
  };
}

const CLE_D_IDEMPOTENCE = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'Une valeur propre à cette écriture ; la même si vous devez la renvoyer : elle ne sera faite qu’une fois.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

/** What each refusal means, in the order of their numbers. */
export const REPONSES_DE_REFUS: Readonly<Record<string, string>> = {
  '401': 'Le jeton manque, n’existe pas, a expiré ou a été révoqué',
  '403': 'Le jeton n’a pas cette portée, ou son titulaire n’a pas ce droit',
  '404': 'L’objet n’existe pas',
  '409': 'Quelque chose a changé entre-temps',
  '422': 'La demande n’est pas comprise : « champs » dit où',
  '429': 'Trop de demandes : attendez le nombre de secondes de Retry-After',
};

const REFUS = z.strictObject({
  erreur: z.strictObject({
    regle: z.string().meta({ description: 'Nom stable de la règle' }),
    message: z.string().meta({ description: 'Phrase à montrer : quoi, où, que faire' }),
    champs: z.record(z.string(), z.string()).optional(),
  }),
});

function schemaDe(schema: z.ZodType, sens: 'input' | 'output'): Json {
  const { $schema: _, ...reste } = z.toJSONSchema(schema, { io: sens, unrepresentable: 'any' });
  return reste;
}
