import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Regard } from '#indicateurs';
import { entonnoir, type MesureDEntonnoir } from '#indicateurs/regles';
import type { EntonnoirProps } from '#interface';
import type { Base } from '#socle/base';
import { comparerDecimaux, type Decimal, ecrireDecimal, type Jour, lireDecimal } from '#socle/valeurs';
import { TERRITOIRES, type Territoire } from '#territoires';
import { adresseDeReforme } from '../../adresses.ts';
import type { Reforme } from '../../lectures/reformes.ts';
import { peutLireReforme } from '../../politique.ts';

/** With fewer points, a funnel says nothing. */
const POINTS_AU_MOINS = 10;

const PLACES = { ordinaire: 'dans_les_limites', au_dela_de_95: 'hors_95', au_dela_de_99_8: 'hors_998' } as const;

/**
 * The first indicator of the reform that is a count out of another, in every département this person reads: who stands out of
 * what chance explains, given its size. Null when there is none, or too few départements. Sizes would tell names: only
 * those read are drawn, on a past day with the counts then known. Two queries.
 */
export async function lireEntonnoir(
  base: Base,
  acteur: Acteur,
  reforme: Reforme,
  ici: Territoire,
  regard: Regard,
): Promise<EntonnoirProps | null> {
  const lisibles = TERRITOIRES.filter(
    ({ code, maille }) => maille === 'departemental' && peutLireReforme(acteur, reforme, code).permis,
  );
  if (lisibles.length < POINTS_AU_MOINS) return null;
  const indicateur = await lireIndicateur(base, reforme.panier);
  const facteur = indicateur && lireDecimal(indicateur.facteur);
  if (indicateur === null || facteur === null) return null;
  const mesure: MesureDEntonnoir =
    indicateur.facteur === '100' && indicateur.unite.includes('%')
      ? { genre: 'proportion' }
      : { genre: 'taux', facteur };
  const comptes = await lireComptes(
    base,
    indicateur,
    lisibles.map(({ code }) => code),
    regard,
  );
  const au = regard.passe ? regard.jour : null;
  const lu = entonnoir(comptes, mesure, indicateur.sens);
  if (lu === null || lu.points.length < POINTS_AU_MOINS) return null;
  const points = [...lu.points].sort((a, b) => comparerDecimaux(a.taille, b.taille));
  const noms = new Map<string, string>(lisibles.map(({ code, nom }) => [code, nom]));
  return {
    legende: indicateur.nom,
    unite: indicateur.unite,
    decimales: indicateur.decimales,
    denominateur: indicateur.nomDuDenominateur,
    moyenne: ecrire(lu.reference),
    points: points.map(({ territoire, taille, valeur, place }) => ({
      code: territoire,
      nom: noms.get(territoire) ?? territoire,
      denominateur: ecrire(taille),
      valeur: ecrire(valeur),
      place: PLACES[place],
      href: adresseDeReforme(reforme.id, territoire, { au }),
      ici: territoire === ici.code,
    })),
    limites: points.map(({ taille, limites }) => ({
      denominateur: ecrire(taille),
      basse998: ecrire(limites.bas998),
      basse95: ecrire(limites.bas95),
      haute95: ecrire(limites.haut95),
      haute998: ecrire(limites.haut998),
    })),
  };
}

type IndicateurCompte = {
  readonly nom: string;
  readonly unite: string;
  readonly sens: 'hausse' | 'baisse';
  readonly decimales: number;
  readonly facteur: string;
  readonly numerateur: number;
  readonly denominateur: number;
  readonly nomDuDenominateur: string;
};

async function lireIndicateur(base: Base, panier: number): Promise<IndicateurCompte | null> {
  const { rows } = await sql<IndicateurCompte>`
    select i.nom, i.unite, i.sens, i.decimales, trim_scale(i.facteur)::text as facteur, i.numerateur, i.denominateur,
      d.nom as "nomDuDenominateur"
    from panier_indicateur p join indicateur i on i.numero = p.indicateur join indicateur d on d.numero = i.denominateur
    where p.panier = ${panier} and p.maille = 'departemental' and p.poids > 0 and i.numerateur is not null
    order by p.rang, p.indicateur limit 1`.execute(base);
  return rows[0] ?? null;
}

/** The latest day both counts are known, in each territory: a ratio is of one day. */
async function lireComptes(
  base: Base,
  { numerateur, denominateur }: Pick<IndicateurCompte, 'numerateur' | 'denominateur'>,
  territoires: readonly string[],
  regard: Regard,
) {
  const comptes = (indicateur: number) =>
    sql`(${regard.passe ? connues(indicateur, territoires, regard.jour) : courantes(indicateur, territoires)})`;
  const { rows } = await sql<{ territoire: string; numerateur: string; denominateur: string }>`
    select distinct on (n.territoire) n.territoire, n.valeur::text as numerateur, d.valeur::text as denominateur
    from ${comptes(numerateur)} as n join ${comptes(denominateur)} as d using (territoire, jour)
    order by n.territoire, n.jour desc`.execute(base);
  return rows.map((ligne) => ({
    territoire: ligne.territoire,
    numerateur: lireDecimal(ligne.numerateur),
    denominateur: lireDecimal(ligne.denominateur),
  }));
}

function courantes(indicateur: number, territoires: readonly string[]) {
  return sql`
    select territoire, jour, valeur from valeur_courante
    where indicateur = ${indicateur} and type = 'va' and territoire = any(${[...territoires]}::text[])`;
}

/** The values known at the end of a past day. */
function connues(indicateur: number, territoires: readonly string[], jour: Jour) {
  return sql`
    select territoire, jour, valeur from (
      select distinct on (territoire, jour) territoire, jour, valeur from valeur
      where indicateur = ${indicateur} and type = 'va' and territoire = any(${[...territoires]}::text[])
        and enregistre_le < ((${jour}::date + 1)::timestamp at time zone 'Europe/Paris')
      order by territoire, jour, id desc
    ) as derniere where valeur is not null`;
}

/** Enough digits to draw and to read. */
function ecrire(valeur: Decimal): string {
  return ecrireDecimal(valeur, 4);
}
