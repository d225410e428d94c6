import type { LoaderFunctionArgs } from 'react-router';
import { type Acteur, contexteServices, exigerActeur, obtenir } from '#acces';
import { aujourdhui, type Services } from '#socle';
import { type Point, trouverPoint } from '../lectures/points.ts';
import { type PointPresente, presenterPoint } from '../presentation.ts';

/** The point d'étape of the address for the person signed in, or the refusal page. */
export async function chargerPoint({
  context,
  request,
  params,
}: Pick<LoaderFunctionArgs, 'context' | 'request' | 'params'>): Promise<PointCharge> {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const point = obtenir(await trouverPoint(services.base, acteur, params.point ?? ''));
  return { acteur, services, point, vue: presenterPoint(point, acteur, aujourdhui(services.horloge)) };
}

type PointCharge = {
  readonly acteur: Acteur;
  readonly services: Services;
  readonly point: Point;
  readonly vue: PointPresente;
};
