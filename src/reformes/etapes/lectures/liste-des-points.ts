import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { ObjetNomme } from '#journal';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { estIdentifiant, toutesLesReformes } from '../../lectures/reformes.ts';
import { peutLireReforme } from '../../politique.ts';
import { type PointVu, peutLirePoint } from '../politique.ts';

export type PointDeListe = PointVu & {
  readonly id: string;
  readonly titre: string;
  readonly jour: Jour;
  readonly creePar: string | null;
  /** Reforms of the point this person reads. */
  readonly reformes: number;
  readonly commentaires: number;
};

const POINTS_AU_PLUS = 500;

/** The points d'étape of a territory this actor reads, the most recent first. Contents are not read: only whose they are. */
export async function listerPoints(base: Base, acteur: Acteur, territoire: string): Promise<readonly PointDeListe[]> {
  const [lus, reformes] = await Promise.all([
    selectionner(base).where('p.territoire_code', '=', territoire).execute(),
    toutesLesReformes(base),
  ]);
  const ouvertes = new Set(
    reformes.filter((reforme) => peutLireReforme(acteur, reforme, territoire).permis).map(({ id }) => id),
  );
  return lus.flatMap(({ ids, ...point }) => {
    const vu = { ...point, etat: point.etat as PointVu['etat'], reformes: ids.filter((id) => ouvertes.has(id)).length };
    return peutLirePoint(acteur, vu, vu.reformes).permis ? [vu] : [];
  });
}

/** Points d'étape as they are called, for whoever reads them. */
export async function nommerPoints(
  base: Base,
  acteur: Acteur,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ObjetNomme>> {
  const valides = ids.filter(estIdentifiant);
  if (valides.length === 0) return new Map();
  const [lus, reformes] = await Promise.all([
    selectionner(base).where('p.id', 'in', valides).execute(),
    toutesLesReformes(base),
  ]);
  const connues = new Map(reformes.map((reforme) => [reforme.id, reforme]));
  return new Map(
    lus.flatMap(({ id, titre, ids: siennes, ...point }) => {
      const ouvertes = siennes.filter((reforme) => {
        const connue = connues.get(reforme);
        return connue !== undefined && peutLireReforme(acteur, connue, point.territoire).permis;
      });
      const vu = { ...point, etat: point.etat as PointVu['etat'] };
      return peutLirePoint(acteur, vu, ouvertes.length).permis
        ? [[id, { libelle: titre, href: `/points/${id}` }] as const]
        : [];
    }),
  );
}

function selectionner(base: Base) {
  return base
    .selectFrom('point_d_etape as p')
    .leftJoin('signataire as s', 's.id', 'p.cree_par')
    .select(['p.id', 'p.titre', 'p.etat', 's.nom as creePar'])
    .select(sql<Jour>`p.jour`.as('jour'))
    .select(['p.territoire_code as territoire', 'p.organisation_id as organisation'])
    .select([
      sql<string[]>`array(select jsonb_path_query(p.contenu, '$[*].reforme') #>> '{}')`.as('ids'),
      sql<number>`(select count(*)::int from commentaire_de_point c where c.point_id = p.id)`.as('commentaires'),
    ])
    .where('p.etat', '<>', 'abandonne')
    .orderBy('p.jour', 'desc')
    .orderBy('p.id', 'desc')
    .limit(POINTS_AU_PLUS);
}
