import type { LoaderFunctionArgs } from 'react-router';
import {
  type Acteur,
  contexteServices,
  exigerActeur,
  LIBELLES_DE_PROFIL,
  obtenir,
  peutAdministrer,
  peutGererCompte,
  peutVoirCompte,
  refuser,
  selon,
} from '#acces';
import { COMPTE_ABSENT, type Compte, lireCompte } from '#acces/comptes';
import type { Services } from '#socle';

/** An account as the pages of administration show it. */
export type CompteEnPage = {
  readonly id: string;
  readonly nom: string;
  readonly courriel: string | null;
  readonly profil: string;
  readonly service: string;
  readonly territoire: string;
  readonly ferme: boolean;
  /** Why whoever looks may not change it; null when they may. */
  readonly pourquoiPas: string | null;
};

/** The account of the address, for whoever administers its territory; the refusal page otherwise. */
export async function chargerCompte({
  context,
  request,
  params,
}: Pick<LoaderFunctionArgs, 'context' | 'request' | 'params'>): Promise<{
  acteur: Acteur;
  services: Services;
  compte: Compte;
  vue: CompteEnPage;
}> {
  const acteur = exigerActeur(context, request);
  obtenir(selon(peutAdministrer(acteur)));
  const services = context.get(contexteServices);
  const compte = await lireCompte(services.base, params.compte ?? '');
  if (compte === null) refuser(COMPTE_ABSENT);
  obtenir(selon(peutVoirCompte(acteur, compte)));
  const gere = peutGererCompte(acteur, compte);
  return {
    acteur,
    services,
    compte,
    vue: {
      id: compte.compte,
      nom: compte.nom,
      courriel: compte.courriel,
      profil: LIBELLES_DE_PROFIL[compte.profil],
      service: compte.service.libelle,
      territoire: compte.territoireNom,
      ferme: compte.fermeLe !== null,
      pourquoiPas: gere.permis ? null : gere.message,
    },
  };
}
