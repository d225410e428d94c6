import { z } from 'zod';
import { type GenreDAlerte, POSITIONS } from '#indicateurs/regles';
import { type Jour, lireJour } from '#socle/valeurs';
import type { Reforme } from '../lectures/reformes.ts';
import { LIBELLES_D_ALERTE, type SuiviPresente } from '../presentation.ts';
import { METEOS } from '../regles/meteo.ts';

// What the API says of reforms: the shapes of `presentation.ts`, written so that a program can check them. The compiler
// holds the two together, a test the answers.

export const jour = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((texte) => lireJour(texte) !== null)
  .transform((texte) => texte as Jour)
  .meta({ description: 'Jour à Paris, AAAA-MM-JJ' });

const chiffre = z.strictObject({
  valeur: z
    .string()
    .nullable()
    .meta({ description: 'Décimal exact, arrondi à deux décimales ; null : pas de chiffre' }),
  texte: z.string().meta({ description: 'Comme l’écran le dit' }),
});
const ecart = chiffre.extend({
  retrait: z.boolean().meta({ description: 'Plus de 10 points en dessous, strictement, sur le chiffre exact' }),
});
const ALERTES = z.enum(Object.keys(LIBELLES_D_ALERTE) as [GenreDAlerte, ...GenreDAlerte[]]);
const MAILLES = z.enum(['national', 'regional', 'departemental']);

export const reformePresentee = z.strictObject({
  id: z.string(),
  nom: z.string(),
  description: z.string().nullable(),
  theme: z.string(),
  ministere: z.string().nullable(),
  equipe: z.string(),
  mailles: z.array(MAILLES),
  etat: z.enum(['brouillon', 'active', 'archivee']),
  demonstration: z.boolean(),
  territoires: z.array(z.string()).meta({ description: 'Codes des territoires où le titulaire du jeton la lit' }),
});

export function presenterReforme(reforme: Reforme, territoires: readonly string[]): z.output<typeof reformePresentee> {
  return {
    id: reforme.id,
    nom: reforme.nom,
    description: reforme.description,
    theme: reforme.theme,
    ministere: reforme.ministereNom,
    equipe: reforme.equipeNom,
    mailles: [...reforme.mailles],
    etat: reforme.etat,
    demonstration: reforme.demonstration,
    territoires: [...territoires],
  };
}

export const suiviPresente: z.ZodType<SuiviPresente> = z.strictObject({
  reforme: z.string(),
  nom: z.string(),
  theme: z.string(),
  ministere: z.string().nullable(),
  territoire: z.string(),
  demonstration: z.boolean(),
  position: z.enum(POSITIONS),
  taux: chiffre.extend({ etat: z.string() }).meta({ description: 'Taux d’avancement vers la dernière cible' }),
  brut: z
    .string()
    .nullable()
    .meta({ description: 'Le même avant d’être borné : négatif en recul, au-delà de 100 une fois la cible dépassée' }),
  tauxAnnuel: chiffre.meta({ description: 'Vers la dernière cible de l’année' }),
  ecart: ecart.meta({ description: 'Écart à la trajectoire, en points' }),
  mediane: ecart.meta({ description: 'Écart à la médiane des territoires de même maille, en points' }),
  signal: z
    .strictObject({
      code: z.string(),
      texte: z.string(),
      ton: z.enum(['neutre', 'info', 'succes', 'attention', 'alerte']),
    })
    .nullable(),
  meteo: z
    .strictObject({
      code: z.enum(METEOS),
      nom: z.string(),
      sens: z.string(),
      phrase: z.string(),
      jour,
      auteur: z.string().nullable(),
      age: z.number().int().meta({ description: 'Jours depuis la déclaration' }),
      ancienne: z.boolean(),
      divergente: z.boolean(),
      divergence: z.string().nullable().meta({ description: 'Les deux jugements en une phrase, quand ils diffèrent' }),
    })
    .nullable(),
  silence: z.number().int().nullable().meta({ description: 'Jours depuis la dernière valeur' }),
  jour: jour.nullable(),
  plusAncienne: jour.nullable(),
  couverture: z.string().nullable(),
  reculs: z.number().int(),
  alertes: z.array(z.strictObject({ code: ALERTES, texte: z.string() })),
});
