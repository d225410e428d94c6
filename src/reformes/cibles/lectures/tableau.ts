import { sql } from 'kysely';
import { type Direction, estDegeneree } from '#indicateurs';
import type { Base } from '#socle/base';
import { type Jour, lireDecimal } from '#socle/valeurs';
import type { Maille } from '#territoires';
import { type Cible, ciblesDuTerritoire } from './cible.ts';

/** An indicator of the reform in a territory, with the targets it has and those being discussed. */
export type IndicateurACibler = {
  readonly numero: number;
  readonly identifiant: string;
  readonly nom: string;
  readonly unite: string;
  readonly sens: Direction;
  readonly initiale: string | null;
  readonly initialeLe: Jour | null;
  readonly actuelle: string | null;
  readonly actuelleLe: Jour | null;
  /** By date; empty: no target. */
  readonly echeances: readonly EcheanceDeCible[];
};

export type EcheanceDeCible = {
  readonly jour: Jour;
  /** The target that counts today, however it came. */
  readonly enVigueur: string | null;
  readonly cible: Cible | null;
  /** The value in force, or the one proposed, asks for nothing better than the start. */
  readonly degeneree: boolean;
};

/** Targets of a reform in a territory: four queries, each bounded by its basket and the territory. */
export async function lireTableauDesCibles(
  base: Base,
  panier: number,
  territoire: string,
  maille: Maille,
): Promise<readonly IndicateurACibler[]> {
  const { rows: indicateurs } = await sql<Omit<IndicateurACibler, 'echeances'>>`
    select i.numero, i.identifiant, i.nom, i.unite, i.sens, s.valeur_initiale as initiale, s.date_initiale as "initialeLe",
      s.valeur as actuelle, s.jour as "actuelleLe"
    from panier_indicateur p
    join indicateur i on i.numero = p.indicateur
    left join situation_d_indicateur s on s.indicateur = i.numero and s.territoire = ${territoire}
    where p.panier = ${panier} and p.maille = ${maille} and not (${territoire} = any(i.sans_objet))
    order by p.rang, i.nom limit 100`.execute(base);
  const numeros = indicateurs.map(({ numero }) => numero);
  const [cibles, connues] = await Promise.all([
    ciblesDuTerritoire(base, numeros, territoire),
    lireCiblesConnues(base, numeros, territoire),
  ]);
  return indicateurs.map((indicateur) => ({
    ...indicateur,
    echeances: echeancesDe(
      indicateur,
      cibles.filter((cible) => cible.indicateur === indicateur.numero),
      connues.filter((connue) => connue.indicateur === indicateur.numero),
    ),
  }));
}

type Connue = { readonly indicateur: number; readonly jour: Jour; readonly valeur: string };

/** Targets written, and those worked out from the territories inside. */
async function lireCiblesConnues(
  base: Base,
  numeros: readonly number[],
  territoire: string,
): Promise<readonly Connue[]> {
  const { rows } = await sql<Connue>`
    select indicateur, jour, valeur from valeur_courante
    where indicateur = any(${[...numeros]}::int[]) and territoire = ${territoire} and type = 'vc'
    union
    select indicateur, jour, valeur from valeur_agregee
    where indicateur = any(${[...numeros]}::int[]) and territoire = ${territoire} and type = 'vc' and valeur is not null
    order by indicateur, jour limit 2000`.execute(base);
  return rows;
}

function echeancesDe(
  { sens, initiale }: Pick<IndicateurACibler, 'sens' | 'initiale'>,
  cibles: readonly Cible[],
  connues: readonly Connue[],
): readonly EcheanceDeCible[] {
  const jours = [...new Set([...cibles, ...connues].map(({ jour }) => jour))].sort();
  return jours.map((jour) => {
    const cible = cibles.find((une) => une.jour === jour) ?? null;
    const enVigueur = connues.find((une) => une.jour === jour)?.valeur ?? null;
    const regardee = cible?.etat === 'en_discussion' ? cible.valeur : enVigueur;
    return { jour, cible, enVigueur, degeneree: estDuMauvaisCote(sens, initiale, regardee) };
  });
}

function estDuMauvaisCote(sens: Direction, initiale: string | null, cible: string | null): boolean {
  const [depart, but] = [initiale, cible].map((texte) => (texte === null ? null : lireDecimal(texte)));
  return depart != null && but != null && estDegeneree(sens, depart, but);
}
