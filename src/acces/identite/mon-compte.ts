import type { Base } from '#socle/base';

export type MonCompte = {
  readonly nom: string;
  readonly courriel: string | null;
  readonly organisation: string;
  readonly territoire: string;
  readonly identites: readonly {
    readonly emetteur: string;
    readonly courriel: string | null;
    readonly depuis: string;
    readonly vueLe: string;
  }[];
};

/** What Jalon knows of this person, and the identities that open the account. */
export async function lireMonCompte(base: Base, personne: string): Promise<MonCompte | null> {
  const compte = await base
    .selectFrom('compte')
    .innerJoin('organisation', 'organisation.id', 'compte.organisation_id')
    .innerJoin('territoire', 'territoire.code', 'compte.territoire_code')
    .select(['compte.nom', 'compte.courriel', 'organisation.nom as organisation', 'territoire.nom as territoire'])
    .where('compte.id', '=', personne)
    .executeTakeFirst();
  if (!compte) return null;
  const identites = await base
    .selectFrom('identite')
    .select(['emetteur', 'courriel', 'cree_le', 'vue_le'])
    .where('compte_id', '=', personne)
    .orderBy('vue_le', 'desc')
    .limit(50)
    .execute();
  return {
    ...compte,
    identites: identites.map(({ emetteur, courriel, cree_le, vue_le }) => ({
      emetteur,
      courriel,
      depuis: cree_le.toISOString(),
      vueLe: vue_le.toISOString(),
    })),
  };
}
