import { aujourdhui, type Services } from '#socle';
import { listerComptes } from '../comptes/lister-comptes.ts';
import { type Demande, demandesSurLObjet, peutVoirDemande } from '../demandes/demande.ts';
import { habilitationsSurLObjet } from '../habilitations/lister-habilitations.ts';
import type { Acteur } from '../regles/acteur.ts';
import { peutVoirCompte, territoiresAdministres } from '../regles/administration.ts';
import { LIBELLES_DE_DROIT } from '../regles/habilitations.ts';

/** What the page is about, and whether whoever looks is of its team. */
export type ObjetDeLaPage = {
  readonly type: 'plan' | 'reforme';
  readonly id: string;
  readonly equipe: boolean;
};

/** A grant on the object, as its page of access shows it. */
export type HabilitationSurLObjet = {
  readonly id: string;
  readonly nom: string;
  readonly service: string;
  readonly droit: string;
  readonly territoire: string;
  readonly fin: string;
  readonly par: string;
  readonly motif: string;
};

/** Grants on the object: those of whom one may see the account, or all for its team; the others are counted. */
export async function habilitationsDeLaPage(
  { base, horloge }: Pick<Services, 'base' | 'horloge'>,
  acteur: Acteur,
  { type, id: objet, equipe }: ObjetDeLaPage,
): Promise<{ nommees: HabilitationSurLObjet[]; autres: number }> {
  const toutes = await habilitationsSurLObjet(base, type, objet, aujourdhui(horloge));
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

export type DemandeSurLObjet = {
  readonly id: string;
  readonly nom: string;
  readonly service: string | null;
  readonly droit: string;
  /** Where it is wanted. */
  readonly lieu: string | null;
  readonly message: string | null;
  readonly quand: string;
  /** May whoever looks answer it? Otherwise whoever administers the accounts of that territory does. */
  readonly repondable: boolean;
  readonly territoire: string | null;
  /** What is granted in one gesture, as it was asked; null when it is to be adjusted or refused. */
  readonly accordable: { readonly objet: string; readonly droit: string; readonly territoire: string } | null;
};

/** Requests that wait on the object: its team sees them all, an administrator those of own territories. */
export async function demandesDeLaPage(
  { base }: Pick<Services, 'base'>,
  acteur: Acteur,
  { type, id: objet, equipe }: ObjetDeLaPage,
): Promise<DemandeSurLObjet[]> {
  const demandes = await demandesSurLObjet(base, type, objet);
  return demandes.flatMap((une) => {
    const repondable = peutVoirDemande(acteur, une).permis;
    if (!equipe && !repondable) return [];
    return {
      id: une.id,
      nom: une.nom,
      service: une.service?.libelle ?? null,
      droit: une.acces === null ? '' : LIBELLES_DE_DROIT[une.acces.droit],
      lieu: une.acces?.lieu?.nom ?? null,
      message: une.message,
      quand: une.creeeLe.toISOString(),
      repondable,
      territoire: une.territoire?.nom ?? null,
      accordable: repondable ? telleQueDemandee(acteur, une) : null,
    };
  });
}

function telleQueDemandee(acteur: Acteur, { acces, compte }: Demande): DemandeSurLObjet['accordable'] {
  if (acces === null || acces.lieu === null || compte === acteur.personne) return null;
  const portee = territoiresAdministres(acteur);
  return portee === 'tous' || portee.includes(acces.lieu.code)
    ? { objet: `${acces.type}:${acces.id}`, droit: acces.droit, territoire: acces.lieu.code }
    : null;
}

const PERSONNES_PROPOSEES = 10;

/** People an administrator may give this object to, by a word of their name or service. */
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
