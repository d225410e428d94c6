import { sql } from 'kysely';
import type { Ton } from '#interface';
import type { Base } from '#socle/base';
import {
  comparerDecimaux,
  type Decimal,
  ecrireDecimal,
  entier,
  type Jour,
  joursEntre,
  lireDecimal,
  signe,
  valeurAbsolue,
} from '#socle/valeurs';
import { type Maille, TERRITOIRES } from '#territoires';
import type { LigneDeSituation } from '../calcul/modele.ts';
import { situationsAu } from '../lectures/situations-passees.ts';
import { direTauxGarde } from '../presentation.ts';
import { estEnRetrait } from '../regles/alertes.ts';
import { direPoints, direValeur } from '../regles/phrases.ts';
import { uniteCourte } from '../regles/unite.ts';
import { estLu, type Portee } from './portee.ts';
import type { Regard } from './regard.ts';

/** Where an indicator stands in a territory, as the page, the map, the table and the file give it. */
export type SituationPresentee = {
  readonly territoire: string;
  readonly nom: string;
  readonly maille: Maille;
  readonly etat: string;
  /** « 77 % », « recul de 12 points », « non mesuré »; `valeur` with two decimals at most, for sorting and files. */
  readonly taux: { readonly texte: string; readonly valeur: string | null };
  /** In the unit of the indicator. */
  readonly valeur: { readonly texte: string; readonly valeur: string | null };
  readonly jour: Jour | null;
  /** « 4 départements sur 5 », for a whole of which some are missing. */
  readonly partiel: string | null;
  readonly attendueLe: Jour | null;
  /** Days past the day a value was due; 0 when none is. */
  readonly retard: number;
  readonly signal: { readonly code: string; readonly texte: string; readonly ton: Ton } | null;
  /** Gap to the trajectory and to the median of the maille, in points of rate. */
  readonly ecart: EcartPresente | null;
  readonly mediane: EcartPresente | null;
};

type EcartPresente = {
  /** « +7,24 points »; `valeur` with two decimals at most, for files. */
  readonly texte: string;
  readonly valeur: string;
  readonly retrait: boolean;
};

/** The situations of an indicator in the territories one reads, by name. */
export async function situationsLisibles(
  base: Base,
  { numero, unite }: { readonly numero: number; readonly unite: string },
  portee: Portee,
  regard: Regard,
): Promise<readonly SituationPresentee[]> {
  const lignes = regard.passe ? await situationsAu(base, numero, regard.jour) : await lireSituations(base, numero);
  return lignes
    .filter(({ territoire }) => estLu(portee, territoire))
    .map((ligne) => presenterSituation(ligne, unite, regard.jour))
    .sort((a, b) => ORDRE.compare(a.nom, b.nom) || (a.territoire < b.territoire ? -1 : 1));
}

const ORDRE = new Intl.Collator('fr');

async function lireSituations(base: Base, numero: number): Promise<readonly LigneDeSituation[]> {
  const { rows } = await sql<LigneDeSituation>`
    select * from situation_d_indicateur where indicateur = ${numero}`.execute(base);
  return rows;
}

const PAR_CODE = new Map<string, (typeof TERRITOIRES)[number]>(TERRITOIRES.map((t) => [t.code, t]));

const SIGNAUX: Readonly<Record<string, { readonly texte: string; readonly ton: Ton }>> = {
  amelioration_significative: { texte: 'amélioration', ton: 'succes' },
  degradation_significative: { texte: 'dégradation', ton: 'alerte' },
  variation_ordinaire: { texte: 'variation ordinaire', ton: 'neutre' },
};

export function presenterSituation(ligne: LigneDeSituation, unite: string, au: Jour): SituationPresentee {
  const territoire = PAR_CODE.get(ligne.territoire);
  const taux = lire(ligne.taux_global);
  const valeur = lire(ligne.valeur);
  const signal = ligne.signal === null ? undefined : SIGNAUX[ligne.signal];
  return {
    territoire: ligne.territoire,
    nom: territoire?.nom ?? ligne.territoire,
    maille: territoire?.maille ?? 'national',
    etat: ligne.etat_global,
    taux: {
      texte: direTauxGarde(ligne.taux_global, ligne.brut_global, ligne.etat_global),
      valeur: taux && ecrireDecimal(taux, 2),
    },
    valeur: { texte: direAvecUnite(valeur, unite), valeur: valeur && ecrireDecimal(valeur, 6) },
    jour: ligne.jour,
    partiel: ligne.partiel ? `${ligne.mesures} territoires sur ${ligne.applicables}` : null,
    attendueLe: ligne.attendue_le,
    retard: ligne.attendue_le === null ? 0 : Math.max(0, joursEntre(ligne.attendue_le, au)),
    signal: ligne.signal === null || signal === undefined ? null : { code: ligne.signal, ...signal },
    ecart: enPoints(ligne.ecart_points),
    mediane: enPoints(ligne.ecart_mediane),
  };
}

/** « 77,5 % », « 1 204 » : with its unit when it is short. */
export function direAvecUnite(valeur: Decimal | null, unite: string): string {
  if (valeur === null) return 'non mesuré';
  const courte = uniteCourte(unite);
  return courte === null ? direValeur(valeur) : `${direValeur(valeur)}\u00a0${accorder(courte, valeur)}`;
}

/** « 1 logement », « 1,5 jour », « 2 jours ». */
function accorder(unite: string, valeur: Decimal): string {
  const singulier = comparerDecimaux(valeurAbsolue(valeur), entier(2)) < 0;
  return singulier && unite !== 'mois' && /^[a-zé]+s$/.test(unite) ? unite.slice(0, -1) : unite;
}

function enPoints(texte: string | null): EcartPresente | null {
  const points = lire(texte);
  if (points === null) return null;
  return {
    texte: `${signe(points) > 0 ? '+' : ''}${direPoints(points)}`,
    valeur: ecrireDecimal(points, 2),
    retrait: estEnRetrait(points),
  };
}

function lire(texte: string | null): Decimal | null {
  return texte === null ? null : lireDecimal(texte);
}
