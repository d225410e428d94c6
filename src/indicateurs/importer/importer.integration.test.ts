import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { lireLignes } from '#tableur';
import { unIndicateur } from '../essais/en-base.ts';
import { lireFichierDeValeurs } from '../lecture/lire-fichier.ts';
import { lignesADire } from '../lectures/lignes-deposees.ts';
import { abandonnerImport, annulerImport } from './annuler.ts';
import { appliquerImport } from './appliquer.ts';
import { deposerImport, inscrireImport } from './deposer.ts';
import { trouverImport } from './trouver.ts';
import { verifierDepot } from './verifier-depot.ts';

/** Tuesday 15 February 2022. */
let essai: Essai;
let ditp: Acteur;
let chef: Acteur;
let prefet: Acteur;
let rang = 0;

beforeAll(async () => {
  essai = await ouvrirEssai();
  ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  chef = await creerActeur(essai, 'chef_de_projet', 'mi-dnum');
  prefet = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
});
afterAll(() => essai.fermer());

async function fibre(reglages = {}): Promise<string> {
  rang += 1;
  await unIndicateur(essai.services, { identifiant: `fibre-${rang}`, responsable: 'mi-dnum', ...reglages });
  return `fibre-${rang}`;
}

const octets = (identifiant: string, lignes: readonly string[]) =>
  new TextEncoder().encode(
    ['identifiant_indic;zone_id;zone_nom;date_valeur;type_valeur;valeur']
      .concat(lignes.map((ligne) => `${identifiant};${ligne}`))
      .join('\n'),
  );

/** What the worker does, here and now. */
async function deposer(acteur: Acteur, identifiant: string, lignes: readonly string[]): Promise<string> {
  const depot = { nom: 'valeurs.csv', typeMime: 'text/csv', octets: octets(identifiant, lignes) };
  const id = await inscrireImport(essai.services, depot, acteur);
  const fichier = lireFichierDeValeurs(reussi(await lireLignes(depot.octets, depot.nom)));
  await verifierDepot(essai.services, id, reussi(fichier));
  return id;
}

const appliquer = (acteur: Acteur, id: string, motif = '') =>
  appliquerImport(essai.services, acteur, id, { motif, version: 1 });

async function valeurDe(identifiant: string, territoire: string): Promise<string | null> {
  const { valeur } = await essai.base
    .selectFrom('situation_d_indicateur as s')
    .innerJoin('indicateur as i', 'i.numero', 's.indicateur')
    .select('s.valeur')
    .where('i.identifiant', '=', identifiant)
    .where('s.territoire', '=', territoire)
    .executeTakeFirstOrThrow();
  return valeur;
}

describe('qui importe', () => {
  test('un préfet ne dépose pas de fichier', async () => {
    const depot = { nom: 'v.csv', typeMime: 'text/csv', octets: octets('x', []) };
    expect(await deposerImport(essai.services, prefet, depot)).toMatchObject({
      refus: { nature: 'interdit', regle: 'valeur.importer.profil' },
    });
  });

  test('un chef de projet n’écrit que ses indicateurs : les autres lignes sont refusées et nommées', async () => {
    const autre = await fibre({ responsable: null });
    const id = await deposer(chef, autre, ['D29;;2022-01-31;va;77']);
    expect(await lignesADire(essai.base, id, { etat: 'refusee', limite: 10 })).toMatchObject([
      { ligne: 2, regle: 'indicateur_ferme' },
    ]);
    expect(await appliquer(chef, id)).toMatchObject({ refus: { regle: 'valeurs.importer.rien' } });
  });

  test('l’import d’une autre personne n’existe pas ; la DITP les voit tous', async () => {
    const id = await deposer(ditp, await fibre(), ['D29;;2022-01-31;va;77']);
    expect(await trouverImport(essai.services, chef, id)).toMatchObject({ refus: { nature: 'introuvable' } });
    expect(await appliquer(chef, id)).toMatchObject({ refus: { nature: 'introuvable' } });
    const duChef = await deposer(chef, await fibre(), ['D29;;2022-01-31;va;77']);
    expect(await trouverImport(essai.services, ditp, duChef)).toMatchObject({ ok: true });
  });
});

describe('un fichier de valeurs', () => {
  test('est lu sans rien écrire, puis importé une seule fois', async () => {
    const nom = await fibre();
    const id = await deposer(chef, nom, ['D29;;2022-01-31;va;77,5', 'D29;;2022-01-31;va;77.5', 'D99;;2022-01-31;va;1']);
    expect(reussi(await trouverImport(essai.services, chef, id))).toMatchObject({
      etat: 'lu',
      bilan: {
        fichier: { lignes: 3, pretes: 1, repetees: 1, refusees: 1 },
        effet: { nouvelles: 1, modifiees: 0, motifDemande: false },
      },
    });
    expect(await valeurDe(nom, 'D29')).toBeNull();
    const deux = await Promise.all([appliquer(chef, id), appliquer(chef, id)]);
    expect(deux.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await valeurDe(nom, 'D29')).toBe('77.5');
    const encore = await deposer(chef, nom, ['D29;;2022-01-31;va;77,50']);
    expect(await appliquer(chef, encore)).toMatchObject({ refus: { regle: 'valeurs.importer.rien' } });
  });

  test('qui change des valeurs connues demande un motif, qui reste sur chacune', async () => {
    const nom = await fibre();
    reussi(await appliquer(chef, await deposer(chef, nom, ['D29;;2022-01-31;va;77', 'D35;;2022-01-31;va;80'])));
    const id = await deposer(chef, nom, ['D29;;2022-01-31;va;78', 'D35;;2022-01-31;va;80']);
    expect(await appliquer(chef, id)).toMatchObject({ refus: { regle: 'valeurs.importer.motif' } });
    expect(await valeurDe(nom, 'D29')).toBe('77');
    expect(reussi(await appliquer(chef, id, 'Chiffres consolidés'))).toMatchObject({ modifiees: 1, identiques: 1 });
    const { rectification } = await essai.base
      .selectFrom('valeur')
      .select('rectification')
      .where('import_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(rectification).toBe('Chiffres consolidés');
  });

  test('multiplié par 1 000 est arrêté par la porte de plausibilité, série par série', async () => {
    const nom = await fibre();
    const codes = ['D22', 'D29', 'D35', 'D56', 'D44', 'D49'];
    const serie = (facteur: number) =>
      codes.flatMap((code, i) => [
        `${code};;2021-11-30;va;${(70 + i) * facteur}`,
        `${code};;2021-12-31;va;${(71 + i) * facteur}`,
      ]);
    reussi(await appliquer(chef, await deposer(chef, nom, serie(1))));
    const id = await deposer(
      chef,
      nom,
      codes.map((code, i) => `${code};;2022-01-31;va;${(72 + i) * 1000}`),
    );
    expect(reussi(await trouverImport(essai.services, chef, id)).bilan?.effet).toMatchObject({
      aConfirmer: 6,
      motifDemande: true,
    });
    expect(await appliquer(chef, id)).toMatchObject({ refus: { regle: 'valeurs.importer.motif' } });
  });

  test('deux personnes importent en même temps : la seconde relit avant d’écrire', async () => {
    const nom = await fibre();
    const [un, deux] = [
      await deposer(chef, nom, ['D29;;2022-01-31;va;77']),
      await deposer(ditp, nom, ['D29;;2022-01-31;va;78']),
    ];
    const faits = await Promise.all([appliquer(chef, un), appliquer(ditp, deux)]);
    expect(faits.filter(({ ok }) => ok)).toHaveLength(1);
    expect(faits.find(({ ok }) => !ok)).toMatchObject({ refus: { regle: 'valeurs.importer.perime' } });
  });
});

describe('annuler un import', () => {
  test('remet ce qu’il y avait, laisse ce qui a changé depuis, garde toute l’histoire', async () => {
    const nom = await fibre();
    reussi(await appliquer(chef, await deposer(chef, nom, ['D29;;2022-01-31;va;77'])));
    essai.horloge.avancer(60_000);
    const id = await deposer(chef, nom, ['D29;;2022-01-31;va;78', 'D35;;2022-01-31;va;80', 'D22;;2022-01-31;va;60']);
    reussi(await appliquer(chef, id, 'Révision'));
    reussi(await appliquer(chef, await deposer(chef, nom, ['D22;;2022-01-31;va;61']), 'Correction'));
    expect(await annulerImport(essai.services, prefet, id, { motif: 'x' })).toMatchObject({
      refus: { nature: 'interdit' },
    });
    expect(await annulerImport(essai.services, chef, id, { motif: '' })).toMatchObject({
      refus: { nature: 'invalide' },
    });
    expect(reussi(await annulerImport(essai.services, chef, id, { motif: 'Mauvais fichier' }))).toEqual({
      remises: 2,
      laissees: 1,
    });
    expect(await Promise.all(['D29', 'D35', 'D22'].map((code) => valeurDe(nom, code)))).toEqual(['77', null, '61']);
    expect(await annulerImport(essai.services, chef, id, { motif: 'encore' })).toMatchObject({
      refus: { regle: 'valeurs.annuler.etat' },
    });
    const { acte } = await essai.base
      .selectFrom('journal')
      .select('acte')
      .where('objet_id', '=', id)
      .orderBy('sequence', 'desc')
      .executeTakeFirstOrThrow();
    expect(acte).toBe('valeurs.annuler');
  });

  test('abandonner avant d’importer n’écrit rien', async () => {
    const nom = await fibre();
    const id = await deposer(chef, nom, ['D29;;2022-01-31;va;77']);
    reussi(await abandonnerImport(essai.services, chef, id));
    expect(await appliquer(chef, id)).toMatchObject({ refus: { regle: 'valeurs.importer.deja' } });
    expect(await valeurDe(nom, 'D29')).toBeNull();
  });
});
