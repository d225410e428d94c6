import { setTimeout as attendre } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  couperLaBase,
  dossierDeDonnees,
  interroger,
  jalon,
  type Programme,
  seConnecterALaBase,
  toutRanger,
} from './programme.ts';
import { jetonDeLaPage, seConnecter, type Visiteur, visiteur } from './visiteur.ts';

const donnees = dossierDeDonnees();
let serveur: Programme;
let personne: Visiteur;

beforeAll(async () => {
  serveur = demarrer();
  personne = await seConnecter(await serveur.pret(), 'demo-ditp');
});
afterAll(toutRanger);

const TUER = [
  ['le serveur', ['serveur']],
  ['la base', ['base']],
  ['le serveur et sa base', ['serveur', 'base']],
] as const;

test.each(
  TUER,
)('%s : arrêt brutal au milieu de l’écriture d’un import de valeurs, rien n’est écrit à moitié, l’import se reprend', async (quoi, cibles) => {
  const importation = await deposer(`reprise-${cibles.join('-')}.csv`);
  const avant = await ceQuiEstConnu();
  await tuerPendantLEcriture(importation, cibles);
  expect(await ceQuiEstConnu(), `après ${quoi}`).toEqual(avant);
  await retrouver(importation);

  expect(await importer(importation)).toBe(true);
  expect((await pageDe(importation, 'Import fait')).statut).toBe(200);
  const [ecrites] = await interroger<{ fois: number; lignes: number }>(
    donnees,
    `select count(*)::int as lignes, count(distinct (indicateur, territoire, type, jour))::int as fois
     from valeur where import_id = '${identifiantDe(importation)}'`,
  );
  expect(ecrites).toEqual({ lignes: VALEURS, fois: VALEURS });
  await personne.poster(importation, await champs(importation, 'annuler', { motif: 'Essai de panne.' }));
  await pageDe(importation, 'Import annulé');
});

test('après la panne, l’import peut aussi être abandonné : le journal est intact et les chiffres sont justes', async () => {
  const importation = await deposer('abandon.csv');
  const avant = await ceQuiEstConnu();
  await tuerPendantLEcriture(importation, ['serveur', 'base']);
  await retrouver(importation);
  expect(await personne.poster(importation, await champs(importation, 'abandonner'))).toBe(true);
  await pageDe(importation, 'Cet import a été abandonné');
  expect(await ceQuiEstConnu()).toEqual(avant);

  serveur.signaler('SIGINT');
  expect(await serveur.fin()).toBe(0);
  const verification = jalon(['journal', 'verifier'], { JALON_DONNEES: donnees });
  expect(await verification.fin(), verification.dit()).toBe(0);
});

function demarrer(): Programme {
  return jalon(['servir', '--demonstration'], { JALON_DONNEES: donnees });
}

const DEPARTEMENTS = ['D22', 'D29', 'D35', 'D44', 'D56'];
const JOURS = Array.from(
  { length: 24 },
  (_, mois) => `201${6 + Math.floor(mois / 12)}-${String((mois % 12) + 1).padStart(2, '0')}-15`,
);
const VALEURS = DEPARTEMENTS.length * JOURS.length;

/** Sends values that nobody knew, of an indicator of the demonstration. Gives the page of the import. */
async function deposer(nom: string): Promise<string> {
  const lignes = DEPARTEMENTS.flatMap((zone) => JOURS.map((jour) => `demo-fibre;${zone};;${jour};va;40`));
  const texte = ['identifiant_indic;zone_id;zone_nom;date_valeur;type_valeur;valeur', ...lignes].join('\n');
  const { page } = await personne.lire('/indicateurs/importer');
  const fichier = new File([texte], nom, { type: 'text/csv' });
  const importation = await personne.deposer('/indicateurs/importer', { jeton: jetonDeLaPage(page) }, fichier);
  await pageDe(importation, `Importer ${VALEURS} valeurs`);
  return importation;
}

/** Everything that counts: values, situations, and the acts on values in the journal. */
async function ceQuiEstConnu() {
  return interroger(
    donnees,
    `select
      (select count(*)::int from valeur) as valeurs,
      (select md5(string_agg(v::text, ',' order by v::text)) from valeur_courante v) as courantes,
      (select md5(string_agg(s::text, ',' order by s::text)) from situation_d_indicateur s) as situations,
      (select md5(string_agg(p::text, ',' order by p::text)) from situation_de_panier p) as paniers,
      (select count(*)::int from journal where acte = 'valeurs.importer') as actes`,
  );
}

/** The journal is held: every value is written, nothing is yet for good. That is when the blow falls. */
async function tuerPendantLEcriture(importation: string, cibles: readonly ('serveur' | 'base')[]): Promise<void> {
  const verrou = await seConnecterALaBase(donnees);
  const cookie = personne.cookie;
  await verrou.query('begin; lock table journal in share row exclusive mode');
  const demande = importer(importation);
  await jusqua(async () => {
    const [attend] = await interroger<{ nombre: number }>(
      donnees,
      "select count(*)::int as nombre from pg_locks where relation = 'journal'::regclass and not granted",
    );
    return (attend?.nombre ?? 0) > 0;
  });
  for (const cible of cibles) {
    if (cible === 'serveur') serveur.signaler('SIGKILL');
    else couperLaBase(donnees);
  }
  await Promise.all([demande, verrou.end().catch(() => undefined)]);
  if (cibles.includes('serveur')) {
    await serveur.fin();
    serveur = demarrer();
    personne = visiteur(await serveur.pret(), cookie);
  }
  await jusqua(async () => (await personne.lire('/indicateurs/imports')).statut === 200);
}

/** The import says by itself that its writing was interrupted, and waits again for a decision. */
async function retrouver(importation: string): Promise<void> {
  const { page } = await pageDe(importation, 'La dernière tentative n’a rien écrit');
  expect(lisible(page)).toContain('L’écriture s’est interrompue');
  expect(page).toContain('Abandonner cet import');
}

async function importer(importation: string): Promise<boolean> {
  return personne.poster(importation, await champs(importation, 'importer', { motif: 'Reprise de l’historique.' }));
}

async function champs(importation: string, intention: string, autres: Readonly<Record<string, string>> = {}) {
  const { page } = await personne.lire(importation);
  const version = /name="version"[^>]*value="(\d+)"/.exec(page)?.[1] ?? '1';
  return { jeton: jetonDeLaPage(page), version, intention, ...autres };
}

/** The page of the import once it says this. */
async function pageDe(importation: string, dit: string) {
  let vue = { statut: 0, page: '' };
  await jusqua(
    async () => {
      vue = await personne.lire(importation);
      return lisible(vue.page).includes(dit);
    },
    () => `« ${dit} » n’est pas dit :\n${lisible(/<main.*<\/main>/s.exec(vue.page)?.[0] ?? vue.page)}`,
  );
  return vue;
}

/** What a page says, without its tags. */
function lisible(page: string): string {
  return page.replaceAll(/<[^>]*>/g, '').replaceAll('\u00a0', ' ');
}

function identifiantDe(importation: string): string {
  return importation.split('/').at(-1) ?? '';
}

async function jusqua(vrai: () => Promise<boolean>, sinon = () => 'Rien n’avance plus'): Promise<void> {
  const limite = performance.now() + 40_000;
  while (!(await vrai().catch(() => false))) {
    if (performance.now() > limite) throw new Error(sinon());
    await attendre(100);
  }
}
