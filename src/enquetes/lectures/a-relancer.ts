import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { peutRepondre } from '../politique.ts';

/** A remontée that this person's own service has not answered, while it is open. */
export type RemonteeARelancer = {
  readonly id: string;
  readonly titre: string;
  /** Who asks. */
  readonly de: string;
  readonly fermeLe: Jour;
  readonly envoyeeLe: Jour;
  /** Days before the closing when it is to be reminded of; null: never. */
  readonly relanceAvant: number | null;
  /** Last day someone reminded of it by hand. */
  readonly relanceeLe: Jour | null;
};

const REMONTEES_AU_PLUS = 50;

/** What this person would be reminded to answer: asked of their very service, or passed on to it. */
export async function remonteesARelancer(base: Base, acteur: Acteur, au: Jour): Promise<readonly RemonteeARelancer[]> {
  const lignes = await base
    .selectFrom('remontee_cible as c')
    .innerJoin('remontee as r', 'r.id', 'c.remontee_id')
    .innerJoin('organisation as o', 'o.id', 'r.organisation_id')
    .select(['r.id', 'r.titre', 'r.profil', 'r.anonyme', 'o.nom as de', 'r.relance_avant as relanceAvant'])
    .select([sql<Jour>`r.ferme_le`.as('fermeLe'), 'r.organisation_id as demandeur'])
    .select(sql<Jour>`(r.envoyee_le at time zone 'Europe/Paris')::date`.as('envoyeeLe'))
    .select(
      sql<Jour | null>`(
        select max(jour) from remontee_relance where remontee_id = r.id and auteur is not null)`.as('relanceeLe'),
    )
    .select(['c.organisation_id as organisation', 'c.delegue_a as delegueA'])
    .where('r.etat', '=', 'envoyee')
    .where('r.ouvre_le', '<=', au)
    .where('r.ferme_le', '>=', au)
    .where('c.repondu', '=', false)
    .where(sql<boolean>`coalesce(c.delegue_a, c.organisation_id) = ${acteur.organisation}`)
    .orderBy('r.ferme_le')
    .orderBy('r.id')
    .limit(REMONTEES_AU_PLUS)
    .execute();
  return lignes.flatMap(({ organisation, delegueA, demandeur, profil, anonyme, ...remontee }) => {
    const vue = { organisation: demandeur, anonyme, etat: 'ouverte', publiee: false, profil } as const;
    return peutRepondre(acteur, vue, { organisation, delegueA }).permis ? [remontee] : [];
  });
}
