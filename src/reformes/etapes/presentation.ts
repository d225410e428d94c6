import type { Acteur } from '#acces';
import { TERRITOIRES } from '#territoires';
import { lesPlusEnDifficulte } from '../territoires/regles/difficultes.ts';
import type { Point } from './lectures/points.ts';
import { peutTenirPoint } from './politique.ts';
import { direSynthese } from './regles/resume-de-point.ts';

/** A point d'étape as every page, file and slide of it gives it. */
export type PointPresente = ReturnType<typeof presenterPoint>;

export function presenterPoint(point: Point, acteur: Acteur, au: string) {
  const { commentaires, lignes, territoire } = point;
  const lieu = TERRITOIRES.find(({ code }) => code === territoire);
  return {
    id: point.id,
    titre: point.titre,
    jour: point.jour,
    etat: point.etat,
    version: point.version,
    territoire: { code: territoire, nom: lieu?.nom ?? territoire, genitif: lieu?.genitif ?? territoire },
    prisLe: point.prisLe.toISOString(),
    arreteLe: point.arreteLe?.toISOString() ?? null,
    creePar: point.creePar,
    fermees: point.fermees,
    tenable: peutTenirPoint(acteur, point).permis,
    aujourdhui: au,
    synthese: direSynthese(lignes),
    difficultes: lesPlusEnDifficulte(lignes),
    lignes: lignes.map((ligne) => ({ ...ligne, groupe: null })),
    commentaires: commentaires.map(({ id, reforme, texte, enregistreLe, auteur }) => ({
      id: String(id),
      reforme,
      texte,
      quand: enregistreLe.toISOString(),
      auteur: auteur ?? 'Jalon',
    })),
  };
}
