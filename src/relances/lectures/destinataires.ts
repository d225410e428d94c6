import { sql } from 'kysely';
import { territoiresAttendus } from '#plans';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';

const PAR_PAQUET = 500;

/**
 * People to whom something may have to be written on this day, and was not yet: open accounts with an address, of a service
 * that carries an open action or has a remontée to answer, or of a territory where an action is declined; everyone with
 * an address on the day of the week's mail.
 */
export async function* personnesARelancer(base: Base, jour: Jour, tous: boolean): AsyncGenerator<string> {
  const territoires = tous ? [] : await territoiresAttendus(base, await plansQuiRelancent(base));
  let dernier = '';
  while (true) {
    const { rows } = await sql<{ id: string }>`
      select c.id from compte c
      where c.genre = 'personne' and c.ferme_le is null and c.courriel is not null and c.id > ${dernier}
        and not exists (select from courrier_de_relance r where r.compte_id = c.id and r.jour = ${jour})
        and (${tous}
          or c.territoire_code = any(${sql.val([...territoires])}::text[])
          or exists (
            select from action_pilote p join action a on a.id = p.action_id join plan on plan.id = a.plan_id
            join regle_de_relance g on g.plan_id = plan.id
            where p.organisation_id = c.organisation_id and p.role = 'pilote' and a.retiree_le is null
              and plan.etat = 'actif' and coalesce(a.statut, '') not in ('terminee', 'abandonnee'))
          or exists (
            select from remontee_cible t join remontee m on m.id = t.remontee_id
            where coalesce(t.delegue_a, t.organisation_id) = c.organisation_id and not t.repondu
              and m.etat = 'envoyee' and m.ferme_le >= ${jour}))
      order by c.id limit ${PAR_PAQUET}`.execute(base);
    for (const { id } of rows) yield id;
    const suivant = rows.at(-1);
    if (rows.length < PAR_PAQUET || suivant === undefined) return;
    dernier = suivant.id;
  }
}

async function plansQuiRelancent(base: Base): Promise<readonly string[]> {
  const lignes = await base
    .selectFrom('regle_de_relance')
    .innerJoin('plan', 'plan.id', 'regle_de_relance.plan_id')
    .select('plan.id')
    .where('plan.etat', '=', 'actif')
    .execute();
  return lignes.map(({ id }) => id);
}

/** Address of this account while it is open; null otherwise. */
export async function adresseDuCompte(base: Base, compte: string): Promise<string | null> {
  const lu = await base
    .selectFrom('compte')
    .select('courriel')
    .where('id', '=', compte)
    .where('genre', '=', 'personne')
    .where('ferme_le', 'is', null)
    .executeTakeFirst();
  return lu?.courriel ?? null;
}
