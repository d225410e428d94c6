import { reduireBlancs } from '#socle/valeurs';
import type { Anomalie, ChampDePlan, JalonLu, StatutDeclare } from '../regles/lecture.ts';
import { anomalie, aVerifier, extrait } from './anomalies.ts';
import { texteOuRien, type Valeur } from './cellules.ts';
import type { Constat } from './constats.ts';
import type { Contexte } from './contexte.ts';
import { DEBUT_DE_JALON } from './entetes-d-export.ts';
import { lireEnteteDatee } from './entetes-datees.ts';
import { estUnRetard, lireStatut } from './statuts.ts';
import { lireTaux } from './taux.ts';

export type Mesures = {
  readonly statut: StatutDeclare | null;
  readonly taux: string | null;
  readonly trajectoire: readonly JalonLu[];
  readonly anomalies: readonly Anomalie[];
  readonly constats: readonly Constat[];
};

/** Declared status, declared rate and expected trajectory of a row. */
export function lireMesures(
  ligne: number,
  de: (...champs: ChampDePlan[]) => readonly Valeur[],
  contexte: Contexte,
): Mesures {
  const statut = statutDe(ligne, de('statut')[0], de('avancement'), contexte);
  const taux = de('taux')[0];
  const deduit = tauxDansLAvancement(ligne, de('avancement'), contexte);
  const lu = taux ? tauxDe(ligne, taux, contexte) : null;
  const jalons = de('trajectoire').map((valeur) => jalonDe(ligne, valeur, contexte));
  return {
    statut: statut.statut,
    taux: lu?.taux ?? deduit?.taux ?? null,
    trajectoire: jalons.flatMap(({ jalon }) => jalon ?? []),
    anomalies: [...statut.anomalies, ...(lu?.anomalies ?? []), ...jalons.flatMap(({ anomalies }) => anomalies)],
    constats: [...statut.constats, ...(deduit?.constats ?? []), ...jalons.flatMap(({ constats }) => constats)],
  };
}

type StatutLu = { statut: StatutDeclare | null; anomalies: Anomalie[]; constats: Constat[] };

function statutDe(
  ligne: number,
  declare: Valeur | undefined,
  avancements: readonly Valeur[],
  contexte: Contexte,
): StatutLu {
  const mots = texteOuRien(declare?.cellule.texte ?? '');
  if (declare && mots) {
    const statut = lireStatut(mots);
    const pourquoi = estUnRetard(mots)
      ? 'le retard se calcule d’après l’échéance, il ne se déclare pas'
      : 'les mots connus sont : à lancer, en cours, bloquée, terminée, abandonnée';
    const message = `Le statut « ${extrait(mots)} » n’est pas reconnu (${pourquoi}) : aucun statut n’est repris. Choisissez-le dans l’aperçu ou après l’import.`;
    const place = { ligne, colonne: declare.colonne };
    return { statut, anomalies: statut ? [] : [aVerifier(message, place)], constats: [] };
  }
  if (contexte.champs.has('statut') || contexte.regulier) return { statut: null, anomalies: [], constats: [] };
  for (const { colonne, cellule } of avancements) {
    const statut = lireStatut(cellule.texte);
    const cle = reduireBlancs(cellule.texte);
    if (statut) return { statut, anomalies: [], constats: [{ genre: 'statut_deduit', cle, ligne, colonne }] };
  }
  return { statut: null, anomalies: [], constats: [] };
}

/** « 50 % » alone in a column of comments is a declared rate too, when the plan has no column of rates. */
function tauxDansLAvancement(
  ligne: number,
  avancements: readonly Valeur[],
  contexte: Contexte,
): { taux: string; constats: Constat[] } | null {
  if (contexte.champs.has('taux') || contexte.regulier) return null;
  for (const { colonne, cellule } of avancements) {
    const cle = reduireBlancs(cellule.texte);
    const { taux } = cle.endsWith('%') ? lireTaux(cellule, false) : { taux: null };
    if (taux !== null) return { taux, constats: [{ genre: 'taux_deduit', cle, ligne, colonne }] };
  }
  return null;
}

function tauxDe(
  ligne: number,
  { colonne, cellule }: Valeur,
  contexte: Contexte,
): { taux: string | null; anomalies: Anomalie[] } {
  const { taux, souci } = lireTaux(cellule, contexte.enFraction.has(colonne));
  return { taux, anomalies: souci ? [anomalie(souci.gravite, souci.message, { ligne, colonne })] : [] };
}

function jalonDe(
  ligne: number,
  valeur: Valeur,
  contexte: Contexte,
): { jalon: JalonLu | null; anomalies: Anomalie[]; constats: Constat[] } {
  const { taux, anomalies } = tauxDe(ligne, valeur, contexte);
  if (taux === null) return { jalon: null, anomalies, constats: [] };
  const texte = lireEnteteDatee(valeur.colonne)?.date ?? valeur.colonne.replace(DEBUT_DE_JALON, '');
  const { echeances, anneeProposee } = contexte.lireEcheances(texte);
  const derniere = echeances.at(-1);
  const date = derniere?.fin ?? derniere?.debut ?? null;
  const constat = (genre: Constat['genre']): Constat => ({ genre, cle: texte, ligne, colonne: valeur.colonne });
  const constats = date === null ? [constat('jalon_sans_date')] : anneeProposee ? [constat('annee_proposee')] : [];
  return { jalon: { texte, date, taux: Number(taux) }, anomalies, constats };
}
