import type { Base } from '#socle/base';
import { TERRITOIRES } from '#territoires';
import { servicesDuReseau } from '../regles/reseaux.ts';
import type { Remontee } from './remontees.ts';

export type ServiceVise = { readonly id: string; readonly territoire: string };

/** The services a remontée is for, as the directory is today. */
export async function servicesVises(
  base: Base,
  { reseau, territoire }: Pick<Remontee, 'reseau' | 'territoire'>,
): Promise<readonly ServiceVise[]> {
  const dedans = TERRITOIRES.filter(
    ({ code, parent }) => territoire === 'FR' || code === territoire || parent === territoire,
  ).map(({ code }) => code);
  const organisations = await base
    .selectFrom('organisation')
    .select(['id', 'territoire_code as territoire'])
    .where('active', '=', true)
    .where('genre', 'in', ['prefecture', 'sgar', 'sgcd'])
    .where('territoire_code', 'in', dedans)
    .orderBy('id')
    .execute();
  return servicesDuReseau(organisations, reseau, dedans);
}
