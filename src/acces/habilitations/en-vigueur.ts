import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import type { Droit, HabilitationEnVigueur, ObjetDHabilitation } from '../regles/habilitations.ts';
import { lirePortees } from './territoires-en-sql.ts';

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
    .select(['compte_id', 'droit', 'objet_type', 'objet_id', 'territoire_code', 'fin'])
    .where('compte_id', 'in', sql<string>`(select unnest(${sql.val([...comptes])}::text[]))`)
    .where('retiree_le', 'is', null)
    .where('debut', '<=', jour)
    .where('fin', '>=', jour)
    .execute();
  const portees = await lirePortees(
    base,
    lignes.map(({ territoire_code }) => territoire_code),
  );
  for (const ligne of lignes) {
    const portee = portees.get(ligne.territoire_code);
    if (!portee) continue;
    const siennes = parCompte.get(ligne.compte_id) ?? [];
    siennes.push({
      droit: ligne.droit as Droit,
      objet: ligne.objet_type as ObjetDHabilitation,
      id: ligne.objet_id,
      ...portee,
      fin: ligne.fin,
    });
    parCompte.set(ligne.compte_id, siennes);
  }
  return parCompte;
}
