import { formaterNombre, INSECABLE } from '#interface';

/** A figure by which territories are said to be alike. `log`: what counts is « twice as many », not « 100 000 more ». */
export type CritereDeclare = {
  readonly cle: string;
  readonly nom: string;
  readonly unite: string;
  readonly echelle: 'lineaire' | 'log';
};

export const CRITERES: readonly CritereDeclare[] = [
  { cle: 'population', nom: 'population', unite: 'habitants', echelle: 'log' },
  { cle: 'densite', nom: 'densité', unite: 'habitants par km²', echelle: 'log' },
  { cle: 'communes', nom: 'communes', unite: 'communes', echelle: 'log' },
  {
    cle: 'part_urbaine',
    nom: 'part vivant dans une commune de 10 000 habitants et plus',
    unite: '%',
    echelle: 'lineaire',
  },
  { cle: 'part_des_65_ans', nom: 'part des 65 ans et plus', unite: '%', echelle: 'lineaire' },
  { cle: 'revenu_median', nom: 'revenu médian', unite: 'euros par an', echelle: 'log' },
  { cle: 'taux_de_pauvrete', nom: 'taux de pauvreté', unite: '%', echelle: 'lineaire' },
  { cle: 'superficie', nom: 'superficie', unite: 'km²', echelle: 'log' },
];

/** A territory with its figures, as decimal texts, by criterion. */
export type ProfilDeTerritoire = {
  readonly code: string;
  readonly type: TypeDeRegion;
  readonly valeurs: Readonly<Record<string, string>>;
};

export type TypeDeRegion = 'metropole' | 'ile_de_france' | 'outre_mer';

export type Semblable = {
  readonly code: string;
  /** Only an order: never shown as a figure. */
  readonly distance: number;
  /** « population 915 000 habitants contre 918 000 ». */
  readonly raisons: readonly string[];
};

export type Semblables = {
  readonly retenus: readonly Semblable[];
  /** Criteria that could be used: the territory has its figure, and so have others. */
  readonly criteres: readonly string[];
  /** Those declared that this territory has no figure for. */
  readonly manquants: readonly string[];
  /** Territories left out because one of these figures is missing. */
  readonly ecartes: number;
};

/**
 * The territories most like this one: the smallest root mean square of the standardised differences, over the criteria it has a
 * figure for and the type of its région. Floats are enough: distances order, they are never shown. Ties go by code.
 */
export function semblables(cible: ProfilDeTerritoire, tous: readonly ProfilDeTerritoire[], combien = 8): Semblables {
  const connus = new Set(tous.flatMap(({ valeurs }) => Object.keys(valeurs)));
  const declares = CRITERES.filter(({ cle }) => connus.has(cle));
  const criteres = declares.filter(({ cle }) => cible.valeurs[cle] !== undefined);
  const complets = tous.filter(({ valeurs }) => criteres.every(({ cle }) => valeurs[cle] !== undefined));
  const axes = [
    ...criteres.map((critere) => reduire(complets, (profil) => mesurer(critere, profil))),
    ...(['ile_de_france', 'outre_mer'] as const).map((type) =>
      reduire(complets, (profil) => Number(profil.type === type)),
    ),
  ];
  const retenus =
    criteres.length === 0
      ? []
      : complets
          .filter(({ code }) => code !== cible.code)
          .map((profil) => ({ profil, distance: distance(axes, cible, profil) }))
          .sort((a, b) => a.distance - b.distance || (a.profil.code < b.profil.code ? -1 : 1))
          .slice(0, combien);
  return {
    retenus: retenus.map(({ profil, distance: loin }) => ({
      code: profil.code,
      distance: loin,
      raisons: criteres.map((critere) => comparer(critere, profil, cible)),
    })),
    criteres: criteres.map(({ nom }) => nom),
    manquants: declares.filter((critere) => !criteres.includes(critere)).map(({ nom }) => nom),
    ecartes: tous.length - complets.length,
  };
}

type Axe = (profil: ProfilDeTerritoire) => number;

function mesurer({ cle, echelle }: CritereDeclare, { valeurs }: ProfilDeTerritoire): number {
  const valeur = Number(valeurs[cle]);
  return echelle === 'log' ? Math.log(Math.max(valeur, Number.MIN_VALUE)) : valeur;
}

/** How many standard deviations from the mean; the same for all where they do not differ. */
function reduire(profils: readonly ProfilDeTerritoire[], mesure: Axe): Axe {
  const valeurs = profils.map(mesure);
  const moyenne = valeurs.reduce((somme, valeur) => somme + valeur, 0) / Math.max(valeurs.length, 1);
  const variance = valeurs.reduce((somme, valeur) => somme + (valeur - moyenne) ** 2, 0) / Math.max(valeurs.length, 1);
  const ecartType = Math.sqrt(variance);
  return (profil) => (ecartType === 0 ? 0 : (mesure(profil) - moyenne) / ecartType);
}

function distance(axes: readonly Axe[], a: ProfilDeTerritoire, b: ProfilDeTerritoire): number {
  const carres = axes.map((axe) => (axe(a) - axe(b)) ** 2);
  return Math.sqrt(carres.reduce((somme, carre) => somme + carre, 0) / Math.max(axes.length, 1));
}

function comparer({ cle, nom, unite }: CritereDeclare, autre: ProfilDeTerritoire, cible: ProfilDeTerritoire): string {
  const [sienne, voisine] = [cible.valeurs[cle] ?? '', autre.valeurs[cle] ?? ''];
  const suite = unite === '%' ? `${INSECABLE}%` : '';
  return `${nom} ${formaterNombre(voisine)}${suite} contre ${formaterNombre(sienne)}${suite}`;
}
