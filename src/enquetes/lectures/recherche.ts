import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import { nommerRemontees } from './remontees.ts';

export type RemonteeTrouvee = { readonly id: string; readonly titre: string; readonly de: string };

const TROUVEES_AU_PLUS = 10;

/** Remontées whose words match, among those this person keeps or is asked. */
export async function rechercherRemontees(base: Base, acteur: Acteur, q: string): Promise<readonly RemonteeTrouvee[]> {
  const miennes = sql`${[...acteur.organisations]}::text[]`;
  const { rows } = await sql<RemonteeTrouvee>`
    select r.id, r.titre, coalesce(o.sigle, o.nom) as de
    from remontee r join organisation o on o.id = r.organisation_id
    cross join websearch_to_tsquery('francais', ${q}) as demande
    cross join lateral to_tsvector('francais', concat_ws(' ', r.titre, r.presentation)) as mots
    where r.etat <> 'abandonnee' and mots @@ demande
      and (${acteur.profil === 'ditp'} or r.organisation_id = ${acteur.organisation} or exists (
        select from remontee_cible c where c.remontee_id = r.id
          and (c.organisation_id = any(${miennes}) or c.delegue_a = any(${miennes}))))
    order by ts_rank(mots, demande) desc, r.cree_le desc limit ${TROUVEES_AU_PLUS}`.execute(base);
  const lisibles = await nommerRemontees(
    base,
    acteur,
    rows.map(({ id }) => id),
  );
  return rows.filter(({ id }) => lisibles.has(id));
}
