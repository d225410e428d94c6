import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import type { Maille } from '#territoires';
import { peutLireFicheDeReforme, peutLireReforme, type ReformeVue } from '../politique.ts';

export type Reforme = ReformeVue & {
  readonly nom: string;
  readonly description: string | null;
  readonly theme: string;
  readonly ministereNom: string | null;
  readonly equipeNom: string;
  readonly meteoJours: number;
  /** Number of its basket of indicators. */
  readonly panier: number;
  readonly demonstration: boolean;
  readonly version: number;
};

export const REFORME_ABSENTE: Refus = {
  nature: 'introuvable',
  regle: 'reforme.introuvable',
  message: 'Cette réforme n’existe pas ou n’existe plus. Vérifiez l’adresse, ou partez de la liste des réformes.',
};

/**
 * Reforms are some hundreds at most: they are read as a whole and the policy, a pure function, is asked of each. One judge
 * for pages, lists, counts, maps, exports, search and API alike.
 */
export const REFORMES_AU_PLUS = 2_000;

export async function toutesLesReformes(base: Base): Promise<readonly Reforme[]> {
  return selectionner(base).orderBy(sql`r.nom collate "fr-x-icu"`).orderBy('r.id').limit(REFORMES_AU_PLUS).execute();
}

/** The reforms this actor reads in this territory, by name. */
export async function reformesLisibles(base: Base, acteur: Acteur, territoire: string): Promise<readonly Reforme[]> {
  const toutes = await toutesLesReformes(base);
  return toutes.filter((reforme) => peutLireReforme(acteur, reforme, territoire).permis);
}

/** Whether a territory of this maille has its line for the reform: in its table, in its counts, on the home page. */
export function estSuivie({ etat, mailles }: ReformeVue, maille: Maille): boolean {
  return etat === 'active' && mailles.includes(maille);
}

/** One reform, if this actor reads it in at least one territory; each territory is then asked for itself. */
export async function trouverReforme(base: Base, acteur: Acteur, id: string): Promise<Resultat<Reforme>> {
  const reforme = await lireReformeSansPolitique(base, id);
  if (reforme === null) return echec(REFORME_ABSENTE);
  const permis = peutLireFicheDeReforme(acteur, reforme);
  return permis.permis
    ? reussite(reforme)
    : echec({ nature: 'interdit', regle: permis.regle, message: permis.message });
}

/** One reform in a territory, if this actor reads it there. */
export async function trouverReformeDans(
  base: Base,
  acteur: Acteur,
  id: string,
  territoire: string,
): Promise<Resultat<Reforme>> {
  const reforme = await lireReformeSansPolitique(base, id);
  if (reforme === null) return echec(REFORME_ABSENTE);
  const permis = peutLireReforme(acteur, reforme, territoire);
  return permis.permis
    ? reussite(reforme)
    : echec({ nature: 'interdit', regle: permis.regle, message: permis.message });
}

export async function lireReformeSansPolitique(base: Base, id: string): Promise<Reforme | null> {
  if (!estIdentifiant(id)) return null;
  return (await selectionner(base).where('r.id', '=', id).executeTakeFirst()) ?? null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function estIdentifiant(id: string): boolean {
  return UUID.test(id);
}

function selectionner(base: Base) {
  return base
    .selectFrom('reforme as r')
    .leftJoin('organisation as m', 'm.id', 'r.ministere_id')
    .innerJoin('organisation as e', 'e.id', 'r.equipe_id')
    .select([
      'r.id',
      'r.nom',
      'r.description',
      'r.theme',
      'r.ministere_id as ministere',
      'm.nom as ministereNom',
      'r.equipe_id as equipe',
      'r.services',
      'r.meteo_jours as meteoJours',
      'r.panier',
      'r.demonstration',
      'r.version',
    ])
    .select([
      sql<string>`coalesce(e.sigle, e.nom)`.as('equipeNom'),
      sql<ReformeVue['mailles']>`r.mailles`.as('mailles'),
      sql<ReformeVue['etat']>`r.etat`.as('etat'),
    ]);
}
