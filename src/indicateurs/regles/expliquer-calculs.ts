import { type Jour, signe } from '#socle/valeurs';
import type { Absent, Agregat, RaisonDAbsence } from './agregation.ts';
import type { PointTraite, Traitement } from './cumul.ts';
import { type Explication, expliquer } from './explication.ts';
import type { Cadence, Fraicheur } from './fraicheur.ts';
import { compter, direJour, direMois, direNombre, direTaux, direValeur, enumerer } from './phrases.ts';
import type { PartDeReforme, TauxDeReforme } from './reforme.ts';
import { ENONCES_DE_CIBLE, enonceDuSignal, type Signal, type SignalVu } from './signal.ts';

/** How codes are said: « D29 » → « Finistère ». */
export type Nommer = (code: string) => string;

/** Where the value of a whole comes from. */
export function expliquerAgregat(agregat: Agregat, nommer: Nommer): Explication {
  const { valeur, couverture, date, dateLaPlusRecente, partiel, absents } = agregat;
  return expliquer({
    resultat: `${valeur ? direValeur(valeur) : 'non mesuré'}${partiel ? ' (partiel)' : ''}`,
    formule: FORMULES[agregat.methode],
    couverture: couverture && {
      mesures: couverture.mesures,
      attendus: couverture.applicables,
      phrase: `${compter(couverture.mesures, 'territoire', 'territoires')} sur ${couverture.applicables}`,
    },
    manques: direAbsents(absents, nommer),
    remarques: [
      ...(date && dateLaPlusRecente && date !== dateLaPlusRecente
        ? [`Valeurs du ${direJour(date)} au ${direJour(dateLaPlusRecente)}.`]
        : date
          ? [`Valeurs du ${direJour(date)}.`]
          : []),
      ...(partiel ? ['Des territoires manquent : ce chiffre n’est pas comparé à la cible de l’ensemble.'] : []),
    ],
  });
}

/** Where the rate of a reform comes from. */
export function expliquerReforme(parts: readonly PartDeReforme[], lu: TauxDeReforme, nommer: Nommer): Explication {
  const comptes = parts.filter(({ applicable, poids }) => applicable && signe(poids) > 0);
  return expliquer({
    resultat: lu.taux ? direTaux(lu.taux) : `non mesuré : ${lu.phrase}`,
    formule: 'moyenne des taux de ses indicateurs, chacun selon son poids',
    calcul:
      lu.taux &&
      comptes.map(({ poids, taux }) => `${taux ? direTaux(taux) : ''} (poids ${direValeur(poids)})`).join(' ; '),
    entrees: comptes.map(({ indicateur, taux }) => ({ nom: nommer(indicateur), valeur: taux, date: null })),
    couverture: { mesures: lu.mesures, attendus: lu.attendus, phrase: lu.phrase },
    manques: lu.sansTaux.map((indicateur) => `« ${nommer(indicateur)} » n’a pas de taux.`),
    remarques: lu.nonApplicables.map(
      (indicateur) => `« ${nommer(indicateur)} » est sans objet dans ce territoire : son poids va aux autres.`,
    ),
  });
}

/** Where a cumulated or averaged value comes from. */
export function expliquerTraitement(
  { valeur, date, couverts, manquants }: PointTraite,
  traitement: Traitement,
): Explication {
  const { decumuler, calcul } = traitement;
  const operation = calcul?.operation === 'moyenne' ? 'moyenne' : 'somme';
  const fenetre = calcul?.fenetre === 'annee_civile' ? 'depuis janvier' : `sur ${calcul?.fenetre} mois glissants`;
  const formules = [
    ...(decumuler ? ['valeur du mois moins celle du mois d’avant dans la même année'] : []),
    ...(calcul ? [`${operation} ${fenetre}`] : []),
  ];
  return expliquer({
    resultat: valeur ? direValeur(valeur) : 'non calculable',
    formule: formules.join(', puis ') || 'valeur telle qu’elle est collectée',
    entrees: [{ nom: 'dernière valeur collectée', valeur, date }],
    couverture: {
      mesures: couverts.length,
      attendus: couverts.length + (calcul ? manquants.length : 0),
      phrase: `${compter(couverts.length, 'période couverte', 'périodes couvertes')}`,
    },
    manques: manquants.length === 0 ? [] : [`Sans valeur : ${enumerer(manquants.map(direMois), 12)}.`],
    remarques:
      valeur === null
        ? ['Une valeur vaut pour plusieurs mois, dont certains hors de la fenêtre : elle ne se partage pas.']
        : [],
  });
}

/** What the chart of a series sees, in sentences. */
export function expliquerSignal(signal: Signal): Explication {
  const formule = 'carte XmR : moyenne ± 2,66 × étendue mobile moyenne ; sept points de suite font un signal';
  if (!signal.suffisant) return expliquer({ resultat: enonceDuSignal(signal), formule });
  const { centre, limiteBasse, limiteHaute, vus, cible, points } = signal;
  return expliquer({
    resultat: enonceDuSignal(signal),
    formule,
    calcul: `moyenne ${direNombre(centre)}, limites ${direNombre(limiteBasse)} et ${direNombre(limiteHaute)}, sur ${compter(points, 'valeur', 'valeurs')}`,
    remarques: [...vus.map(direSignalVu), ...(cible ? [`Au vu de ces limites : ${ENONCES_DE_CIBLE[cible]}.`] : [])],
  });
}

/** When the next value is due, and why. */
export function expliquerFraicheur(
  derniere: Jour | null,
  lue: Fraicheur | null,
  { delaiEnMois }: Cadence,
): Explication {
  const formule = `dernière période + périodicité + ${delaiEnMois} mois de délai, en fin de mois`;
  if (lue === null) return expliquer({ resultat: 'jamais mesuré', formule, manques: ['Aucune valeur n’est connue.'] });
  const { prochaineValeur, attendueLe, retardEnJours } = lue;
  const retard = retardEnJours > 0 ? `, en retard de ${compter(retardEnJours, 'jour', 'jours')}` : '';
  return expliquer({
    resultat: `valeur de ${direMois(prochaineValeur)} attendue le ${direJour(attendueLe)}${retard}`,
    formule,
    entrees: [{ nom: 'dernière valeur', valeur: null, date: derniere }],
  });
}

const FORMULES: Readonly<Record<Agregat['methode'], string>> = {
  saisie: 'valeur saisie à cette maille',
  somme: 'somme des valeurs des territoires',
  moyenne_ponderee: 'moyenne des valeurs des territoires, chacune selon son poids',
  ratio: 'somme des numérateurs ÷ somme des dénominateurs des territoires',
  aucune: 'aucune agrégation n’est prévue à cette maille',
};

const RAISONS: Readonly<Record<RaisonDAbsence, string>> = {
  non_mesure: 'Sans valeur',
  trop_ancien: 'Valeur trop ancienne',
  poids_manquant: 'Sans poids',
  ratio_incomplet: 'Numérateur ou dénominateur manquant',
};

function direAbsents(absents: readonly Absent[], nommer: Nommer): readonly string[] {
  const raisons = [...new Set(absents.map(({ raison }) => raison))].sort();
  return raisons.map((raison) => {
    const noms = absents.filter((absent) => absent.raison === raison).map(({ territoire }) => nommer(territoire));
    return `${RAISONS[raison]} : ${enumerer(noms)}.`;
  });
}

function direSignalVu({ genre, sens, debut, fin }: SignalVu): string {
  const haut = sens === 'haut';
  const quand = debut === fin ? `le ${direJour(fin)}` : `du ${direJour(debut)} au ${direJour(fin)}`;
  switch (genre) {
    case 'hors_limite':
      return `Au-delà de la limite ${haut ? 'haute' : 'basse'}, ${quand}.`;
    case 'suite_d_un_cote':
      return `Suite ${haut ? 'au-dessus' : 'au-dessous'} de la moyenne, ${quand}.`;
    case 'suite_monotone':
      return `Suite de ${haut ? 'hausses' : 'baisses'}, ${quand}.`;
  }
}
