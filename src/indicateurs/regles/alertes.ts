import { comparerDecimaux, type Decimal, entier, type Jour, joursEntre, opposer } from '#socle/valeurs';
import type { Fraicheur } from './fraicheur.ts';
import { compter, direJour, direMois, direPoints, typographier } from './phrases.ts';
import type { PointDate } from './series.ts';
import type { VerdictDeSignal } from './signal.ts';
import type { EtatDeTaux } from './taux.ts';

/** Declared confidence, from the best to the worst. */
export type Meteo = 'soleil' | 'partiellement_nuageux' | 'nuageux' | 'orage';

export type GenreDAlerte =
  | 'taux_non_calculable'
  | 'aucun_taux_departemental'
  | 'retrait_sur_la_mediane'
  | 'degradation_significative'
  | 'meteo_absente'
  | 'meteo_ancienne'
  | 'meteo_divergente'
  | 'valeur_en_retard'
  | 'cible_deja_atteinte'
  | 'cible_echue';

export type Alerte = {
  readonly alerte: GenreDAlerte;
  /** Stable name of the rule, for tests, filters and logs. */
  readonly regle: `indicateur.alerte.${GenreDAlerte}`;
  /** What is the matter, in one sentence. */
  readonly phrase: string;
};

/** What is known of a reform, or of one indicator, in one territory. Each fact is optional: what is not known raises nothing. */
export type FaitsDAlerte = {
  readonly au: Jour;
  readonly taux: { readonly taux: Decimal | null; readonly etat: EtatDeTaux | 'partiel' };
  /** Somebody set a target, or must have: a rate is expected here. */
  readonly cibleAttendue: boolean;
  /** The last target of all. */
  readonly derniereCible: PointDate | null;
  /** This territory's rate less the median of its maille. Not rounded. */
  readonly ecartALaMediane: Decimal | null;
  /** In points of the rate, positive when better than expected. Not rounded. */
  readonly ecartALaTrajectoire: Decimal | null;
  readonly signal: VerdictDeSignal | null;
  /** Null where none is asked for (an indicator alone has no météo). */
  readonly meteo: {
    readonly declaree: { readonly meteo: Meteo; readonly date: Jour } | null;
    /** Days after which it must be declared again. */
    readonly cadenceEnJours: number;
  } | null;
  readonly fraicheur: Fraicheur | null;
  /** Of a whole that is followed by département: how many have a rate, out of how many. Null elsewhere. */
  readonly departements: { readonly avecTaux: number; readonly attendus: number } | null;
};

/** Points behind, strictly, before anything is said or coloured. */
const RETRAIT = entier(-10);

/** More than 10 points behind: the one test, on the exact figure, for the alert, the filter and the colour. */
export function estEnRetrait(ecart: Decimal | null): boolean {
  return ecart !== null && comparerDecimaux(ecart, RETRAIT) < 0;
}

/** Every alert these facts raise, in the order of the list. */
export function alertes(faits: FaitsDAlerte): readonly Alerte[] {
  return REGLES.flatMap(([alerte, regle]) => {
    const phrase = regle(faits);
    return phrase === null
      ? []
      : [{ alerte, regle: `indicateur.alerte.${alerte}` as const, phrase: typographier(phrase) }];
  });
}

/** 10.001 points behind are not « 10 points »: the sentence must not deny the test. */
function direRetrait(ecart: Decimal): string {
  const retrait = opposer(ecart);
  return direPoints(retrait) === direPoints(opposer(RETRAIT)) ? 'un peu plus de 10 points' : direPoints(retrait);
}

type Regle = (faits: FaitsDAlerte) => string | null;

const REGLES: readonly (readonly [GenreDAlerte, Regle])[] = [
  ['taux_non_calculable', tauxNonCalculable],
  ['aucun_taux_departemental', aucunTauxDepartemental],
  [
    'retrait_sur_la_mediane',
    ({ ecartALaMediane: ecart }) =>
      ecart && estEnRetrait(ecart) ? `${direRetrait(ecart)} sous la médiane des territoires de même maille` : null,
  ],
  [
    'degradation_significative',
    ({ signal }) => (signal === 'degradation_significative' ? 'Dégradation significative de l’indicateur' : null),
  ],
  ['meteo_absente', ({ meteo }) => (meteo && meteo.declaree === null ? 'Météo jamais déclarée' : null)],
  ['meteo_ancienne', meteoAncienne],
  ['meteo_divergente', meteoDivergente],
  ['valeur_en_retard', valeurEnRetard],
  [
    'cible_deja_atteinte',
    ({ taux }) => (taux.etat === 'depassee_avant_terme' ? 'Cible déjà atteinte avant son terme : à rehausser ?' : null),
  ],
  ['cible_echue', cibleEchue],
];

const POURQUOI: Partial<Record<EtatDeTaux | 'partiel', string>> = {
  non_mesure: 'aucune valeur n’est connue',
  sans_cible: 'la cible manque',
  sans_valeur_initiale: 'la valeur initiale manque',
  partiel: 'une partie des territoires manque',
};

function tauxNonCalculable({ taux, cibleAttendue }: FaitsDAlerte): string | null {
  if (taux.taux !== null || !cibleAttendue) return null;
  return `Taux non calculable : ${POURQUOI[taux.etat] ?? 'un indicateur n’a pas de taux'}`;
}

function aucunTauxDepartemental({ departements }: FaitsDAlerte): string | null {
  if (departements === null || departements.attendus === 0 || departements.avecTaux > 0) return null;
  return `Aucun taux départemental, sur ${compter(departements.attendus, 'département attendu', 'départements attendus')}`;
}

function meteoAncienne({ meteo, au }: FaitsDAlerte): string | null {
  if (!meteo?.declaree) return null;
  const jours = joursEntre(meteo.declaree.date, au);
  if (jours <= meteo.cadenceEnJours) return null;
  return `Météo déclarée il y a ${jours} jours, attendue tous les ${meteo.cadenceEnJours} jours`;
}

const NOMS_DE_METEO: Readonly<Record<Meteo, string>> = {
  soleil: 'soleil',
  partiellement_nuageux: 'partiellement nuageux',
  nuageux: 'nuageux',
  orage: 'orage',
};

/** Confident while well behind, or worried while the target is reached: the two judgements are shown, neither corrected. */
function meteoDivergente({ meteo, ecartALaTrajectoire: ecart, taux }: FaitsDAlerte): string | null {
  if (!meteo?.declaree) return null;
  const { meteo: declaree } = meteo.declaree;
  const confiante = declaree === 'soleil' || declaree === 'partiellement_nuageux';
  const nom = NOMS_DE_METEO[declaree];
  if (confiante) {
    if (ecart === null || !estEnRetrait(ecart)) return null;
    return `Météo « ${nom} », mais l’indicateur est ${direRetrait(ecart)} sous sa trajectoire`;
  }
  const atteinte = taux.etat === 'atteinte' || taux.etat === 'depassee_avant_terme';
  return atteinte ? `Météo « ${nom} », mais la cible est atteinte` : null;
}

function valeurEnRetard({ fraicheur }: FaitsDAlerte): string | null {
  if (fraicheur === null || fraicheur.retardEnJours === 0) return null;
  const { prochaineValeur, attendueLe, retardEnJours } = fraicheur;
  const retard = compter(retardEnJours, 'jour', 'jours');
  return `Valeur de ${direMois(prochaineValeur)} attendue le ${direJour(attendueLe)}, en retard de ${retard}`;
}

function cibleEchue({ derniereCible, au }: FaitsDAlerte): string | null {
  if (derniereCible === null || derniereCible.date >= au) return null;
  return `La dernière cible était pour le ${direJour(derniereCible.date)} : aucune n’est fixée au-delà`;
}
