import { sql } from 'kysely';
import type { Base } from '#socle/base';
import { POPULATIONS } from './populations.ts';

const SOURCE = 'INSEE, populations légales';

/**
 * Puts in the figures by which départements are said to be alike (population, number of communes, share of the people who live in
 * communes of 10 000 and more), for those nobody has given yet. Called at each start; a
 * figure that was typed or imported stays.
 */
export async function amorcerCriteres(base: Base, maintenant: Date): Promise<void> {
  const lignes = POPULATIONS.flatMap(([insee, population, communes, urbaine]) => {
    // Mayotte is counted by another census.
    const commun = { territoire: `D${insee}`, annee: insee === '976' ? 2017 : 2023 };
    return [
      { ...commun, critere: 'population', valeur: String(population) },
      { ...commun, critere: 'communes', valeur: String(communes) },
      { ...commun, critere: 'part_urbaine', valeur: ((100 * urbaine) / population).toFixed(1) },
    ];
  });
  await sql`
    insert into critere_de_territoire (critere, territoire_code, valeur, annee, source, saisi_le)
    select critere, territoire, valeur, annee, ${SOURCE}, ${maintenant}
    from json_to_recordset(${JSON.stringify(lignes)}::json)
      as lue (critere text, territoire text, valeur numeric, annee smallint)
    on conflict (critere, territoire_code, annee) do nothing`.execute(base);
}
