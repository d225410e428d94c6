import { CENT, comparerDecimaux, type Decimal, joursEntre, signe } from '#socle/valeurs';
import type { Avancement, Suivi, TauxVersCible } from './avancement.ts';
import { type Explication, expliquer } from './explication.ts';
import { direJour, direPoints, direTaux, direValeur, typographier } from './phrases.ts';
import { enonceDuTaux, estDegeneree } from './taux.ts';

/** Where a rate of progress comes from: towards the target of the year, or the last one. */
export function expliquerTaux(
  { direction, depart }: Suivi,
  { actuelle, au }: Avancement,
  taux: TauxVersCible,
): Explication {
  const { cible } = taux;
  const complet = actuelle && depart && cible;
  const [va, vi, vc] = [actuelle?.valeur, depart?.valeur, cible?.valeur].map((valeur) => parenthese(valeur ?? null));
  return expliquer({
    resultat: enonceDuTaux(taux),
    formule: '100 × (valeur actuelle − valeur initiale) ÷ (cible − valeur initiale), gardé entre 0 et 100',
    calcul:
      complet && !taux.degeneree && taux.brut
        ? `100 × (${va} − ${vi}) ÷ (${vc} − ${vi}) = ${direTaux(taux.brut)}`
        : null,
    entrees: [
      { nom: 'valeur actuelle', valeur: actuelle?.valeur ?? null, date: actuelle?.date ?? null },
      { nom: 'valeur initiale', valeur: depart?.valeur ?? null, date: depart?.date ?? null },
      { nom: 'cible', valeur: cible?.valeur ?? null, date: cible?.date ?? null },
    ],
    manques: [
      ...(actuelle
        ? []
        : [`Aucune valeur n’est connue au ${direJour(au)} : le taux n’est pas 0, il n’est pas mesuré.`]),
      ...(depart ? [] : ['La valeur initiale n’est pas connue.']),
      ...(cible ? [] : ['Aucune cible n’est fixée.']),
    ],
    remarques: [
      ...(depart && cible ? avertissements(direction, depart.valeur, cible.valeur) : []),
      ...(taux.brut && signe(taux.brut) < 0
        ? ['La valeur est moins bonne qu’au départ : le taux est arrêté à 0.']
        : []),
      ...(taux.brut && comparerDecimaux(taux.brut, CENT) > 0
        ? ['La cible est dépassée : le taux est arrêté à 100.']
        : []),
    ],
  });
}

/** What the configuration screen says of a target on the wrong side of the start; nothing when it is well placed. */
export function avertissements(direction: Suivi['direction'], initiale: Decimal, cible: Decimal): readonly string[] {
  if (!estDegeneree(direction, initiale, cible)) return [];
  const [sens, comparaison] =
    direction === 'hausse' ? ['doit monter', 'au-dessus de'] : ['doit baisser', 'en dessous de'];
  const phrase = `L’indicateur ${sens}, mais la cible (${direValeur(cible)}) n’est pas ${comparaison} la valeur initiale (${direValeur(initiale)}) : le taux vaut 100 si la cible est tenue, 0 sinon.`;
  return [typographier(phrase)];
}

/** Where what was expected comes from, and the gap to it. */
export function expliquerTrajectoire(
  { depart, cibles }: Suivi,
  { actuelle, attendu, ecart, ecartEnPoints, au }: Avancement,
): Explication {
  return expliquer({
    resultat: ecart ? direEcart(ecart, ecartEnPoints) : 'écart à la trajectoire non mesuré',
    formule:
      'valeur actuelle − valeur attendue le même jour ; attendue : ligne droite, jour par jour, de la valeur initiale à chaque cible, puis à plat',
    calcul:
      actuelle && attendu && ecart
        ? `attendu le ${direJour(attendu.date)} : ${direValeur(attendu.valeur)} ; mesuré : ${direValeur(actuelle.valeur)}`
        : null,
    entrees: [
      { nom: 'valeur actuelle', valeur: actuelle?.valeur ?? null, date: actuelle?.date ?? null },
      { nom: 'valeur initiale', valeur: depart?.valeur ?? null, date: depart?.date ?? null },
      ...cibles.map(({ date, valeur }) => ({ nom: 'cible', valeur, date })),
    ],
    manques: [
      ...(actuelle ? [] : [`Aucune valeur n’est connue au ${direJour(au)}.`]),
      ...(cibles.length > 0 ? [] : ['Aucune cible n’est fixée : rien ne dit ce qui est attendu.']),
      ...(cibles.length > 0 && attendu === null
        ? [
            depart?.date
              ? `La trajectoire ne commence que le ${direJour(depart.date)}.`
              : 'La date de la valeur initiale n’est pas connue : la trajectoire ne commence qu’à la première cible.',
          ]
        : []),
    ],
    remarques:
      actuelle && joursEntre(actuelle.date, au) > 0
        ? [
            `Comparé au ${direJour(actuelle.date)}, jour de la dernière mesure : le délai de publication n’est pas un retard.`,
          ]
        : [],
  });
}

function direEcart(ecart: Decimal, points: Decimal | null): string {
  const signee = `${signe(ecart) > 0 ? '+' : ''}${direValeur(ecart)}`;
  return points ? `${signee} (${signe(points) > 0 ? '+' : ''}${direPoints(points)} de taux)` : signee;
}

function parenthese(valeur: Decimal | null): string {
  if (valeur === null) return '';
  return signe(valeur) < 0 ? `(${direValeur(valeur)})` : direValeur(valeur);
}
