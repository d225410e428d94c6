import { type QueryExecutorProvider, sql } from 'kysely';
import { annuaireDeReference } from './regles/index.ts';

export type OrganisationTrouvee = {
  readonly id: string;
  readonly sigle: string | null;
  readonly nom: string;
  readonly parent: string | null;
  readonly territoire: string;
  readonly anciensNoms: readonly string[];
  /** For a collective, how many services it gathers. */
  readonly membres: number;
};

/**
 * Organisations by any of their names, present or former, by a path (« DMAT/SDAT/BCAM ») or by words of their name; those
 * the text names exactly come first. An empty text gives them all. When nothing matches, those whose name is close.
 */
export async function chercherOrganisations(
  base: QueryExecutorProvider,
  texte: string,
  etendue: { readonly limite: number; readonly saut: number },
): Promise<{ organisations: OrganisationTrouvee[]; nombre: number; proches: boolean }> {
  const trouvaille = texte === '' ? null : annuaireDeReference().trouver(texte);
  const nommees =
    trouvaille?.type === 'une'
      ? [trouvaille.organisation]
      : trouvaille?.type === 'collectif'
        ? [trouvaille.collectif]
        : trouvaille?.type === 'ambigue'
          ? trouvaille.candidates
          : [];
  const ids = nommees.map(({ id }) => id);
  const trouvees = await lire(base, texte, ids, etendue);
  if (trouvees.nombre > 0 || trouvaille?.type !== 'inconnue') return { ...trouvees, proches: false };
  const proches = await lire(
    base,
    null,
    trouvaille.proches.map(({ id }) => id),
    etendue,
  );
  return { ...proches, proches: proches.nombre > 0 };
}

/** `texte` null: only those of `ids`. */
async function lire(
  base: QueryExecutorProvider,
  texte: string | null,
  ids: readonly string[],
  { limite, saut }: { readonly limite: number; readonly saut: number },
): Promise<{ organisations: OrganisationTrouvee[]; nombre: number }> {
  const { rows } = await sql<OrganisationTrouvee & { total: number }>`
    select o.id, o.sigle, o.nom, coalesce(p.sigle, p.nom) as parent, t.nom as territoire,
      array(select n.nom from organisation_nom n
        where n.organisation_id = o.id and n.nature = 'ancien_nom' order by n.nom) as "anciensNoms",
      (select count(*) from organisation_membre m where m.collectif_id = o.id) as membres,
      count(*) over () as total
    from organisation o
      join territoire t on t.code = o.territoire_code
      left join organisation p on p.id = o.parent_id
    where o.active and (
      ${texte} = ''
      or o.id in (select unnest(${sql.val([...ids])}::text[]))
      or to_tsvector('francais', o.nom || ' ' || coalesce(o.sigle, '')) @@ websearch_to_tsquery('francais', ${texte}))
    order by o.id in (select unnest(${sql.val([...ids])}::text[])) desc,
      t.code <> 'FR', coalesce(o.sigle, o.nom) collate "fr-x-icu", t.code, o.id
    limit ${limite} offset ${saut}`.execute(base);
  return { organisations: rows.map(({ total: _, ...organisation }) => organisation), nombre: rows[0]?.total ?? 0 };
}
