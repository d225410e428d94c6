import { sql } from 'kysely';
import { type ActeSur, type Cible, type EvenementLu, lireEvenements } from '#journal';
import type { Base } from '#socle/base';

export type EvenementDePlan = EvenementLu<ActeSur<'plan' | 'action' | 'axe'>> & {
  readonly auteurNom: string;
  readonly actionIntitule: string | null;
};

/** A plan, and the axes and actions that are or were in it. */
export function ciblesDuPlan(plan: string): Cible<'plan' | 'action' | 'axe'>[] {
  const de = (table: 'action' | 'axe') =>
    sql<string>`(select id::text from ${sql.table(table)} where plan_id = ${plan}::uuid)`;
  return [
    { type: 'plan', ids: [plan] },
    { type: 'action', ids: de('action') },
    { type: 'axe', ids: de('axe') },
  ];
}

/** What happened to a plan, its axes and its actions, the latest first. */
export async function historiqueDuPlan(
  base: Base,
  plan: string,
  etendue: { limite: number; saut: number },
): Promise<EvenementDePlan[]> {
  const evenements = await lireEvenements(base, ciblesDuPlan(plan), etendue);
  const [auteurs, actions] = await Promise.all([
    nommer(
      base,
      'signataire',
      evenements.flatMap(({ auteur }) => auteur ?? []),
    ),
    nommer(
      base,
      'action',
      evenements.flatMap(({ objet }) => (objet.type === 'action' ? [objet.id] : [])),
    ),
  ]);
  return evenements.map((evenement) => ({
    ...evenement,
    auteurNom: (evenement.auteur && auteurs.get(evenement.auteur)) ?? 'Jalon',
    actionIntitule: actions.get(evenement.objet.id) ?? null,
  }));
}

async function nommer(
  base: Base,
  table: 'signataire' | 'action',
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const uniques = [...new Set(ids)];
  const lignes =
    table === 'signataire'
      ? await base.selectFrom('signataire').select(['id', 'nom as texte']).where('id', 'in', uniques).execute()
      : await base.selectFrom('action').select(['id', 'intitule as texte']).where('id', 'in', uniques).execute();
  return new Map(lignes.map(({ id, texte }) => [id, texte]));
}
