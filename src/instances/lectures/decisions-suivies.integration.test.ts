import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { creerActeur, ouvrirEssai, reussi } from '#outils-d-essai';
import type { Jour } from '#socle/valeurs';
import { creerInstance } from '../commandes/creer-instance.ts';
import { decisionsDeLInstance } from './decisions-suivies.ts';

const AUJOURDHUI = '2022-02-15' as Jour;

test('six cents décisions se comptent toutes, et se lisent par pages de cinquante', async () => {
  const essai = await ouvrirEssai('2022-02-15T09:00:00Z');
  try {
    const { base, services } = essai;
    const bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
    const instance = reussi(
      await creerInstance(services, bcam, {
        nom: 'Comité de suivi',
        niveau: 'suivi',
        secretariat: 'mi-bcam',
        presidence: 'BCAM',
        territoire: 'FR',
        cadence: 'mensuelle',
        heure: '14:30',
        duree: '90',
        membres: 'DNUM',
      }),
    );
    await sql`
      insert into reunion (id, instance_id, jour, heure, duree, etat, cree_le, modifie_le)
      select gen_random_uuid(), ${instance}, date '2022-02-14' - i * 7, '14:30', 90, 'seance', now(), now()
      from generate_series(0, 59) i`.execute(base);
    await sql`
      insert into point_de_reunion (id, reunion_id, rang, intitule, motif, cree_le)
      select gen_random_uuid(), id, 0, 'Point', 'libre', now() from reunion`.execute(base);
    // One in ten is late, the others for information.
    await sql`
      insert into decision (id, reunion_id, point_id, numero, genre, texte, fin, enregistre_le, auteur)
      select gen_random_uuid(), p.reunion_id, p.id, n, case when n = 10 then 'orientation' else 'information' end,
        'Décision ' || n, case when n = 10 then date '2022-02-01' end, now(), ${bcam.compte}
      from point_de_reunion p cross join generate_series(1, 10) n`.execute(base);

    const lire = (suite: 'en_retard' | null, page: number) =>
      decisionsDeLInstance(base, bcam, instance, AUJOURDHUI, { suite, page });
    const premiere = await lire(null, 1);
    expect(premiere).toMatchObject({ total: 600, nombre: 600, page: 1, pages: 12 });
    expect(Object.fromEntries(premiere.parSuite)).toEqual({ en_retard: 60, sans_objet: 540 });
    expect(premiere.decisions.map(({ jour, numero }) => [jour, numero]).slice(0, 11)).toEqual([
      ...Array.from({ length: 10 }, (_, rang) => ['2022-02-14', rang + 1]),
      ['2022-02-07', 1],
    ]);
    const lues = new Set<string>();
    for (let page = 1; page <= 12; page++) for (const { id } of (await lire(null, page)).decisions) lues.add(id);
    expect(lues.size).toBe(600);

    const retards = await lire('en_retard', 2);
    expect(retards).toMatchObject({ total: 600, nombre: 60, page: 2, pages: 2 });
    expect(retards.decisions).toHaveLength(10);
    expect(retards.decisions.every(({ suite }) => suite === 'en_retard')).toBe(true);
    // Past the end, the last page.
    expect((await lire('en_retard', 9)).page).toBe(2);
  } finally {
    await essai.fermer();
  }
});
