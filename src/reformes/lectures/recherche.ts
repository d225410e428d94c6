import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import { peutLireFicheDeReforme } from '../politique.ts';
import { REFORMES_AU_PLUS, toutesLesReformes } from './reformes.ts';

export type ReformeTrouvee = {
  readonly id: string;
  readonly nom: string;
  readonly theme: string;
  readonly ministere: string | null;
};

/** Reforms whose words match, or the name of one of their indicators, among those this actor reads somewhere. */
export async function rechercherReformes(base: Base, acteur: Acteur, q: string): Promise<readonly ReformeTrouvee[]> {
  const [{ rows }, toutes] = await Promise.all([
    sql<{ id: string; rang: number }>`
      select r.id, max(rang) as rang from (
        select id, ts_rank(recherche, demande) as rang
        from reforme, websearch_to_tsquery('francais', ${q}) as demande where recherche @@ demande
        union all
        select r.id, ts_rank(i.recherche, demande) / 2
        from indicateur i
        cross join websearch_to_tsquery('francais', ${q}) as demande
        join panier_indicateur p on p.indicateur = i.numero join reforme r on r.panier = p.panier
        where i.recherche @@ demande and i.etat = 'actif'
      ) as r group by r.id order by max(rang) desc, r.id limit ${REFORMES_AU_PLUS}`.execute(base),
    toutesLesReformes(base),
  ]);
  const rangs = new Map(rows.map(({ id }, rang) => [id, rang]));
  return toutes
    .filter((reforme) => rangs.has(reforme.id) && peutLireFicheDeReforme(acteur, reforme).permis)
    .sort((a, b) => (rangs.get(a.id) ?? 0) - (rangs.get(b.id) ?? 0))
    .slice(0, 10)
    .map(({ id, nom, theme, ministereNom }) => ({ id, nom, theme, ministere: ministereNom }));
}
