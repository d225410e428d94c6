import type { Jour } from '#socle/valeurs';
import { type Agregat, type Agregation, agreger, type Couverture, type Enfant, type Fenetre } from './agregation.ts';
import { calculerTaux, type Direction, type EtatDeTaux, type Taux } from './taux.ts';

/** The three kinds of value of a territory, each aggregated in its own way. */
export type ValeursAgregees = {
  readonly initiale: Agregation;
  readonly actuelle: Agregation;
  readonly cible: Agregation;
};

export type TauxAgrege = Omit<Taux, 'etat'> & {
  /** `partiel`: some territories are missing from one of the three; no rate is given for the whole. */
  readonly etat: EtatDeTaux | 'partiel';
  readonly initiale: Agregat;
  readonly actuelle: Agregat;
  readonly cible: Agregat;
  /** When partial: the rate of the territories that have all three, and says so by its coverage. */
  readonly surLesMesures: (Taux & { readonly couverture: Couverture }) | null;
};

/**
 * The rate of a territory from those inside it. A part is never compared with the target of the whole: when one of the
 * three is partial there is no rate, only that of the territories which have all three, told apart.
 */
export function tauxAgrege(direction: Direction, valeurs: ValeursAgregees, terme: Jour, fenetre: Fenetre): TauxAgrege {
  const lues = agregerLesTrois(valeurs, fenetre);
  const taux = tauxDe(direction, lues, terme, fenetre.au);
  const partiel = [lues.initiale, lues.actuelle, lues.cible].some((agregat) => agregat.partiel);
  if (taux.taux === null || !partiel) {
    return { ...taux, ...lues, surLesMesures: null };
  }
  const communes = agregerLesTrois(restreindre(valeurs, lues), fenetre);
  const couverture = communes.actuelle.couverture;
  return {
    taux: null,
    brut: null,
    degeneree: false,
    etat: 'partiel',
    ...lues,
    surLesMesures:
      couverture && couverture.mesures > 0
        ? {
            ...tauxDe(direction, communes, terme, fenetre.au),
            couverture: { mesures: couverture.mesures, applicables: lues.actuelle.couverture?.applicables ?? 0 },
          }
        : null,
  };
}

type Trois = { readonly initiale: Agregat; readonly actuelle: Agregat; readonly cible: Agregat };

function agregerLesTrois({ initiale, actuelle, cible }: ValeursAgregees, fenetre: Fenetre): Trois {
  return { initiale: agreger(initiale, null), actuelle: agreger(actuelle, fenetre), cible: agreger(cible, null) };
}

function tauxDe(direction: Direction, { initiale, actuelle, cible }: Trois, date: Jour, au: Jour): Taux {
  const valeurDeCible = cible.valeur && { date, valeur: cible.valeur };
  return calculerTaux({ direction, initiale: initiale.valeur, cible: valeurDeCible, actuelle: actuelle.valeur }, au);
}

/** The same aggregations, over the territories missing from none of the three. */
function restreindre({ initiale, actuelle, cible }: ValeursAgregees, lues: Trois): ValeursAgregees {
  const absents = new Set(
    [lues.initiale, lues.actuelle, lues.cible].flatMap((agregat) =>
      agregat.absents.map(({ territoire }) => territoire),
    ),
  );
  const sansAbsents = <M>(enfants: readonly Enfant<M>[]): readonly Enfant<M>[] =>
    enfants.filter(({ territoire }) => !absents.has(territoire));
  return {
    initiale: parmi(initiale, sansAbsents),
    actuelle: parmi(actuelle, sansAbsents),
    cible: parmi(cible, sansAbsents),
  };
}

type Tri = <M>(enfants: readonly Enfant<M>[]) => readonly Enfant<M>[];

function parmi(agregation: Agregation, trier: Tri): Agregation {
  switch (agregation.methode) {
    // A value typed for the whole says nothing of a part.
    case 'saisie':
      return { methode: 'saisie', saisie: null };
    case 'aucune':
      return agregation;
    case 'somme':
      return { ...agregation, enfants: trier(agregation.enfants) };
    case 'moyenne_ponderee':
      return { ...agregation, enfants: trier(agregation.enfants) };
    case 'ratio':
      return { ...agregation, enfants: trier(agregation.enfants) };
  }
}
