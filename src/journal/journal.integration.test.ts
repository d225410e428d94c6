import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Essai, ouvrirEssai } from '#outils-d-essai';
import type { Base } from '#socle/base';
import { inscrireDesExports, inscrireDesNotes, NOTE, retoucher } from './essais/ecritures.ts';
import type { EvenementSansPersonnel } from './evenements.ts';
import { CONSERVATIONS_DU_JOURNAL, effacerDonneesPersonnelles } from './index.ts';
import { hacher, inscrire } from './inscrire.ts';
import { lireEvenements } from './lire.ts';
import { canonique } from './regles/canonique.ts';
import { aHacher } from './regles/chaine.ts';
import { verifierJournal } from './verifier.ts';

let essai: Essai;
beforeEach(async () => {
  essai = await ouvrirEssai();
});
afterEach(() => essai.fermer());

const defaut = async () => (await verifierJournal(essai.base)).defauts[0];

describe('la base refuse elle-même toute retouche', () => {
  test.each([
    'update journal set acte = $$plan.creer$$',
    'delete from journal where sequence = 1',
    'truncate journal cascade',
    'update journal_personnel set contenu = $$"x"$$',
    'update journal_personnel set concerne = null',
    'delete from journal_personnel',
    'truncate journal_personnel',
  ])('%s', async (ordre) => {
    await inscrireDesExports(essai, ['essai-a', 'essai-b']);
    await expect(sql.raw(ordre).execute(essai.base)).rejects.toThrow(/journal/);
    expect(await verifierJournal(essai.base)).toMatchObject({ intact: true, lignes: 2 });
  });
});

describe('exercices : le journal altéré par qui tient la base', () => {
  test('un journal intact, vide puis rempli, se vérifie par paquets', async () => {
    expect(await verifierJournal(essai.base)).toMatchObject({ intact: true, lignes: 0 });
    await remplir(essai.base, 4_500);
    expect(await verifierJournal(essai.base)).toMatchObject({ intact: true, lignes: 4_500, tete: { sequence: 4_500 } });
  });

  test('modifier une ligne', async () => {
    await inscrireDesNotes(essai, 12);
    await retoucher(
      essai.base,
      sql`update journal set charge = replace(charge, 'en_cours', 'terminee') where sequence = 7`,
    );
    expect(await defaut()).toMatchObject({ sequence: 7, raison: expect.stringContaining('empreinte') });
  });

  test('modifier une ligne et recalculer son empreinte : la suivante le dit', async () => {
    await inscrireDesNotes(essai, 12);
    await retoucher(essai.base, sql`update journal set empreinte = ${hacher('autre')} where sequence = 7`);
    expect(await verifierJournal(essai.base)).toMatchObject({ intact: false, nombreDeDefauts: 2 });
    expect(await defaut()).toMatchObject({ sequence: 7 });
  });

  test('supprimer une ligne', async () => {
    await inscrireDesNotes(essai, 12);
    await retoucher(essai.base, sql`delete from journal where sequence = 5`);
    expect(await defaut()).toEqual({ sequence: 5, raison: 'la ligne 5 manque, la suivante porte le n° 6' });
  });

  test('couper la fin, sans toucher la tête', async () => {
    await inscrireDesNotes(essai, 12);
    await retoucher(essai.base, sql`delete from journal where sequence > 8`);
    expect(await defaut()).toMatchObject({ sequence: 9, raison: expect.stringContaining('la fin du journal manque') });
  });

  test('couper la fin et remettre la tête : seule une ancre le voit', async () => {
    await inscrireDesNotes(essai, 12);
    const { tete } = await verifierJournal(essai.base);
    await retoucher(essai.base, sql`delete from journal where sequence > 8`);
    await remettreLaTete(essai.base);
    expect(await verifierJournal(essai.base)).toMatchObject({ intact: true, lignes: 8 });
    const ancre = { instant: '2022-02-15T12:00:00.000Z', ...tete };
    expect(await verifierJournal(essai.base, [ancre])).toMatchObject({ intact: false, defauts: [{ sequence: 9 }] });
  });

  test('inverser deux lignes', async () => {
    await inscrireDesNotes(essai, 12);
    await retoucher(
      essai.base,
      sql`update journal set sequence = -4 where sequence = 4`,
      sql`update journal set sequence = 4 where sequence = 9`,
      sql`update journal set sequence = 9 where sequence = -4`,
    );
    expect(await defaut()).toMatchObject({ sequence: 4 });
  });

  test('insérer une ligne au milieu, en décalant les suivantes', async () => {
    await inscrireDesNotes(essai, 12);
    await retoucher(
      essai.base,
      sql`update journal set sequence = -sequence where sequence > 6`,
      sql`update journal set sequence = 1 - sequence where sequence < 0`,
      sql`insert into journal select 7, instant, auteur, acte, objet_type, objet_id, territoire_code, charge, empreinte, engagement
        from journal where sequence = 6`,
    );
    expect(await defaut()).toMatchObject({ sequence: 7 });
  });

  test('ajouter une ligne à la fin sans passer par Jalon', async () => {
    await inscrireDesNotes(essai, 12);
    await sql`insert into journal select 13, instant, auteur, acte, objet_type, objet_id, territoire_code, charge, empreinte, engagement
      from journal where sequence = 12`.execute(essai.base);
    expect(await defaut()).toMatchObject({ sequence: 13 });
  });

  test('réécrire toute la chaîne, de façon cohérente : l’ancre écrite dehors le voit, à la première qui diffère', async () => {
    await inscrireDesNotes(essai, 6);
    const avant = (await verifierJournal(essai.base)).tete;
    await inscrireDesNotes(essai, 6);
    const { tete } = await verifierJournal(essai.base);
    await retoucher(
      essai.base,
      sql`update journal set charge = replace(charge, 'en_cours', 'terminee') where sequence = 8`,
    );
    await resceller(essai.base);
    expect(await verifierJournal(essai.base)).toMatchObject({ intact: true, lignes: 12 });
    const instant = '2022-02-15T12:00:00.000Z';
    const verdict = await verifierJournal(essai.base, [
      { instant, ...avant },
      { instant, ...tete },
    ]);
    expect(verdict).toMatchObject({ intact: false, ancresControlees: 2, nombreDeDefauts: 1 });
    expect(verdict.defauts[0]?.raison).toContain('a été réécrit');
    expect(verdict.defauts[0]?.sequence).toBe(12);
  });

  test('une horloge qui recule est signalée, le journal reste intact', async () => {
    await inscrireDesNotes(essai, 3);
    essai.horloge.regler('2022-02-14T08:00:00Z');
    await inscrireDesNotes(essai, 2);
    expect(await verifierJournal(essai.base)).toMatchObject({ intact: true, lignes: 5, reculs: 1 });
  });
});

describe('les données personnelles à côté de la chaîne', () => {
  const lire = () => lireEvenements(essai.base, [{ type: 'journal', ids: ['journal'] }], { limite: 20, saut: 0 });

  test('la chaîne ne porte qu’un engagement, salé : deux noms égaux ne se voient pas', async () => {
    await inscrireDesExports(essai, ['essai-a', 'essai-a']);
    const lignes = await essai.base.selectFrom('journal').select(['charge', 'engagement']).execute();
    expect(JSON.stringify(lignes)).not.toContain('Camille');
    expect(new Set(lignes.map(({ engagement }) => engagement)).size).toBe(2);
    expect((await lire())[0]).toMatchObject({ personnel: { personne: 'Camille' } });
  });

  test('effacer celles d’une personne : les autres restent, la chaîne se vérifie', async () => {
    await inscrireDesExports(essai, ['essai-a', 'essai-b', 'essai-a']);
    expect(await effacer({ comptes: ['essai-a'] })).toBe(2);
    expect(await effacer({ comptes: ['essai-a'] })).toBe(0);
    expect((await lire()).map(({ sequence, personnel }) => [sequence, personnel !== null])).toEqual([
      [4, false],
      [3, false],
      [2, true],
      [1, false],
    ]);
    const restes = await essai.base
      .selectFrom('journal_personnel')
      .selectAll()
      .where('efface_par', 'is not', null)
      .execute();
    expect(restes).toEqual(
      [1, 3].map((sequence) => ({ sequence, concerne: 'essai-a', sel: null, contenu: null, efface_par: 4 })),
    );
    expect(await verifierJournal(essai.base)).toMatchObject({ intact: true, partsPersonnelles: 3, partsEffacees: 2 });
  });

  test('effacer des lignes nommées, puis le reste', async () => {
    await inscrireDesExports(essai, ['essai-a', 'essai-b', 'essai-a']);
    expect(await effacer({ sequences: [3, 2, 99] })).toBe(2);
    expect(await effacer({ comptes: ['essai-a', 'essai-b'] })).toBe(1);
    expect(await verifierJournal(essai.base)).toMatchObject({ intact: true, lignes: 5, partsEffacees: 3 });
  });

  test('deux effacements à la fois ne comptent rien deux fois', async () => {
    await inscrireDesExports(
      essai,
      Array.from({ length: 40 }, () => 'essai-a'),
    );
    const effaces = await Promise.all([effacer({ comptes: ['essai-a'] }), effacer({ comptes: ['essai-a'] })]);
    expect(effaces.sort()).toEqual([0, 40]);
    expect(await verifierJournal(essai.base)).toMatchObject({ intact: true, lignes: 41, partsEffacees: 40 });
  });

  test('au bout d’un an, les mots cherchés s’effacent, ceux d’une personne restent avec elle', async () => {
    await inscrireDesExports(essai, ['essai-a', null, null]);
    const purger = async () => {
      for (const { purger } of CONSERVATIONS_DU_JOURNAL) await purger(essai.services);
      return (await verifierJournal(essai.base)).partsEffacees;
    };
    essai.horloge.avancer(360 * 86_400_000);
    expect(await purger()).toBe(0);
    essai.horloge.avancer(10 * 86_400_000);
    expect(await purger()).toBe(2);
    expect(await purger()).toBe(2);
    expect(await verifierJournal(essai.base)).toMatchObject({ intact: true, lignes: 4 });
  });

  test('une part modifiée se voit', async () => {
    await inscrireDesExports(essai, ['essai-a', 'essai-b']);
    await retoucher(
      essai.base,
      sql`update journal_personnel set contenu = '{"personne":"Dominique"}' where sequence = 2`,
    );
    expect(await defaut()).toEqual({ sequence: 2, raison: 'la part personnelle de la ligne 2 a été modifiée' });
  });

  test('une part disparue sans effacement au journal se voit', async () => {
    await inscrireDesExports(essai, ['essai-a', 'essai-b']);
    await retoucher(essai.base, sql`delete from journal_personnel where sequence = 1`);
    expect(await defaut()).toMatchObject({ sequence: 1, raison: expect.stringContaining('a disparu') });
  });

  test('une part vidée sous couvert d’un effacement qui ne la disait pas se voit', async () => {
    await inscrireDesExports(essai, ['essai-a', 'essai-b']);
    await effacer({ comptes: ['essai-a'] });
    await sql`update journal_personnel set sel = null, contenu = null, efface_par = 3 where sequence = 2`.execute(
      essai.base,
    );
    expect(await defaut()).toMatchObject({ sequence: 3, raison: expect.stringContaining('annonce l’effacement de 1') });
  });
});

describe('plusieurs à la fois', () => {
  test('une transaction annulée ne laisse ni ligne ni trou', async () => {
    await inscrireDesNotes(essai, 2);
    const annulee = essai.base.transaction().execute(async (transaction) => {
      await inscrire(transaction, NOTE, { auteur: null, horloge: essai.horloge });
      throw new Error('annulée');
    });
    await expect(annulee).rejects.toThrow('annulée');
    await inscrireDesNotes(essai, 1);
    expect(await verifierJournal(essai.base)).toMatchObject({ intact: true, lignes: 3, tete: { sequence: 3 } });
  });

  test('8 écrivains, 10 000 événements : une seule chaîne, aucun trou', { timeout: 600_000 }, async () => {
    const ecrivains = 8;
    const chacun = 1_250;
    const debut = performance.now();
    await Promise.all(
      Array.from({ length: ecrivains }, async (_, rang) => {
        const evenement: EvenementSansPersonnel = { ...NOTE, objet: { type: 'action', id: `ecrivain-${rang}` } };
        for (let i = 0; i < chacun; i += 1) {
          await essai.base
            .transaction()
            .execute((transaction) =>
              inscrire(transaction, evenement, { auteur: `essai-${rang}`, horloge: essai.horloge }),
            );
        }
      }),
    );
    const secondes = (performance.now() - debut) / 1_000;
    const total = ecrivains * chacun;
    process.stdout.write(
      `${total} événements par ${ecrivains} écrivains : ${Math.round(total / secondes)} par seconde.\n`,
    );
    expect(await verifierJournal(essai.base)).toMatchObject({ intact: true, lignes: total, tete: { sequence: total } });
    const parEcrivain = await essai.base
      .selectFrom('journal')
      .select((eb) => ['objet_id', eb.fn.countAll().as('nombre')])
      .groupBy('objet_id')
      .execute();
    expect(parEcrivain.map(({ nombre }) => nombre)).toEqual(Array(ecrivains).fill(chacun));
  });
});

function effacer(parts: Parameters<typeof effacerDonneesPersonnelles>[1]): Promise<number> {
  return essai.base.transaction().execute((transaction) =>
    effacerDonneesPersonnelles(
      transaction,
      parts,
      (effacement) => ({
        acte: 'donnees.effacer',
        objet: { type: 'journal', id: 'journal' },
        territoire: null,
        charge: { motif: 'demande', effacement },
      }),
      { auteur: null, ...essai.services },
    ),
  );
}

/** Many lines in one transaction. */
async function remplir(base: Base, nombre: number): Promise<void> {
  await base.transaction().execute(async (transaction) => {
    for (let i = 0; i < nombre; i += 1) await inscrire(transaction, NOTE, { auteur: null, horloge: essai.horloge });
  });
}

async function remettreLaTete(base: Base): Promise<void> {
  await sql`update journal_tete set (sequence, empreinte) =
    (select sequence, empreinte from journal order by sequence desc limit 1)`.execute(base);
}

/** What a forger who has read the source would do: every hash anew, and the head. */
async function resceller(base: Base): Promise<void> {
  const lignes = await base.selectFrom('journal').selectAll().orderBy('sequence').execute();
  let precedente = '0'.repeat(64);
  const ordres = lignes.map((ligne) => {
    const charge = JSON.parse(ligne.charge);
    expect(canonique(charge)).toBe(ligne.charge);
    precedente = hacher(
      aHacher(precedente, {
        sequence: ligne.sequence,
        instant: ligne.instant.toISOString(),
        auteur: ligne.auteur,
        acte: ligne.acte,
        objetType: ligne.objet_type,
        objetId: ligne.objet_id,
        territoire: ligne.territoire_code,
        charge,
        engagement: ligne.engagement,
      }),
    );
    return sql`update journal set empreinte = ${precedente} where sequence = ${ligne.sequence}`;
  });
  await retoucher(base, ...ordres);
  await remettreLaTete(base);
}
