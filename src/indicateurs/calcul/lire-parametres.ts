import { sql } from 'kysely';
import type { Base } from '#socle/base';
import { type Jour, lireDecimal } from '#socle/valeurs';
import type { Maille } from '#territoires';
import { configurerTraitement, type Traitement } from '../regles/cumul.ts';
import type { Periodicite } from '../regles/mois.ts';
import type { Direction } from '../regles/taux.ts';
import type { MethodeDAgregation, Parametres } from './modele.ts';

type Ligne = {
  readonly numero: number;
  readonly sens: Direction;
  readonly periodicite: Periodicite;
  readonly delai_mois: number;
  readonly mailles: readonly Maille[];
  readonly mailles_avec_cible: readonly Maille[];
  readonly sans_objet: readonly string[];
  readonly agregation_vi: MethodeDAgregation;
  readonly agregation_va: MethodeDAgregation;
  readonly agregation_vc: MethodeDAgregation;
  readonly numerateur: number | null;
  readonly denominateur: number | null;
  readonly facteur: string;
  readonly tolerance_mois: number;
  readonly decumuler: boolean;
  readonly operation: string | null;
  readonly fenetre: string | null;
  readonly ruptures: readonly Jour[];
};

/** The parameters of these indicators, by number. */
export async function lireParametres(base: Base, numeros: readonly number[]): Promise<ReadonlyMap<number, Parametres>> {
  const { rows } = await sql<Ligne>`
    select numero, sens, periodicite, delai_mois, mailles, mailles_avec_cible, sans_objet, agregation_vi, agregation_va,
      agregation_vc, numerateur, denominateur, facteur, tolerance_mois, decumuler, operation, fenetre,
      array(select d::text from unnest(ruptures) d order by d) as ruptures
    from indicateur where numero = any(${[...numeros]}::int[])`.execute(base);
  return new Map(rows.map((ligne) => [ligne.numero, enParametres(ligne)]));
}

/** The columns of an indicator as the computation reads them. */
export function enParametres(ligne: Ligne): Parametres {
  const facteur = lireDecimal(ligne.facteur);
  if (facteur === null) throw new Error(`Facteur illisible : « ${ligne.facteur} ».`);
  return {
    numero: ligne.numero,
    sens: ligne.sens,
    cadence: { periodicite: ligne.periodicite, delaiEnMois: ligne.delai_mois },
    mailles: ligne.mailles,
    maillesAvecCible: ligne.mailles_avec_cible,
    sansObjet: new Set(ligne.sans_objet),
    agregation: { vi: ligne.agregation_vi, va: ligne.agregation_va, vc: ligne.agregation_vc },
    numerateur: ligne.numerateur,
    denominateur: ligne.denominateur,
    facteur,
    toleranceEnMois: ligne.tolerance_mois,
    traitement: enTraitement(ligne),
    ruptures: ligne.ruptures,
  };
}

function enTraitement({ decumuler, operation, fenetre }: Ligne): Traitement {
  const lu = configurerTraitement({ decumuler, operation, fenetre });
  // The columns are constrained to what `configurerTraitement` accepts.
  if (!lu.ok) throw new Error(lu.refus.message);
  return lu.valeur;
}

/** Indicators whose ratios or weights are made of these: what changes here changes there. */
export async function dependants(base: Base, numeros: readonly number[]): Promise<readonly number[]> {
  const { rows } = await sql<{ numero: number }>`
    select numero from indicateur
    where numerateur = any(${[...numeros]}::int[]) or denominateur = any(${[...numeros]}::int[])
    order by numero`.execute(base);
  return rows.map(({ numero }) => numero);
}
