import { type Decimal, ecrireDecimal, type Jour, lireDecimal, signe } from '#socle/valeurs';
import { type Maille, TERRITOIRES } from '#territoires';
import type { LigneDeSituation } from '../calcul/modele.ts';
import { alertes, type GenreDAlerte } from '../regles/alertes.ts';
import { ecartsALaMediane, mediane } from '../regles/mediane.ts';
import { type PartDePanier, situerPanier } from '../regles/panier.ts';
import type { VerdictDeSignal } from '../regles/signal.ts';
import type { EtatDeTaux } from '../regles/taux.ts';
import type { LigneDePanier, Part } from './modele.ts';

type LireSituation = (indicateur: number, territoire: string) => LigneDeSituation | null;

/** The situations of a basket: every territory of the mailles where it has indicators. */
export function calculerPanier(parts: readonly Part[], lire: LireSituation, au: Jour): readonly LigneDePanier[] {
  return MAILLES.flatMap((maille) => {
    const deLaMaille = parts.filter((part) => part.maille === maille);
    if (deLaMaille.length === 0) return [];
    const situees = TERRITOIRES.filter((t) => t.maille === maille).map(({ code }) => situer(deLaMaille, lire, code));
    return comparer(situees, maille, au);
  });
}

/** The situations of a basket in these territories only: the others being unknown, there is no median. */
export function calculerPanierDans(
  parts: readonly Part[],
  territoires: readonly string[],
  lire: LireSituation,
  au: Jour,
): readonly LigneDePanier[] {
  return TERRITOIRES.filter(({ code }) => territoires.includes(code)).flatMap(({ code, maille }) => {
    const deLaMaille = parts.filter((part) => part.maille === maille);
    if (deLaMaille.length === 0) return [];
    const { ligne, comptees } = situer(deLaMaille, lire, code);
    return [{ ...ligne, mediane: null, ecart_mediane: null, alertes: alertesDuPanier(ligne, comptees, null, au) }];
  });
}

const MAILLES: readonly Maille[] = ['national', 'regional', 'departemental'];

type Situee = {
  readonly ligne: Omit<LigneDePanier, 'mediane' | 'ecart_mediane' | 'alertes'>;
  /** Rows of the indicators that count. */
  readonly comptees: readonly LigneDeSituation[];
};

function situer(parts: readonly Part[], lire: LireSituation, territoire: string): Situee {
  const lues = parts.map(({ indicateur, poids }) => ({ indicateur, poids, situation: lire(indicateur, territoire) }));
  const vue = situerPanier(lues.map(enPart));
  const comptees = lues.flatMap(({ poids, situation }) => (situation !== null && signe(poids) > 0 ? [situation] : []));
  const jours = (de: (ligne: LigneDeSituation) => Jour | null) => comptees.flatMap((ligne) => de(ligne) ?? []).sort();
  return {
    comptees,
    ligne: {
      territoire,
      taux_annuel: ecrire(vue.tauxAnnuel),
      taux_global: ecrire(vue.tauxGlobal),
      brut_global: ecrire(vue.brutGlobal),
      etat: vue.etat,
      position: vue.position,
      ecart_points: ecrire(vue.ecartEnPoints),
      signal: vue.signal,
      mesures: vue.mesures,
      attendus: vue.attendus,
      reculs: vue.reculs,
      jour: jours(({ jour }) => jour).at(-1) ?? null,
      plus_ancienne: jours(({ plus_ancienne }) => plus_ancienne)[0] ?? null,
      attendue_le: jours(({ attendue_le }) => attendue_le)[0] ?? null,
    },
  };
}

function enPart(lue: { indicateur: number; poids: Decimal; situation: LigneDeSituation | null }): PartDePanier {
  const { indicateur, poids, situation } = lue;
  return {
    indicateur: String(indicateur),
    poids,
    situation: situation && {
      annuel: { taux: decimal(situation.taux_annuel) },
      global: {
        taux: decimal(situation.taux_global),
        brut: decimal(situation.brut_global),
        etat: situation.etat_global as EtatDeTaux | 'partiel',
      },
      ecartEnPoints: decimal(situation.ecart_points),
      signal: situation.signal as VerdictDeSignal | null,
    },
  };
}

/** The gap to the median of the maille, and the alerts. Rates are read as they are kept, like those of an indicator. */
function comparer(situees: readonly Situee[], maille: Maille, au: Jour): readonly LigneDePanier[] {
  const taux = situees.map(({ ligne }) => decimal(ligne.taux_global));
  const milieu = maille === 'national' ? null : mediane(taux);
  const ecarts = maille === 'national' ? [] : ecartsALaMediane(taux);
  return situees.map(({ ligne, comptees }, i) => {
    const ecart = ecarts[i] ?? null;
    return {
      ...ligne,
      mediane: ecrire(milieu),
      ecart_mediane: ecrire(ecart),
      alertes: alertesDuPanier(ligne, comptees, ecart, au),
    };
  });
}

/** Alerts of a basket that are those of one of its indicators. */
const DES_INDICATEURS: readonly GenreDAlerte[] = [
  'aucun_taux_departemental',
  'valeur_en_retard',
  'cible_deja_atteinte',
  'cible_echue',
];

function alertesDuPanier(
  ligne: Situee['ligne'],
  comptees: readonly LigneDeSituation[],
  ecart: Decimal | null,
  au: Jour,
): readonly string[] {
  const siennes = alertes({
    au,
    taux: { taux: decimal(ligne.taux_global), etat: 'en_cours' },
    cibleAttendue: comptees.some(({ alertes: dites }) => dites.includes('taux_non_calculable')),
    derniereCible: null,
    ecartALaMediane: ecart,
    ecartALaTrajectoire: null,
    signal: ligne.signal as VerdictDeSignal | null,
    meteo: null,
    fraicheur: null,
    departements: null,
  }).map(({ alerte }) => alerte);
  return [
    ...siennes,
    ...DES_INDICATEURS.filter((alerte) => comptees.some(({ alertes: dites }) => dites.includes(alerte))),
  ];
}

function ecrire(valeur: Decimal | null): string | null {
  return valeur === null ? null : ecrireDecimal(valeur);
}

function decimal(texte: string | null): Decimal | null {
  return texte === null ? null : lireDecimal(texte);
}
