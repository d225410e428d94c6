import { z } from 'zod';
import {
  type Acteur,
  CURSEUR_INVALIDE,
  curseur,
  ecrireCurseur,
  limite,
  lireCurseur,
  type RouteDApi,
  requete,
  routeDApi,
  selon,
  suivant,
} from '#acces';
import type { Base } from '#socle/base';
import { echec, type Jour, lireJour, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { TYPES_DE_VALEUR } from '../calcul/modele.ts';
import { INDICATEUR_ABSENT } from '../commandes/sur-l-indicateur.ts';
import type { Portee } from '../fiche/portee.ts';
import { recevoirLot } from '../importer/recevoir-lot.ts';
import {
  definitionsApres,
  type IndicateurDApi,
  trouverParIdentifiant,
  type ValeurDApi,
  valeursApres,
} from '../lectures/pour-api.ts';
import { estResponsable, peutLireIndicateur, type Responsabilites } from '../politique.ts';

/** Which figures this person reads and writes: decided above, by the reforms the indicators belong to. */
export type PorteeDePersonne = (
  base: Base,
  acteur: Acteur,
) => Promise<{
  /** By number; null: all of them, everywhere. */
  readonly lisibles: ReadonlyMap<number, ReadonlySet<string>> | null;
  readonly tenus: Responsabilites;
}>;

const VALEURS_AU_PLUS = 1_000;
const MAILLES = z.enum(['national', 'regional', 'departemental']);
const TYPES = z.enum(TYPES_DE_VALEUR).meta({ description: 'vi : valeur initiale ; va : valeur ; vc : cible' });

const jour = z
  .string()
  .transform((texte): Jour | null => lireJour(texte))
  .pipe(z.custom<Jour>((lu) => lu !== null));

const indicateur: z.ZodType<IndicateurDApi> = z.strictObject({
  identifiant: z.string(),
  nom: z.string(),
  mesure: z.string().nullable(),
  unite: z.string(),
  sens: z.enum(['hausse', 'baisse']).meta({ description: 'Le sens qui est le bon' }),
  decimales: z.number().int(),
  methode: z.string().nullable(),
  source: z.string().nullable(),
  periodicite: z.enum(['mensuelle', 'trimestrielle', 'semestrielle', 'annuelle']),
  delaiEnMois: z.number().int(),
  mailles: z.array(MAILLES),
  etat: z.enum(['brouillon', 'actif', 'archive']),
});

const valeur = z.strictObject({
  territoire: z.string().meta({ description: 'FR, R53, D29' }),
  type: TYPES,
  jour: z.string().meta({ description: 'Jour à Paris, AAAA-MM-JJ' }),
  valeur: z.string().meta({ description: 'Décimal exact' }),
});

const LOT = z.strictObject(
  {
    valeurs: z
      .array(
        z.strictObject(
          {
            identifiant_indic: z.string().max(100),
            zone_id: z.string().max(20).meta({ description: 'FRANCE, R53 ou D29' }),
            zone_nom: z.string().max(200).optional(),
            date_valeur: z.string().max(30).meta({ description: 'AAAA-MM-JJ' }),
            type_valeur: z.string().max(10).meta({ description: 'vi, va ou vc' }),
            valeur: z
              .union([z.number(), z.string().max(60)])
              .transform((nombre) => String(nombre))
              .meta({ description: 'Un nombre, ou un texte pour ne rien perdre de ses décimales' }),
          },
          { error: 'Chaque valeur a identifiant_indic, zone_id, date_valeur, type_valeur, valeur, et rien d’autre.' },
        ),
      )
      .min(1, 'Envoyez au moins une valeur.')
      .max(VALEURS_AU_PLUS, `Envoyez ${VALEURS_AU_PLUS} valeurs au plus à la fois.`),
    motif: z
      .string()
      .trim()
      .max(1_000)
      .optional()
      .meta({ description: 'Pourquoi des valeurs connues changent, ou ne ressemblent pas à leur histoire' }),
  },
  { error: 'Envoyez un objet JSON qui a « valeurs », et « motif » si des valeurs changent.' },
);

const CURSEUR_D_INDICATEURS = z.strictObject({ identifiant: z.string() });
const CURSEUR_DE_VALEURS = z.strictObject({ territoire: z.string(), type: z.enum(TYPES_DE_VALEUR), jour });

/** What the API does with indicators. The same readings, policies and rules as the pages and the files. */
export function apiDesIndicateurs(porteeDe: PorteeDePersonne): readonly RouteDApi[] {
  return [
    routeDApi({
      methode: 'get',
      chemin: '/indicateurs',
      portee: 'valeurs.lire',
      resume: 'Les définitions des indicateurs, par identifiant ; aucune valeur',
      parametres: z.strictObject({}),
      requete: requete({
        q: z.string().max(200).optional().meta({ description: 'Mots à chercher' }),
        curseur,
        limite: limite(50, 200),
      }),
      corps: null,
      reponse: z.strictObject({ indicateurs: z.array(indicateur), suivant }),
      async traiter({ services: { base }, acteur, requete: { q, curseur: place, limite: nombre } }) {
        const apres = place === undefined ? null : lireCurseur(place, CURSEUR_D_INDICATEURS);
        if (place !== undefined && apres === null) return echec(CURSEUR_INVALIDE);
        const { tenus } = await porteeDe(base, acteur);
        const lus = await definitionsApres(base, acteur, tenus, {
          q: q?.trim() || null,
          apres: apres?.identifiant ?? null,
          limite: nombre,
        });
        const indicateurs = lus.slice(0, nombre);
        const dernier = lus.length > nombre ? indicateurs.at(-1) : undefined;
        return reussite({
          indicateurs,
          suivant: dernier === undefined ? null : ecrireCurseur({ identifiant: dernier.identifiant }),
        });
      },
    }),
    routeDApi({
      methode: 'get',
      chemin: '/indicateurs/{identifiant}/valeurs',
      portee: 'valeurs.lire',
      resume: 'Les valeurs connues d’un indicateur, dans les territoires que le titulaire du jeton lit',
      description: 'Les valeurs saisies, importées ou envoyées ; celles d’un ensemble calculé n’y sont pas.',
      parametres: z.object({ identifiant: z.string().meta({ description: 'Identifiant de l’indicateur' }) }),
      requete: requete({
        territoire: z
          .string()
          .regex(/^(FR|R\d{2}|D(\d{2,3}|2[AB]))$/, 'Un code comme FR, R53 ou D29.')
          .optional()
          .meta({ description: 'Un seul territoire' }),
        type: TYPES.optional(),
        curseur,
        limite: limite(500, 2_000),
      }),
      corps: null,
      reponse: z.strictObject({ valeurs: z.array(valeur), suivant }),
      async traiter({
        services: { base },
        acteur,
        parametres,
        requete: { curseur: place, limite: nombre, ...filtres },
      }) {
        const apres = place === undefined ? null : lireCurseur(place, CURSEUR_DE_VALEURS);
        if (place !== undefined && apres === null) return echec(CURSEUR_INVALIDE);
        const ouvert = await ouvrir(base, acteur, parametres.identifiant, porteeDe);
        if (!ouvert.ok) return ouvert;
        const { numero, portee } = ouvert.valeur;
        const territoire = filtres.territoire ?? null;
        if (territoire !== null && portee !== 'tous' && !portee.has(territoire)) return echec(PAS_OUVERT);
        const lues = await valeursApres(base, numero, portee, {
          territoire,
          type: filtres.type ?? null,
          apres,
          limite: nombre,
        });
        const valeurs: readonly ValeurDApi[] = lues.slice(0, nombre);
        const derniere = lues.length > nombre ? valeurs.at(-1) : undefined;
        return reussite({
          valeurs: [...valeurs],
          suivant: derniere === undefined ? null : ecrireCurseur(placeDe(derniere)),
        });
      },
    }),
    routeDApi({
      methode: 'post',
      chemin: '/valeurs',
      portee: 'valeurs.ecrire',
      resume: `Envoie des valeurs, ${VALEURS_AU_PLUS} au plus à la fois, au format du tableau de bord de l’État`,
      description:
        'Tout le lot est écrit, ou rien : une valeur fautive, ou des valeurs qui changent ou ne ressemblent pas à leur histoire sans « motif », et le refus les nomme. Les mêmes valeurs, renvoyées, n’écrivent rien. Le lot s’annule en entier sur la page des imports.',
      parametres: z.strictObject({}),
      requete: requete({}),
      corps: LOT,
      reponse: z.strictObject({
        importation: z
          .string()
          .nullable()
          .meta({ description: 'L’import qui garde ce lot ; null si tout était déjà connu' }),
        nouvelles: z.number().int(),
        modifiees: z.number().int(),
        identiques: z.number().int(),
      }),
      async traiter({ services, acteur, corps, identifiant }) {
        const { tenus } = await porteeDe(services.base, acteur);
        const lot = {
          motif: corps.motif || null,
          valeurs: corps.valeurs.map(({ zone_nom: _nom, ...reste }) => reste),
        };
        return recevoirLot(services, acteur, identifiant, lot, tenus);
      },
    }),
  ];
}

const PAS_OUVERT: Refus = {
  nature: 'interdit',
  regle: 'indicateur.lire.portee',
  message: 'Les valeurs de cet indicateur ne sont pas ouvertes au titulaire du jeton, ou pas dans ce territoire.',
};

function placeDe({ territoire, type, jour: quand }: ValeurDApi) {
  return { territoire, type, jour: quand };
}

async function ouvrir(
  base: Base,
  acteur: Acteur,
  identifiant: string,
  porteeDe: PorteeDePersonne,
): Promise<Resultat<{ readonly numero: number; readonly portee: Portee }>> {
  const vu = await trouverParIdentifiant(base, identifiant);
  if (vu === null) return echec(INDICATEUR_ABSENT);
  const { lisibles, tenus } = await porteeDe(base, acteur);
  const permis = selon(peutLireIndicateur(acteur, vu, tenus));
  if (!permis.ok) return permis;
  if (lisibles === null || estResponsable(acteur, vu, tenus)) return reussite({ numero: vu.numero, portee: 'tous' });
  const portee = lisibles.get(vu.numero);
  return portee === undefined || portee.size === 0 ? echec(PAS_OUVERT) : reussite({ numero: vu.numero, portee });
}
