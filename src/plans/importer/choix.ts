import { z } from 'zod';
import type { ChampDePlan } from '../regles/lecture.ts';

export const CHAMPS_DE_PLAN: Readonly<Record<ChampDePlan, string>> = {
  numero: 'Numéro d’ordre',
  code: 'Code',
  axe: 'Axe',
  sous_axe: 'Sous-axe',
  recommandation: 'Recommandations visées',
  intitule: 'Action',
  mise_en_oeuvre: 'Mise en œuvre',
  description: 'Description',
  pilotes: 'Pilotes',
  en_lien_avec: 'En lien avec',
  concours: 'Concours',
  echeance: 'Échéances',
  livrables: 'Livrables',
  livrables_et_echeances: 'Livrables et échéances',
  avancement: 'État d’avancement',
  statut: 'Statut',
  taux: 'Taux de réalisation',
  trajectoire: 'Trajectoire (taux attendu à une date)',
  ignoree: 'Ne pas importer',
};

const champ = z.enum(Object.keys(CHAMPS_DE_PLAN) as [ChampDePlan, ...ChampDePlan[]]);

/** What the user decided on the preview: kept with the import, so that the page can be left and found again. */
export const CHOIX = z.object({
  /** Column by column, from 0, where the user corrected what was understood. */
  correspondance: z.record(z.string().regex(/^\d{1,3}$/), champ).default({}),
  /** Rank of the table to read, when the document holds several; null: the one that looks most like a plan. */
  tableau: z.number().int().min(0).max(1_000).nullable().default(null),
  /** The plan's date typed here, from which missing years are deduced. */
  reference: z.string().nullable().default(null),
  /** Keys of the rows left out (`cleDeLigne`). */
  ecartees: z.array(z.string().max(20)).max(100_000).default([]),
  /** Cells read anew with these words. */
  corrections: z
    .array(z.object({ ligne: z.number().int(), colonne: z.number().int(), texte: z.string().max(20_000) }))
    .max(10_000)
    .default([]),
});

export type Choix = z.output<typeof CHOIX>;

export const AUCUN_CHOIX: Choix = CHOIX.parse({});

/** Names a row of the preview: its number in the file, and its rank among those with the same number (several tables). */
export function clesDeLignes(actions: readonly { readonly ligne: number }[]): string[] {
  const vues = new Map<number, number>();
  return actions.map(({ ligne }) => {
    const rang = vues.get(ligne) ?? 0;
    vues.set(ligne, rang + 1);
    return rang === 0 ? String(ligne) : `${ligne}.${rang}`;
  });
}
