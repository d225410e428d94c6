import { type Acteur, type Decision, neFontQueLire, PERMIS, refus } from '#acces';
import { type Maille, TERRITOIRES } from '#territoires';

/** What a policy needs to know of a point d'étape. */
export type PointVu = {
  readonly territoire: string;
  /** Whose point it is. */
  readonly organisation: string;
  readonly etat: 'brouillon' | 'arrete' | 'abandonne';
};

/** Who prepares points d'étape of a territory: its prefect, and the DITP; nationally, the teams of reforms. */
export function peutPreparerPoint(acteur: Acteur, territoire: string): Decision {
  const maille = TERRITOIRES.find(({ code }) => code === territoire)?.maille ?? null;
  if (maille === null) return refus('point.territoire', 'Ce territoire n’existe pas.');
  if (acteur.profil === 'ditp') return PERMIS;
  if (neFontQueLire(acteur.profil))
    return refus('point.profil', 'Votre profil lit les points d’étape sans en préparer.');
  if (acteur.profil === PREPARENT[maille] && (maille === 'national' || acteur.territoire === territoire)) return PERMIS;
  return refus('point.niveau', QUI_PREPARE[maille]);
}

/** Who changes this one while it is a draft, settles it, and comments on it: nationally, the team whose point it is. */
export function peutTenirPoint(acteur: Acteur, point: PointVu): Decision {
  const permis = peutPreparerPoint(acteur, point.territoire);
  if (!permis.permis || acteur.profil === 'ditp' || point.territoire !== 'FR') return permis;
  return acteur.organisations.includes(point.organisation)
    ? PERMIS
    : refus('point.equipe', 'Ce point d’étape est celui d’une autre équipe.');
}

/** Who reads it: whoever keeps it, and once it is settled whoever reads at least one of its reforms there. */
export function peutLirePoint(acteur: Acteur, point: PointVu, lisibles: number): Decision {
  if (peutTenirPoint(acteur, point).permis) return PERMIS;
  if (point.etat !== 'arrete')
    return refus('point.brouillon', 'Ce point d’étape est en préparation : seuls ceux qui le préparent le voient.');
  return lisibles > 0
    ? PERMIS
    : refus(
        'point.lire',
        'Aucune réforme de ce point d’étape ne vous est ouverte. Une habilitation peut vous en ouvrir.',
      );
}

const PREPARENT: Readonly<Record<Maille, Acteur['profil']>> = {
  national: 'chef_de_projet',
  regional: 'prefet_region',
  departemental: 'prefet_departement',
};

const QUI_PREPARE: Readonly<Record<Maille, string>> = {
  national: 'Au niveau national, seules les équipes des réformes et la DITP préparent des points d’étape.',
  regional: 'Pour une région, seuls son préfet, le SGAR et la DITP préparent des points d’étape.',
  departemental: 'Pour un département, seuls son préfet et la DITP préparent des points d’étape.',
};
