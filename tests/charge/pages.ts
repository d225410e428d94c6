import { type RawBuilder, sql } from 'kysely';
import type { Essai } from '#outils-d-essai';
import { TERRITOIRES } from '#territoires';
import { jalon, toutRanger } from '../pannes/programme.ts';
import { seConnecter } from '../pannes/visiteur.ts';
import { type Mesure, mesurer } from './mesurer.ts';
import type { JeuNational } from './national.ts';

/** A page as its reader waits for it, beside the bare query that returns the rows it shows. */
export type PageMesuree = { readonly page: Mesure; readonly nue: Mesure };

type Visite = Adresse & { readonly nue: RawBuilder<unknown> };

/** A page, and the milliseconds its reader may wait; null when it is only measured. */
export type Adresse = { readonly nom: string; readonly chemin: string; readonly budget: number | null };

/**
 * Asks the program itself for each page, over HTTP, as this account: rights, readings, presentation and rendering are
 * counted.
 */
export async function mesurerAdresses(
  { adresse }: Pick<Essai, 'adresse'>,
  compte: string,
  adresses: readonly Adresse[],
): Promise<readonly Mesure[]> {
  // The program reads addresses that name a host; the socket, when there is one, still decides.
  const DATABASE_URL = adresse.replace('@/', '@localhost/');
  const serveur = jalon(['servir'], { DATABASE_URL, JALON_DEMO: '1', JALON_LIMITE_CONNEXIONS: '1000' });
  try {
    const personne = await seConnecter(await serveur.pret(), compte);
    const mesures: Mesure[] = [];
    for (const { nom, chemin, budget } of adresses) {
      const demander = async () => {
        const { statut, page: texte } = await personne.lire(chemin);
        if (statut !== 200) throw new Error(`${chemin} : ${statut} ${texte.slice(0, 500)}`);
      };
      // A past day is computed from the facts: fewer rounds say enough.
      mesures.push(await mesurer(nom, budget, demander, budget === null ? 8 : 40));
    }
    serveur.signaler('SIGTERM');
    await serveur.fin();
    return mesures;
  } finally {
    await toutRanger();
  }
}

/** The pages of the dashboard, as the person who reads everything, each beside its bare query. `jour` is a past one. */
export async function mesurerPages(
  essai: Essai,
  jeu: JeuNational,
  compte: string,
  jour: string,
): Promise<readonly PageMesuree[]> {
  const visitees = await visites(essai.base, jeu, jour);
  const pages = await mesurerAdresses(essai, compte, visitees);
  const mesurees: PageMesuree[] = [];
  for (const [rang, page] of pages.entries()) {
    const nue = visitees[rang]?.nue;
    if (nue !== undefined)
      mesurees.push({ page, nue: await mesurer(`${page.nom}, SQL nu`, null, () => nue.execute(essai.base)) });
  }
  return mesurees;
}

/** Pages in milliseconds, with the ratio to their bare query and, where `avant` is given, to what they took before. */
export function tableauDesPages(mesurees: readonly PageMesuree[], avant?: readonly PageMesuree[]): string {
  const colonnes = ['page', 'médiane', 'p95', 'SQL nu', 'rapport', ...(avant ? ['à avant'] : []), 'budget'];
  const lignes = mesurees.map(({ page, nue }, i) => {
    const connue = avant?.[i]?.page.mediane;
    return [
      page.nom,
      `${page.mediane.toFixed(0)} ms`,
      `${page.p95.toFixed(0)} ms`,
      `${nue.mediane.toFixed(1)} ms`,
      (page.mediane / nue.mediane).toFixed(1),
      ...(connue === undefined ? [] : [(page.mediane / connue).toFixed(2)]),
      page.budget === null ? '' : `${page.p95 <= page.budget ? 'tenu' : 'DÉPASSÉ'} (${page.budget} ms)`,
    ];
  });
  return [colonnes, ...lignes]
    .map((cases) => cases.map((mot, i) => (i === 0 ? mot.padEnd(34) : mot.padStart(10))).join(' '))
    .join('\n');
}

async function visites(base: Essai['base'], jeu: JeuNational, jour: string): Promise<readonly Visite[]> {
  const [enSomme = 0, saisi = 0] = jeu.indicateurs;
  const ids = await sql<{ numero: number; id: string }>`
    select numero, id from indicateur where numero in (${enSomme}, ${saisi})`.execute(base);
  const id = (numero: number) => ids.rows.find((ligne) => ligne.numero === numero)?.id;
  const [reforme] = jeu.reformes;
  const occitanie = TERRITOIRES.filter(({ code, parent }) => code === 'R76' || parent === 'R76').map(
    ({ code }) => code,
  );
  return [
    { nom: 'territoire (Finistère)', chemin: '/territoires/D29', nue: suivis(['D29']), budget: 150 },
    { nom: 'territoire (France)', chemin: '/territoires/FR', nue: suivis(['FR']), budget: 150 },
    {
      nom: 'tableau de chaleur (Occitanie)',
      chemin: '/territoires/R76/departements',
      nue: suivis(occitanie),
      budget: 150,
    },
    {
      nom: 'comparaison (Finistère)',
      chemin: '/territoires/D29/comparaison',
      nue: suivis(['D29', ...occitanie]),
      budget: 150,
    },
    { nom: 'réforme', chemin: `/reformes/${reforme}?territoire=D29`, nue: uneReforme(reforme), budget: 150 },
    {
      nom: 'réforme, tous ses territoires',
      chemin: `/reformes/${reforme}/territoires`,
      nue: uneReforme(reforme),
      budget: 150,
    },
    {
      nom: 'indicateur saisi',
      chemin: `/indicateurs/${id(saisi)}?territoire=D29`,
      nue: unIndicateur(saisi, 'D29'),
      budget: 100,
    },
    {
      nom: 'indicateur en somme',
      chemin: `/indicateurs/${id(enSomme)}?territoire=R53`,
      nue: unIndicateur(enSomme, 'R53'),
      budget: 100,
    },
    { nom: 'territoire passé (Finistère)', chemin: `/territoires/D29?au=${jour}`, nue: suivis(['D29']), budget: null },
    { nom: 'territoire passé (France)', chemin: `/territoires/FR?au=${jour}`, nue: suivis(['FR']), budget: null },
  ];
}

function suivis(territoires: readonly string[]): RawBuilder<unknown> {
  return sql`
    select s.*, m.* from situation_de_panier s join reforme r on r.panier = s.panier
    left join lateral (select meteo, phrase, jour from meteo_declaree
      where territoire_code = s.territoire and reforme_id = r.id order by id desc limit 1) m on true
    where s.territoire = any(${[...territoires]}::text[])`;
}

function uneReforme(reforme: string | undefined): RawBuilder<unknown> {
  return sql`
    select s.*, m.* from situation_de_panier s join reforme r on r.panier = s.panier and r.id = ${reforme}
    left join lateral (select meteo, phrase, jour from meteo_declaree
      where territoire_code = s.territoire and reforme_id = r.id order by id desc limit 1) m on true`;
}

function unIndicateur(numero: number, territoire: string): RawBuilder<unknown> {
  return sql`
    select s.*, (select json_agg(v.* order by v.type, v.jour) from valeur_courante v
      where v.indicateur = s.indicateur and v.territoire = s.territoire and s.territoire = ${territoire})
    from situation_d_indicateur s where s.indicateur = ${numero}`;
}
