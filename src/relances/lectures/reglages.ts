import type { Base } from '#socle/base';
import { type Reglage, SANS_RELANCE } from '../regles/reglage.ts';

/** What each of these plans reminds of; a plan that nobody set is absent. */
export async function lireReglages(base: Base, plans: readonly string[]): Promise<ReadonlyMap<string, Reglage>> {
  if (plans.length === 0) return new Map();
  const lignes = await base
    .selectFrom('regle_de_relance')
    .selectAll()
    .where('plan_id', 'in', [...plans])
    .execute();
  return new Map(lignes.map((ligne) => [ligne.plan_id, enReglage(ligne)]));
}

/** What one plan reminds of, with the version its form sends back: 0 before it was ever set. */
export async function lireReglage(
  base: Base,
  plan: string,
): Promise<{ readonly reglage: Reglage; readonly version: number }> {
  const ligne = await base.selectFrom('regle_de_relance').selectAll().where('plan_id', '=', plan).executeTakeFirst();
  return ligne === undefined
    ? { reglage: SANS_RELANCE, version: 0 }
    : { reglage: enReglage(ligne), version: ligne.version };
}

type Ligne = {
  readonly avant: number | null;
  readonly apres: number | null;
  readonly puis: number | null;
  readonly silence: number | null;
  readonly comite: number | null;
};

function enReglage({ avant, apres, puis, silence, comite }: Ligne): Reglage {
  return { avant, apres: apres === null || puis === null ? null : { premier: apres, puis }, silence, comite };
}
