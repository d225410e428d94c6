import { z } from 'zod';
import type { Base } from '#socle/base';
import { TERRITOIRES } from '#territoires';
import type { Contenu } from '../regles/questions.ts';

const CONTENU = z.record(z.string(), z.string());

/** What one service has in hand: the answer that stands, and the draft of the next. */
export type EtatDeReponse = {
  readonly envoyee: { readonly contenu: Contenu; readonly le: Date; readonly auteur: string | null } | null;
  readonly brouillon: { readonly contenu: Contenu; readonly le: Date; readonly auteur: string | null } | null;
  /** How many answers were sent, corrections included. */
  readonly envois: number;
  /** What a form was drawn from: another value later means that someone else wrote in between. */
  readonly vu: string;
};

export async function lireEtatDeReponse(base: Base, cible: number): Promise<EtatDeReponse> {
  const [envois, brouillon] = await Promise.all([
    base
      .selectFrom('remontee_reponse as r')
      .leftJoin('signataire as s', 's.id', 'r.auteur')
      .select(['r.id', 'r.contenu', 'r.enregistre_le as le', 's.nom as auteur'])
      .where('r.cible_id', '=', cible)
      .orderBy('r.id', 'desc')
      .limit(ENVOIS_AU_PLUS)
      .execute(),
    base
      .selectFrom('remontee_brouillon as b')
      .leftJoin('signataire as s', 's.id', 'b.auteur')
      .select(['b.contenu', 'b.enregistre_le as le', 'b.version', 's.nom as auteur'])
      .where('b.cible_id', '=', cible)
      .executeTakeFirst(),
  ]);
  const [dernier] = envois;
  return {
    envoyee: dernier === undefined ? null : { ...dernier, contenu: CONTENU.parse(dernier.contenu) },
    brouillon: brouillon === undefined ? null : { ...brouillon, contenu: CONTENU.parse(brouillon.contenu) },
    envois: envois.length,
    vu: `${dernier?.id ?? 0}.${brouillon?.version ?? 0}`,
  };
}

const ENVOIS_AU_PLUS = 1_000;

/** An answer as results read it: where it comes from, as finely as one may know, and what it says. */
export type Reponse = { readonly region: string; readonly cible: number | null; readonly contenu: Contenu };

/** The answer that stands of each service. */
export async function reponsesNommees(base: Base, remontee: string): Promise<readonly Reponse[]> {
  const lues = await base
    .selectFrom('remontee_reponse as r')
    .innerJoin('remontee_cible as c', 'c.id', 'r.cible_id')
    .distinctOn('r.cible_id')
    .select(['r.cible_id as cible', 'r.contenu', 'c.territoire_code as territoire'])
    .where('c.remontee_id', '=', remontee)
    .orderBy('r.cible_id')
    .orderBy('r.id', 'desc')
    .execute();
  return lues.map(({ cible, contenu, territoire }) => ({
    cible,
    region: regionDe(territoire),
    contenu: CONTENU.parse(contenu),
  }));
}

export async function reponsesAnonymes(base: Base, remontee: string): Promise<readonly Reponse[]> {
  const lues = await base
    .selectFrom('remontee_reponse_anonyme')
    .select(['region_code as region', 'contenu'])
    .where('remontee_id', '=', remontee)
    .orderBy('place')
    .execute();
  return lues.map(({ region, contenu }) => ({ cible: null, region, contenu: CONTENU.parse(contenu) }));
}

/** Where an anonymous answer comes from, when its région is not kept. */
export const SANS_REGION = 'FR';

const REGIONS: ReadonlyMap<string, string> = new Map(
  TERRITOIRES.map(({ code, maille, parent }) => [code, maille === 'departemental' ? (parent ?? SANS_REGION) : code]),
);

/** The région of a département; the territory itself above. */
export function regionDe(code: string): string {
  return REGIONS.get(code) ?? SANS_REGION;
}
