import type { LoaderFunctionArgs } from 'react-router';
import { type Acteur, contexteServices, exigerActeur, obtenir } from '#acces';
import { formaterJour } from '#interface';
import { aujourdhui, type Services } from '#socle';
import { regardDeLAdresse } from '../adresses.ts';
import type { Regard } from '../lectures/faits.ts';
import { type Plan, trouverPlan } from '../lectures/plan.ts';
import { peutModifierPlan } from '../politique.ts';
import { LIBELLES_DE_GENRE } from '../regles/genres.ts';
import type { PlanEnPage } from './plan-commun.tsx';

export type PlanCharge = {
  readonly acteur: Acteur;
  readonly services: Services;
  readonly plan: Plan;
  readonly parametres: URLSearchParams;
  readonly regard: Regard;
  readonly vue: PlanEnPage;
};

/** The plan of the address for the person signed in, or the refusal page. */
export async function chargerPlan({
  context,
  request,
  params,
}: Pick<LoaderFunctionArgs, 'context' | 'request' | 'params'>): Promise<PlanCharge> {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const plan = obtenir(await trouverPlan(services.base, acteur, params.plan ?? ''));
  const parametres = new URL(request.url).searchParams;
  const jour = aujourdhui(services.horloge);
  const regard = regardDeLAdresse(parametres, jour);
  return {
    acteur,
    services,
    plan,
    parametres,
    regard,
    vue: {
      id: plan.id,
      titre: plan.titre,
      genre: LIBELLES_DE_GENRE[plan.genre],
      etat: plan.etat,
      proprietaire: plan.proprietaireLibelle,
      territoire: plan.territoireNom,
      periode: periode(plan),
      modifiable: peutModifierPlan(acteur, plan).permis,
      au: regard.passe ? regard.jour : null,
      aujourdhui: jour,
    },
  };
}

function periode({ periode: { debut, fin } }: Plan): string | null {
  if (debut === null && fin === null) return null;
  if (debut !== null && fin !== null) {
    const [a, b] = [debut.slice(0, 4), fin.slice(0, 4)];
    return debut.endsWith('-01-01') && fin.endsWith('-12-31')
      ? a === b
        ? a
        : `${a}-${b}`
      : `du ${formaterJour(debut)} au ${formaterJour(fin)}`;
  }
  return debut !== null ? `depuis le ${formaterJour(debut)}` : `jusqu’au ${formaterJour(fin ?? '')}`;
}
