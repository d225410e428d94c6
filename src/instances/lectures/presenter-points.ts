import type { Acteur } from '#acces';
import { compter, formaterJour, formaterTaux } from '#interface';
import { LIBELLES_DE_STATUT } from '#plans';
import { type ActionSituee, actionsSituees, plansLisibles, type ReportDemande, reportsDemandes } from '#plans/lectures';
import { nommerReformes } from '#reformes';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { type Point, pointsDeLaReunion } from './points.ts';
import type { Reunion } from './reunions.ts';

export type PointPresente = Point & {
  /** What it is about, for whoever may read it. */
  readonly objet: { readonly libelle: string; readonly href: string } | null;
  /** Where its action stands as of the meeting, in one sentence; null when there is none, or it is closed to the reader. */
  readonly situation: string | null;
  /** The reports of its action that wait for an answer. */
  readonly demandes: readonly ReportDemande[];
};

/** The agenda as this reader may see it: what an item is about shows only where its plan or its reform does. */
export async function presenterPoints(
  base: Base,
  acteur: Acteur,
  reunion: Reunion,
  aujourdhui: Jour,
): Promise<readonly PointPresente[]> {
  const points = await pointsDeLaReunion(base, reunion.id);
  const plans = await plansLisibles(base, acteur, uniques(points.map(({ plan }) => plan)));
  const citees = uniques(points.map(({ action }) => action));
  const passe = reunion.jour < aujourdhui;
  const [actions, demandes, reformes] = await Promise.all([
    actionsSituees(
      base,
      [...plans.keys()],
      passe ? { jour: reunion.jour, passe } : { jour: aujourdhui, passe },
      citees,
    ),
    reportsDemandes(base, [...plans.keys()], citees),
    nommerReformes(base, acteur, uniques(points.map(({ reforme }) => reforme))),
  ]);
  const parId = new Map(actions.map((action) => [action.id, action]));
  return points.map((point) => {
    const action = point.action === null ? undefined : parId.get(point.action);
    const reforme = point.reforme === null ? undefined : reformes.get(point.reforme);
    const objet =
      action !== undefined
        ? { libelle: plans.get(action.plan)?.titre ?? '', href: `/plans/${action.plan}/actions/${action.id}` }
        : reforme !== undefined && reforme.href !== null
          ? { libelle: reforme.libelle, href: reforme.href }
          : null;
    return {
      ...point,
      objet,
      situation: action === undefined ? null : direSituation(action, objet?.libelle ?? ''),
      demandes: demandes.get(point.action ?? '') ?? [],
    };
  });
}

/** « En cours, 93 %, échéance le 31 décembre 2021 (reportée 2 fois), dernière nouvelle le 12 janvier 2022. » */
function direSituation({ statut, taux, situation, derniereNouvelle }: ActionSituee, plan: string): string {
  const { terme, reports, glissement } = situation;
  const morceaux = [
    statut === null ? 'statut non déclaré' : LIBELLES_DE_STATUT[statut].toLowerCase(),
    taux === null ? null : formaterTaux(taux),
    terme === null ? 'sans terme' : `échéance le ${formaterJour(terme)}`,
    reports === 0
      ? null
      : `reportée ${reports} fois${glissement > 0 ? ` (${compter(glissement, 'jour', 'jours')} de glissement)` : ''}`,
    derniereNouvelle === null ? 'aucune nouvelle' : `dernière nouvelle le ${formaterJour(derniereNouvelle)}`,
  ];
  return `${plan}\u00a0: ${morceaux.filter((un) => un !== null).join(', ')}.`;
}

function uniques(ids: readonly (string | null)[]): readonly string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
