import { type RawBuilder, sql } from 'kysely';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import type { TypeDeValeur } from '../calcul/modele.ts';
import { type Avancee, recalculer, verrouiller } from '../calcul/recalculer.ts';

/** A value to write; null withdraws the one that is known. */
export type ValeurAEcrire = {
  readonly indicateur: number;
  readonly territoire: string;
  readonly type: TypeDeValeur;
  readonly jour: Jour;
  readonly valeur: string | null;
};

/** What is said of every value of a batch. */
export type Provenance = {
  readonly origine: 'saisie' | 'import' | 'api' | 'proposition';
  readonly source: string | null;
  readonly commentaire: string | null;
  readonly importation: string | null;
  /** Why values that were known change; kept on those that do. */
  readonly rectification: string | null;
  readonly auteur: string | null;
  readonly enregistreLe: Date;
  /** The day it is, from which situations are seen. */
  readonly au: Jour;
};

export type Ecriture = {
  readonly nouvelles: number;
  readonly modifiees: number;
  readonly retirees: number;
  /** Values that were already known as they are: nothing is written for them. */
  readonly identiques: number;
  /** Situations that changed: of these territories, of the wholes they are in, and of those they are compared with. */
  readonly situations: number;
};

/**
 * Appends facts, puts the current values and the situations up to date, in the caller's transaction. A value that is
 * already known as it is writes nothing, so that a batch sent twice is as sent once. One value a key: the caller has
 * settled duplicates.
 */
export async function ecrireValeurs(
  transaction: Base,
  valeurs: readonly ValeurAEcrire[],
  provenance: Provenance,
  avancee?: Avancee,
): Promise<Ecriture> {
  const colonne = <T>(lire: (valeur: ValeurAEcrire) => T): T[] => valeurs.map(lire);
  const recues = sql`
    select * from unnest(
      ${colonne(({ indicateur }) => indicateur)}::int[], ${colonne(({ territoire }) => territoire)}::text[],
      ${colonne(({ type }) => type)}::text[], ${colonne(({ jour }): string => jour)}::date[],
      ${colonne(({ valeur }) => valeur)}::numeric[]) as r (indicateur, territoire, type, jour, valeur)`;
  const indicateurs = [...new Set(colonne(({ indicateur }) => indicateur))];
  return ecrire(transaction, recues, { indicateurs, nombre: valeurs.length }, provenance, avancee);
}

/** The same for what was read of a deposited file: its rows do not leave the database. */
export async function ecrireValeursDeposees(
  transaction: Base,
  importation: string,
  provenance: Provenance,
  avancee?: Avancee,
): Promise<Ecriture> {
  const { rows } = await sql<{ indicateur: number; nombre: number }>`
    select indicateur, count(*)::int as nombre from valeur_deposee
    where import_id = ${importation} and etat = 'prete' group by indicateur`.execute(transaction);
  const recues = sql`
    select indicateur, territoire, type, jour, valeur from valeur_deposee
    where import_id = ${importation} and etat = 'prete'`;
  const lot = {
    indicateurs: rows.map(({ indicateur }) => indicateur),
    nombre: rows.reduce((somme, { nombre }) => somme + nombre, 0),
  };
  return ecrire(transaction, recues, lot, provenance, avancee);
}

type Lot = { readonly indicateurs: readonly number[]; readonly nombre: number };

type Touche = {
  readonly indicateur: number;
  readonly territoire: string;
  readonly nouvelles: number;
  readonly modifiees: number;
  readonly retirees: number;
};

async function ecrire(
  transaction: Base,
  recues: RawBuilder<unknown>,
  { indicateurs, nombre }: Lot,
  provenance: Provenance,
  avancee?: Avancee,
): Promise<Ecriture> {
  await verrouiller(transaction, indicateurs);
  const touchees = await inscrireFaits(transaction, recues, provenance);
  const touches = new Map<number, Set<string>>();
  for (const { indicateur, territoire } of touchees) {
    touches.set(indicateur, (touches.get(indicateur) ?? new Set()).add(territoire));
  }
  const somme = (quoi: 'nouvelles' | 'modifiees' | 'retirees') =>
    touchees.reduce((total, touchee) => total + touchee[quoi], 0);
  const [nouvelles, modifiees, retirees] = [somme('nouvelles'), somme('modifiees'), somme('retirees')];
  return {
    nouvelles,
    modifiees,
    retirees,
    identiques: nombre - nouvelles - modifiees - retirees,
    situations: await recalculer(transaction, touches, provenance.au, avancee),
  };
}

/** One statement: the facts that say something new, and the current values they make. Gives what it touched. */
async function inscrireFaits(
  transaction: Base,
  recues: RawBuilder<unknown>,
  { origine, source, commentaire, importation, rectification, auteur, enregistreLe }: Provenance,
): Promise<readonly Touche[]> {
  const { rows } = await sql<Touche>`
    with recues as (${recues}), changements as (
      select r.indicateur, r.territoire, r.type, r.jour, r.valeur, c.valeur as avant
      from recues r left join valeur_courante c using (indicateur, territoire, type, jour)
      where r.valeur is distinct from c.valeur
    ), faits as (
      insert into valeur (indicateur, territoire, type, jour, valeur, source, commentaire, origine, import_id,
        rectification, enregistre_le, auteur)
      select indicateur, territoire, type, jour, valeur, ${source}, ${commentaire}, ${origine}, ${importation}::uuid,
        case when avant is not null then ${rectification}::text end, ${enregistreLe}::timestamptz, ${auteur}
      from changements
      returning id, indicateur, territoire, type, jour, valeur
    ), posees as (
      insert into valeur_courante (indicateur, territoire, type, jour, valeur, fait)
      select indicateur, territoire, type, jour, valeur, id from faits where valeur is not null
      on conflict (indicateur, territoire, type, jour) do update set valeur = excluded.valeur, fait = excluded.fait
    ), otees as (
      delete from valeur_courante c using faits f
      where f.valeur is null and (c.indicateur, c.territoire, c.type, c.jour) = (f.indicateur, f.territoire, f.type, f.jour)
    )
    select indicateur, territoire,
      (count(*) filter (where avant is null))::int as nouvelles,
      (count(*) filter (where avant is not null and valeur is not null))::int as modifiees,
      (count(*) filter (where valeur is null))::int as retirees
    from changements group by indicateur, territoire`.execute(transaction);
  return rows;
}
