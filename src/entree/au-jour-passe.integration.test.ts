import type { LoaderFunctionArgs } from 'react-router';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { creerJeton } from '#acces';
import { type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import {
  documentDeFicheDeReforme,
  donneesDeFicheDeReforme,
} from '../reformes/etapes/pages/donnees-de-fiche-de-reforme.ts';
import { donneesDeFicheDeTerritoire } from '../reformes/etapes/pages/donnees-de-fiche-de-territoire.ts';
import { loader as ficheDeReformePdf } from '../reformes/etapes/pages/fiche-de-reforme-pdf.ts';
import { loader as ficheDeTerritoirePdf } from '../reformes/etapes/pages/fiche-de-territoire-pdf.ts';
import { loader as pageDeReforme } from '../reformes/fiche/pages/reforme.tsx';
import { loader as pageDesTerritoires } from '../reformes/fiche/pages/territoires.tsx';
import { loader as pageDIndicateur } from '../reformes/pages/indicateurs/fiche.tsx';
import { loader as carte } from '../reformes/territoires/pages/carte.tsx';
import { loader as chaleur } from '../reformes/territoires/pages/chaleur.tsx';
import { loader as chaleurExport } from '../reformes/territoires/pages/chaleur-export.ts';
import { loader as comparaison } from '../reformes/territoires/pages/comparaison.tsx';
import { loader as tableauExport } from '../reformes/territoires/pages/export.ts';
import { creerApi } from './api.ts';
import { laisserPasser, type MondeDuJour, semerLeJour } from './essais/jour-passe.ts';
import { type Adresse, charger, FICHIERS, PAGES, type Page } from './essais/pages-datees.ts';

const CE_JOUR = '2022-02-15';
const PLUS_TARD = '2022-06-15T11:00:00Z';

let essai: Essai;
let monde: MondeDuJour;
beforeAll(async () => {
  essai = await ouvrirEssai(`${CE_JOUR}T11:00:00Z`);
  monde = await semerLeJour(essai);
});
afterAll(() => essai.fermer());

/** What an address gives to one of the two, from this day when one is said. */
function demander<T>(
  loader: (arguments_: LoaderFunctionArgs) => T,
  { chemin, params }: Adresse,
  nom: 'ditp' | 'prefet',
  au: string | null = null,
) {
  const suite = au === null ? '' : `${chemin.includes('?') ? '&' : '?'}au=${au}`;
  return charger(essai, loader, monde[nom], { chemin: `${chemin}${suite}`, params });
}

const enReforme = (suite: string, { id }: { readonly id: string } = monde.fibre): Adresse => ({
  chemin: `/reformes/${id}${suite}`,
  params: { reforme: id },
});
const enTerritoire = (territoire: string, suite: string): Adresse => ({
  chemin: `/territoires/${territoire}${suite}`,
  params: { territoire },
});

/** Whatever a page gives, but for what tells that it is seen from later: the date of its links, what may be written. */
function chiffres(donnees: unknown): unknown {
  const texte = JSON.stringify(donnees, (cle, valeur) => (MENTIONS.has(cle) ? undefined : valeur));
  return JSON.parse(texte.replaceAll(`&au=${CE_JOUR}`, '').replaceAll(`au=${CE_JOUR}&`, ''));
}

const MENTIONS = new Set(
  'au requete aujourdhui dateEcartee nomDuJour regard modifiable declarable ecrit configure propose vue propositions'.split(
    ' ',
  ),
);

async function lireReponse(reponse: unknown) {
  if (!(reponse instanceof Response)) throw new Error('Pas un fichier.');
  const nom = decodeURIComponent(reponse.headers.get('Content-Disposition')?.split("''")[1] ?? '');
  return { nom, octets: await reponse.text() };
}

const pages = new Map<string, unknown>();
const fichiers = new Map<string, unknown>();
let fiches: Awaited<ReturnType<typeof lesFiches>>;
let reponses: readonly { readonly au: string }[];

const cas = (liste: readonly Page[]) =>
  liste.flatMap((page) => (page.acteurs ?? (['ditp', 'prefet'] as const)).map((nom) => ({ page, nom })));

async function lesFiches(au: string | null) {
  const deReforme = await demander(donneesDeFicheDeReforme, enReforme('/fiche?territoire=D29'), 'prefet', au);
  const deTerritoire = await demander(donneesDeFicheDeTerritoire, enTerritoire('D29', '/fiche'), 'prefet', au);
  const { lignes, synthese } = deTerritoire.pourLaPage;
  return { deReforme: documentDeFicheDeReforme(deReforme), deTerritoire: sansMediane({ lignes, synthese }) };
}

async function lesReponsesDeLApi(suite: string) {
  const app = creerApi(essai.services, () => '192.0.2.1');
  const { jeton } = reussi(
    await creerJeton(essai.services, monde.ditp, {
      libelle: `Essai${suite}`,
      portees: ['reformes.lire'],
      expiration: '2022-08-01',
    }),
  );
  return Promise.all(
    [`/reformes/${monde.fibre.id}/suivis`, '/territoires/D29/suivis'].map(async (chemin) =>
      (await app.request(`/api/v1${chemin}${suite}`, { headers: { authorization: `Bearer ${jeton}` } })).json(),
    ),
  );
}

describe('un jour passé', () => {
  beforeAll(async () => {
    for (const { page, nom } of cas(PAGES))
      pages.set(`${page.titre} ${nom}`, await demander(page.loader, page.adresse(monde), nom));
    for (const { page, nom } of cas(FICHIERS)) {
      const reponse = await demander(page.loader, page.adresse(monde), nom);
      fichiers.set(`${page.titre} ${nom}`, await lireReponse(reponse));
    }
    fiches = await lesFiches(null);
    reponses = await lesReponsesDeLApi('');
    await laisserPasser(essai, monde, PLUS_TARD);
  });

  test.each(cas(PAGES))('$page.titre ($nom) : les chiffres sont ceux que l’on voyait ce jour-là', async ({
    page,
    nom,
  }) => {
    const lue = await demander(page.loader, page.adresse(monde), nom, CE_JOUR);
    const vueAlors = chiffres(pages.get(`${page.titre} ${nom}`));
    expect(chiffres(lue)).toEqual(vueAlors);
    const maintenant = await demander(page.loader, page.adresse(monde), nom);
    expect(chiffres(maintenant), 'rien n’a changé depuis : l’essai ne prouverait rien').not.toEqual(vueAlors);
  });

  test.each(cas(FICHIERS))('$page.titre ($nom) : le fichier est le même, octet pour octet, et dit sa date', async ({
    page,
    nom,
  }) => {
    const lu = await lireReponse(await demander(page.loader, page.adresse(monde), nom, CE_JOUR));
    expect(lu).toEqual(fichiers.get(`${page.titre} ${nom}`));
    expect(lu.nom).toMatch(/ au 15\sfévrier 2022\.csv$/);
    expect(lu.octets).toMatch(/;2022-02-15\r\n|;15\/02\/2022\r\n/);
  });

  test('le tableau d’un territoire dit dans son fichier que la médiane n’est pas recalculée', async () => {
    const lu = await lireReponse(await demander(tableauExport, enTerritoire('D29', '/export.csv'), 'prefet', CE_JOUR));
    expect(lu.nom).toMatch(/^Réformes du Finistère au 15\sfévrier 2022\.csv$/);
    expect(lu.octets).toContain('non recalculé');
  });

  test('les fiches imprimables disent les mêmes choses, et leur nom dit leur date', async () => {
    const lues = await lesFiches(CE_JOUR);
    expect(lues).toEqual(fiches);
    for (const [loader, adresse] of [
      [ficheDeReformePdf, enReforme('/fiche.pdf?territoire=D29')],
      [ficheDeTerritoirePdf, enTerritoire('D29', '/fiche.pdf')],
    ] as const) {
      const { nom } = await lireReponse(await demander(loader, adresse, 'prefet', CE_JOUR));
      expect(nom).toMatch(/ au 15\sfévrier 2022\.pdf$/);
    }
  });

  test('l’API donne les mêmes réponses, datées ; une date à venir ou illisible y est refusée', async () => {
    const [reforme, territoire] = await lesReponsesDeLApi(`?au=${CE_JOUR}`);
    expect(reforme).toEqual(reponses[0]);
    expect(reforme.au).toBe(CE_JOUR);
    expect(sansMediane(territoire)).toEqual(sansMediane(reponses[1]));
    for (const au of ['2031-01-01', 'hier'])
      for (const reponse of await lesReponsesDeLApi(`?au=${au}`))
        expect(JSON.stringify(reponse)).toContain('jour passé');
  });

  test('rien ne s’écrit sur une page passée', async () => {
    const page = await demander(pageDeReforme, enReforme('?territoire=D29&ecrire=analyse'), 'prefet', CE_JOUR);
    expect([page.meteo.declarable, page.analyse.modifiable, page.ecrire]).toEqual([false, false, false]);
    expect(page.analyse.versions.map(({ synthese }) => synthese)).toEqual(['Deux postes pourvus.']);
  });

  test('une réforme qui se somme : la région dit le même taux que ce jour-là', async () => {
    const page = await demander(pageDeReforme, enReforme('?territoire=R53', monde.somme), 'ditp', CE_JOUR);
    const [indicateurLu] = page.indicateurs;
    expect(indicateurLu?.suivi?.chiffres[0]?.texte).toBe(page.suivi?.taux.texte);
    expect(indicateurLu?.suivi?.serie.mesures.map(({ jour }) => jour)).toEqual(['2021-12-31', '2022-01-31']);
  });

  test.each([
    ['2031-01-01', /^Le 1er janvier 2031 n’est pas encore venu/],
    ['hier', /^La date demandée ne se lit pas/],
    ['2022-02-30', /^La date demandée ne se lit pas/],
  ])('« au=%s » : la page du jour est montrée, et le dit', async (au, phrase) => {
    for (const { page, nom } of cas(PAGES)) {
      const lue = await demander(page.loader, page.adresse(monde), nom, au);
      expect(dateEcartee(lue), page.titre).toMatch(phrase);
      const jour = await demander(page.loader, page.adresse(monde), nom);
      expect(chiffres(lue), page.titre).toEqual(chiffres(jour));
      expect(JSON.stringify(lue), page.titre).not.toContain(`au=${au}`);
    }
  });
});

describe('les droits, un jour passé', () => {
  const refus = async (page: unknown) => {
    const rendu: unknown = await Promise.resolve(page).catch((erreur: unknown) => erreur);
    return rendu instanceof Object && 'init' in rendu ? (rendu.init as { readonly status: number }).status : 'ouvert';
  };
  test('un préfet n’ouvre ni un autre département, ni sa région, à aucune date', async () => {
    const { indicateur } = monde;
    const adresses: readonly (readonly [(arguments_: LoaderFunctionArgs) => unknown, Adresse])[] = [
      [pageDeReforme, enReforme('?territoire=D35')],
      [ficheDeReformePdf, enReforme('/fiche.pdf?territoire=D35')],
      [pageDIndicateur, { chemin: `/indicateurs/${indicateur}?territoire=D35`, params: { indicateur } }],
      [carte, enTerritoire('R53', '/carte')],
      [chaleur, enTerritoire('R53', '/departements')],
      [chaleurExport, enTerritoire('R53', '/departements/export.csv')],
      [comparaison, enTerritoire('D35', '/comparaison')],
      [tableauExport, enTerritoire('D35', '/export.csv')],
    ];
    const lus = adresses.map(([loader, adresse]) => demander(loader, adresse, 'prefet', CE_JOUR));
    expect(await Promise.all(lus.map(refus))).toEqual(lus.map(() => 403));
  });

  test('les territoires d’une réforme s’y bornent à ceux qu’il lit, et ses semblables restent sans leur nom', async () => {
    const territoires = await demander(pageDesTerritoires, enReforme('/territoires'), 'prefet', CE_JOUR);
    expect(territoires.lignes.map(({ territoire }) => territoire)).toEqual(['D29']);
    const { comparees } = await demander(comparaison, enTerritoire('D29', '/comparaison'), 'prefet', CE_JOUR);
    const lue = comparees.find(({ id }) => id === monde.fibre.id);
    expect(lue?.nommes).toEqual([]);
    expect(lue?.anonymes).toHaveLength(8);
  });
});

function dateEcartee(donnees: unknown): unknown {
  if (!(donnees instanceof Object)) return null;
  if ('dateEcartee' in donnees) return donnees.dateEcartee;
  return 'vue' in donnees ? dateEcartee(donnees.vue) : null;
}

/** On the table of a whole territory, the gap to the median is that of today only. */
function sansMediane(reponse: unknown): unknown {
  return JSON.parse(
    JSON.stringify(reponse, (cle, valeur) => {
      if (cle === 'mediane') return undefined;
      return cle === 'alertes'
        ? valeur.filter(({ code }: { code: string }) => code !== 'retrait_sur_la_mediane')
        : valeur;
    }),
  );
}
