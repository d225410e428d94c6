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

const rang = z.number().int().min(0).max(10_000);
const cles = z.array(z.string().max(60)).max(100_000).default([]);

/** What the user decided on the preview: kept with the import, so that the page can be left and found again. */
export const CHOIX = z.object({
  /** Column by column, from 0, where the user corrected what was understood. */
  correspondance: z.record(z.string().regex(/^\d{1,3}$/), champ).default({}),
  /** Rank of the table to read, when the document holds several; null: the one that looks most like a plan. */
  tableau: z.number().int().min(0).max(1_000).nullable().default(null),
  /** The plan's date typed here, from which missing years are deduced. */
  reference: z.string().nullable().default(null),
  /** Keys of the rows left out (`cleDeLigne`). */
  ecartees: cles,
  /** Cells read anew with these words; `tableau` is a rank in the document, `ligne` the number seen in the file. */
  corrections: z
    .array(
      z.object({
        tableau: rang,
        ligne: z.number().int(),
        colonne: rang,
        texte: z.string().max(20_000, 'Ce texte dépasse 20 000 caractères : raccourcissez-le.'),
      }),
    )
    .max(10_000)
    .default([]),
  /** Keys of the differences ticked or unticked against what is proposed (`estRetenue`). */
  cochees: cles,
  decochees: cles,
  /** What was typed of the new plan, kept while its file is read again. */
  attributs: z.record(z.string().max(40), z.string().max(5_000)).default({}),
});

export type Choix = z.output<typeof CHOIX>;

export const AUCUN_CHOIX: Choix = CHOIX.parse({});

/** Names a row of the file: its table and its number there. */
export function cleDeLigne({ tableau, ligne }: { readonly tableau?: number; readonly ligne: number }): string {
  return tableau === undefined ? String(ligne) : `${tableau}:${ligne}`;
}

/** New and changed actions are taken unless unticked; what the file no longer has stays in the plan unless ticked. */
export function estRetenue(choix: Choix, cle: string): boolean {
  return proposee(cle) ? !choix.decochees.includes(cle) : choix.cochees.includes(cle);
}

/** The choice once a page showing the differences `vues` was sent with `retenues` ticked; the other pages are kept. */
export function retenir(choix: Choix, vues: readonly string[], retenues: ReadonlySet<string>): Choix {
  const montrees = new Set(vues);
  const ailleurs = (cle: string) => !montrees.has(cle);
  return {
    ...choix,
    cochees: [...choix.cochees.filter(ailleurs), ...vues.filter((cle) => !proposee(cle) && retenues.has(cle))],
    decochees: [...choix.decochees.filter(ailleurs), ...vues.filter((cle) => proposee(cle) && !retenues.has(cle))],
  };
}

function proposee(cle: string): boolean {
  return !cle.startsWith('a:');
}
