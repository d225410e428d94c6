import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { ecrireEnBase, unIndicateur, valeurs } from '#indicateurs/essais';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import type { Base } from '#socle/base';
import { type Jour, lireJour } from '#socle/valeurs';
import { type CodeTerritoire, TERRITOIRES } from '#territoires';
import { amorcerCriteres } from '../criteres/amorcer-criteres.ts';
import { type ReformeDEssai, uneMeteo, uneReforme, unSuivi } from '../essais/reformes.ts';
import { criteresDeLAdresse } from './adresses.ts';
import { choisirComparaison } from './commandes/choisir-comparaison.ts';
import { exporterTerritoire } from './commandes/exporter-territoire.ts';
import { importerCriteres } from './commandes/importer-criteres.ts';
import { lireCarte } from './lectures/carte.ts';
import { lireComparaison } from './lectures/comparaison.ts';
import { departementsDe, enfantsDe, lireCroisement } from './lectures/enfants.ts';
import { lireEntonnoir } from './lectures/entonnoir.ts';
import { type GenreDeGroupe, lireGroupe } from './lectures/groupe.ts';
import { lireTableauDeBord, ouvrirTerritoire } from './lectures/tableau-de-bord.ts';
import { croiser } from './regles/chaleur.ts';
import { choisir } from './regles/criteres.ts';
import { feuilleDeReformes } from './regles/exports.ts';
import { phraseDuTerritoire, resumer } from './regles/resume.ts';

const AU =
  lireJour('2022-02-15') ??
  (() => {
    throw new Error('jour');
  })();
const CE_JOUR = { jour: AU, passe: false };
const DEPARTEMENTS = TERRITOIRES.filter(({ maille }) => maille === 'departemental').map(({ code }) => code);

let essai: Essai;
let [ditp, prefet29, prefet35, sgar, ddpp, pilote]: Acteur[] = [];
let [fibre, mdph, nationale]: ReformeDEssai[] = [];

beforeAll(async () => {
  essai = await ouvrirEssai();
  await amorcerCriteres(essai.base, essai.horloge.maintenant());
  ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  prefet29 = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  prefet35 = await creerActeur(essai, 'prefet_departement', 'd35-prefecture', 'D35');
  sgar = await creerActeur(essai, 'prefet_region', 'r53-sgar', 'R53');
  ddpp = await creerActeur(essai, 'service_deconcentre', 'd29-ddpp', 'D29');
  pilote = await creerActeur(essai, 'pilote', 'mi-dnum');
  fibre = await uneReforme(essai, { nom: 'Fibre', theme: 'Cohésion des territoires' });
  mdph = await uneReforme(essai, { nom: 'Délais des MDPH', theme: 'Solidarités' });
  nationale = await uneReforme(essai, { nom: 'Textes européens', mailles: ['national'] });
  await uneReforme(essai, { nom: 'En préparation', etat: 'brouillon' });
  await uneReforme(essai, { nom: 'Close', etat: 'archivee' });
  const lignes = DEPARTEMENTS.flatMap((code, rang) => [
    `${code} vi 2020-01-01 0`,
    `${code} va 2022-01-31 ${code === 'D29' ? 90 : 40 + ((rang * 7) % 50)}`,
    `${code} vc 2022-12-31 100`,
  ]);
  await ecrireEnBase(essai.services, valeurs(fibre.indicateur, lignes.join('\n')));
  await unSuivi(essai, mdph, 'D29', { vi: '50', va: '44', vc: '80' });
  await uneMeteo(essai, mdph, 'D29', 'soleil');
});
afterAll(() => essai.fermer());

const un = <T>(valeur: T | undefined): T => {
  if (valeur === undefined) throw new Error('absent');
  return valeur;
};
const ouvrir = async (acteur: Acteur | undefined, code: string) =>
  reussi(await ouvrirTerritoire(essai.base, un(acteur), code));
const regle = async (acteur: Acteur | undefined, code: string) => {
  const lu = await ouvrirTerritoire(essai.base, un(acteur), code);
  return lu.ok ? 'permis' : lu.refus.regle;
};
const tableau = async (acteur: Acteur | undefined, code: string, base: Base = essai.base, jour: Jour = AU) =>
  lireTableauDeBord(base, un(acteur), await ouvrir(acteur, code), { jour, passe: jour < AU });

describe('ouvrir un territoire', () => {
  test('un préfet n’ouvre ni un autre département, ni sa région, ni la France', async () => {
    expect(await regle(prefet29, 'D35')).toBe('territoire.lire');
    expect(await regle(prefet29, 'R53')).toBe('territoire.lire');
    expect(await regle(prefet29, 'FR')).toBe('territoire.lire');
    expect(await regle(prefet35, 'D29')).toBe('territoire.lire');
  });
  test('un SGAR n’ouvre pas un département d’une autre région, un pilote n’ouvre que le sien', async () => {
    expect(await regle(sgar, 'D44')).toBe('territoire.lire');
    expect(await regle(pilote, 'D29')).toBe('territoire.lire');
  });
  test('un code inconnu est introuvable, quel que soit le profil', async () => {
    expect([await regle(ditp, 'D99'), await regle(prefet29, 'Z'), await regle(prefet29, '')]).toEqual(
      Array(3).fill('territoire.introuvable'),
    );
  });
  test('chacun ouvre le sien, et va seulement où il lit une réforme', async () => {
    const codes = async (acteur: Acteur | undefined, code: string) =>
      (await ouvrir(acteur, code)).ouverts.map((t) => t.code);
    expect(await codes(prefet29, 'd29')).toEqual(['D29']);
    expect(await codes(sgar, 'R53')).toEqual(['R53', 'D22', 'D29', 'D35', 'D56']);
    expect(await codes(ditp, 'FR')).toHaveLength(TERRITOIRES.length);
  });
  test('un service sans réforme dans son champ ouvre son territoire, vide', async () => {
    expect(await tableau(ddpp, 'D29')).toEqual([]);
  });
});

describe('le tableau d’un territoire', () => {
  test('tient les réformes actives suivies à sa maille : ni brouillon, ni archivée, ni nationale', async () => {
    expect((await tableau(prefet29, 'D29')).map(({ nom }) => nom)).toEqual(['Délais des MDPH', 'Fibre']);
    expect((await tableau(ditp, 'FR')).map(({ nom }) => nom)).toContain(un(nationale).nom);
  });
  test('la phrase, ses comptes et les lignes disent la même chose', async () => {
    const suivis = await tableau(prefet29, 'D29');
    const resume = resumer(suivis);
    expect(resume.total).toBe(suivis.length);
    expect(phraseDuTerritoire(resume).positions.map(({ texte }) => texte)).toEqual([
      '1 sur sa trajectoire',
      '1 en recul',
    ]);
    for (const { filtre, texte } of phraseDuTerritoire(resume).positions) {
      const gardes = choisir(suivis, criteresDeLAdresse(new URLSearchParams({ ...filtre })));
      expect(texte.startsWith(String(gardes.length))).toBe(true);
    }
  });
  test('coûte le même nombre de requêtes, qu’il y ait deux réformes ou vingt', async () => {
    const avant = await compterRequetes((base) => tableau(ditp, 'D29', base));
    for (let rang = 0; rang < 6; rang++)
      await uneReforme(essai, { nom: `Autre ${rang}`, mailles: ['national'], theme: 'Divers' });
    expect(await compterRequetes((base) => tableau(ditp, 'FR', base))).toBe(avant);
    expect(avant).toBe(2);
  });
  test('un jour passé est montré tel qu’il était connu alors', async () => {
    const hier = un(lireJour('2022-02-14') ?? undefined);
    const [alors] = (await tableau(prefet29, 'D29', essai.base, hier)).filter(({ nom }) => nom === 'Délais des MDPH');
    expect(alors).toMatchObject({ position: 'non_mesuree', meteo: null });
  });
  test('le fichier a ses lignes, dans son ordre, avec ses chiffres ; l’export est au journal', async () => {
    const suivis = choisir(await tableau(prefet29, 'D29'), criteresDeLAdresse(new URLSearchParams('tri=ecart')));
    const feuille = feuilleDeReformes('Réformes', suivis, CE_JOUR);
    const octets = await exporterTerritoire(essai.services, un(prefet29), 'D29', { feuille, format: 'csv' });
    const [entetes = [], ...lignes] = new TextDecoder()
      .decode(octets)
      .replace('\ufeff', '')
      .trim()
      .split(/\r?\n/)
      .map((l) => l.split(';'));
    expect(lignes.map((ligne) => ligne[entetes.indexOf('Réforme')])).toEqual(suivis.map(({ nom }) => nom));
    expect(lignes.map((ligne) => ligne[entetes.indexOf('Avancement')])).toEqual(suivis.map(({ taux }) => taux.texte));
    const derniere = await essai.base.selectFrom('journal').selectAll().orderBy('sequence', 'desc').executeTakeFirst();
    expect([derniere?.acte, derniere?.objet_id]).toEqual(['territoire.exporter', 'D29']);
  });
});

describe('côte à côte, et sur la carte', () => {
  const croisement = async (acteur: Acteur | undefined, code: string) => {
    const { territoire, actives } = await ouvrir(acteur, code);
    const territoires = enfantsDe(territoire);
    const lu = await lireCroisement(essai.base, un(acteur), { reformes: actives, territoires }, CE_JOUR);
    return croiser(lu.reformes, territoires, lu.suivis);
  };
  test('chaque case dit le taux du département, et la même chose que sa page', async () => {
    const ligne = un((await croisement(sgar, 'R53')).find(({ reforme }) => reforme.nom === 'Fibre'));
    const [surSaPage] = (await tableau(sgar, 'D35')).filter(({ nom }) => nom === 'Fibre');
    expect(ligne.cellules.map(({ territoire }) => territoire)).toEqual(['D22', 'D29', 'D35', 'D56']);
    expect(ligne.cellules[2]?.texte).toBe(surSaPage?.taux.texte);
  });
  test('une réforme qui n’est suivie dans aucun de ces territoires n’a pas de ligne', async () => {
    expect((await croisement(ditp, 'R53')).map(({ reforme }) => reforme.nom)).not.toContain('Textes européens');
  });
  test('sur la carte, un territoire fermé n’a ni chiffre ni lien, et ne compte pas parmi les absents', async () => {
    const reforme = un((await ouvrir(sgar, 'R53')).reformes.find(({ nom }) => nom === 'Fibre'));
    const territoires = departementsDe({ code: 'FR', maille: 'national' });
    const carte = await lireCarte(essai.base, un(sgar), { reforme, territoires }, CE_JOUR);
    const de = (code: CodeTerritoire) => un(carte.territoires.find((t) => t.code === code));
    expect(de('D29')).toMatchObject({ valeurTexte: expect.stringMatching(/^90\s%, mesuré au 31/) });
    expect(de('D44')).toEqual({
      code: 'D44',
      nom: 'Loire-Atlantique',
      classe: null,
      valeurTexte: 'non ouvert à votre profil',
      ferme: true,
    });
    expect(carte.fermes).toBe(97);
    expect(carte.legende).toEqual({ aLaDate: 4, plusAnciens: 0, sansValeur: 0 });
  });
});

describe('comparer', () => {
  const comparer = async (acteur: Acteur | undefined, genre: GenreDeGroupe) => {
    const { territoire, reformes } = await ouvrir(acteur, 'D29');
    const groupe = await lireGroupe(essai.base, un(acteur), territoire, genre);
    const lues = await lireComparaison(essai.base, un(acteur), { territoire, reformes, groupe }, CE_JOUR);
    return { groupe, fibre: un(lues.find(({ nom }) => nom === 'Fibre')) };
  };
  test('un préfet voit les taux de ses semblables sans leur nom, et la même médiane que qui les lit', async () => {
    const [vu, entier] = [await comparer(prefet29, 'semblables'), await comparer(ditp, 'semblables')];
    expect(vu.groupe.codes).toEqual(entier.groupe.codes);
    expect(vu.groupe.codes).toHaveLength(8);
    expect(vu.fibre.nommes).toEqual([]);
    expect(entier.fibre.anonymes).toEqual([]);
    expect(vu.fibre.mediane).toEqual(entier.fibre.mediane);
    expect(vu.fibre.ecart).toEqual(entier.fibre.ecart);
    const taux = entier.fibre.nommes.flatMap(({ valeur }) => valeur ?? []);
    expect(vu.fibre.anonymes).toEqual([...taux].sort((a, b) => Number(a) - Number(b)));
  });
  test('trop peu de taux sans nom diraient de qui ils sont : ils ne sont pas montrés', async () => {
    const { territoire, reformes } = await ouvrir(prefet29, 'D29');
    const groupe = { genre: 'semblables', codes: ['D35', 'D44', 'D49', 'D14'], semblables: null } as const;
    const [lue] = (await lireComparaison(essai.base, un(prefet29), { territoire, reformes, groupe }, CE_JOUR)).filter(
      ({ nom }) => nom === 'Fibre',
    );
    expect(lue).toMatchObject({ anonymes: [], mesures: 0, mediane: { valeur: null } });
  });
  test('de ses voisins, un préfet ne voit rien qu’il ne lise ; un SGAR les voit par leur nom', async () => {
    expect(await comparer(prefet29, 'voisins')).toMatchObject({
      groupe: { codes: ['D22', 'D56'] },
      fibre: { nommes: [], anonymes: [], mesures: 0 },
    });
    expect((await comparer(sgar, 'voisins')).fibre.nommes.map(({ nom }) => nom)).toEqual(['Côtes-d’Armor', 'Morbihan']);
  });
  test('une sélection ne prend pas un département fermé, et n’écrit rien', async () => {
    const refuse = await choisirComparaison(essai.services, un(sgar), 'D29', { territoires: ['D22', 'D44'] });
    expect(refuse).toMatchObject({ ok: false, refus: { regle: 'comparaison.territoire', nature: 'interdit' } });
    expect((await comparer(sgar, 'choix')).groupe.codes).toEqual([]);
    const ailleurs = await choisirComparaison(essai.services, un(prefet29), 'D35', { territoires: ['D29'] });
    expect(ailleurs).toMatchObject({ ok: false, refus: { regle: 'territoire.lire' } });
  });
  test('une sélection vide est refusée ; une bonne est gardée pour la personne seule, et remplace la précédente', async () => {
    expect(await choisirComparaison(essai.services, un(sgar), 'D29', {})).toMatchObject({
      ok: false,
      refus: { nature: 'invalide' },
    });
    reussi(await choisirComparaison(essai.services, un(sgar), 'D29', { territoires: ['D22', 'D35'] }));
    reussi(await choisirComparaison(essai.services, un(sgar), 'D29', { territoires: 'D56' }));
    expect((await comparer(sgar, 'choix')).groupe.codes).toEqual(['D56']);
    expect((await comparer(ditp, 'choix')).groupe.codes).toEqual([]);
  });
});

describe('l’entonnoir', () => {
  test('place chaque département lu selon sa taille ; un préfet, qui n’en lit qu’un, n’en a pas', async () => {
    const numerateur = await unIndicateur(essai.services, { identifiant: 'reponses' });
    const denominateur = await unIndicateur(essai.services, { identifiant: 'demandes', nom: 'Demandes reçues' });
    await essai.base
      .updateTable('indicateur')
      .set({ numerateur, denominateur, unite: '%' })
      .where('numero', '=', un(mdph).indicateur)
      .execute();
    const de = (quoi: number, valeur: (code: string, rang: number) => number) =>
      valeurs(quoi, DEPARTEMENTS.map((code, rang) => `${code} va 2022-01-31 ${valeur(code, rang)}`).join('\n'));
    await ecrireEnBase(
      essai.services,
      de(denominateur, (_, rang) => 1000 + 10 * rang),
    );
    await ecrireEnBase(
      essai.services,
      de(numerateur, (code, rang) => (code === 'D29' ? 100 : 500 + 5 * rang)),
    );
    const { territoire, reformes } = await ouvrir(ditp, 'D29');
    const reforme = un(reformes.find(({ nom }) => nom === 'Délais des MDPH'));
    const sans = un(reformes.find(({ nom }) => nom === 'Fibre'));
    const dessine = await lireEntonnoir(essai.base, un(ditp), reforme, territoire, CE_JOUR);
    expect(dessine?.points).toHaveLength(101);
    expect(dessine?.points.find(({ ici }) => ici)).toMatchObject({ code: 'D29', place: 'hors_998' });
    expect(dessine?.points.find(({ code }) => code === 'D75')).toMatchObject({
      place: 'dans_les_limites',
      valeur: '50',
    });
    expect(await lireEntonnoir(essai.base, un(prefet29), reforme, territoire, CE_JOUR)).toBeNull();
    expect(await lireEntonnoir(essai.base, un(ditp), sans, territoire, CE_JOUR)).toBeNull();
  });
});

describe('les critères de ressemblance', () => {
  const octets = (texte: string) => new TextEncoder().encode(`critere;territoire;valeur;annee;source\n${texte}`);
  test('un préfet n’en saisit pas', async () => {
    const refuse = await importerCriteres(essai.services, un(prefet29), octets('densite;29;136;2020;INSEE'));
    expect(refuse).toMatchObject({ ok: false, refus: { regle: 'criteres.saisir' } });
  });
  test('une ligne fausse, et rien n’est écrit', async () => {
    const refuse = await importerCriteres(
      essai.services,
      un(ditp),
      octets('densite;29;136;2020;INSEE\ndensite;99;1;2020;INSEE'),
    );
    expect(refuse).toMatchObject({ ok: false, refus: { message: expect.stringContaining('Ligne 3') } });
    expect(await densites()).toEqual([]);
  });
  test('un classeur, un fichier vide sont refusés avec ce qu’il faut faire', async () => {
    const zip = new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]);
    expect(await importerCriteres(essai.services, un(ditp), zip)).toMatchObject({
      ok: false,
      refus: { nature: 'invalide' },
    });
    expect(await importerCriteres(essai.services, un(ditp), new Uint8Array())).toMatchObject({ ok: false });
  });
  test('deux personnes en même temps : aucune n’attend pour rien, le dernier chiffre d’une année est le bon', async () => {
    const codes = ['D29', 'D35', 'D22'];
    const lignes = (ordre: readonly string[], valeur: number) =>
      octets(ordre.map((c) => `densite;${c};${valeur};2020;INSEE`).join('\n'));
    const lus = await Promise.all([
      importerCriteres(essai.services, un(ditp), lignes(codes, 100)),
      importerCriteres(essai.services, un(ditp), lignes([...codes].reverse(), 200)),
    ]);
    expect(lus.map((lu) => lu.ok)).toEqual([true, true]);
    expect(new Set(await densites()).size).toBe(1);
  });
  const densites = async () =>
    (
      await essai.base.selectFrom('critere_de_territoire').select('valeur').where('critere', '=', 'densite').execute()
    ).map(({ valeur }) => valeur);
});

/** How many queries a reading sends. */
async function compterRequetes(lire: (base: Base) => Promise<unknown>): Promise<number> {
  let nombre = 0;
  const base = essai.base.withPlugin({
    transformQuery: ({ node }) => {
      nombre += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  await lire(base);
  return nombre;
}
