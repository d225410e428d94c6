import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { indicateursTenus } from '#reformes';
import { lireLignes } from '#tableur';
import { ecrireLigne, regle, relire } from '../acces/essais/gens.ts';
import { unIndicateur } from '../indicateurs/essais/en-base.ts';
import { annulerImport } from '../indicateurs/importer/annuler.ts';
import { appliquerImport } from '../indicateurs/importer/appliquer.ts';
import { deposerImport, inscrireImport } from '../indicateurs/importer/deposer.ts';
import { recevoirLot } from '../indicateurs/importer/recevoir-lot.ts';
import { verifierDepot } from '../indicateurs/importer/verifier-depot.ts';
import { lireFichierDeValeurs } from '../indicateurs/lecture/lire-fichier.ts';
import { listerIndicateurs } from '../indicateurs/lectures/catalogue.ts';
import { lignesADire } from '../indicateurs/lectures/lignes-deposees.ts';
import type { ServicesDImport } from '../indicateurs/responsabilites.ts';
import { type ReformeDEssai, uneReforme } from '../reformes/essais/reformes.ts';

/** Who writes the values of the indicators of a reform: by a file, by a program, in the same words. Tuesday 15 February 2022. */
let essai: Essai;
let services: ServicesDImport;
let equipe: Acteur;
let ditp: Acteur;
let fibre: ReformeDEssai;
let autre: ReformeDEssai;
let archivee: ReformeDEssai;
let rang = 0;

beforeAll(async () => {
  essai = await ouvrirEssai();
  services = { ...essai.services, responsabilitesDe: indicateursTenus };
  ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  equipe = await creerActeur(essai, 'chef_de_projet', 'mefsin-dge');
  fibre = await uneReforme(essai, { nom: 'Fibre', equipe: 'mefsin-dge', ministere: 'mefsin' });
  autre = await uneReforme(essai, { nom: 'Autre réforme', equipe: 'mi-bcam' });
  archivee = await uneReforme(essai, { nom: 'Finie', equipe: 'mefsin-dge', etat: 'archivee' });
});
afterAll(() => essai.fermer());

const de = ({ id }: ReformeDEssai) => `essai-${id}`;

/** Someone of a département to whom the reform is opened. */
async function habilite(droit: 'lire' | 'contribuer' | 'modifier', territoire: string, retouche = {}): Promise<Acteur> {
  rang += 1;
  const compte = `habilite-${rang}`;
  await essai.base
    .insertInto('compte')
    .values({
      id: compte,
      nom: `Agent ${rang}`,
      profil: 'service_deconcentre',
      organisation_id: 'd29-ddtm',
      territoire_code: 'D29',
      cree_le: essai.horloge.maintenant(),
    })
    .execute();
  await ecrireLigne(essai, { compte, droit, objet: `reforme:${fibre.id}`, territoire, ...retouche });
  return relire(essai, compte);
}

const fichier = (lignes: readonly string[]) => ({
  nom: 'valeurs.csv',
  typeMime: 'text/csv',
  octets: new TextEncoder().encode(
    ['identifiant_indic;zone_id;zone_nom;date_valeur;type_valeur;valeur', ...lignes].join('\n'),
  ),
});

/** What the worker does, here and now. */
async function deposer(acteur: Acteur, lignes: readonly string[]): Promise<string> {
  const depot = fichier(lignes);
  const id = await inscrireImport(services, depot, acteur);
  await verifierDepot(services, id, reussi(lireFichierDeValeurs(reussi(await lireLignes(depot.octets, depot.nom)))));
  return id;
}

const appliquer = (acteur: Acteur, id: string) => appliquerImport(services, acteur, id, { motif: 'Essai', version: 1 });
const refusees = (id: string) => lignesADire(essai.base, id, { etat: 'refusee', limite: 10 });

async function ecrites(reforme: ReformeDEssai, importation: string): Promise<readonly string[]> {
  const lignes = await essai.base
    .selectFrom('valeur')
    .select(['territoire', 'valeur'])
    .where('indicateur', '=', reforme.indicateur)
    .where('import_id', '=', importation)
    .execute();
  return lignes.map(({ territoire, valeur }) => `${territoire} ${valeur}`);
}

const MELE = () => [
  `${de(autre)};D29;;2022-01-31;va;11`,
  `${de(fibre)};D29;;2022-01-31;va;12`,
  `${de(archivee)};D29;;2022-01-31;va;13`,
  `${de(fibre)};D35;;2022-01-31;va;14`,
];

describe('refus', () => {
  test('lire, contribuer, ou modifier pour un seul territoire ne donnent pas d’importer', async () => {
    for (const acteur of [
      await habilite('lire', 'FR'),
      await habilite('contribuer', 'FR'),
      await habilite('modifier', 'D29'),
      await habilite('modifier', 'R53'),
    ]) {
      expect(regle(await deposerImport(services, acteur, fichier(MELE())))).toBe('valeur.importer.profil');
      const tenus = await indicateursTenus(essai.base, acteur);
      expect(regle(await envoyer(acteur, tenus, fibre, 'D29'))).toBe('valeur.importer.profil');
    }
  });

  test('une habilitation finie, ou qui n’a pas commencé, ne donne rien', async () => {
    for (const dates of [{ fin: '2022-02-14' }, { debut: '2022-02-16' }]) {
      const acteur = await habilite('modifier', 'FR', dates);
      expect(regle(await deposerImport(services, acteur, fichier(MELE())))).toBe('valeur.importer.profil');
    }
  });

  test('un profil qui ne fait que lire n’importe rien, même habilité à modifier', async () => {
    const { compte } = await creerActeur(essai, 'cabinet', 'mi-bcam');
    await ecrireLigne(essai, { compte, droit: 'modifier', objet: `reforme:${fibre.id}`, territoire: 'FR' });
    const acteur = await relire(essai, compte);
    expect(regle(await deposerImport(services, acteur, fichier(MELE())))).toBe('valeur.importer.profil');
  });

  test('le droit perdu entre le dépôt et l’écriture : rien n’est écrit', async () => {
    const acteur = await habilite('modifier', 'FR');
    const id = await deposer(acteur, [`${de(fibre)};D22;;2022-01-31;va;7`]);
    await essai.base
      .updateTable('habilitation')
      .set({ retiree_le: essai.horloge.maintenant(), retiree_par: ditp.compte })
      .where('compte_id', '=', acteur.compte)
      .execute();
    expect(regle(await appliquer(await relire(essai, acteur.compte), id))).toBe('valeur.importer.profil');
    expect(await ecrites(fibre, id)).toEqual([]);
  });
});

describe('un fichier qui mêle les indicateurs de sa réforme et d’autres', () => {
  test('l’équipe écrit les siens ; chaque autre ligne est refusée, avec une phrase, et l’API dit la même', async () => {
    const id = await deposer(equipe, MELE());
    const lignes = await refusees(id);
    expect(lignes.map(({ ligne, regle: pourquoi }) => [ligne, pourquoi])).toEqual([
      [2, 'indicateur_ferme'],
      [4, 'indicateur_ferme'],
    ]);
    expect(lignes[0]?.message).toContain('Seuls la DITP et l’équipe qui tient cet indicateur ou sa réforme');
    reussi(await appliquer(equipe, id));
    expect(await ecrites(fibre, id)).toEqual(['D29 12', 'D35 14']);
    expect(await ecrites(autre, id)).toEqual([]);
    const tenus = await indicateursTenus(essai.base, equipe);
    expect(await envoyer(equipe, tenus, autre, 'D29')).toMatchObject({
      refus: { regle: 'valeurs.api.fautes', champs: { 'valeurs.0': lignes[0]?.message } },
    });
    expect(await envoyer(equipe, tenus, fibre, 'D56')).toMatchObject({ ok: true, valeur: { nouvelles: 1 } });
  });

  test('une habilitation à modifier la réforme dans tout le pays donne la même chose, et de l’annuler', async () => {
    const acteur = await habilite('modifier', 'FR');
    const id = await deposer(acteur, [`${de(autre)};D72;;2022-01-31;va;1`, `${de(fibre)};D72;;2022-01-31;va;2`]);
    expect((await refusees(id)).map(({ ligne }) => ligne)).toEqual([2]);
    reussi(await appliquer(acteur, id));
    expect(await ecrites(fibre, id)).toEqual(['D72 2']);
    expect(reussi(await annulerImport(services, acteur, id, { motif: 'Essai' }))).toMatchObject({ remises: 1 });
  });

  test('de même sur le champ de son ministère', async () => {
    const { compte } = await creerActeur(essai, 'pilote', 'mi-dnum');
    await ecrireLigne(essai, { compte, droit: 'modifier', objet: 'champ:mefsin', territoire: 'FR' });
    const id = await deposer(await relire(essai, compte), [
      `${de(fibre)};D85;;2022-01-31;va;3`,
      `${de(autre)};D85;;2022-01-31;va;4`,
    ]);
    expect((await refusees(id)).map(({ ligne }) => ligne)).toEqual([3]);
  });

  test('deux personnes de la réforme à la fois : le fichier n’est écrit qu’une fois', async () => {
    const id = await deposer(equipe, [`${de(fibre)};D49;;2022-01-31;va;5`]);
    const issues = await Promise.all([appliquer(equipe, id), appliquer(ditp, id)]);
    expect(issues.map(regle).sort()).toEqual(['permis', 'valeurs.importer.deja']);
    expect(await ecrites(fibre, id)).toEqual(['D49 5']);
  });
});

test('un indicateur en préparation se trouve dans la liste de qui tient sa réforme, de nul autre', async () => {
  const brouillon = await unIndicateur(essai.services, { identifiant: 'en-preparation', etat: 'brouillon' });
  const { panier } = await essai.base
    .selectFrom('reforme')
    .select('panier')
    .where('id', '=', fibre.id)
    .executeTakeFirstOrThrow();
  await essai.base
    .insertInto('panier_indicateur')
    .values({ panier, maille: 'national', indicateur: brouillon, poids: '0', rang: 9 })
    .execute();
  const criteres = { q: null, etat: 'brouillon', maille: null, fraicheur: null } as const;
  const vus = async (acteur: Acteur) => {
    const responsabilites = await indicateursTenus(essai.base, acteur);
    const { indicateurs } = await listerIndicateurs(essai.base, acteur, criteres, '2022-02-15' as never, {
      responsabilites,
    });
    return indicateurs.map(({ identifiant }) => identifiant);
  };
  expect(await vus(equipe)).toEqual(['en-preparation']);
  expect(await vus(await habilite('modifier', 'FR'))).toEqual(['en-preparation']);
  expect(await vus(await habilite('modifier', 'D29'))).toEqual([]);
});

function envoyer(acteur: Acteur, tenus: ReadonlySet<string>, reforme: ReformeDEssai, zone: string) {
  const valeur = {
    identifiant_indic: de(reforme),
    zone_id: zone,
    date_valeur: '2022-01-31',
    type_valeur: 'va',
    valeur: '21',
  };
  return recevoirLot(services, acteur, essai.services.ids.nouveau(), { motif: 'Essai', valeurs: [valeur] }, tenus);
}
