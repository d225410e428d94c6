import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services, texteFacultatif, texteObligatoire } from '#socle';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { peutTenirRemontee } from '../politique.ts';
import {
  cleSuivante,
  fautesDeQuestion,
  GENRES_DE_QUESTION,
  QUESTIONS_AU_PLUS,
  type Question,
} from '../regles/questions.ts';
import { refusDeChanger, surLaRemontee } from './sur-la-remontee.ts';

const VERSION = z.coerce.number().int();

const SAISIE = z.object({
  version: VERSION,
  genre: z.enum(GENRES_DE_QUESTION, { error: 'Choisissez ce que la question demande.' }),
  intitule: texteObligatoire('Écrivez la question.', 300),
  aide: texteFacultatif(500),
  obligatoire: z
    .string()
    .optional()
    .transform((coche) => coche !== undefined && coche !== ''),
  choix: texteFacultatif(6_000).transform((texte) =>
    (texte ?? '')
      .split('\n')
      .map((ligne) => ligne.trim())
      .filter((ligne) => ligne !== ''),
  ),
  unite: texteFacultatif(60),
  poids: texteFacultatif(10),
});

/** Adds a question to a draft, after the others. */
export async function ajouterQuestion(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { version, ...saisie } = lue.valeur;
  return changer(services, acteur, id, version, (questions, anonyme) => {
    if (questions.length >= QUESTIONS_AU_PLUS) return echec(TROP_DE_QUESTIONS);
    const question = {
      ...saisie,
      // What only another kind of question uses is left aside, not refused.
      choix: saisie.genre === 'choix' ? saisie.choix : [],
      unite: saisie.genre === 'nombre' ? saisie.unite : null,
    };
    const champs = fautesDeQuestion(question, questions, { anonyme });
    if (champs !== null) return echec({ ...QUESTION_FAUTIVE, message: Object.values(champs)[0] ?? '', champs });
    return reussite([...questions, { cle: cleSuivante(questions), ...question }]);
  });
}

const DESIGNEE = z.object({ version: VERSION, question: texteObligatoire('Choisissez la question.', 10) });

/** Takes a question out of a draft. */
export async function retirerQuestion(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(DESIGNEE, valeurs);
  if (!lue.ok) return lue;
  const { version, question: cle } = lue.valeur;
  return changer(services, acteur, id, version, (questions) => {
    const ponderee = questions.find(({ poids }) => poids === cle);
    if (ponderee !== undefined)
      return echec({
        nature: 'invalide',
        regle: 'remontee.question.poids',
        message: `Cette question pondère « ${ponderee.intitule} » : retirez d’abord celle-ci.`,
      });
    return reussite(questions.filter((question) => question.cle !== cle));
  });
}

/** Moves a question one place up. */
export async function monterQuestion(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(DESIGNEE, valeurs);
  if (!lue.ok) return lue;
  const { version, question: cle } = lue.valeur;
  return changer(services, acteur, id, version, (questions) => {
    const rang = questions.findIndex((question) => question.cle === cle);
    const [montee, dessus] = [questions[rang], questions[rang - 1]];
    if (montee === undefined || dessus === undefined) return reussite([...questions]);
    return reussite([...questions.slice(0, rang - 1), montee, dessus, ...questions.slice(rang + 1)]);
  });
}

function changer(
  services: Services,
  acteur: Acteur,
  id: string,
  version: number,
  modifier: (questions: readonly Question[], anonyme: boolean) => Resultat<Question[]>,
): Promise<Resultat<null>> {
  const peut = peutTenirRemontee.bind(null, acteur);
  return surLaRemontee(services, acteur, id, peut, async ({ transaction, remontee, journaliser }) => {
    const refuse = refusDeChanger(remontee, version);
    if (refuse !== null) return echec(refuse);
    const questions = modifier(remontee.questions, remontee.anonyme);
    if (!questions.ok) return questions;
    await transaction
      .updateTable('remontee')
      .set({ questions: JSON.stringify(questions.valeur), version: version + 1 })
      .where('id', '=', id)
      .execute();
    await journaliser({
      acte: 'remontee.modifier',
      objet: { type: 'remontee', id },
      territoire: remontee.territoire,
      charge: { titre: remontee.titre, questions: questions.valeur.length },
    });
    return reussite(null);
  });
}

const QUESTION_FAUTIVE = { nature: 'invalide', regle: 'remontee.question' } as const;

const TROP_DE_QUESTIONS: Refus = {
  nature: 'invalide',
  regle: 'remontee.questions',
  message: `Une remontée pose ${QUESTIONS_AU_PLUS} questions au plus : une enquête flash se remplit en quelques minutes.`,
};
