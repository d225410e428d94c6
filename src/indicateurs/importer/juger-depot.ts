import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Base } from '#socle/base';
import { ecrireDecimal, lireDecimal } from '#socle/valeurs';
import { serieDe } from '../calcul/lecture-de-series.ts';
import type { TypeDeValeur } from '../calcul/modele.ts';
import { lirePoints, pointsEnTexte } from '../calcul/points-en-texte.ts';
import { direFichier, direSoupcon } from '../regles/dire-plausibilite.ts';
import { jugerFichier, jugerSerie, type Plausibilite } from '../regles/plausibilite.ts';
import { compterPourLeServeur } from './ranger-depot.ts';

/** What an import would do, against what is known when it is looked at. */
export type EffetDImport = {
  readonly nouvelles: number;
  readonly modifiees: number;
  readonly identiques: number;
  readonly series: number;
  readonly aConfirmer: number;
  /** The verdict on the whole file, in one sentence. */
  readonly verdict: string;
  /** Something asks for a reason: values that change, or that do not look like their history. */
  readonly motifDemande: boolean;
};

type LigneDeSerie = {
  readonly indicateur: number;
  readonly territoire: string;
  readonly type: TypeDeValeur;
  readonly nouvelles: number;
  readonly modifiees: number;
  readonly identiques: number;
  readonly ecart_maximal: string | null;
  /** Points, those known and those that would change; null when there is nothing to compare. */
  readonly connus: string | null;
  readonly proposes: string | null;
};

/**
 * Compares what was read with what is known, series by series: what is new, what changes and by how much, and whether it
 * looks like its own history.
 */
export async function jugerDepot(transaction: Base, importation: string): Promise<EffetDImport> {
  const { rows } = await sql<LigneDeSerie>`
    with compares as (${compares(importation)}), series as (
      select indicateur, territoire, type,
        (count(*) filter (where avant is null))::int as nouvelles,
        (count(*) filter (where avant <> valeur))::int as modifiees,
        (count(*) filter (where avant = valeur))::int as identiques,
        max(abs(valeur - avant)) filter (where avant <> valeur) as ecart_maximal,
        ${pointsEnTexte(sql`jour`, sql`valeur`)} filter (where valeur is distinct from avant) as proposes
      from compares group by indicateur, territoire, type
    )
    select s.*, case when s.proposes is not null then (
      select ${pointsEnTexte(sql`c.jour`, sql`c.valeur`)} from valeur_courante c
      where (c.indicateur, c.territoire, c.type) = (s.indicateur, s.territoire, s.type)) end as connus
    from series s`.execute(transaction);
  const jugees: Jugee[] = [];
  for (const [i, ligne] of rows.entries()) {
    jugees.push({ ligne, plausibilite: juger(ligne) });
    // A long file lets the requests of others through.
    if (i % 100 === 99) await setImmediate();
  }
  await ecrire(transaction, importation, jugees);
  const fichier = jugerFichier(jugees.map(({ plausibilite }) => plausibilite));
  const somme = (quoi: 'nouvelles' | 'modifiees' | 'identiques') =>
    rows.reduce((total, ligne) => total + ligne[quoi], 0);
  return {
    nouvelles: somme('nouvelles'),
    modifiees: somme('modifiees'),
    identiques: somme('identiques'),
    series: rows.length,
    aConfirmer: fichier.aConfirmer,
    verdict: direFichier(fichier),
    motifDemande: fichier.verdict === 'a_confirmer' || somme('modifiees') > 0,
  };
}

/**
 * Nothing of what `jugerDepot` saw has changed: each series would receive as many new and changed values, by as much. The
 * verdicts it kept still hold, and need not be made again.
 */
export async function depotInchange(transaction: Base, importation: string): Promise<boolean> {
  const { rows } = await sql`
    with compares as (${compares(importation)}), series as (
      select indicateur, territoire, type,
        (count(*) filter (where avant is null))::int as nouvelles,
        (count(*) filter (where avant <> valeur))::int as modifiees,
        max(abs(valeur - avant)) filter (where avant <> valeur) as ecart_maximal
      from compares group by indicateur, territoire, type
    )
    select from series s left join serie_deposee d
      on d.import_id = ${importation} and (d.indicateur, d.territoire, d.type) = (s.indicateur, s.territoire, s.type)
    where (s.nouvelles, s.modifiees, s.ecart_maximal) is distinct from (d.nouvelles, d.modifiees, d.ecart_maximal)
    limit 1`.execute(transaction);
  return rows.length === 0;
}

function compares(importation: string) {
  return sql`
    select d.indicateur, d.territoire, d.type, d.jour, d.valeur, c.valeur as avant
    from valeur_deposee d left join valeur_courante c using (indicateur, territoire, type, jour)
    where d.import_id = ${importation} and d.etat = 'prete'`;
}

function juger({ connus, proposes }: LigneDeSerie): Plausibilite {
  return jugerSerie(serieDe(lirePoints(connus)), serieDe(lirePoints(proposes)));
}

type Jugee = { readonly ligne: LigneDeSerie; readonly plausibilite: Plausibilite };

async function ecrire(transaction: Base, importation: string, jugees: readonly Jugee[]): Promise<void> {
  await sql`delete from serie_deposee where import_id = ${importation}`.execute(transaction);
  const lignes = jugees.map(({ ligne, plausibilite: { verdict, soupcons } }) => ({
    indicateur: ligne.indicateur,
    territoire: ligne.territoire,
    type: ligne.type,
    nouvelles: ligne.nouvelles,
    modifiees: ligne.modifiees,
    identiques: ligne.identiques,
    ecart_maximal: enTexte(ligne.ecart_maximal),
    verdict,
    soupcons: soupcons.slice(0, SOUPCONS_DITS).map(direSoupcon),
  }));
  await sql`
    insert into serie_deposee (import_id, indicateur, territoire, type, nouvelles, modifiees, identiques, ecart_maximal,
      verdict, soupcons)
    select ${importation}::uuid, lue.* from json_to_recordset(${JSON.stringify(lignes)}::json) as lue
      (indicateur int, territoire text, type text, nouvelles int, modifiees int, identiques int, ecart_maximal numeric,
        verdict text, soupcons text[])`.execute(transaction);
  await compterPourLeServeur(transaction, 'serie_deposee', lignes.length);
}

/** A series in doubt is looked at, not read value by value. */
const SOUPCONS_DITS = 5;

function enTexte(nombre: string | null): string | null {
  const lu = nombre === null ? null : lireDecimal(nombre);
  return lu === null ? null : ecrireDecimal(lu);
}
