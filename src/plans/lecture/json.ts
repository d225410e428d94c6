import type { ChampDePlan, PlanLu } from '../regles/lecture.ts';
import { SEPARATEUR_D_AXES } from './actions.ts';
import { lettreDeColonne } from './cellules.ts';

/** The shape printed by `jalon plan lire FICHIER --json`; dates `AAAA-MM-JJ` or null, rates in percent. */
export function versJSON(plan: PlanLu) {
  return {
    plan: { titre: plan.titre },
    colonnes: colonnesEnJSON(plan),
    actions: plan.actions.map((action) => ({
      ligne: action.ligne,
      code: action.code,
      axe: action.axes.join(SEPARATEUR_D_AXES) || null,
      intitule: action.intitule,
      miseEnOeuvre: action.miseEnOeuvre,
      pilotes: action.pilotes.map(({ texte, organisation, role }) => ({ texte, organisation, role })),
      echeances: action.echeances.map(({ libelle, texte, nature, debut, fin, ambigu, hypotheses }) => ({
        libelle,
        texte,
        nature,
        debut,
        fin,
        ambigu,
        hypotheses: [...hypotheses],
      })),
      livrables: action.livrables,
      avancement: action.avancement,
      tauxRealisation: action.tauxRealisation === null ? null : Number(action.tauxRealisation),
      trajectoire: action.trajectoire.map(({ date, taux }) => ({ date, taux })),
      recommandations: [...action.recommandations],
    })),
    anomalies: plan.anomalies.map(({ ligne, colonne, gravite, message }) => ({ ligne, colonne, gravite, message })),
  };
}

/** By heading; by letter when there is none, or when another column already has the same heading. */
function colonnesEnJSON(plan: PlanLu): Record<string, ChampDePlan> {
  const colonnes: Record<string, ChampDePlan> = {};
  for (const { position, entete, champ } of plan.colonnes) {
    const nom = entete?.replace(/\s+/g, ' ');
    const cle = nom === undefined || Object.hasOwn(colonnes, nom) ? lettreDeColonne(position) : nom;
    colonnes[cle] = champ;
  }
  return colonnes;
}
