import { reduireBlancs } from '#socle/valeurs';
import type { DocumentLu } from '#tableur';
import type { ActionLue, Anomalie, ColonneLue, PlanLu } from '../regles/lecture.ts';
import { construireAction } from './actions.ts';
import { anneeDuNom, lecteurDEcheances } from './annees.ts';
import { anomalie, aVerifier, enumererLignes, erreur, extrait, trierAnomalies } from './anomalies.ts';
import type { LigneBrute } from './cellules.ts';
import { regrouper } from './constats.ts';
import { preparerContexte } from './contexte.ts';
import { type FichesLues, lireFiches } from './fiches.ts';
import { lireGrille } from './grille.ts';
import { memoriser, type OptionsDeLecture, type Outils } from './outils.ts';
import { choisirTableaux } from './tableaux.ts';
import { trouverTitre } from './titre.ts';

/**
 * Turns a file as read into a plan as it will be: title, columns, actions, what stands outside the table, and every
 * anomaly with its row and column. Pure; nothing of the document is dropped, nothing is decided in silence.
 */
export function lirePlan(document: DocumentLu, options: OptionsDeLecture, outils: Outils): PlanLu {
  const sansChoix = options.tableau === undefined && options.correspondance === undefined;
  const choix = choisirTableaux(document, options.tableau);
  const enTableau = choix.retenus.some(({ entete }) => entete !== null);
  const fiches = sansChoix && !enTableau ? lireFiches(document) : null;
  if (fiches) return lireLesFiches(document, fiches, options, outils);
  if (choix.retenus.length === 0) return planVide(document, options);
  const grille = lireGrille(document, choix, options);
  const lu = lireActions(grille.lignes, options, outils, grille.regulier);
  const fin = lu.actions.length === 0 && grille.lisible ? [aucuneAction()] : [];
  return {
    titre: grille.titre,
    colonnes: grille.colonnes,
    actions: lu.actions,
    horsTableau: grille.horsTableau,
    anomalies: trierAnomalies([
      ...remarquesDe(document, grille.colonnes),
      ...grille.anomalies,
      ...lu.anomalies,
      ...fin,
    ]),
  };
}

type Lecture = { readonly actions: readonly ActionLue[]; readonly anomalies: readonly Anomalie[] };

function lireActions(
  lignes: readonly LigneBrute[],
  options: OptionsDeLecture,
  outils: Outils,
  regulier: boolean,
): Lecture {
  const vifs = memoriser(outils);
  const annee = anneeDuNom(options.nomDeFichier);
  const lireEcheances = lecteurDEcheances(vifs, options.reperes, annee);
  const contexte = preparerContexte(lignes, vifs, options, lireEcheances, regulier);
  const construites = lignes.map((ligne) => construireAction(ligne, contexte));
  const actions = construites.flatMap(({ action }) => action ?? []);
  return {
    actions,
    anomalies: [
      ...construites.flatMap(({ anomalies }) => anomalies),
      ...regrouper(
        construites.flatMap(({ constats }) => constats),
        annee,
      ),
      ...codesEnDouble(actions, lignes),
    ],
  };
}

function lireLesFiches(document: DocumentLu, fiches: FichesLues, options: OptionsDeLecture, outils: Outils): PlanLu {
  const { titre, reste } = trouverTitre(
    { ...document, blocs: fiches.avant.map((texte) => ({ type: 'paragraphe', texte, titre: false })) },
    [],
    null,
    options.nomDeFichier,
  );
  const lu = lireActions(fiches.lignes, options, outils, false);
  return {
    titre,
    colonnes: colonnesDesFiches(fiches.lignes),
    actions: lu.actions,
    horsTableau: [...reste, ...fiches.hors],
    anomalies: trierAnomalies([...remarquesDe(document, []), ...lu.anomalies]),
  };
}

/** The labels of the fiches, as if they were columns. */
function colonnesDesFiches(lignes: readonly LigneBrute[]): ColonneLue[] {
  const colonnes = new Map<string, ColonneLue>();
  for (const { champ, colonne, cellule } of lignes.flatMap(({ valeurs }) => valeurs)) {
    if (colonnes.has(colonne)) continue;
    colonnes.set(colonne, { position: colonnes.size, entete: colonne, champ, exemple: extrait(cellule.texte, 200) });
  }
  return [...colonnes.values()];
}

function codesEnDouble(actions: readonly ActionLue[], lignes: readonly LigneBrute[]): Anomalie[] {
  const parCode = new Map<string, number[]>();
  for (const { code, ligne } of actions) {
    if (code === null) continue;
    const cle = reduireBlancs(code).toLowerCase();
    parCode.set(cle, [...(parCode.get(cle) ?? []), ligne]);
  }
  const colonne = lignes[0]?.valeurs.find(({ champ }) => champ === 'code')?.colonne ?? null;
  return [...parCode].flatMap(([code, prises]) =>
    prises.length < 2
      ? []
      : [
          aVerifier(
            `Le code « ${code} » est porté par ${prises.length} actions (${enumererLignes(prises)}) : elles sont toutes gardées. Corrigez les codes pour pouvoir réimporter ce plan.`,
            { ligne: prises[1] ?? null, colonne },
          ),
        ],
  );
}

function remarquesDe(document: DocumentLu, colonnes: readonly ColonneLue[]): Anomalie[] {
  return document.remarques.map(({ message, gravite, ligne, colonne }) =>
    anomalie(gravite === 'avertissement' ? 'a_verifier' : 'information', message, {
      ligne,
      colonne: colonnes.find(({ position }) => position === colonne)?.entete ?? null,
    }),
  );
}

function planVide(document: DocumentLu, options: OptionsDeLecture): PlanLu {
  const { titre, reste } = trouverTitre(document, [], null, options.nomDeFichier);
  const vide =
    reste.length === 0 && document.blocs.every((bloc) => bloc.type === 'tableau' || bloc.texte.trim() === '');
  const message = vide
    ? 'Le fichier est vide : rien à importer. Vérifiez que vous avez choisi le bon fichier.'
    : 'Aucun tableau n’a été trouvé dans ce document. Mettez les actions dans un tableau (une action par ligne, une colonne « Action »), ou partez du modèle à télécharger.';
  const horsTableau = document.blocs.flatMap((bloc) =>
    bloc.type === 'paragraphe' && bloc.texte.trim() !== '' ? [bloc.texte.trim()] : [],
  );
  return {
    titre,
    colonnes: [],
    actions: [],
    horsTableau,
    anomalies: trierAnomalies([...remarquesDe(document, []), erreur(message)]),
  };
}

function aucuneAction(): Anomalie {
  return erreur('Les en-têtes ont été trouvés, mais aucune ligne en dessous n’a pu être lue comme une action.');
}
