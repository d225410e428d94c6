import { comparerDecimaux, type Decimal, decimalesDe, type Jour, lireDecimal, lireJour, sommer } from '#socle/valeurs';
import type { Maille } from '#territoires';
import { moisDuJour, moisEntre, type Periodicite } from '../regles/mois.ts';
import type { Direction } from '../regles/taux.ts';
import type { FichierDeValeurs, IndicateurCite } from './modele.ts';

/** An indicator as the files of the barometer let it be known. What they do not say is supposed, and told. */
export type IndicateurDeduit = IndicateurCite & {
  readonly sens: Direction;
  /** Why this direction: how many targets are above and below their start. */
  readonly raisonDuSens: 'cibles' | 'suppose';
  readonly auDessus: number;
  readonly auDessous: number;
  readonly decimales: number;
  readonly periodicite: Periodicite;
  /** Summaries show the sum of the details over this window, where it is not the last of them. */
  readonly cumul: FenetreDeCumul | null;
  readonly mailles: readonly Maille[];
  readonly maillesAvecCible: readonly Maille[];
};

export type FenetreDeCumul = 'annee_civile' | '12' | '3';

type Observe = {
  mesure: string | null;
  readonly appellations: Map<string, { nom: string; unite: string }>;
  readonly mailles: Set<Maille>;
  readonly maillesAvecCible: Set<Maille>;
  readonly initiales: Map<string, Decimal>;
  readonly cibles: Map<string, Decimal>;
  /** By zone: the values of the details, and the one of the summary. */
  readonly details: Map<string, Map<Jour, Decimal>>;
  readonly syntheses: Map<string, { jour: Jour; valeur: Decimal }>;
  decimales: number;
};

/** What these files, together, say of each indicator. */
export function deduireIndicateurs(fichiers: readonly FichierDeValeurs[]): readonly IndicateurDeduit[] {
  const observes = new Map<string, Observe>();
  for (const fichier of fichiers) {
    for (const cite of fichier.indicateurs) observerNom(observes, cite);
    for (const { identifiant, zone, type, date, valeur } of fichier.valeurs) {
      const observe = observes.get(identifiant);
      const lue = lireDecimal(valeur);
      const jour = lireJour(date);
      if (observe === undefined || lue === null || jour === null) continue;
      const maille = mailleDeZone(zone);
      observe.mailles.add(maille);
      observe.decimales = Math.max(observe.decimales, decimalesDe(lue));
      if (type === 'vi') observe.initiales.set(zone, lue);
      if (type === 'vc') {
        observe.cibles.set(zone, lue);
        observe.maillesAvecCible.add(maille);
      }
      if (type === 'va' && fichier.format === 'synthese') observe.syntheses.set(zone, { jour, valeur: lue });
      if (type === 'va' && fichier.format === 'detail') {
        observe.details.set(zone, (observe.details.get(zone) ?? new Map<Jour, Decimal>()).set(jour, lue));
      }
    }
  }
  return [...observes].map(([identifiant, observe]) => deduire(identifiant, observe));
}

const MAILLES: readonly Maille[] = ['national', 'regional', 'departemental'];
const DECIMALES_MAXIMALES = 6;

function observerNom(observes: Map<string, Observe>, { identifiant, mesure, appellations }: IndicateurCite): void {
  const observe: Observe = observes.get(identifiant) ?? {
    mesure,
    appellations: new Map(),
    mailles: new Set(),
    maillesAvecCible: new Set(),
    initiales: new Map(),
    cibles: new Map(),
    details: new Map(),
    syntheses: new Map(),
    decimales: 0,
  };
  for (const appellation of appellations) {
    observe.appellations.set(`${appellation.nom}\n${appellation.unite}`, appellation);
  }
  observes.set(identifiant, observe);
}

function deduire(identifiant: string, observe: Observe): IndicateurDeduit {
  const sens = [...observe.cibles].flatMap(([zone, cible]) => {
    const initiale = observe.initiales.get(zone);
    return initiale === undefined ? [] : [comparerDecimaux(cible, initiale)];
  });
  const auDessus = sens.filter((s) => s > 0).length;
  const auDessous = sens.filter((s) => s < 0).length;
  return {
    identifiant,
    mesure: observe.mesure,
    appellations: [...observe.appellations.values()],
    sens: auDessous > auDessus ? 'baisse' : 'hausse',
    raisonDuSens: auDessus + auDessous > 0 ? 'cibles' : 'suppose',
    auDessus,
    auDessous,
    decimales: Math.min(observe.decimales, DECIMALES_MAXIMALES),
    periodicite: periodiciteDe([...observe.details.values()]),
    cumul: cumulDe(observe),
    mailles: MAILLES.filter((maille) => observe.mailles.has(maille)),
    maillesAvecCible: MAILLES.filter((maille) => observe.maillesAvecCible.has(maille)),
  };
}

/** The gap most often seen between two values of a territory. */
function periodiciteDe(series: readonly ReadonlyMap<Jour, Decimal>[]): Periodicite {
  const ecarts = new Map<number, number>();
  for (const dates of series) {
    const triees = [...dates.keys()].sort();
    for (const [i, date] of triees.slice(1).entries()) {
      const ecart = moisEntre(moisDuJour(triees[i] ?? date), moisDuJour(date));
      ecarts.set(ecart, (ecarts.get(ecart) ?? 0) + 1);
    }
  }
  const [usuel = 12] = [...ecarts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [];
  if (usuel <= 1) return 'mensuelle';
  return usuel <= 3 ? 'trimestrielle' : usuel <= 6 ? 'semestrielle' : 'annuelle';
}

const FENETRES: readonly FenetreDeCumul[] = ['annee_civile', '12', '3'];
/** Nine territories in ten must agree, or nothing is deduced. */
const ACCORD = 0.9;

/**
 * The window over which the details add up to the summary, when the summary is not the detail of its day itself: nearly
 * everywhere, and much better than without.
 */
function cumulDe({ details, syntheses }: Observe): FenetreDeCumul | null {
  const compares = [...syntheses].flatMap(([zone, { jour, valeur }]) => {
    const serie = details.get(zone);
    return serie?.has(jour) ? [{ serie, jour, valeur }] : [];
  });
  const accord = (fenetre: FenetreDeCumul | null) =>
    compares.filter(({ serie, jour, valeur }) => {
      const prises = [...serie].filter(([date]) => dansLaFenetre(date, jour, fenetre)).map(([, v]) => v);
      return comparerDecimaux(sommer(prises), valeur) === 0;
    }).length;
  if (compares.length === 0 || accord(null) >= ACCORD * compares.length) return null;
  return FENETRES.find((fenetre) => accord(fenetre) >= ACCORD * compares.length) ?? null;
}

function dansLaFenetre(date: Jour, jour: Jour, fenetre: FenetreDeCumul | null): boolean {
  if (fenetre === null) return date === jour;
  if (date > jour) return false;
  if (fenetre === 'annee_civile') return date.slice(0, 4) === jour.slice(0, 4);
  return moisEntre(moisDuJour(date), moisDuJour(jour)) < Number(fenetre);
}

function mailleDeZone(zone: string): Maille {
  if (zone.startsWith('D')) return 'departemental';
  return zone.startsWith('R') ? 'regional' : 'national';
}
