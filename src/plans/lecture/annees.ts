import type { Echeance, Reperes } from '#echeances';
import { type Jour, jour } from '#socle/valeurs';
import type { Outils } from './outils.ts';

/** The year a file name or a title says, when it says one only: « reprise-activites-spes-2020.docx » → 2020. */
export function anneeDuNom(nom: string): number | null {
  const annees = new Set([...nom.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(([annee]) => Number(annee)));
  return annees.size === 1 ? ([...annees][0] ?? null) : null;
}

export type LectureDEcheances = {
  readonly echeances: readonly Echeance[];
  /** The year was not written: it is proposed after the name of the file, and the user must confirm it. */
  readonly anneeProposee: boolean;
};

export type LecteurDEcheances = (texte: string) => LectureDEcheances;

/**
 * Reads deadlines; those whose year is nowhere in the plan are read again with the year of the file's name, as a
 * hypothesis said on each of them: proposed, never taken in silence.
 */
export function lecteurDEcheances(outils: Outils, reperes: Reperes, annee: number | null): LecteurDEcheances {
  const dansLAnnee = annee === null ? null : reperesDeLAnnee(annee);
  return (texte) => {
    const { echeances } = outils.lireEcheances(texte, reperes);
    if (!dansLAnnee || !echeances.some(sansAnnee)) return { echeances, anneeProposee: false };
    const relues = outils.lireEcheances(texte, dansLAnnee).echeances;
    if (relues.length !== echeances.length) return { echeances, anneeProposee: false };
    const completees = echeances.map((echeance, rang) => {
      const relue = relues[rang];
      if (!relue || !sansAnnee(echeance) || sansAnnee(relue)) return echeance;
      const hypothese = `année proposée d’après le nom du fichier : ${annee}`;
      return { ...relue, ambigu: true, hypotheses: [hypothese] };
    });
    return { echeances: completees, anneeProposee: completees.some((lue, rang) => lue !== echeances[rang]) };
  };
}

function sansAnnee({ ambigu, debut, fin, nature }: Echeance): boolean {
  return ambigu && debut === null && fin === null && NATURES_DATEES.has(nature);
}

const NATURES_DATEES: ReadonlySet<Echeance['nature']> = new Set(['date', 'periode', 'au_plus_tard', 'a_partir_de']);

function reperesDeLAnnee(annee: number): Reperes | null {
  const debut: Jour | null = jour(annee, 1, 1);
  const fin = jour(annee, 12, 31);
  return debut && fin ? { reference: null, periode: { debut, fin } } : null;
}
