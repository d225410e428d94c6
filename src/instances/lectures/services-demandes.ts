import { sql } from 'kysely';
import { type Acteur, acteursDesComptes } from '#acces';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { estDemandeeA, type InstanceVue } from '../politique.ts';

export type DecisionDemandee = { readonly id: string; readonly numero: number; readonly texte: string };

export type PersonneDemandee = {
  readonly compte: string;
  readonly courriel: string;
  readonly decisions: readonly DecisionDemandee[];
};

/** More than the people of the hundred services of a network: none asked goes without being told. */
const PERSONNES_AU_PLUS = 5_000;

/**
 * The people of the very services that the decisions of a meeting ask, those below left to their own mail, with what each
 * is asked. A decision for information, withdrawn, or applied as it is taken asks nobody.
 */
export async function personnesDemandees(
  base: Base,
  instance: InstanceVue,
  reunion: string,
  jour: Jour,
): Promise<readonly PersonneDemandee[]> {
  const decisions = await base
    .selectFrom('decision')
    .select(['id', 'numero', 'texte', 'responsables'])
    .where('reunion_id', '=', reunion)
    .where('annulee_le', 'is', null)
    .where('genre', 'in', ['arbitrage', 'orientation', 'action_nouvelle'])
    .where(sql<boolean>`cardinality(responsables) > 0`)
    .orderBy('numero')
    .execute();
  if (decisions.length === 0) return [];
  const nommes = [...new Set(decisions.flatMap(({ responsables }) => responsables))];
  const { rows } = await sql<{ id: string; courriel: string; groupes: string[] }>`
    select c.id, c.courriel, array_remove(array_agg(m.collectif_id), null) as groupes
    from compte c
      left join organisation_membre m on m.membre_id = c.organisation_id and m.collectif_id = any(${sql.val(nommes)}::text[])
    where c.genre = 'personne' and c.ferme_le is null and c.courriel is not null
      and (c.organisation_id = any(${sql.val(nommes)}::text[]) or m.collectif_id is not null)
    group by c.id order by c.id limit ${PERSONNES_AU_PLUS}`.execute(base);
  const adresses = new Map(rows.map((une) => [une.id, une]));
  const acteurs = await acteursDesComptes(base, [...adresses.keys()], jour);
  return acteurs.flatMap((acteur) => {
    const { courriel, groupes } = adresses.get(acteur.compte) ?? { courriel: '', groupes: [] };
    const lui: Acteur = { ...acteur, organisations: [acteur.organisation], collectifs: groupes };
    const siennes = decisions.filter(({ responsables }) => estDemandeeA(lui, instance, responsables));
    return siennes.length === 0 ? [] : [{ compte: acteur.compte, courriel, decisions: siennes }];
  });
}
