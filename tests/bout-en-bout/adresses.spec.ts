import type { Page } from '@playwright/test';
import { CARTE, type ObjetDAdresse } from '../../src/entree/carte.ts';
import { expect, type Monde, seConnecter, test } from './outils/essai.ts';
import { preparerFeuille } from './outils/feuilles.ts';
import { creerIndicateur, deposer, deposerCourrielDEssai, deposerValeurs, fichierDeValeurs } from './outils/gestes.ts';
import { creerInstance, deciderEnSeance, planifierReunion } from './outils/instances.ts';
import * as personas from './outils/personas.ts';
import { TABLEAU } from './outils/plans.ts';
import { preparerPoint } from './outils/points.ts';
import { preparerRemontee } from './outils/remontees.ts';

/**
 * Every address of the application, tried by everyone who must not be let in: the list is the one the router is built
 * from, so that a new address is tried here the day it is written.
 */

const INCONNU = '01890000-0000-7000-8000-000000000000';

/** An object of each kind, who may not see it, and words that stand nowhere else: one of them in an answer is a leak. */
type Cible = {
  readonly personas: readonly string[];
  /** Addresses of the object: the parameters of the route replaced by its identifiers. */
  readonly remplir: (chemin: string) => string;
  readonly mots: RegExp;
  readonly statuts: readonly number[];
};

const CIBLES: Readonly<Record<ObjetDAdresse, (page: Page, monde: Monde) => Promise<Cible>>> = {
  plan: async (_, { finistere }) => ({
    personas: [personas.PREFET_44, personas.SPES, personas.DGAFP, personas.DNUM, personas.BCAM],
    remplir: (chemin) =>
      chemin
        .replace('/plans/:plan', finistere.adresse)
        .replace(':action', finistere.actions[0]?.split('/').at(-1) ?? INCONNU)
        .replace(/:\w+/, INCONNU),
    mots: /Feuille de route de l’État|Morlaix|Châteaulin|titre de séjour|Landerneau/,
    statuts: [403],
  }),
  compte: async () => ({
    personas: [personas.PREFET_29, personas.SGCD_29, personas.BCAM, personas.PRESIDENCE],
    remplir: (chemin) => chemin.replace(':compte', 'demo-prefet-44'),
    mots: /Préfet de la Loire-Atlantique/,
    statuts: [403],
  }),
  habilitation: async (page) => {
    await seConnecter(page, personas.COMPTES_29);
    const adresse = await premierLien(page, '/administration', /^Gérer/);
    return {
      personas: [personas.PREFET_44, personas.SGCD_29, personas.BCAM, personas.PRESIDENCE],
      remplir: () => adresse,
      mots: /Chef du bureau du logement/,
      statuts: [403],
    };
  },
  demande: async (page) => {
    await seConnecter(page, personas.COMPTES_29);
    const adresse = await premierLien(page, '/administration/demandes', 'Répondre à Directrice du SGC-D du Finistère');
    return {
      personas: [personas.PREFET_44, personas.PREFET_29, personas.SGCD_29, personas.BCAM],
      remplir: () => adresse,
      mots: /sans passer par la préfecture/,
      statuts: [403],
    };
  },
  import: async (page) => {
    await seConnecter(page, personas.BCAM);
    await deposer(page, '/plans/importer', TABLEAU);
    const adresse = new URL(page.url()).pathname;
    return {
      personas: [personas.DNUM, personas.SPES, personas.DITP],
      remplir: () => adresse,
      mots: /plan\.csv|guichet à Quimper/,
      statuts: [404],
    };
  },
  territoire: async () => ({
    personas: [personas.PREFET_44, personas.SGCD_29, personas.DNUM],
    remplir: (chemin) => chemin.replace(':territoire', 'D35'),
    mots: /réformes? suivies?|sur (sa|leur) trajectoire|à renouveler/,
    statuts: [403],
  }),
  import_de_valeurs: async (page) => {
    await seConnecter(page, personas.DITP);
    const adresse = await deposerValeurs(page, fichierDeValeurs('inconnu-de-tous', ['D29;;2022-01-31;va;77']));
    return {
      personas: [personas.DGAFP, personas.BCAM, personas.PREFET_29],
      remplir: (chemin) => chemin.replace('/indicateurs/imports/:importation', adresse),
      mots: /inconnu-de-tous|valeurs\.csv/,
      statuts: [404],
    };
  },
  indicateur: async (page) => {
    await seConnecter(page, personas.DITP);
    const adresse = await creerIndicateur(page, 'Indicateur en préparation', { brouillon: true });
    return {
      personas: [personas.PREFET_29, personas.BCAM, personas.DGAFP, personas.PRESIDENCE],
      remplir: (chemin) => chemin.replace('/indicateurs/:indicateur', adresse),
      mots: /en préparation/,
      statuts: [403],
    };
  },
  // A draft: only its team and the DITP see that it exists.
  reforme: async (page) => {
    await seConnecter(page, personas.DITP);
    const adresse = await premierLien(page, '/reformes?etat=brouillon', /^Simplifier les demandes/);
    return {
      personas: [personas.PREFET_29, personas.SGAR_BRETAGNE, personas.BCAM, personas.CABINET_MI, personas.PRESIDENCE],
      remplir: (chemin) =>
        chemin.replace(':reforme', adresse.split('/').at(-1) ?? INCONNU).replaceAll(/:\w+/g, INCONNU),
      mots: /Simplifier les demandes/,
      statuts: [403],
    };
  },
  feuille_de_route: async (page) => {
    await seConnecter(page, personas.DITP);
    const feuille = await preparerFeuille(page, 'Mandat tenu secret', 'D29');
    return {
      personas: [personas.PREFET_44, personas.SGAR_BRETAGNE, personas.BCAM, personas.PRESIDENCE, personas.SGCD_29],
      remplir: (chemin) => chemin.replace('/feuilles-de-route/:feuille', feuille).replaceAll(/:\w+/g, INCONNU),
      mots: /Mandat tenu secret/,
      statuts: [403],
    };
  },
  point_d_etape: async (page) => {
    await seConnecter(page, personas.PREFET_29);
    const adresse = await preparerPoint(page, 'Comité tenu à huis clos');
    return {
      personas: [personas.PREFET_44, personas.SGCD_29, personas.DNUM, personas.PRESIDENCE],
      remplir: (chemin) => chemin.replace('/points/:point', adresse),
      mots: /huis clos|réformes suivies|sur leur trajectoire/,
      statuts: [403],
    };
  },
  instance: async (page) => {
    await seConnecter(page, personas.BCAM);
    const adresse = await creerInstance(page, 'Comité tenu au secret');
    return {
      personas: [personas.PREFET_44, personas.SGCD_29, personas.SPES, personas.PRESIDENCE],
      remplir: (chemin) => chemin.replace('/instances/:instance', adresse),
      mots: /tenu au secret/,
      statuts: [403],
    };
  },
  reunion: async (page) => {
    await seConnecter(page, personas.BCAM);
    const adresse = await planifierReunion(page, await creerInstance(page, 'Comité sans témoin'));
    return {
      personas: [personas.PREFET_44, personas.SGCD_29, personas.SPES, personas.PRESIDENCE],
      remplir: (chemin) => chemin.replace('/reunions/:reunion', adresse),
      mots: /sans témoin/,
      statuts: [403],
    };
  },
  decision: async (page) => {
    await seConnecter(page, personas.BCAM);
    const reunion = await planifierReunion(page, await creerInstance(page, 'Comité aux portes closes'));
    const adresse = await deciderEnSeance(page, reunion, { texte: 'Trancher à mots couverts', responsable: 'DGAFP' });
    return {
      personas: [personas.PREFET_44, personas.SGCD_29, personas.SPES, personas.PRESIDENCE],
      remplir: (chemin) => chemin.replace('/decisions/:decision', adresse),
      mots: /portes closes|mots couverts/,
      statuts: [403],
    };
  },
  remontee: async (page) => {
    await seConnecter(page, personas.BCAM);
    const adresse = await preparerRemontee(page, 'Question posée en secret');
    return {
      personas: [personas.PREFET_29, personas.SPES, personas.SGCD_29, personas.PRESIDENCE],
      remplir: (chemin) => chemin.replace('/remontees/:remontee', adresse).replaceAll(/:\w+/g, 'd29-prefecture'),
      mots: /posée en secret/,
      statuts: [403],
    };
  },
  courriel: async (page) => {
    await seConnecter(page, personas.DITP);
    const adresse = await deposerCourrielDEssai(page, 'secret.bien.garde@exemple.gouv.fr');
    return {
      personas: [personas.BCAM, personas.PREFET_44, personas.PRESIDENCE],
      remplir: () => adresse,
      mots: /secret\.bien\.garde/,
      statuts: [403],
    };
  },
};

async function premierLien(page: Page, chemin: string, nom: string | RegExp): Promise<string> {
  await page.goto(chemin);
  return (await page.getByRole('link', { name: nom }).first().getAttribute('href')) ?? '';
}

const objetDe = ({ politique }: (typeof CARTE)[number]): ObjetDAdresse | null =>
  typeof politique === 'object' ? politique.objet : null;

test('un visiteur sans compte n’obtient que les adresses ouvertes à tous ; les autres le conduisent à la connexion', async ({
  page,
}) => {
  for (const { chemin, politique } of CARTE) {
    // A personal link is tried by its own test (liens.spec.ts).
    if (politique === 'tous' || politique === 'porteur') continue;
    const adresse = chemin.replaceAll(/:\w+/g, INCONNU);
    const reponse = await page.request.get(adresse, { maxRedirects: 0 });
    expect(reponse.status(), adresse).toBe(302);
    expect(reponse.headers().location, adresse).toBe(`/connexion?vers=${encodeURIComponent(adresse)}`);
    const donnees = await page.request.get(`${adresse}.data`, { maxRedirects: 0 });
    expect(await donnees.text(), `${adresse}.data`).not.toContain('"vue"');
    expect([200, 202, 204, 302, 404], `${adresse}.data`).toContain(donnees.status());
  }
});

for (const [objet, preparer] of Object.entries(CIBLES)) {
  test(`${objet} : aucune adresse ne s’ouvre, à la lecture ni à l’envoi, à qui ne peut le voir`, async ({
    page,
    browser,
    baseURL,
    monde,
  }) => {
    // Hundreds of requests: as long as three tests.
    test.slow();
    const ailleurs = await browser.newPage(baseURL === undefined ? {} : { baseURL });
    const { personas: exclus, remplir, mots, statuts } = await preparer(ailleurs, monde);
    await ailleurs.context().close();
    const chemins = CARTE.filter((entree) => objetDe(entree) === objet).map(({ chemin }) => chemin);
    expect(chemins.length).toBeGreaterThan(0);
    for (const persona of exclus) {
      await seConnecter(page, persona);
      const jeton = await page.getByRole('banner').locator('input[name="jeton"]').first().inputValue();
      for (const chemin of chemins) {
        const adresse = remplir(chemin);
        for (const demandee of [adresse, `${adresse}.data`]) {
          const reponse = await page.request.get(demandee, { maxRedirects: 0 });
          // A file of the application has no data of its own: its address is then that of no page.
          expect([...statuts, ...(demandee === adresse ? [] : [404])], `${persona} lit ${demandee}`).toContain(
            reponse.status(),
          );
          expect(await reponse.text(), `${persona} lit ${demandee}`).not.toMatch(mots);
        }
        const envoi = await page.request.post(adresse, {
          form: {
            jeton,
            verbe: 'noter',
            texte: 'Essai',
            intitule: 'Essai',
            titre: 'Essai',
            source: 'colle',
            version: '1',
          },
          headers: { origin: baseURL ?? '' },
          maxRedirects: 0,
        });
        // 405: this page takes no form at all. 422: what was sent is refused before the object is looked for.
        expect([...statuts, 405, 404, 422], `${persona} envoie à ${adresse}`).toContain(envoi.status());
        expect(await envoi.text(), `${persona} envoie à ${adresse}`).not.toMatch(mots);
      }
    }
  });
}

const RESERVEES = CARTE.filter(
  ({ politique }) => politique === 'administrateurs' || politique === 'administrateurs nationaux',
);

for (const persona of Object.values(personas)) {
  if (persona === personas.DITP) continue;
  test(`${persona} : les adresses réservées aux administrateurs restent fermées`, async ({ page, baseURL }) => {
    await seConnecter(page, persona);
    for (const { chemin, politique } of RESERVEES) {
      if (persona === personas.COMPTES_29 && politique === 'administrateurs') continue;
      for (const demandee of [chemin, `${chemin}.data`]) {
        const reponse = await page.request.get(demandee, { maxRedirects: 0 });
        expect(demandee === chemin ? [403] : [403, 404], demandee).toContain(reponse.status());
      }
      const envoi = await page.request.post(chemin, { form: {}, headers: { origin: baseURL ?? '' }, maxRedirects: 0 });
      expect([403, 405], chemin).toContain(envoi.status());
    }
  });
}
