import type { DocumentLu } from '#tableur';
import { annuaireDeReference } from '#territoires';
import { lirePlan, type OptionsDeLecture } from '../lecture/index.ts';
import type { Anomalie, PlanLu } from '../regles/lecture.ts';
import { outilsDeLecture } from './outils.ts';

/**
 * Reads a plan with what is known of its owner. Without an owner, names that several ministries share (« DNUM », « DRH »)
 * are those of the one ministry all the other names belong to, when there is one, and this is said.
 */
export function lireEnContexte(document: DocumentLu, options: OptionsDeLecture, proprietaire: string | null): PlanLu {
  const seul = lirePlan(document, options, outilsDeLecture(proprietaire));
  const pilotes = seul.actions.flatMap((action) => action.pilotes);
  if (proprietaire !== null || pilotes.every(({ organisation }) => organisation !== null)) return seul;
  const annuaire = annuaireDeReference();
  const ministere = annuaire.ministereCommun([...new Set(pilotes.map(({ texte }) => texte))]);
  if (ministere === null) return seul;
  const lu = lirePlan(document, options, outilsDeLecture(ministere));
  const sansMinistere = new Set(pilotes.filter(({ organisation }) => organisation === null).map(({ texte }) => texte));
  const partages = new Set(
    lu.actions
      .flatMap((action) => action.pilotes)
      .filter(({ texte, organisation }) => organisation !== null && sansMinistere.has(texte))
      .map(({ texte }) => texte),
  );
  if (partages.size === 0) return seul;
  const anomalie: Anomalie = {
    ligne: null,
    colonne: null,
    gravite: 'information',
    message: `${[...partages].map((nom) => `«\u00a0${nom}\u00a0»`).join(', ')}\u00a0: plusieurs ministères ont un service de ce nom. Lu comme celui de «\u00a0${annuaire.lire(ministere)?.nom ?? ministere}\u00a0», auquel appartiennent les autres services cités.`,
  };
  return { ...lu, anomalies: [...lu.anomalies, anomalie] };
}
