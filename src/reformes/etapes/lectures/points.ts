import { sql } from 'kysely';
import { type Acteur, selon } from '#acces';
import type { Base } from '#socle/base';
import { echec, type Jour, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { estIdentifiant, type Reforme, toutesLesReformes } from '../../lectures/reformes.ts';
import { peutLireReforme } from '../../politique.ts';
import type { SuiviPresente } from '../../presentation.ts';
import { lireContenu } from '../contenu.ts';
import { type PointVu, peutLirePoint, peutTenirPoint } from '../politique.ts';

export type Commentaire = {
  readonly id: number;
  /** Null: about the point as a whole. */
  readonly reforme: string | null;
  readonly texte: string;
  readonly enregistreLe: Date;
  readonly auteur: string | null;
};

/** A point d'étape, for someone: the reforms they read, and what is said of those. */
export type Point = PointVu & {
  readonly id: string;
  readonly titre: string;
  readonly jour: Jour;
  readonly prisLe: Date;
  readonly arreteLe: Date | null;
  readonly creePar: string | null;
  readonly version: number;
  readonly lignes: readonly SuiviPresente[];
  /** Reforms of the point that are not open to this person. */
  readonly fermees: number;
  /** Those about the whole are for whoever reads the whole. */
  readonly commentaires: readonly Commentaire[];
};

export const POINT_ABSENT: Refus = {
  nature: 'introuvable',
  regle: 'point.introuvable',
  message: 'Ce point d’étape n’existe pas ou n’existe plus. Vérifiez l’adresse, ou partez de la page du territoire.',
};

export async function trouverPoint(base: Base, acteur: Acteur, id: string): Promise<Resultat<Point>> {
  const point = await lirePointSansPolitique(base, id);
  if (point === null) return echec(POINT_ABSENT);
  const lignes = lisibles(acteur, point, await toutesLesReformes(base));
  const permis = selon(peutLirePoint(acteur, point, lignes.length));
  if (!permis.ok) return permis;
  const entier = lignes.length === point.contenu.length || peutTenirPoint(acteur, point).permis;
  const lues = new Set(lignes.map(({ reforme }) => reforme));
  const { contenu, ...reste } = point;
  return reussite({
    ...reste,
    lignes,
    fermees: contenu.length - lignes.length,
    commentaires: (await lireCommentaires(base, id)).filter(({ reforme }) =>
      reforme === null ? entier : lues.has(reforme),
    ),
  });
}

function lisibles(acteur: Acteur, point: PointSansPolitique, reformes: readonly Reforme[]): readonly SuiviPresente[] {
  const connues = new Map(reformes.map((reforme) => [reforme.id, reforme]));
  return point.contenu.filter(({ reforme: id }) => {
    const reforme = connues.get(id);
    return reforme !== undefined && peutLireReforme(acteur, reforme, point.territoire).permis;
  });
}

export type PointSansPolitique = Omit<Point, 'lignes' | 'fermees' | 'commentaires'> & {
  readonly contenu: readonly SuiviPresente[];
};

/** For the commands and the readings of this room, which ask the policy themselves. */
export async function lirePointSansPolitique(base: Base, id: string): Promise<PointSansPolitique | null> {
  if (!estIdentifiant(id)) return null;
  const lu = await base
    .selectFrom('point_d_etape as p')
    .leftJoin('signataire as s', 's.id', 'p.cree_par')
    .select(['p.id', 'p.titre', 'p.etat', 'p.contenu', 'p.version'])
    .select(sql<Jour>`p.jour`.as('jour'))
    .select(['p.territoire_code as territoire', 'p.organisation_id as organisation', 'p.pris_le as prisLe'])
    .select(['p.arrete_le as arreteLe', 's.nom as creePar'])
    .where('p.id', '=', id)
    .where('p.etat', '<>', 'abandonne')
    .executeTakeFirst();
  return lu === undefined ? null : { ...lu, etat: lu.etat as PointVu['etat'], contenu: lireContenu(lu.contenu) };
}

async function lireCommentaires(base: Base, point: string): Promise<readonly Commentaire[]> {
  return base
    .selectFrom('commentaire_de_point as c')
    .leftJoin('signataire as s', 's.id', 'c.auteur')
    .select(['c.id', 'c.reforme_id as reforme', 'c.texte', 'c.enregistre_le as enregistreLe', 's.nom as auteur'])
    .where('c.point_id', '=', point)
    .orderBy('c.id')
    .limit(COMMENTAIRES_AU_PLUS)
    .execute();
}

/** More than anyone writes about one meeting. */
export const COMMENTAIRES_AU_PLUS = 2_000;
