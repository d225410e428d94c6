import type { FeuilleAEcrire, ValeurDeCellule } from '#tableur';
import type { Cible, Remontee } from './lectures/remontees.ts';
import type { Resultats } from './lectures/resultats.ts';
import { direCouverture, nommerTerritoire, presenterQuestion } from './presentation.ts';
import type { Question } from './regles/questions.ts';

/** The figures of the page first; then each answer, when the remontée is named. */
export function feuillesDeResultats(
  remontee: Remontee,
  cibles: readonly Cible[],
  { questions, reponses }: Resultats,
): readonly [FeuilleAEcrire, ...FeuilleAEcrire[]] {
  const presentees = questions.map((une) => presenterQuestion(une, remontee.attendues, remontee.anonyme));
  const synthese: FeuilleAEcrire = {
    nom: 'Résultats',
    titre: remontee.titre,
    entetes: ['Question', 'Territoire', 'Résultat', 'Sur quoi'],
    lignes: presentees.flatMap(({ intitule, chiffre, fiabilite, regions }) => [
      [intitule, 'Ensemble', chiffre, fiabilite],
      ...regions.map((region) => [intitule, region.nom, region.chiffre, region.fiabilite]),
    ]),
    notes: [`${direCouverture(remontee)}.`],
  };
  if (remontee.anonyme) return [synthese];
  const parCible = new Map(reponses.map(({ cible, contenu }) => [cible, contenu]));
  return [
    synthese,
    {
      nom: 'Réponses',
      titre: remontee.titre,
      entetes: ['Service', 'Territoire', 'A répondu', ...remontee.questions.map(({ intitule }) => intitule)],
      lignes: cibles.map((cible) => {
        const contenu = parCible.get(cible.id) ?? {};
        return [
          cible.libelle,
          nommerTerritoire(cible.territoire),
          cible.repondu ? 'oui' : 'non',
          ...remontee.questions.map((question) => enCellule(question, contenu[question.cle])),
        ];
      }),
    },
  ];
}

function enCellule({ genre }: Question, valeur: string | undefined): ValeurDeCellule {
  if (valeur === undefined) return null;
  if (genre === 'nombre') return Number(valeur);
  if (genre === 'fichier') return 'fichier joint';
  return genre === 'pourcentage' ? { pourcentage: Number(valeur) } : valeur;
}
