import { enLettres, libelleDEcheance, lireEcheances, situationDEcheance } from '#echeances';
import { ajouterJours, anneeDe, type Jour } from '#socle/valeurs';

/** One way to write a deadline, and what Jalon makes of it: read by the reader itself, so that the help cannot lie. */
export type ExpressionLue = {
  readonly texte: string;
  /** One meaning per deadline found in the words, its step before it when it has one. */
  readonly sens: readonly string[];
  readonly hypotheses: readonly string[];
  readonly ambigue: boolean;
  /** From when the action would be late: « le 1er juillet 2027 », or null when it never is by itself. */
  readonly retardDepuis: string | null;
};

export type FamilleDExpressions = { readonly titre: string; readonly expressions: readonly ExpressionLue[] };

/** Examples of every family of expressions, dated around `aujourdhui`, for a plan whose date is that day. */
export function expressionsDEcheance(aujourdhui: Jour): readonly FamilleDExpressions[] {
  const annee = anneeDe(aujourdhui) + 1;
  return familles(annee).map(([titre, textes]) => ({
    titre,
    expressions: textes.map((texte) => lire(texte, aujourdhui)),
  }));
}

function lire(texte: string, reference: Jour): ExpressionLue {
  const { echeances } = lireEcheances(texte, { reference });
  const derniere = echeances.at(-1);
  return {
    texte,
    sens: echeances.map(({ libelle, ...echeance }) => {
      const sens = libelleDEcheance(echeance);
      return libelle === null ? sens : `${libelle} : ${sens}`;
    }),
    hypotheses: [...new Set(echeances.flatMap(({ hypotheses }) => hypotheses))],
    ambigue: echeances.some(({ ambigu }) => ambigu),
    retardDepuis: derniere ? premierJourDeRetard(derniere) : null,
  };
}

function premierJourDeRetard(echeance: Parameters<typeof situationDEcheance>[0]): string | null {
  if (echeance.fin === null) return null;
  const lendemain = ajouterJours(echeance.fin, 1);
  return situationDEcheance(echeance, false, lendemain).situation === 'en_retard' ? `le ${enLettres(lendemain)}` : null;
}

function familles(a: number): readonly (readonly [titre: string, textes: readonly string[]])[] {
  return [
    ['Un jour', [`30/06/${a}`, `15 février ${a}`, '11 mai']],
    [
      'Une période',
      [
        `mars ${a}`,
        `octobre / novembre ${a}`,
        `T2 ${a}`,
        `1er semestre ${a}`,
        `rentrée ${a}`,
        `automne ${a}`,
        `début ${a}`,
        `fin ${a}`,
        `${a}`,
        `${a}/${a + 1}`,
      ],
    ],
    ['Une limite', [`au plus tard fin ${a}`, `avant le 31/12/${a}`, `d’ici l’été ${a}`, `à l’horizon ${a + 3}`]],
    [
      'Un point de départ',
      [`à partir du 4e trimestre ${a}`, 'immédiat', 'en cours', 'au fil de l’eau', 'chaque trimestre'],
    ],
    ['Plusieurs étapes', [`Étape 1 : mars ${a}\nÉtape 2 : au plus tard fin ${a}`]],
    [
      'Rien que Jalon puisse dater',
      ['sous 3 mois', 'après validation en comité', 'à définir', `31/02/${a}`, 'un de ces jours'],
    ],
  ];
}
