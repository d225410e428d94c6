import type { Jour } from '#socle/valeurs';
import {
  type Agregat,
  type Agregation,
  agreger,
  type Enfant,
  type Fenetre,
  type MesureDeRatio,
  type MesurePonderee,
} from '../regles/agregation.ts';
import { finDeMois, type Mois, moisDuJour } from '../regles/mois.ts';
import { derniereAu, type PointDate, type Serie } from '../regles/series.ts';
import { poidsAu, pointsDuNumerateur, serieDe, traiter } from './lecture-de-series.ts';
import type { LirePoints, MethodeDAgregation, Parametres, TypeDeValeur } from './modele.ts';
import { enfantsDe } from './portee.ts';

/** The value of a whole on a day. */
export type AgregatDate = { readonly jour: Jour; readonly agregat: Agregat };

/**
 * What a whole is made of: for each kind of value, how to aggregate the territories inside it on a day, and on which
 * days. Days are those of the values of its territories, one a month: the last.
 */
export type Ensemble = {
  agregation(type: TypeDeValeur, jour: Jour): Agregation;
  readonly jours: Readonly<Record<TypeDeValeur, readonly Jour[]>>;
};

type SerieDEnfant = { readonly territoire: string; readonly applicable: boolean; readonly points: Serie };

/** How this whole is made. `saisies`: the values typed for it, where the indicator says they are. */
export function ensembleDe(
  parametres: Parametres,
  lire: LirePoints,
  territoire: string,
  saisies: Readonly<Record<TypeDeValeur, readonly PointDate[]>>,
): Ensemble {
  const enfants = enfantsDe(parametres, territoire);
  const series = (type: TypeDeValeur): readonly SerieDEnfant[] =>
    enfants.map(({ code }) => ({
      territoire: code,
      applicable: !parametres.sansObjet.has(code),
      points: pointsDe(parametres, lire, code, type),
    }));
  const parType: Readonly<Record<TypeDeValeur, readonly SerieDEnfant[]>> = {
    vi: parametres.agregation.vi === 'saisie' ? [] : series('vi'),
    va: parametres.agregation.va === 'saisie' ? [] : series('va'),
    vc: parametres.agregation.vc === 'saisie' ? [] : series('vc'),
  };
  const jours = (type: TypeDeValeur): readonly Jour[] =>
    parametres.agregation[type] === 'saisie'
      ? saisies[type].map(({ date }) => date)
      : type === 'vi'
        ? dernierDe(parType.vi.flatMap(({ points }) => points.map(({ date }) => date)))
        : derniersDesMois(parType[type].flatMap(({ points }) => points.map(({ date }) => date)));
  return {
    jours: { vi: jours('vi'), va: jours('va'), vc: jours('vc') },
    agregation(type, jour) {
      const methode = parametres.agregation[type];
      if (methode === 'saisie') {
        return { methode, saisie: saisies[type].findLast(({ date }) => date <= jour) ?? null };
      }
      const mesure = (serie: SerieDEnfant) => mesureAu(type, serie.points, jour);
      return composer(parametres, lire, methode, parType[type], mesure);
    },
  };
}

/** The value of this whole on each of its days. */
export function agregatsDates(
  { agregation, jours }: Ensemble,
  type: TypeDeValeur,
  toleranceEnMois: number,
): readonly AgregatDate[] {
  return jours[type].map((jour) => {
    const fenetre: Fenetre | null = type === 'va' ? { au: jour, toleranceEnMois } : null;
    return { jour, agregat: agreger(agregation(type, jour), fenetre) };
  });
}

function pointsDe(parametres: Parametres, lire: LirePoints, code: string, type: TypeDeValeur): Serie {
  if (parametres.agregation[type] === 'ratio') return serieDe(pointsDuNumerateur(lire, parametres, code, type));
  const points = lire(parametres.numero, code)[type];
  return type === 'va' ? traiter(parametres, points) : serieDe(points);
}

/**
 * The value of a child on a day: its last measure; its start, whenever it was; its target of that month, so that targets
 * set for different terms are never added up.
 */
function mesureAu(type: TypeDeValeur, points: Serie, jour: Jour): PointDate | null {
  switch (type) {
    case 'va':
      return derniereAu(points, jour);
    case 'vi':
      return points.at(-1) ?? null;
    case 'vc': {
      const derniere = derniereAu(points, finDeMois(moisDuJour(jour)));
      return derniere !== null && moisDuJour(derniere.date) === moisDuJour(jour) ? derniere : null;
    }
  }
}

function composer(
  { denominateur, facteur }: Parametres,
  lire: LirePoints,
  methode: Exclude<MethodeDAgregation, 'saisie'>,
  series: readonly SerieDEnfant[],
  mesureDe: (serie: SerieDEnfant) => PointDate | null,
): Agregation {
  const enfants = <M>(lireMesure: (point: PointDate, territoire: string) => M): readonly Enfant<M>[] =>
    series.map((serie) => {
      const point = mesureDe(serie);
      const { territoire, applicable } = serie;
      return { territoire, applicable, mesure: point && lireMesure(point, territoire) };
    });
  const poids = (territoire: string, date: Jour) => poidsAu(lire, denominateur, territoire, date);
  switch (methode) {
    case 'aucune':
      return { methode };
    case 'somme':
      return { methode, enfants: enfants((point) => point) };
    case 'moyenne_ponderee':
      return {
        methode,
        enfants: enfants((point, code): MesurePonderee => ({ ...point, poids: poids(code, point.date) })),
      };
    case 'ratio':
      return {
        methode,
        facteur,
        enfants: enfants(
          ({ date, valeur }, code): MesureDeRatio => ({ date, numerateur: valeur, denominateur: poids(code, date) }),
        ),
      };
  }
}

function derniersDesMois(jours: readonly Jour[]): readonly Jour[] {
  const parMois = new Map<Mois, Jour>();
  for (const jour of jours) {
    const mois = moisDuJour(jour);
    const connu = parMois.get(mois);
    if (connu === undefined || jour > connu) parMois.set(mois, jour);
  }
  return [...parMois.values()].sort();
}

function dernierDe(jours: readonly Jour[]): readonly Jour[] {
  const dernier = jours.toSorted().at(-1);
  return dernier === undefined ? [] : [dernier];
}
