import { type Acteur, selon } from '#acces';
import type { Base } from '#socle/base';
import { type Resultat, reussite } from '#socle/valeurs';
import { peutLireResultats } from '../politique.ts';
import { ANONYMES_AU_MOINS, coupesPubliables } from '../regles/anonymat.ts';
import type { Question } from '../regles/questions.ts';
import { type Resume, resumer } from '../regles/resumer.ts';
import type { Cible, Remontee } from './remontees.ts';
import { type Reponse, regionDe, reponsesAnonymes, reponsesNommees, SANS_REGION } from './reponses.ts';

/** What was answered to one question: together, then région by région. */
export type ResultatDeQuestion = {
  readonly question: Question;
  /** Null: too few answers to an anonymous remontée. */
  readonly ensemble: Resume | null;
  readonly regions: readonly { readonly region: string; readonly attendues: number; readonly resume: Resume }[];
  /** Régions that are not shown, when some answered. */
  readonly retenues: number;
};

export type Resultats = {
  readonly questions: readonly ResultatDeQuestion[];
  /** The answers one by one; empty for an anonymous remontée. */
  readonly reponses: readonly Reponse[];
};

/** The results for whoever may read them, with nothing in them that says who answered an anonymous remontée. */
export async function lireResultats(
  base: Base,
  acteur: Acteur,
  remontee: Remontee,
  cibles: readonly Cible[],
): Promise<Resultat<Resultats>> {
  const permis = selon(peutLireResultats(acteur, remontee, cibles));
  if (!permis.ok) return permis;
  const reponses = await (remontee.anonyme ? reponsesAnonymes : reponsesNommees)(base, remontee.id);
  const attendues = new Map<string, number>();
  for (const { territoire } of cibles)
    attendues.set(regionDe(territoire), (attendues.get(regionDe(territoire)) ?? 0) + 1);
  return reussite({
    questions: remontee.questions.map((question) => agreger(question, reponses, attendues, remontee.anonyme)),
    reponses: remontee.anonyme ? [] : reponses,
  });
}

function agreger(
  question: Question,
  reponses: readonly Reponse[],
  attendues: ReadonlyMap<string, number>,
  anonyme: boolean,
): ResultatDeQuestion {
  const population = [...attendues.values()].reduce((somme, n) => somme + n, 0);
  const ensemble = resumer(
    question,
    reponses.map(({ contenu }) => contenu),
    population,
  );
  // Texts are never cut: words say enough of who wrote them; nor are files.
  const regions =
    question.genre === 'texte' || question.genre === 'fichier'
      ? []
      : [...attendues].flatMap(([region, n]) => {
          const siennes = reponses.filter((reponse) => reponse.region === region).map(({ contenu }) => contenu);
          const resume = resumer(question, siennes, n);
          return resume.n === 0 ? [] : [{ region, attendues: n, resume }];
        });
  if (!anonyme) return { question, ensemble, regions, retenues: 0 };
  const coupes = regions.map(({ region, resume }) => ({ cle: region, n: resume.n }));
  // Those whose région is not kept are kept back as one, and weigh with what is kept back.
  const sansRegion = reponses.filter(({ region, contenu }) => !attendues.has(region) && question.cle in contenu).length;
  const publiables = coupesPubliables([...coupes, { cle: SANS_REGION, n: sansRegion }]);
  const montrees = regions.filter(({ region }) => publiables.has(region));
  return {
    question,
    ensemble: ensemble.n < ANONYMES_AU_MOINS ? null : sansPoids(ensemble),
    regions: montrees.map((coupe) => ({ ...coupe, resume: sansPoids(coupe.resume) })),
    retenues: regions.length === 0 && sansRegion === 0 ? 0 : attendues.size - montrees.length,
  };
}

/**
 * The weights of a mean add up to those who answered both questions: beside the sum of all who answered the first, they
 * would give, by subtraction, the figure of the one who did not answer the second.
 */
function sansPoids(resume: Resume): Resume {
  return resume.genre === 'pourcentage' ? { ...resume, poids: null } : resume;
}
