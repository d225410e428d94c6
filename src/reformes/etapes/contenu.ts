import { z } from 'zod';
import { type GenreDAlerte, POSITIONS, type Position } from '#indicateurs/regles';
import type { Ton } from '#interface';
import { type Jour, lireJour } from '#socle/valeurs';
import { LIBELLES_D_ALERTE, type SuiviPresente } from '../presentation.ts';
import { METEOS } from '../regles/meteo.ts';

const TONS = ['neutre', 'info', 'succes', 'attention', 'alerte'] as const satisfies readonly Ton[];

const jour = z.string().transform((texte, contexte): Jour => {
  const lu = lireJour(texte);
  if (lu === null) contexte.addIssue({ code: 'custom', message: `jour illisible : ${texte}` });
  return lu ?? ('' as Jour);
});
const chiffre = z.object({ valeur: z.string().nullable(), texte: z.string() });

/** A reform as it was shown. What was kept is read back as it is; what did not exist yet is said to be absent. */
const LIGNE = z.object({
  reforme: z.string(),
  nom: z.string(),
  theme: z.string(),
  ministere: z.string().nullable(),
  territoire: z.string(),
  demonstration: z.boolean(),
  position: z.enum(POSITIONS) satisfies z.ZodType<Position>,
  taux: chiffre.extend({ etat: z.string() }),
  brut: z.string().nullable().default(null),
  tauxAnnuel: chiffre,
  ecart: chiffre.extend({ retrait: z.boolean() }),
  mediane: chiffre.extend({ retrait: z.boolean() }),
  signal: z.object({ code: z.string(), texte: z.string(), ton: z.enum(TONS) }).nullable(),
  meteo: z
    .object({
      code: z.enum(METEOS),
      nom: z.string(),
      sens: z.string(),
      phrase: z.string(),
      jour,
      auteur: z.string().nullable(),
      age: z.number(),
      ancienne: z.boolean(),
      divergente: z.boolean(),
      divergence: z.string().nullable().default(null),
    })
    .nullable(),
  silence: z.number().nullable(),
  jour: jour.nullable(),
  plusAncienne: jour.nullable(),
  couverture: z.string().nullable(),
  reculs: z.number(),
  alertes: z.array(z.object({ code: z.custom<GenreDAlerte>(estAlerte), texte: z.string() })),
});

/** The content of a point d'étape, as it is kept. */
export function lireContenu(contenu: unknown): readonly SuiviPresente[] {
  return z.array(LIGNE).parse(contenu);
}

function estAlerte(code: unknown): boolean {
  return typeof code === 'string' && Object.hasOwn(LIBELLES_D_ALERTE, code);
}
