import type { LoaderFunctionArgs } from 'react-router';
import { type Acteur, contexteServices, exigerActeur, obtenir } from '#acces';
import { aujourdhui, type Services } from '#socle';
import type { Jour } from '#socle/valeurs';
import { type Cible, type Remontee, trouverRemontee } from '../lectures/remontees.ts';

type RemonteeChargee = {
  readonly acteur: Acteur;
  readonly services: Services;
  readonly remontee: Remontee;
  readonly cibles: readonly Cible[];
  readonly au: Jour;
};

/** The remontée of the address for the person signed in, or the refusal page. */
export async function chargerRemontee({
  context,
  request,
  params,
}: Pick<LoaderFunctionArgs, 'context' | 'request' | 'params'>): Promise<RemonteeChargee> {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const au = aujourdhui(services.horloge);
  const { remontee, cibles } = obtenir(await trouverRemontee(services.base, acteur, params.remontee ?? '', au));
  return { acteur, services, remontee, cibles, au };
}
