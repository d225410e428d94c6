import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { contexteServices, exigerActeur, obtenir } from '#acces';
import { aujourdhui } from '#socle';
import { trouverInstance } from '../lectures/instances.ts';
import { trouverReunion } from '../lectures/reunions.ts';
import { peutTenirInstance, peutValiderReleve } from '../politique.ts';
import { direMoment, direNiveau, direPresidence } from '../presentation.ts';

/** The committee an address names, for whoever reads it. */
export async function chargerInstance({ context, request, params }: LoaderFunctionArgs | ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const instance = obtenir(await trouverInstance(services.base, acteur, params.instance ?? ''));
  return {
    acteur,
    services,
    instance,
    au: aujourdhui(services.horloge),
    parametres: new URL(request.url).searchParams,
    tenable: peutTenirInstance(acteur, instance).permis,
  };
}

/** The meeting an address names, and what this person may do with it. */
export async function chargerReunion({ context, request, params }: LoaderFunctionArgs | ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const { reunion, instance } = obtenir(await trouverReunion(services.base, acteur, params.reunion ?? ''));
  const tenable = peutTenirInstance(acteur, instance).permis;
  return {
    acteur,
    services,
    instance,
    reunion,
    au: aujourdhui(services.horloge),
    parametres: new URL(request.url).searchParams,
    vue: {
      id: reunion.id,
      instance: instance.id,
      instanceNom: instance.nom,
      niveau: direNiveau(instance),
      presidence: direPresidence(instance),
      demonstration: instance.demonstration,
      jour: reunion.jour,
      heure: reunion.heure,
      duree: reunion.duree,
      lieu: reunion.lieu,
      moment: direMoment(reunion),
      etat: reunion.etat,
      motif: reunion.motifDAnnulation,
      releve: reunion.releve,
      tenable,
      preparable: tenable && reunion.etat === 'preparation',
      validable: peutValiderReleve(acteur, instance).permis,
    },
  };
}

export type ReunionEnPage = Awaited<ReturnType<typeof chargerReunion>>['vue'];
