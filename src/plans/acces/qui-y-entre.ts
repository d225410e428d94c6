import { type Acteur, LIBELLES_DE_DROIT, peutVoirCompte } from '#acces';
import { listerComptes } from '#acces/comptes';
import { demandesSurLObjet, peutVoirDemande } from '#acces/demandes';
import { habilitationsSurLObjet } from '#acces/habilitations';
import { aujourdhui, type Services } from '#socle';
import type { PlanVu } from '../politique.ts';

/** A grant on this plan, as its page of access shows it. */
export type HabilitationSurLePlan = {
  readonly id: string;
  readonly nom: string;
  readonly service: string;
  readonly droit: string;
  readonly territoire: string;
  readonly fin: string;
  readonly par: string;
  readonly motif: string;
};

/** Grants on this plan: those of whom one may see the account, or all for its team; the others are counted. */
export async function habilitationsSurLePlan(
  { base, horloge }: Pick<Services, 'base' | 'horloge'>,
  acteur: Acteur,
  plan: PlanVu,
  equipe: boolean,
): Promise<{ nommees: HabilitationSurLePlan[]; autres: number }> {
  const toutes = await habilitationsSurLObjet(base, 'plan', plan.id, aujourdhui(horloge));
  const visibles = toutes.filter(({ compte }) => equipe || peutVoirCompte(acteur, compte).permis);
  return {
    autres: toutes.length - visibles.length,
    nommees: visibles.map(({ id, compte, droit, territoire, fin, accordeePar, motif }) => ({
      id,
      nom: compte.nom,
      service: compte.service,
      droit: LIBELLES_DE_DROIT[droit],
      territoire,
      fin,
      par: accordeePar,
      motif,
    })),
  };
}

export type DemandeSurLePlan = {
  readonly id: string;
  readonly nom: string;
  readonly service: string | null;
  readonly droit: string;
  readonly message: string | null;
  readonly quand: string;
  /** May whoever looks answer it? Otherwise whoever administers the accounts of that territory does. */
  readonly repondable: boolean;
  readonly territoire: string | null;
};

/** Requests that wait on this plan: its team sees them all, an administrator those of own territories. */
export async function demandesSurLePlan(
  { base }: Pick<Services, 'base'>,
  acteur: Acteur,
  plan: PlanVu,
  equipe: boolean,
): Promise<DemandeSurLePlan[]> {
  const demandes = await demandesSurLObjet(base, 'plan', plan.id);
  return demandes.flatMap((une) => {
    const repondable = peutVoirDemande(acteur, une).permis;
    if (!equipe && !repondable) return [];
    return {
      id: une.id,
      nom: une.nom,
      service: une.service?.libelle ?? null,
      droit: une.acces === null ? '' : LIBELLES_DE_DROIT[une.acces.droit],
      message: une.message,
      quand: une.creeeLe.toISOString(),
      repondable,
      territoire: une.territoire?.nom ?? null,
    };
  });
}

const PERSONNES_PROPOSEES = 10;

/** People an administrator may give this plan to, by a word of their name or service. */
export async function personnesAHabiliter(
  { base, horloge }: Pick<Services, 'base' | 'horloge'>,
  acteur: Acteur,
  q: string,
): Promise<{ id: string; nom: string; service: string }[]> {
  if (q === '') return [];
  const criteres = { q, profil: null, territoire: null, etat: 'ouvert', page: 1 } as const;
  const { comptes } = await listerComptes(base, acteur, criteres, aujourdhui(horloge));
  return comptes
    .filter(({ id }) => id !== acteur.personne)
    .slice(0, PERSONNES_PROPOSEES)
    .map(({ id, nom, service }) => ({ id, nom, service }));
}
