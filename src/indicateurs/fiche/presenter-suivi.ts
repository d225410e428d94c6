import type { MesureDeSerie, SerieDIndicateurProps } from '#interface';
import { comparerDecimaux, type Decimal, decimalesDe, ecrireDecimal, type Jour, joursEntre } from '#socle/valeurs';
import { depuisLaRupture, serieDe } from '../calcul/lecture-de-series.ts';
import { TYPES_DE_VALEUR, type TypeDeValeur } from '../calcul/modele.ts';
import { estCalculee } from '../calcul/portee.ts';
import { nomDuTerritoire } from '../presentation.ts';
import { appliquerTraitement } from '../regles/cumul.ts';
import { type Explication, expliquer } from '../regles/explication.ts';
import { expliquerTaux, expliquerTrajectoire } from '../regles/expliquer-avancement.ts';
import {
  expliquerAgregat,
  expliquerFraicheur,
  expliquerSignal,
  expliquerTraitement,
} from '../regles/expliquer-calculs.ts';
import { type Fraicheur, fraicheur } from '../regles/fraicheur.ts';
import { compter, direJour, direMois, direValeur } from '../regles/phrases.ts';
import { enonceDuTaux } from '../regles/taux.ts';
import type { TauxAgrege } from '../regles/taux-agrege.ts';
import { attenduA } from '../regles/trajectoire.ts';
import type { SuiviLu } from './lire-suivi.ts';
import { direAvecUnite } from './situations.ts';

/** A figure, and where it comes from, in words. */
export type ChiffreExplique = {
  readonly nom: string;
  readonly texte: string;
  /** « au 30 septembre 2022 ». */
  readonly precision: string | null;
  readonly explication: ExplicationPresentee;
};

export type ExplicationPresentee = {
  readonly formule: string;
  readonly calcul: string | null;
  readonly entrees: readonly { readonly terme: string; readonly valeur: string }[];
  readonly notes: readonly string[];
};

export type SuiviPresente = {
  readonly chiffres: readonly ChiffreExplique[];
  readonly serie: Omit<SerieDIndicateurProps, 'legende' | 'unite'>;
  /** Kinds of values that are typed here; the others are computed from the territories inside. */
  readonly saisies: readonly TypeDeValeur[];
};

/** An indicator in a territory, as its page says and draws it. */
export function presenterSuivi(lu: SuiviLu, territoire: string, unite: string, au: Jour): SuiviPresente {
  return {
    chiffres: chiffresDe(lu, unite, au),
    serie: serieDessinee(lu, au),
    saisies: TYPES_DE_VALEUR.filter((type) => !estCalculee(lu.parametres, territoire, type)),
  };
}

function chiffresDe(lu: SuiviLu, unite: string, au: Jour): readonly ChiffreExplique[] {
  const { parametres, suivi, vu, annuel, global, ensemble, signal } = lu;
  const dernier = fraicheur(vu.actuelle?.date ?? null, parametres.cadence, au);
  const trajectoire = expliquerTrajectoire(suivi, vu);
  const taux = (nom: string, vers: typeof global, agrege: TauxAgrege | undefined): ChiffreExplique => {
    const explication = agrege?.etat === 'partiel' ? expliquerPartiel(agrege) : expliquerTaux(suivi, vu, vers);
    return chiffre(nom, explication, vers.cible && `cible du ${direJour(vers.cible.date)}`);
  };
  return [
    taux('Avancement vers la dernière cible', global, ensemble?.global),
    ...(annuel.cible !== null && annuel.cible.date !== global.cible?.date
      ? [taux('Avancement vers la cible de l’année', annuel, ensemble?.annuel)]
      : []),
    {
      ...chiffre('Dernière valeur', expliquerValeur(lu), vu.actuelle && `au ${direJour(vu.actuelle.date)}`),
      texte: direAvecUnite(vu.actuelle?.valeur ?? null, unite),
    },
    chiffre('Écart à la trajectoire', trajectoire, vu.attendu && `attendu ${direValeur(vu.attendu.valeur)}`),
    chiffre('Signal', expliquerSignal(signal), null),
    {
      ...chiffre('Prochaine valeur', expliquerFraicheur(vu.actuelle?.date ?? null, dernier, parametres.cadence), null),
      ...(dernier === null ? {} : attendue(dernier)),
    },
  ];
}

function chiffre(nom: string, explication: Explication, precision: string | null): ChiffreExplique {
  return { nom, texte: explication.resultat, precision, explication: presenterExplication(explication) };
}

function attendue({ attendueLe, prochaineValeur, retardEnJours }: Fraicheur) {
  const retard = retardEnJours === 0 ? '' : `, en retard de ${compter(retardEnJours, 'jour', 'jours')}`;
  return { texte: `attendue le ${direJour(attendueLe)}`, precision: `pour ${direMois(prochaineValeur)}${retard}` };
}

function expliquerValeur({ ensemble, parametres, points, vu }: SuiviLu): Explication {
  if (ensemble !== null) return expliquerAgregat(ensemble.global.actuelle, nomDuTerritoire);
  const { traitement, cadence } = parametres;
  if (traitement.decumuler || traitement.calcul !== null) {
    const traites = appliquerTraitement(serieDe(points.va), traitement, cadence.periodicite);
    const point = traites.ok ? traites.valeur.findLast(({ date }) => date === vu.actuelle?.date) : undefined;
    if (point !== undefined) return expliquerTraitement(point, traitement);
  }
  return expliquer({
    resultat: vu.actuelle === null ? 'non mesuré' : direValeur(vu.actuelle.valeur),
    formule: 'valeur saisie ou importée pour ce territoire, telle quelle',
    manques: vu.actuelle === null ? ['Aucune valeur n’est connue : ce n’est pas 0.'] : [],
  });
}

/** No rate for a whole of which a part is missing: what is missing, and the rate of those that have all three. */
function expliquerPartiel({ initiale, actuelle, cible, surLesMesures }: TauxAgrege): Explication {
  const manques = [
    ['valeur initiale', initiale],
    ['valeur', actuelle],
    ['cible', cible],
  ] as const;
  return expliquer({
    resultat: 'partiel : pas de taux de l’ensemble',
    formule: 'une partie n’est jamais comparée à la cible de l’ensemble',
    manques: manques.flatMap(([nom, agregat]) =>
      agregat.absents.length === 0
        ? []
        : [`Sans ${nom} : ${agregat.absents.map(({ territoire }) => nomDuTerritoire(territoire)).join(', ')}.`],
    ),
    remarques:
      surLesMesures === null
        ? []
        : [
            `Sur les ${surLesMesures.couverture.mesures} territoires mesurés (de ${surLesMesures.couverture.applicables}) : ${enonceDuTaux(surLesMesures)}.`,
          ],
  });
}

export function presenterExplication(explication: Explication): ExplicationPresentee {
  const { formule, calcul, entrees, manques, couverture, remarques } = explication;
  return {
    formule,
    calcul,
    entrees: entrees.map(({ nom, valeur, date }) => ({
      terme: nom,
      valeur: [valeur === null ? null : direValeur(valeur), date === null ? null : direJour(date)]
        .filter((mot) => mot !== null)
        .join(', le\u00a0')
        .replace(/^$/, 'inconnue'),
    })),
    notes: [...(couverture === null ? [] : [`${couverture.phrase}.`]), ...manques, ...remarques],
  };
}

/** Ten years of months: what a page draws. Older measures are counted, and stand in the history of the values. */
export const MESURES_DESSINEES = 120;

function serieDessinee({ parametres, series, suivi: { depart }, signal }: SuiviLu, au: Jour): SuiviPresente['serie'] {
  const limites = parametres.traitement.calcul === null && signal.suffisant ? signal : null;
  const lues = depuisLaRupture(series.collectees, parametres.ruptures, au);
  const connues = series.valeurs.filter(({ date }) => date <= au);
  const anterieures = Math.max(0, connues.length - MESURES_DESSINEES);
  /** The first day drawn, when the series began before it. */
  const bord = anterieures === 0 ? null : (connues[anterieures]?.date ?? null);
  const visible = (jour: Jour) => bord === null || jour >= bord;
  const [premiere, derniere] = [lues[0]?.date, lues.at(-1)?.date];
  const attenduLe = (date: Jour) => attenduA(depart, series.cibles, date);
  const initiale = depart?.date && visible(depart.date) ? { jour: depart.date, valeur: ecrire(depart.valeur) } : null;
  const auBord = bord === null ? null : attenduLe(bord);
  const cibles = series.cibles
    .filter(({ date }) => visible(date))
    .map(({ date, valeur }) => ({ jour: date, valeur: ecrire(valeur) }));
  const attendus = [
    ...(initiale === null ? [] : [initiale]),
    ...(auBord === null || bord === null || initiale !== null ? [] : [{ jour: bord, valeur: ecrire(auBord) }]),
    ...cibles.filter(({ jour }) => jour > (depart?.date ?? '') && jour > (bord ?? '')),
  ];
  return {
    mesures: connues.slice(anterieures).map(({ date, valeur }): MesureDeSerie => {
      const attendu = attenduLe(date);
      const dehors =
        limites !== null &&
        premiere !== undefined &&
        date >= premiere &&
        (comparerDecimaux(valeur, limites.limiteBasse) < 0 || comparerDecimaux(valeur, limites.limiteHaute) > 0);
      return { jour: date, valeur: ecrire(valeur), attendu: attendu && ecrire(attendu), horsLimites: dehors };
    }),
    anterieures,
    initiale,
    cibles,
    attendu: attendus.length > 1 ? attendus : [],
    limites:
      limites === null || premiere === undefined || derniere === undefined || joursEntre(premiere, derniere) === 0
        ? []
        : [
            {
              du: bord !== null && bord > premiere ? bord : premiere,
              au: derniere,
              basse: ecrireDecimal(limites.limiteBasse, 2),
              moyenne: ecrireDecimal(limites.centre, 2),
              haute: ecrireDecimal(limites.limiteHaute, 2),
            },
          ],
    ruptures: parametres.ruptures
      .filter((jour) => jour <= au && visible(jour))
      .map((jour) => ({ jour, motif: 'la méthode a changé' })),
    aujourdhui: au,
  };
}

/** As `direValeur` says it: exact up to 6 decimals, rounded to 2 beyond. */
function ecrire(valeur: Decimal): string {
  return ecrireDecimal(valeur, decimalesDe(valeur) <= 6 ? 6 : 2);
}
