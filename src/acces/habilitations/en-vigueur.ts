import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import type { Droit, HabilitationEnVigueur, ObjetDHabilitation } from '../regles/habilitations.ts';
import { territoiresContenus, territoiresEnglobants } from './territoires-en-sql.ts';

/** The grants of these accounts in force on this day, by account. */
export async function habilitationsEnVigueur(
  base: Base,
  comptes: readonly string[],
  jour: Jour,
): Promise<Map<string, HabilitationEnVigueur[]>> {
  const parCompte = new Map<string, HabilitationEnVigueur[]>();
  if (comptes.length === 0) return parCompte;
  const lignes = await base
    .selectFrom('habilitation')
    .select(['compte_id', 'droit', 'objet_type', 'objet_id', 'fin'])
    .select([
      sql<string[]>`array(${territoiresContenus(sql.ref('habilitation.territoire_code'))})`.as('territoires'),
      sql<string[]>`array(${territoiresEnglobants(sql.ref('habilitation.territoire_code'))})`.as('englobants'),
    ])
    .where('compte_id', 'in', comptes)
    .where('retiree_le', 'is', null)
    .where('debut', '<=', jour)
    .where('fin', '>=', jour)
    .execute();
  for (const ligne of lignes) {
    const siennes = parCompte.get(ligne.compte_id) ?? [];
    siennes.push({
      droit: ligne.droit as Droit,
      objet: ligne.objet_type as ObjetDHabilitation,
      id: ligne.objet_id,
      territoires: ligne.territoires,
      territoiresEnglobants: ligne.englobants,
      fin: ligne.fin,
    });
    parCompte.set(ligne.compte_id, siennes);
  }
  return parCompte;
}
