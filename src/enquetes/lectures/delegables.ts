import type { Base } from '#socle/base';
import type { Cible } from './remontees.ts';

const AU_PLUS = 200;

/** The services of the same territory, to which an answer can be passed on. */
export function delegables(
  base: Base,
  { organisation, territoire }: Pick<Cible, 'organisation' | 'territoire'>,
): Promise<readonly { readonly id: string; readonly nom: string }[]> {
  return base
    .selectFrom('organisation')
    .select(['id', 'nom'])
    .where('territoire_code', '=', territoire)
    .where('id', '<>', organisation)
    .where('genre', '<>', 'collectif')
    .where('active', '=', true)
    .orderBy('nom')
    .limit(AU_PLUS)
    .execute();
}
