import { type Decimal, diviser, multiplier, signe, sommer } from '#socle/valeurs';
import { estEnRetrait } from './alertes.ts';
import { tauxDeReforme } from './reforme.ts';
import type { VerdictDeSignal } from './signal.ts';
import type { EtatDeTaux } from './taux.ts';

/** One indicator of a basket in one territory. `situation` is null where the indicator has nothing to measure. */
export type PartDePanier = {
  readonly indicateur: string;
  readonly poids: Decimal;
  readonly situation: {
    readonly annuel: { readonly taux: Decimal | null };
    readonly global: {
      readonly taux: Decimal | null;
      readonly brut: Decimal | null;
      readonly etat: EtatDeTaux | 'partiel';
    };
    /** Gap to the trajectory, in points of the rate. */
    readonly ecartEnPoints: Decimal | null;
    readonly signal: VerdictDeSignal | null;
  } | null;
};

/**
 * State of the rate of a basket. That of its indicator when only one counts; `incomplet`: some have a rate and others
 * not, or none for several reasons; `sans_objet`: nothing counts here.
 */
export type EtatDePanier = EtatDeTaux | 'partiel' | 'incomplet' | 'sans_objet';

/** Where a reform stands with regard to what was expected; exclusive, so that they add up to all of them. */
export const POSITIONS = ['recul', 'en_retrait', 'sur_trajectoire', 'non_mesuree', 'sans_objet'] as const;
export type Position = (typeof POSITIONS)[number];

export type SituationDePanier = {
  readonly tauxAnnuel: Decimal | null;
  readonly tauxGlobal: Decimal | null;
  readonly brutGlobal: Decimal | null;
  readonly etat: EtatDePanier;
  readonly position: Position;
  readonly ecartEnPoints: Decimal | null;
  readonly signal: VerdictDeSignal | null;
  /** Indicators that count and have a global rate, out of those that count here. */
  readonly mesures: number;
  readonly attendus: number;
  /** Indicators worse than at their start, whatever the mean says. */
  readonly reculs: number;
};

/** Several indicators read as one in a territory: the weighted mean of their rates, and what the mean would hide. */
export function situerPanier(parts: readonly PartDePanier[]): SituationDePanier {
  const comptent = parts.filter((part) => part.situation !== null && signe(part.poids) > 0);
  const situations = comptent.flatMap(({ situation }) => (situation === null ? [] : [situation]));
  const global = taux(parts, ({ global: { taux: lu } }) => lu);
  const annuel = taux(parts, ({ annuel: { taux: lu } }) => lu);
  const brut = moyenne(comptent, ({ global: { brut: lu } }) => lu);
  const ecartEnPoints = moyenne(comptent, ({ ecartEnPoints: lu }) => lu);
  const etat = etatDuPanier(
    situations.map(({ global: { etat: lu } }) => lu),
    brut,
  );
  return {
    tauxAnnuel: annuel.taux,
    tauxGlobal: global.taux,
    brutGlobal: brut,
    etat,
    position: positionDe(etat, global.taux, ecartEnPoints),
    ecartEnPoints,
    signal: signalDe(situations.map(({ signal }) => signal)),
    mesures: global.mesures,
    attendus: global.attendus,
    reculs: situations.filter(({ global: { etat: lu } }) => lu === 'recul').length,
  };
}

type Lire = (situation: NonNullable<PartDePanier['situation']>) => Decimal | null;

function taux(parts: readonly PartDePanier[], lire: Lire) {
  return tauxDeReforme(
    parts.map(({ indicateur, poids, situation }) => ({
      indicateur,
      poids,
      applicable: situation !== null,
      taux: situation === null ? null : lire(situation),
    })),
  );
}

/** Null as soon as one is missing, as for the rate. */
function moyenne(parts: readonly PartDePanier[], lire: Lire): Decimal | null {
  const lues = parts.flatMap(({ poids, situation }) => {
    const valeur = situation === null ? null : lire(situation);
    return valeur === null ? [] : [{ poids, valeur }];
  });
  if (lues.length === 0 || lues.length < parts.length) return null;
  return diviser(
    sommer(lues.map(({ poids, valeur }) => multiplier(poids, valeur))),
    sommer(lues.map(({ poids }) => poids)),
  );
}

function etatDuPanier(etats: readonly (EtatDeTaux | 'partiel')[], brut: Decimal | null): EtatDePanier {
  const [premier, ...autres] = etats;
  if (premier === undefined) return 'sans_objet';
  if (autres.every((etat) => etat === premier)) return premier;
  if (!etats.every((etat) => MESURES.has(etat))) return 'incomplet';
  if (etats.every((etat) => ATTEINTS.has(etat))) return 'depassee_avant_terme';
  return brut !== null && signe(brut) < 0 ? 'recul' : 'en_cours';
}

const ATTEINTS: ReadonlySet<string> = new Set(['atteinte', 'depassee_avant_terme']);
const MESURES: ReadonlySet<string> = new Set(['recul', 'en_cours', ...ATTEINTS]);

function positionDe(etat: EtatDePanier, tauxGlobal: Decimal | null, ecart: Decimal | null): Position {
  if (etat === 'sans_objet') return 'sans_objet';
  if (tauxGlobal === null) return 'non_mesuree';
  if (etat === 'recul') return 'recul';
  return estEnRetrait(ecart) ? 'en_retrait' : 'sur_trajectoire';
}

/** What worries first: one deterioration is not made up for by an improvement elsewhere. */
function signalDe(signaux: readonly (VerdictDeSignal | null)[]): VerdictDeSignal | null {
  const ordre: readonly VerdictDeSignal[] = [
    'degradation_significative',
    'amelioration_significative',
    'variation_ordinaire',
  ];
  return ordre.find((verdict) => signaux.includes(verdict)) ?? null;
}
