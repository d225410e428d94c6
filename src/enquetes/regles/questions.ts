/** What a remontée can ask. */
export const GENRES_DE_QUESTION = ['nombre', 'pourcentage', 'oui_non', 'choix', 'texte', 'fichier'] as const;
export type GenreDeQuestion = (typeof GENRES_DE_QUESTION)[number];

export const LIBELLES_DE_GENRE: Readonly<Record<GenreDeQuestion, string>> = {
  nombre: 'un nombre',
  pourcentage: 'un pourcentage',
  oui_non: 'oui ou non',
  choix: 'un choix dans une liste',
  texte: 'un texte',
  fichier: 'un fichier',
};

export type Question = {
  /** `q1`, `q2`…: never used again within a remontée. */
  readonly cle: string;
  readonly genre: GenreDeQuestion;
  readonly intitule: string;
  readonly aide: string | null;
  readonly obligatoire: boolean;
  /** Of a `choix`, at least two. */
  readonly choix: readonly string[];
  /** Of a `nombre`: « agents ». */
  readonly unite: string | null;
  /** Of a `pourcentage`: the number that weighs it in the mean. */
  readonly poids: string | null;
};

/**
 * What was answered, question by question: an exact number, « oui » or « non », a choice, a text, the identifier of a
 * file. Absent: not answered.
 */
export type Contenu = Readonly<Record<string, string>>;

export const QUESTIONS_AU_PLUS = 40;

/** Why this question cannot be asked so, by field; null when it can. */
export function fautesDeQuestion(
  question: Omit<Question, 'cle'>,
  autres: readonly Question[],
  { anonyme = false }: { readonly anonyme?: boolean } = {},
): Readonly<Record<string, string>> | null {
  const fautes: Record<string, string> = {};
  if (question.genre === 'fichier' && anonyme) fautes.genre = FICHIER_ANONYME;
  if (question.genre === 'choix') {
    if (question.choix.length < 2) fautes.choix = 'Écrivez au moins deux choix, un par ligne.';
    else if (new Set(question.choix).size < question.choix.length)
      fautes.choix = 'Deux choix sont les mêmes : gardez-en un seul.';
    else if (question.choix.length > 30) fautes.choix = 'Trente choix au plus : au-delà, posez une question de texte.';
  }
  if (question.poids !== null) {
    if (question.genre !== 'pourcentage') fautes.poids = 'Seul un pourcentage se pondère : laissez ce champ vide.';
    else if (!autres.some(({ cle, genre }) => cle === question.poids && genre === 'nombre'))
      fautes.poids = 'Choisissez une question de cette remontée qui demande un nombre.';
  }
  if (autres.some(({ intitule }) => intitule === question.intitule))
    fautes.intitule = 'Une question porte déjà cet intitulé.';
  return Object.keys(fautes).length === 0 ? null : fautes;
}

export const FICHIER_ANONYME =
  'Une remontée anonyme ne demande pas de fichier : son nom, son contenu ou ses propriétés désigneraient qui l’a écrit.';

/** The key of the next question: one above the highest. Questions no longer change once a remontée is sent. */
export function cleSuivante(questions: readonly Question[]): string {
  const rangs = questions.map(({ cle }) => Number(cle.slice(1)));
  return `q${Math.max(0, ...rangs) + 1}`;
}
