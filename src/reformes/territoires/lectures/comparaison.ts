import { sql } from 'kysely';
import type { Acteur } from '#acces';
import { type Regard, situationsDePaniersAu } from '#indicateurs';
import { mediane } from '#indicateurs/regles';
import type { Base } from '#socle/base';
import {
  arrondirEcrit,
  comparerDecimaux,
  type Decimal,
  ecrireDecimal,
  type Jour,
  lireDecimal,
  soustraire,
} from '#socle/valeurs';
import { TERRITOIRES, type Territoire } from '#territoires';
import type { Reforme } from '../../lectures/reformes.ts';
import type { Suivi } from '../../lectures/suivis.ts';
import { suivisVus } from '../../lectures/suivis-vus.ts';
import { peutLireReforme } from '../../politique.ts';
import { type Chiffre, presenterPoints, presenterTaux } from '../../presentation.ts';
import { quartiles } from '../regles/quartiles.ts';
import type { Groupe } from './groupe.ts';

/** Under this number, figures without names would still tell whose they are. */
export const ANONYMES_AU_MOINS = 5;

/** A reform here and in a group of territories. Rates as decimal texts; those this person may not name come without a name. */
export type ReformeComparee = {
  readonly id: string;
  readonly nom: string;
  readonly theme: string;
  readonly ici: Chiffre;
  readonly mediane: Chiffre;
  readonly ecart: Chiffre & { readonly retrait: boolean };
  readonly bas: Chiffre;
  readonly haut: Chiffre;
  /** Territories of the group that have a rate, out of those that may be shown. */
  readonly mesures: number;
  readonly nommes: readonly {
    readonly code: string;
    readonly nom: string;
    readonly valeur: string | null;
    readonly ecart: string;
  }[];
  /** From the lowest to the highest: nothing says which is whose. */
  readonly anonymes: readonly string[];
};

/**
 * Reforms of a territory beside those of a group. Whoever reads a territory of the group sees its name; of the others, only the
 * rates, sorted, and only for the group of those that are alike, which nobody chooses: a chosen group would let one find out the
 * figure of a single territory. Three queries for today. On a past day, the rates are those of that day, the group today's.
 */
export async function lireComparaison(
  base: Base,
  acteur: Acteur,
  { territoire, reformes, groupe }: { territoire: Territoire; reformes: readonly Reforme[]; groupe: Groupe },
  regard: Regard,
): Promise<readonly ReformeComparee[]> {
  const fermes = groupe.genre === 'semblables' ? fermesDe(acteur, reformes, groupe.codes) : [];
  const [suivis, anonymes] = await Promise.all([
    suivisVus(base, acteur, { reformes, territoires: [territoire.code, ...groupe.codes] }, regard),
    regard.passe ? lireAnonymesAu(base, fermes, regard.jour) : lireAnonymes(base, fermes),
  ]);
  const parPaire = new Map(suivis.map((suivi) => [`${suivi.reforme.id} ${suivi.territoire}`, suivi]));
  return reformes.map((reforme) => {
    const ici = parPaire.get(`${reforme.id} ${territoire.code}`);
    const nommes = groupe.codes.flatMap((code) => parPaire.get(`${reforme.id} ${code}`) ?? []);
    return comparer(reforme, ici, nommes, anonymes.get(reforme.panier) ?? []);
  });
}

function comparer(
  { id, nom, theme }: Reforme,
  ici: Suivi | undefined,
  nommes: readonly Suivi[],
  fermes: readonly string[],
): ReformeComparee {
  const anonymes = fermes.length >= ANONYMES_AU_MOINS ? fermes : [];
  const valeurs = [...nommes.map(tauxDe), ...anonymes].flatMap((taux) => decimal(taux) ?? []);
  const milieu = mediane(valeurs);
  const quarts = quartiles(valeurs);
  const ecart = (taux: string | null) => {
    const lu = decimal(taux);
    return presenterPoints(lu === null || milieu === null ? null : ecrireDecimal(soustraire(lu, milieu)));
  };
  return {
    id,
    nom,
    theme,
    ici: presenterTaux(tauxDe(ici)),
    mediane: presenterTaux(ecrire(milieu)),
    ecart: ecart(tauxDe(ici)),
    bas: presenterTaux(ecrire(quarts?.bas ?? null)),
    haut: presenterTaux(ecrire(quarts?.haut ?? null)),
    mesures: valeurs.length,
    nommes: nommes.map((suivi) => ({
      code: suivi.territoire,
      nom: NOMS.get(suivi.territoire) ?? suivi.territoire,
      valeur: presenterTaux(tauxDe(suivi)).valeur,
      ecart: ecart(tauxDe(suivi)).texte,
    })),
    anonymes: anonymes.map((taux) => arrondirEcrit(taux, 2)),
  };
}

type Paire = { readonly panier: number; readonly territoire: string };

function fermesDe(acteur: Acteur, reformes: readonly Reforme[], codes: readonly string[]): readonly Paire[] {
  return reformes.flatMap((reforme) =>
    codes
      .filter((code) => !peutLireReforme(acteur, reforme, code).permis)
      .map((territoire) => ({ panier: reforme.panier, territoire })),
  );
}

/** The rates of these pairs, by basket, sorted: what leaves here has no territory any more. */
async function lireAnonymes(base: Base, paires: readonly Paire[]): Promise<ReadonlyMap<number, readonly string[]>> {
  if (paires.length === 0) return new Map();
  const { rows } = await sql<{ panier: number; taux: readonly string[] }>`
    select s.panier, array_agg(s.taux_global::text order by s.taux_global) as taux
    from unnest(${paires.map(({ panier }) => panier)}::int[], ${paires.map(({ territoire }) => territoire)}::text[])
      as demandee (panier, territoire)
    join situation_de_panier s on s.panier = demandee.panier and s.territoire = demandee.territoire
    where s.taux_global is not null
    group by s.panier`.execute(base);
  return new Map(rows.map(({ panier, taux }) => [panier, taux]));
}

/** The same as they were known at the end of a past day. */
async function lireAnonymesAu(
  base: Base,
  paires: readonly Paire[],
  jour: Jour,
): Promise<ReadonlyMap<number, readonly string[]>> {
  if (paires.length === 0) return new Map();
  const paniers = [...new Set(paires.map(({ panier }) => panier))];
  const codes = [...new Set(paires.map(({ territoire }) => territoire))];
  const situations = await situationsDePaniersAu(base, paniers, codes, jour);
  return new Map(
    paniers.map((panier) => {
      const siennes = paires.filter((paire) => paire.panier === panier);
      const taux = siennes.flatMap(({ territoire }) => situations.get(panier)?.get(territoire)?.taux_global ?? []);
      return [panier, taux.sort(comparerEcrits)];
    }),
  );
}

function comparerEcrits(a: string, b: string): number {
  const [x, y] = [lireDecimal(a), lireDecimal(b)];
  return x === null || y === null ? 0 : comparerDecimaux(x, y);
}

const NOMS: ReadonlyMap<string, string> = new Map(TERRITOIRES.map(({ code, nom }) => [code, nom]));

function tauxDe(suivi: Suivi | undefined): string | null {
  return suivi?.situation?.taux_global ?? null;
}

function decimal(texte: string | null): Decimal | null {
  return texte === null ? null : lireDecimal(texte);
}

function ecrire(valeur: Decimal | null): string | null {
  return valeur === null ? null : ecrireDecimal(valeur);
}
