import type { Echeance } from '#echeances';
import type { Anomalie } from '../regles/lecture.ts';
import { aVerifier, extrait } from './anomalies.ts';
import { texteOuRien, type Valeur } from './cellules.ts';
import type { Constat } from './constats.ts';
import type { Contexte } from './contexte.ts';
import { reconnaitreEntete } from './entetes.ts';

export type EcheancesLues = {
  readonly texte: string | null;
  readonly echeances: readonly Echeance[];
  /** The part of a mixed column « Livrables et échéances » that is not a deadline. */
  readonly livrables: readonly string[];
  readonly anomalies: readonly Anomalie[];
  readonly constats: readonly Constat[];
};

/** Everything a row says about deadlines, from all its columns, words kept. */
export function lireLesEcheances(ligne: number, valeurs: readonly Valeur[], contexte: Contexte): EcheancesLues {
  const periode = lirePeriode(ligne, valeurs, contexte);
  if (periode) return periode;
  const lues = valeurs.map((valeur) => lireUneValeur(ligne, valeur, contexte));
  return {
    texte: lues.flatMap(({ texte }) => texte ?? []).join('\n') || null,
    echeances: lues.flatMap(({ echeances }) => echeances),
    livrables: lues.flatMap(({ livrables }) => livrables),
    anomalies: lues.flatMap(({ anomalies }) => anomalies),
    constats: lues.flatMap(({ constats }) => constats),
  };
}

/** Reads words as deadlines, and says what the user should look at. */
export function comprendre(texte: string, ligne: number, colonne: string, contexte: Contexte): EcheancesLues {
  const { echeances, anneeProposee } = contexte.lireEcheances(texte);
  const constats: Constat[] = anneeProposee
    ? [{ genre: 'annee_proposee', cle: texte, ligne, colonne }]
    : echeances.flatMap(suppositions).map((cle) => ({ genre: 'hypothese', cle, ligne, colonne }));
  const anomalies = echeances.flatMap((echeance) => douter(echeance, ligne, colonne, anneeProposee));
  return { texte, echeances, livrables: [], anomalies, constats };
}

function lireUneValeur(ligne: number, valeur: Valeur, contexte: Contexte): EcheancesLues {
  const mots = texteOuRien(valeur.cellule.texte);
  if (mots === null) return RIEN;
  if (valeur.champ === 'livrables_et_echeances') return lireMixte(ligne, valeur, mots, contexte);
  const lue = valeur.cellule.jour
    ? { ...RIEN, texte: mots, echeances: [uneDate(mots, valeur.cellule.jour)] }
    : comprendre(mots, ligne, valeur.colonne, contexte);
  if (!contexte.partages.has('echeance')) return lue;
  return {
    ...lue,
    texte: `${valeur.colonne} : ${mots}`,
    echeances: lue.echeances.map((echeance) => ({ ...echeance, libelle: echeance.libelle ?? valeur.colonne })),
  };
}

function lireMixte(ligne: number, { colonne, cellule }: Valeur, mots: string, contexte: Contexte): EcheancesLues {
  if (cellule.jour) return { ...RIEN, texte: mots, echeances: [uneDate(mots, cellule.jour)] };
  const { livrables, echeance, doute = null } = contexte.outils.separerLivrables(mots, contexte.reperes);
  const part = livrables === null ? [] : [livrables];
  if (echeance === null) return { ...RIEN, livrables: part };
  const lue = { ...comprendre(echeance, ligne, colonne, contexte), livrables: part };
  if (doute === null) return lue;
  return {
    ...lue,
    echeances: lue.echeances.map((une) => ({ ...une, ambigu: true, hypotheses: [...une.hypotheses, doute] })),
    anomalies: [
      ...lue.anomalies,
      aVerifier(
        `« ${extrait(mots)} » : l’échéance « ${extrait(echeance)} » est supposée (${doute}). Les mots sont gardés.`,
        { ligne, colonne },
      ),
    ],
  };
}

/** « Date de début » and « Date de fin » in two columns: one period, unless it is written upside down. */
function lirePeriode(ligne: number, valeurs: readonly Valeur[], contexte: Contexte): EcheancesLues | null {
  const debut = valeurs.find(({ colonne }) => reconnaitreEntete(colonne)?.sens === 'debut');
  const fin = valeurs.find(({ colonne }) => reconnaitreEntete(colonne)?.sens === 'fin');
  if (!debut || !fin || valeurs.length !== 2) return null;
  const motsDebut = texteOuRien(debut.cellule.texte);
  const motsFin = texteOuRien(fin.cellule.texte);
  if (motsDebut === null || motsFin === null) return null;
  const premier = debut.cellule.jour ?? contexte.lireEcheances(motsDebut).echeances[0]?.debut ?? null;
  const dernier = fin.cellule.jour ?? contexte.lireEcheances(motsFin).echeances[0]?.fin ?? null;
  if (premier === null || dernier === null) return null;
  const texte = `du ${motsDebut} au ${motsFin}`;
  if (premier <= dernier) {
    const periode = { ...uneDate(texte, premier), nature: 'periode' as const, fin: dernier };
    return { ...RIEN, texte, echeances: [periode] };
  }
  const invalide = { ...uneDate(texte, premier), nature: 'invalide' as const, debut: null, fin: null, ambigu: true };
  const message = `La fin (« ${motsFin} ») précède le début (« ${motsDebut} ») : aucune date n’est retenue, les mots sont gardés. Corrigez l’une des deux.`;
  return { ...RIEN, texte, echeances: [invalide], anomalies: [aVerifier(message, { ligne, colonne: fin.colonne })] };
}

function douter(echeance: Echeance, ligne: number, colonne: string, anneeProposee: boolean): Anomalie[] {
  const mots = extrait(echeance.texte);
  const place = { ligne, colonne };
  const suppositions = echeance.hypotheses.length > 0 ? ` (${echeance.hypotheses.join(' ; ')})` : '';
  if (echeance.nature === 'invalide')
    return [
      aVerifier(`« ${mots} » n’est pas une date possible${suppositions} : les mots sont gardés, sans date.`, place),
    ];
  if (echeance.nature === 'inconnue')
    return [aVerifier(`« ${mots} » n’a pas été compris comme une échéance : les mots sont gardés, sans date.`, place)];
  if (echeance.ambigu && !anneeProposee)
    return [aVerifier(`« ${mots} » peut se lire de plusieurs façons${suppositions} : vérifiez cette échéance.`, place)];
  return [];
}

/** What was assumed without a doubt worth a question: said once for the plan. The doubts are said row by row. */
function suppositions({ ambigu, nature, hypotheses }: Echeance): readonly string[] {
  return ambigu || nature === 'invalide' || nature === 'inconnue' ? [] : hypotheses;
}

function uneDate(texte: string, jour: NonNullable<Valeur['cellule']['jour']>): Echeance {
  return { libelle: null, texte, nature: 'date', debut: jour, fin: jour, ambigu: false, hypotheses: [] };
}

const RIEN: EcheancesLues = { texte: null, echeances: [], livrables: [], anomalies: [], constats: [] };
