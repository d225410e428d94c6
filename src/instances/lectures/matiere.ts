import type { Acteur } from '#acces';
import { actionsSituees, derniersReports, nommerActions, plansLisibles, reportsDemandes } from '#plans/lectures';
import { reformesDivergentes } from '#reformes';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { estTranche } from '../regles/decisions.ts';
import type { ActionSuivie, MatiereDOrdreDuJour, PointLaisse } from '../regles/ordre-du-jour.ts';
import type { Instance } from './instances.ts';
import { pointsDeLaReunion } from './points.ts';
import type { Reunion } from './reunions.ts';

/** What the machine drafts an agenda from: the plans and reforms followed that this actor reads, and the last meeting. */
export async function matiereDOrdreDuJour(
  base: Base,
  acteur: Acteur,
  instance: Instance,
  reunion: Pick<Reunion, 'id' | 'jour'>,
  aujourdhui: Jour,
): Promise<MatiereDOrdreDuJour> {
  const [{ derniere, laisses }, actions, divergentes] = await Promise.all([
    reunionPrecedente(base, instance.id, reunion),
    actionsSuivies(base, acteur, instance.plans, aujourdhui),
    instance.reformes.length === 0
      ? []
      : reformesDivergentes(base, acteur, instance.reformes, instance.territoire, aujourdhui),
  ]);
  return { actions, divergentes, derniere, laisses };
}

async function actionsSuivies(
  base: Base,
  acteur: Acteur,
  plans: readonly string[],
  aujourdhui: Jour,
): Promise<readonly ActionSuivie[]> {
  const lisibles = [...(await plansLisibles(base, acteur, plans)).keys()];
  const [actions, reports, demandes] = await Promise.all([
    actionsSituees(base, lisibles, { jour: aujourdhui, passe: false }).then((situees) => nommerActions(base, situees)),
    derniersReports(base, lisibles),
    reportsDemandes(base, lisibles),
  ]);
  return actions.map(({ id, plan, code, intitule, statut, situation }) => ({
    id,
    plan,
    code,
    intitule,
    close: situation.close,
    bloquee: statut === 'bloquee',
    retard: situation.retard,
    silence: situation.silence,
    reports: situation.reports,
    dernierReport: reports.get(id) ?? null,
    demandes: (demandes.get(id) ?? []).map(({ texte }) => texte),
  }));
}

/** The last meeting held before this one, and what it left undecided. */
async function reunionPrecedente(
  base: Base,
  instance: string,
  { id, jour }: Pick<Reunion, 'id' | 'jour'>,
): Promise<{ readonly derniere: Jour | null; readonly laisses: readonly PointLaisse[] }> {
  const tenue = await base
    .selectFrom('reunion')
    .select(['id', 'jour'])
    .where('instance_id', '=', instance)
    .where('etat', 'in', ['seance', 'relevee'])
    .where('jour', '<=', jour)
    .where('id', '<>', id)
    .orderBy('jour', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (tenue === undefined) return { derniere: null, laisses: [] };
  const points = await pointsDeLaReunion(base, tenue.id);
  return {
    derniere: tenue.jour as Jour,
    laisses: points
      .filter((point) => !estTranche(point))
      .map(({ id: point, intitule, action, plan, reforme, fois }) => ({
        id: point,
        intitule,
        action,
        plan,
        reforme,
        fois: fois + 1,
      })),
  };
}
