import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import { type IndicateurVu, indicateursVisibles, peutEcrireValeurs, type Responsabilites } from '../politique.ts';

export type IndicateurAEcrire = { readonly id: string; readonly nom: string; readonly unite: string };

/** Read before the policy of values is asked of each. */
const LUS_AU_PLUS = 200;

/** The indicators in use whose words match, the closest first, among those this person writes values of. */
export async function indicateursAEcrire(
  base: Base,
  acteur: Acteur,
  { q, limite }: { readonly q: string; readonly limite: number },
  responsabilites?: Responsabilites,
): Promise<readonly IndicateurAEcrire[]> {
  const { rows } = await sql<IndicateurVu & IndicateurAEcrire>`
    select i.id, i.nom, i.unite, i.etat, i.responsable_id as responsable
    from indicateur i, websearch_to_tsquery('francais', ${q}) as demande
    where i.etat = 'actif' and (i.recherche @@ demande or i.identifiant = ${q})
      and ${indicateursVisibles(acteur, responsabilites)}
    order by ts_rank(i.recherche, demande) desc, i.id limit ${LUS_AU_PLUS}`.execute(base);
  return rows
    .filter((indicateur) => peutEcrireValeurs(acteur, indicateur, responsabilites).permis)
    .slice(0, limite)
    .map(({ id, nom, unite }) => ({ id, nom, unite }));
}
