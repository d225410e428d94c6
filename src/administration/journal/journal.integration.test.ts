import { CompiledQuery, type KyselyPlugin, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Acteur, acteurDuCompte, PROFILS } from '#acces';
import { type EvenementSansPersonnel, inscrire, lireIntegrite, verifierJournal } from '#journal';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import { lireCriteres } from './criteres.ts';
import { exporterJournal } from './exporter.ts';
import { lireLeJournal } from './lectures.ts';
import { prevenirLesAdministrateurs } from './prevenir.ts';
import { verifierMaintenant } from './verifier-maintenant.ts';

const PLAN = '01890000-0000-7000-8000-000000000001';
const BROUILLON = '01890000-0000-7000-8000-000000000002';

let essai: Essai;
let ditp: Acteur;
/** Administers the accounts of the Finistère, and reads plans as a service of the département does. */
let finistere: Acteur;

beforeAll(async () => {
  essai = await ouvrirEssai();
  ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  finistere = await administrateur('D29', await creerActeur(essai, 'service_deconcentre', 'd29-sgcd', 'D29'));
  await creerPlan(PLAN, 'Feuille de route du Finistère', 'actif');
  await creerPlan(BROUILLON, 'Projet de fusion encore secret', 'brouillon');
  await ecrire(creation(PLAN, 'Feuille de route du Finistère'), finistere);
  await ecrire(creation(BROUILLON, 'Projet de fusion encore secret'), ditp);
  await ecrire(creation('ailleurs', 'Plan du voisin', 'D44'), ditp);
  await ecrire(
    {
      acte: 'demonstration.charger',
      objet: { type: 'demonstration', id: 'plans' },
      territoire: null,
      charge: { plans: 9 },
    },
    null,
  );
});
afterAll(() => essai.fermer());

const demander = (acteur: Acteur, adresse = '') =>
  lireLeJournal(essai.base, acteur, lireCriteres(new URLSearchParams(adresse)).criteres);
const numeros = async (acteur: Acteur, adresse = '') =>
  reussi(await demander(acteur, adresse)).evenements.map(({ sequence }) => sequence);

describe('refus', () => {
  test.each(
    PROFILS.filter((profil) => profil !== 'ditp'),
  )('%s, sans administrer, ne lit ni n’exporte le journal', async (profil) => {
    const acteur = await creerActeur(essai, profil, 'd29-prefecture', 'D29');
    expect(await demander(acteur)).toMatchObject({ ok: false, refus: { nature: 'interdit', regle: 'journal.lire' } });
    expect(
      await exporterJournal(essai.services, acteur, lireCriteres(new URLSearchParams()).criteres, 'csv'),
    ).toMatchObject({ ok: false });
    expect(await verifierMaintenant(essai.services, acteur)).toMatchObject({
      ok: false,
      refus: { nature: 'interdit' },
    });
  });

  test('une suppléance de la DITP, ou un jeton, ne l’ouvrent pas', async () => {
    for (const genre of ['suppleance', 'machine'] as const)
      expect(await demander({ ...ditp, genre })).toMatchObject({ ok: false, refus: { nature: 'interdit' } });
  });

  test('l’administrateur d’un territoire ne fait pas vérifier la chaîne', async () => {
    expect(await verifierMaintenant(essai.services, finistere)).toMatchObject({ refus: { regle: 'comptes.national' } });
  });
});

describe('chacun voit ce qui s’est passé chez lui', () => {
  test('la DITP voit tout, y compris ce qui n’est d’aucun territoire', async () => {
    expect(await numeros(ditp)).toEqual([4, 3, 2, 1]);
  });

  test('l’administrateur du Finistère voit les actes de son territoire, pas ceux du voisin ni de personne', async () => {
    expect(await numeros(finistere)).toEqual([2, 1]);
    for (const adresse of [
      'acte=demonstration.charger',
      'objet=plan:ailleurs',
      `compte=${ditp.compte}&objet=plan:ailleurs`,
    ])
      expect(await numeros(finistere, adresse), adresse).toEqual([]);
  });

  test('un brouillon qui lui est fermé : l’acte est dit, l’objet et son contenu sont tus, à l’écran et dans les exports', async () => {
    const { evenements } = reussi(await demander(finistere));
    expect(evenements[0]).toMatchObject({
      sequence: 2,
      phrase: 'Plan créé',
      detail: 'Objet qui ne vous est pas ouvert',
      charge: null,
    });
    expect(evenements[1]).toMatchObject({
      phrase: 'Plan créé : Feuille de route du Finistère',
      objet: { genre: 'Plan', libelle: 'Feuille de route du Finistère', href: `/plans/${PLAN}` },
      auteur: { nom: finistere.nom },
      territoire: { code: 'D29', nom: 'Finistère' },
    });
    const tout = [JSON.stringify(evenements)];
    for (const format of ['csv', 'json'] as const) tout.push(await exporter(finistere, '', format));
    expect(tout.join()).toContain('Feuille de route');
    expect(tout.join()).not.toContain('secret');
    expect(await exporter(ditp, '', 'json')).toContain('secret');
  });
});

describe('la recherche', () => {
  test.each([
    ['acte=plan.creer', [3, 2, 1]],
    [`objet=plan:${PLAN}`, [1]],
    [`objet=/plans/${BROUILLON}`, [2]],
    ['objet=plan:n-importe-quoi', []],
    ['personne=DITP', [3, 2]],
    ['personne=deconcentre', [1]],
    ['personne=%25', []],
    ['personne=personne+de+ce+nom', []],
    ['du=2022-02-15&au=2022-02-15', [4, 3, 2, 1]],
    ['au=2022-02-14', []],
    ['acte=plan.creer&avant=3', [2, 1]],
    ['acte=plan.creer&apres=1', [3, 2]],
  ])('%s', async (adresse, attendus) => {
    // Exports of the other tests are events as well.
    expect((await numeros(ditp, adresse)).filter((numero) => numero <= 4)).toEqual(attendus);
  });

  test('par compte : ce que fait un suppléant est aussi trouvé sous le nom de qui supplée', async () => {
    await essai.base
      .insertInto('compte')
      .values({
        id: 'essai-suppleance',
        nom: '',
        genre: 'suppleance',
        titulaire_id: ditp.compte,
        suppleant_id: finistere.compte,
        cree_le: essai.horloge.maintenant(),
      })
      .execute();
    await ecrire(creation(PLAN, 'x'), { ...finistere, compte: 'essai-suppleance' });
    const derniers = reussi(await demander(ditp, `compte=${finistere.compte}`)).evenements;
    expect(derniers[0]?.auteur?.nom).toBe(`${finistere.nom} pour ${ditp.nom}`);
    expect(derniers.at(-1)?.sequence).toBe(1);
  });
});

describe('l’export', () => {
  test('est écrit au journal, le nom cherché à part de la chaîne', async () => {
    const csv = await exporter(ditp, 'personne=DITP&acte=plan.creer', 'csv');
    expect(csv.split('\r\n')[0]).toBe(
      '\ufeffN°;Instant;Auteur;Acte;Événement;Précision;Genre;Objet;Identifiant;Territoire',
    );
    const ligne = await essai.base
      .selectFrom('journal')
      .selectAll()
      .orderBy('sequence', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(ligne).toMatchObject({ acte: 'journal.exporter', auteur: ditp.compte });
    expect(ligne.charge).not.toContain('DITP');
    expect(reussi(await demander(ditp)).evenements[0]).toMatchObject({
      phrase: 'Journal exporté (csv, 3\u00A0événements)',
      detail: 'Personne cherchée : « DITP »',
    });
    expect(await verifierJournal(essai.base)).toMatchObject({ intact: true });
  });

  test('les textes qui ressemblent à des formules sont gardés comme textes', async () => {
    await ecrire(creation(PLAN, '=1+1'), ditp);
    await ecrire(
      {
        acte: 'import.deposer',
        objet: { type: 'import', id: '-2+3' },
        territoire: null,
        charge: { fichier: 'x', empreinte: 'x', plan: null },
      },
      ditp,
    );
    expect(await exporter(ditp, '', 'csv')).toContain("'-2+3");
  });
});

test('un compte n’est un lien que pour qui l’administre', async () => {
  for (const { compte } of [ditp, finistere]) {
    const objet = { type: 'compte', id: compte } as const;
    await ecrire({ acte: 'session.fermer', objet, territoire: 'D29', charge: {} }, null);
  }
  const liens = reussi(await demander(finistere, 'acte=session.fermer')).evenements.map(({ objet }) => objet.href);
  expect(liens).toEqual([`/administration/comptes/${finistere.compte}`, null]);
  const tous = reussi(await demander(ditp, 'acte=session.fermer')).evenements.map(({ objet }) => objet.href);
  expect(tous).not.toContain(null);
});

describe('la vérification demandée', () => {
  test('range son verdict, que la page montre', async () => {
    expect(await verifierMaintenant(essai.services, ditp)).toEqual({ ok: true, valeur: null });
    expect(await lireIntegrite(essai.base)).toMatchObject({
      dernier: { intact: true, panne: null },
      enCoursDepuis: null,
    });
  });

  test('une altération prévient chaque administrateur national qui a une adresse, une fois par jour', async () => {
    await essai.base
      .updateTable('compte')
      .set({ courriel: 'ditp@exemple.gouv.fr' })
      .where('id', '=', ditp.compte)
      .execute();
    await creerActeur(essai, 'ditp', 'pm');
    const verification = {
      ...(await verifierJournal(essai.base)),
      intact: false,
      defauts: [{ sequence: 3, raison: 'la ligne 3 manque' }],
    };
    for (const _ of [1, 2]) await prevenirLesAdministrateurs(essai.services, { verification, panne: null });
    const courriels = await essai.base.selectFrom('courriel').selectAll().execute();
    expect(courriels).toMatchObject([
      { adresse: 'ditp@exemple.gouv.fr', sujet: 'Le journal de Jalon est altéré', compte_id: ditp.compte },
    ]);
    expect(courriels[0]?.texte).toContain('la ligne 3 manque');
    expect(courriels[0]?.texte).toContain('/administration/journal');
  });
});

test('sur 200 000 lignes, chaque recherche suit un index et reste brève', { timeout: 120_000 }, async () => {
  await essai.base.transaction().execute(async (transaction) => {
    await sql`insert into journal (sequence, instant, auteur, acte, objet_type, objet_id, territoire_code, charge, empreinte)
      select 1000 + i, timestamptz '2020-01-01' + i * interval '5 minutes', 'auteur-' || i % 500,
        (array['action.noter','action.modifier','plan.modifier','session.ouvrir'])[1 + i % 4],
        case when i % 4 = 3 then 'compte' else 'action' end, 'objet-' || i % 5000,
        case when i % 4 = 3 then null else (select array_agg(code order by code) from territoire)[1 + i % 100] end,
        '{"plan":"p","statut":"en_cours","taux":null}', repeat('0', 64)
      from generate_series(1, 200000) i`.execute(transaction);
  });
  await sql`vacuum analyze journal`.execute(essai.base);
  const adresses = [
    '',
    'acte=session.ouvrir',
    'acte=plan.creer',
    'objet=action:objet-42',
    `objet=plan:${PLAN}`,
    'personne=DITP',
    `compte=${ditp.compte}`,
    'du=2020-06-01&au=2020-06-02',
    'acte=plan.creer&du=2020-06-01&au=2020-06-02',
    'avant=5000',
    'apres=1200',
  ];
  const mesures: string[] = [];
  for (const acteur of [ditp, finistere]) {
    for (const adresse of adresses) {
      const debut = performance.now();
      reussi(await demander(acteur, adresse));
      const duree = performance.now() - debut;
      mesures.push(`${duree.toFixed(1).padStart(7)} ms  ${acteur.profil}  ${adresse || '(tout)'}`);
      expect(duree, adresse).toBeLessThan(5_000);
      for (const plan of await plansDExecution(acteur, adresse))
        expect(plan, adresse).not.toMatch(/Seq Scan on journal\b/);
    }
  }
  process.stdout.write(`${mesures.join('\n')}\n`);
});

/** How the database goes about each query of this reading on the journal. */
async function plansDExecution(acteur: Acteur, adresse: string): Promise<string[]> {
  const requetes: CompiledQuery[] = [];
  const espion: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      requetes.push(essai.base.getExecutor().compileQuery(node, queryId));
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const { criteres } = lireCriteres(new URLSearchParams(adresse));
  reussi(await lireLeJournal(essai.base.withPlugin(espion), acteur, criteres));
  const duJournal = requetes.filter(({ sql: texte }) => texte.includes('from "journal"'));
  expect(duJournal.length).toBeGreaterThan(0);
  return Promise.all(
    duJournal.map(async ({ sql: texte, parameters }) => {
      const { rows } = await essai.base.executeQuery(CompiledQuery.raw(`explain ${texte}`, [...parameters]));
      return JSON.stringify(rows);
    }),
  );
}

function creation(id: string, titre: string, territoire = 'D29'): EvenementSansPersonnel {
  return {
    acte: 'plan.creer',
    objet: { type: 'plan', id },
    territoire,
    charge: { titre, genre: 'feuille_de_route' },
  };
}

async function ecrire(evenement: EvenementSansPersonnel, acteur: Acteur | null): Promise<void> {
  await essai.base
    .transaction()
    .execute((transaction) =>
      inscrire(transaction, evenement, { auteur: acteur?.compte ?? null, horloge: essai.horloge }),
    );
}

async function exporter(acteur: Acteur, adresse: string, format: 'csv' | 'json'): Promise<string> {
  const { criteres } = lireCriteres(new URLSearchParams(adresse));
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    reussi(await exporterJournal(essai.services, acteur, criteres, format)),
  );
}

async function creerPlan(id: string, titre: string, etat: string): Promise<void> {
  await essai.base
    .insertInto('plan')
    .values({
      id,
      titre,
      etat,
      genre: 'feuille_de_route',
      diffusion: 'administration',
      proprietaire_id: 'd29-prefecture',
      territoire_code: 'D29',
      cree_le: essai.horloge.maintenant(),
      cree_par: ditp.compte,
    })
    .execute();
}

/** The same person, once it is allowed to manage the accounts of this territory. */
async function administrateur(territoire: string, acteur: Acteur): Promise<Acteur> {
  await essai.base
    .insertInto('habilitation')
    .values({
      id: essai.services.ids.nouveau(),
      compte_id: acteur.compte,
      droit: 'administrer',
      objet_type: 'comptes',
      territoire_code: territoire,
      debut: '2022-01-01',
      fin: '2022-12-31',
      motif: 'Essai',
      accordee_le: essai.horloge.maintenant(),
      accordee_par: ditp.compte,
    })
    .execute();
  const habilite = await acteurDuCompte(essai.base, acteur.compte, aujourdhui(essai.horloge));
  if (!habilite) throw new Error('Le compte a disparu.');
  return habilite;
}
