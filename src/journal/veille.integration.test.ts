import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Essai, ouvrirEssai } from '#outils-d-essai';
import type { Services } from '#socle';
import { ancrerLeJournal } from './ancrer.ts';
import { inscrireDesNotes, retoucher } from './essais/ecritures.ts';
import { lireFichierDAncres } from './fichier-d-ancres.ts';
import { lireAncres } from './regles/ancres.ts';
import { veillerSurLeJournal, verifierEtRetenir } from './veiller.ts';
import { verifierJournal } from './verifier.ts';

let essai: Essai;
let dossier: string;
let alertes: string[];
beforeEach(async () => {
  essai = await ouvrirEssai();
  dossier = mkdtempSync(join(tmpdir(), 'jalon-ancres-'));
  alertes = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((texte) => {
    alertes.push(String(texte));
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  rmSync(dossier, { recursive: true, force: true });
  await essai.fermer();
});

const fichier = () => join(dossier, 'ancres.txt');
const avecFichier = (chemin = fichier()): Services => ({
  ...essai.services,
  configuration: { ...essai.services.configuration, ancrage: { moyen: 'fichier', cible: chemin } },
});
const verdicts = () => essai.base.selectFrom('journal_verification').selectAll().orderBy('id').execute();

describe('ancrer', () => {
  test('chaque ancre est une ligne ajoutée au fichier, et gardée par Jalon', async () => {
    await inscrireDesNotes(essai, 3);
    await ancrerLeJournal(avecFichier());
    await inscrireDesNotes(essai, 2);
    const { instant, sequence, empreinte } = await ancrerLeJournal(avecFichier());
    const lignes = readFileSync(fichier(), 'utf8').split('\n');
    expect(lignes).toEqual([
      expect.stringMatching(/^2022-02-15T\S+Z 3 [0-9a-f]{64}$/),
      `${instant} 5 ${empreinte}`,
      '',
    ]);
    expect(sequence).toBe(5);
    expect(await verifierJournal(essai.base)).toMatchObject({ intact: true, ancresControlees: 2 });
  });

  test('une ligne coupée par une panne ne gâte pas la suivante', async () => {
    writeFileSync(fichier(), '2022-02-14T01:30:00.000Z 3 abc');
    await ancrerLeJournal(avecFichier());
    expect(await lireFichierDAncres(fichier())).toMatchObject({ illisibles: [1], ancres: [{ sequence: 0 }] });
  });

  test('par courriel : l’ancre part avec un message, et se retrouve dans son texte', async () => {
    await inscrireDesNotes(essai, 3);
    const ancre = await ancrerLeJournal({
      ...essai.services,
      configuration: {
        ...essai.services.configuration,
        ancrage: { moyen: 'courriel', cible: 'archives@exemple.gouv.fr' },
      },
    });
    const courriel = await essai.base.selectFrom('courriel').selectAll().executeTakeFirstOrThrow();
    expect(courriel).toMatchObject({ adresse: 'archives@exemple.gouv.fr', genre: 'journal.ancrer', envoye_le: null });
    expect(lireAncres(courriel.texte).ancres).toEqual([ancre]);
    expect(await verifierJournal(essai.base)).toMatchObject({ intact: true, ancresControlees: 1 });
  });

  test('un fichier qui ne s’écrit pas est une phrase, et rien n’est cru écrit', async () => {
    mkdirSync(fichier());
    for (const chemin of [fichier(), join(dossier, 'absent', 'ancres.txt')]) {
      await expect(ancrerLeJournal(avecFichier(chemin))).rejects.toThrow(
        /^Le fichier des ancres « .* » n’a pas pu être écrit : .*dossier/,
      );
    }
    expect(await essai.base.selectFrom('ancrage').selectAll().execute()).toEqual([]);
  });
});

describe('veiller', () => {
  test('un journal intact est ancré, personne n’est dérangé', async () => {
    await inscrireDesNotes(essai, 3);
    const prevenir = vi.fn();
    for (const nuit of [1, 2]) {
      expect(await veillerSurLeJournal(avecFichier(), prevenir)).toMatchObject({
        panne: null,
        verification: { intact: true, lignes: 3, ancresControlees: nuit - 1 },
      });
    }
    expect((await lireFichierDAncres(fichier()))?.ancres.map(({ sequence }) => sequence)).toEqual([3, 3]);
    expect(await verdicts()).toMatchObject([
      { intact: true, lignes: 3, tete_sequence: 3, nombre_de_defauts: 0, demandee_par: null },
      { intact: true },
    ]);
    expect(prevenir).not.toHaveBeenCalled();
    expect(alertes).toEqual([]);
  });

  test('un journal altéré : une ligne d’erreur, une alerte, un verdict gardé, et pas d’ancre', async () => {
    await inscrireDesNotes(essai, 5);
    await retoucher(essai.base, sql`update journal set territoire_code = 'D44' where sequence = 4`);
    const prevenir = vi.fn();
    const verdict = await veillerSurLeJournal(avecFichier(), prevenir);
    expect(verdict?.verification?.intact).toBe(false);
    expect(prevenir).toHaveBeenCalledExactlyOnceWith(expect.anything(), verdict);
    expect(alertes.map((ligne) => JSON.parse(ligne))).toEqual([
      {
        niveau: 'alerte',
        evenement: 'journal.altere',
        sequence: 4,
        raison: 'le contenu de la ligne 4 ne correspond pas à son empreinte',
        defauts: 1,
      },
    ]);
    expect(await verdicts()).toMatchObject([{ intact: false, defauts: [{ sequence: 4 }] }]);
    expect(await lireFichierDAncres(fichier())).toBeNull();
  });

  test('une chaîne réécrite avec les ancres de la base est vue par le fichier', async () => {
    await inscrireDesNotes(essai, 5);
    await veillerSurLeJournal(avecFichier(), vi.fn());
    await retoucher(essai.base, sql`delete from journal where sequence > 2`);
    await sql`alter table ancrage disable trigger user`.execute(essai.base);
    await sql`delete from ancrage`.execute(essai.base);
    await sql`update journal_tete set (sequence, empreinte) = (select 2, empreinte from journal where sequence = 2)`.execute(
      essai.base,
    );
    expect(await verifierJournal(essai.base)).toMatchObject({ intact: true });
    const verdict = await veillerSurLeJournal(avecFichier(), vi.fn());
    expect(verdict?.verification?.defauts[0]?.raison).toContain('n’est plus dans le journal');
  });

  test('un fichier d’ancres disparu, ou qui ne s’écrit plus, alerte aussi', async () => {
    await veillerSurLeJournal(avecFichier(), vi.fn());
    rmSync(fichier());
    const prevenir = vi.fn();
    expect(await veillerSurLeJournal(avecFichier(), prevenir)).toMatchObject({
      verification: { intact: true },
      panne: expect.stringContaining('a disparu'),
    });
    const ailleurs = avecFichier(join(dossier, 'absent', 'ancres.txt'));
    expect(await veillerSurLeJournal(ailleurs, prevenir)).toMatchObject({
      panne: expect.stringContaining('n’a pas pu être écrit'),
    });
    expect(prevenir).toHaveBeenCalledTimes(2);
    expect(alertes.map((ligne) => JSON.parse(ligne).evenement)).toEqual(
      Array(2).fill('journal.verification_impossible'),
    );
    expect((await verdicts()).at(-1)).toMatchObject({
      intact: true,
      panne: expect.stringContaining('n’a pas pu être écrit'),
    });
  });

  test('une seule vérification à la fois ; une vérification morte rend sa place', async () => {
    const [une, autre] = await Promise.all([
      verifierEtRetenir(essai.services, { demandeePar: 'essai-a' }),
      verifierEtRetenir(essai.services, { demandeePar: 'essai-b' }),
    ]);
    expect([une, autre].filter((verdict) => verdict !== null).length).toBeGreaterThan(0);
    await essai.base.insertInto('journal_verification').values({ commencee_le: essai.horloge.maintenant() }).execute();
    expect(await verifierEtRetenir(essai.services, { demandeePar: null })).toBeNull();
    essai.horloge.avancer(2 * 3_600_000);
    expect(await verifierEtRetenir(essai.services, { demandeePar: null })).not.toBeNull();
    expect((await verdicts()).map(({ terminee_le }) => terminee_le === null)).not.toContain(true);
  });
});
