import { sql } from 'kysely';
import type { Base } from '#socle/base';
import { type Jour, lireDecimal } from '#socle/valeurs';
import type { Maille } from '#territoires';
import { type Colonnes, memeLigne, oterLignes, poserLignes, type TableDeSituations } from '../calcul/lignes.ts';
import { lireSituations } from '../calcul/ranger.ts';
import { calculerPanier } from './calculer.ts';
import type { LigneDePanier, Part } from './modele.ts';

/**
 * Brings up to date the baskets these indicators are in. Called in the transaction that changed their situations; the
 * baskets are locked in the order of their numbers, after the indicators. Gives how many rows changed.
 */
export async function recalculerPaniersDe(transaction: Base, indicateurs: readonly number[], au: Jour) {
  const { rows } = await sql<{ numero: number }>`
    select distinct panier as numero from panier_indicateur
    where indicateur = any(${[...indicateurs]}::int[])`.execute(transaction);
  return recalculerPaniers(
    transaction,
    rows.map(({ numero }) => numero),
    au,
  );
}

export async function recalculerPaniers(transaction: Base, paniers: readonly number[], au: Jour): Promise<number> {
  if (paniers.length === 0) return 0;
  await sql`select numero from panier where numero = any(${[...paniers]}::int[]) order by numero for no key update`.execute(
    transaction,
  );
  let changees = 0;
  const numeros = [...paniers].sort((a, b) => a - b);
  for (let debut = 0; debut < numeros.length; debut += PANIERS_PAR_LOT) {
    changees += await recalculerLot(transaction, numeros.slice(debut, debut + PANIERS_PAR_LOT), au);
  }
  return changees;
}

/** Bounds what is held in memory at once: some 120 territories for each of their indicators. */
const PANIERS_PAR_LOT = 20;

async function recalculerLot(base: Base, paniers: readonly number[], au: Jour): Promise<number> {
  const [parts, connues] = await Promise.all([lireParts(base, paniers), lireConnues(base, paniers)]);
  const indicateurs = [...new Set([...parts.values()].flat().map(({ indicateur }) => indicateur))];
  const situations = await lireSituations(base, indicateurs);
  const calculees = paniers.map((panier) => ({
    panier,
    connues: connues.get(panier) ?? new Map<string, LigneDePanier>(),
    lignes: calculerPanier(
      parts.get(panier) ?? [],
      (indicateur, territoire) => situations.get(indicateur)?.get(territoire) ?? null,
      au,
    ),
  }));
  const changees = calculees.flatMap(({ panier, connues: avant, lignes }) =>
    lignes
      .filter((ligne) => !memeLigne(COLONNES, avant.get(ligne.territoire), ligne))
      .map((ligne) => ({ panier, ...ligne })),
  );
  const disparues = calculees.flatMap(({ panier, connues: avant, lignes }) => {
    const suivis = new Set(lignes.map(({ territoire }) => territoire));
    return [...avant.keys()].filter((code) => !suivis.has(code)).map((territoire) => ({ numero: panier, territoire }));
  });
  await oterLignes(base, TABLE, disparues);
  await poserLignes(base, TABLE, changees);
  return changees.length + disparues.length;
}

/** What each basket is made of; indicators that are no longer followed are left out. */
export async function lireParts(base: Base, paniers: readonly number[]): Promise<ReadonlyMap<number, readonly Part[]>> {
  const { rows } = await sql<{ panier: number; indicateur: number; maille: Maille; poids: string }>`
    select p.panier, p.indicateur, p.maille, p.poids from panier_indicateur p
    join indicateur i on i.numero = p.indicateur
    where p.panier = any(${[...paniers]}::int[]) and i.etat = 'actif' order by p.panier, p.rang, p.indicateur`.execute(
    base,
  );
  const parts = new Map<number, Part[]>();
  for (const { panier, indicateur, maille, poids: ecrit } of rows) {
    const poids = lireDecimal(ecrit);
    if (poids === null) throw new Error(`Poids illisible : « ${ecrit} ».`);
    parts.set(panier, [...(parts.get(panier) ?? []), { indicateur, maille, poids }]);
  }
  return parts;
}

async function lireConnues(
  base: Base,
  paniers: readonly number[],
): Promise<ReadonlyMap<number, ReadonlyMap<string, LigneDePanier>>> {
  const { rows } = await sql<LigneDePanier & { readonly panier: number }>`
    select * from situation_de_panier where panier = any(${[...paniers]}::int[])`.execute(base);
  const lues = new Map<number, Map<string, LigneDePanier>>();
  for (const { panier, ...ligne } of rows) {
    const duPanier = lues.get(panier) ?? new Map<string, LigneDePanier>();
    duPanier.set(ligne.territoire, ligne);
    lues.set(panier, duPanier);
  }
  return lues;
}

const COLONNES: Colonnes<LigneDePanier> = {
  territoire: 'text',
  taux_annuel: 'numeric',
  taux_global: 'numeric',
  brut_global: 'numeric',
  etat: 'text',
  position: 'text',
  ecart_points: 'numeric',
  signal: 'text',
  mesures: 'smallint',
  attendus: 'smallint',
  reculs: 'smallint',
  jour: 'date',
  plus_ancienne: 'date',
  attendue_le: 'date',
  mediane: 'numeric',
  ecart_mediane: 'numeric',
  alertes: 'text[]',
};

const TABLE: TableDeSituations<LigneDePanier> = { nom: 'situation_de_panier', cle: 'panier', colonnes: COLONNES };
