import type { Base } from '#socle/base';
import { TERRITOIRES } from '#territoires';
import { type Famille, servicesDuReseau } from '../regles/reseaux.ts';
import type { Remontee } from './remontees.ts';

export type ServiceVise = { readonly id: string; readonly territoire: string };

/** The services a remontée is for, as the directory is today. */
export async function servicesVises(
  base: Base,
  { id, reseau, territoire }: Pick<Remontee, 'id' | 'reseau' | 'territoire'>,
): Promise<readonly ServiceVise[]> {
  return reseau === 'choisis'
    ? servicesChoisis(base, { id, territoire })
    : servicesDeLaFamille(base, reseau, territoire);
}

async function servicesDeLaFamille(base: Base, famille: Famille, territoire: string): Promise<readonly ServiceVise[]> {
  const dedans = territoiresSous(territoire);
  const organisations = await base
    .selectFrom('organisation')
    .select(['id', 'territoire_code as territoire'])
    .where('active', '=', true)
    .where('genre', 'in', ['prefecture', 'sgar', 'sgcd'])
    .where('territoire_code', 'in', dedans)
    .orderBy('id')
    .execute();
  return servicesDuReseau(organisations, famille, dedans);
}

/** Those chosen one by one that are still in the directory, and in the territory of the remontée. */
export function servicesChoisis(
  base: Base,
  { id, territoire }: Pick<Remontee, 'id' | 'territoire'>,
): Promise<readonly (ServiceVise & { readonly nom: string })[]> {
  return base
    .selectFrom('remontee_destinataire as d')
    .innerJoin('organisation as o', 'o.id', 'd.organisation_id')
    .select(['o.id', 'o.nom', 'o.territoire_code as territoire'])
    .where('d.remontee_id', '=', id)
    .where('o.active', '=', true)
    .where('o.territoire_code', 'in', territoiresSous(territoire))
    .orderBy('o.nom')
    .orderBy('o.id')
    .execute();
}

/** This territory, and those it holds. */
export function territoiresSous(territoire: string): readonly string[] {
  return TERRITOIRES.filter(
    ({ code, parent }) => territoire === 'FR' || code === territoire || parent === territoire,
  ).map(({ code }) => code);
}
