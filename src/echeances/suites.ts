import { apresDesinence, lireOrdinal } from './lexique.ts';
import type { Fragment, Moment } from './moment.ts';
import type { Lu, Mot, Regle, Vocabulaire } from './mots.ts';
import { apresLaPlusLongue, estMot, nombreA, vocabulaire } from './mots.ts';
import { lireMoment, lireMotDePart } from './nommer.ts';

/** How two moments follow each other in the words; `juxtaposes`: nothing between them but a blank. */
export type Lien = 'a' | 'fleche' | 'separe' | 'tiret' | 'barre' | 'et' | 'ou' | 'virgule' | 'juxtaposes';

export type Membre = { readonly moment: Moment; readonly i: number; readonly suite: number };

/** One or several moments said in one breath: « octobre / novembre 2021 », « du 3 au 7 avril ». One link less than members. */
export type Suite = { readonly membres: readonly Membre[]; readonly liens: readonly Lien[] };

export const lireSuite: Regle<Suite> = (mots, i) => {
  const entre = apresLaPlusLongue(mots, i, ENTRE);
  const brut = lireMembres(mots, entre ?? i);
  if (!brut) return null;
  const membres = completer(brut.valeur.membres);
  if (!membres) return null;
  const [premier, ...autres] = brut.valeur.liens;
  if (entre === null) return { valeur: { membres, liens: brut.valeur.liens }, suite: brut.suite };
  if (premier !== 'et' || membres.length !== 2 || autres.length > 0) return null;
  return { valeur: { membres, liens: ['a'] }, suite: brut.suite };
};

/** Index after the little words before a moment: « en », « le », « au », « à la ». */
export function apresArticle(mots: readonly Mot[], i: number): number {
  return apresLaPlusLongue(mots, i, ARTICLES) ?? i;
}

type MembreBrut = { readonly lu: Moment | Fragment; readonly i: number; readonly suite: number };

function lireMembres(mots: readonly Mot[], i: number): Lu<{ membres: MembreBrut[]; liens: Lien[] }> {
  const membres: MembreBrut[] = [];
  const liens: Lien[] = [];
  // What was read up to the last whole moment: a dangling fragment or link is given back to whoever reads next.
  let sur: { membres: number; suite: number } | null = null;
  let place = i;
  let lien: Lien | null = null;
  while (membres.length < LONGUEUR_MAXIMALE) {
    const membre: MembreBrut | null = lireMembre(mots, place) ?? lireMembre(mots, apresArticle(mots, place));
    if (!membre) break;
    if (lien) liens.push(lien);
    membres.push(membre);
    if ('grain' in membre.lu) sur = { membres: membres.length, suite: membre.suite };
    const suivant = lireLien(mots, membre.suite);
    lien = suivant.valeur;
    place = suivant.suite;
  }
  if (!sur) return null;
  return {
    valeur: { membres: membres.slice(0, sur.membres), liens: liens.slice(0, sur.membres - 1) },
    suite: sur.suite,
  };
}

function lireMembre(mots: readonly Mot[], i: number): MembreBrut | null {
  const moment = lireMoment(mots, i);
  if (moment) return { lu: moment.valeur, i, suite: moment.suite };
  const part = lireMotDePart(mots, i);
  if (part && part.valeur !== 'entier' && lireLien(mots, part.suite).valeur !== 'juxtaposes') {
    return { lu: { part: part.valeur }, i, suite: part.suite };
  }
  const nombre = nombreA(mots, i);
  const rang = nombre && nombre.chiffres <= 2 ? nombre.valeur : null;
  const ordinal = rang === null ? lireOrdinal(mots, i) : { valeur: rang, suite: apresDesinence(mots, i + 1) };
  if (!ordinal || lireLien(mots, ordinal.suite).valeur === 'juxtaposes') return null;
  return { lu: { nombre: ordinal.valeur }, i, suite: ordinal.suite };
}

/** A fragment borrows from the whole moment that comes after it: « 5 et 6 avril », « 1er et 2e trimestres 2023 ». */
function completer(membres: readonly MembreBrut[]): readonly Membre[] | null {
  const complets: Membre[] = [];
  let modele = null as Moment | null;
  for (const { lu, i, suite } of [...membres].reverse()) {
    const moment: Moment | null = 'grain' in lu ? lu : (modele?.decliner?.(lu) ?? null);
    if (!moment) return null;
    complets.unshift({ moment, i, suite });
    modele = moment;
  }
  return complets;
}

export function lireLien(mots: readonly Mot[], i: number): { valeur: Lien; suite: number } {
  for (const [lien, expressions] of LIENS) {
    const suite = apresLaPlusLongue(mots, i, expressions);
    if (suite !== null)
      return { valeur: lien, suite: estMot(mots, i, ',') && estMot(mots, suite, 'et') ? suite + 1 : suite };
  }
  return { valeur: 'juxtaposes', suite: i };
}

/** Nobody lists more deadlines in one breath; beyond, it is a table pasted in a cell. */
const LONGUEUR_MAXIMALE = 40;

const LIENS: readonly (readonly [Lien, Vocabulaire])[] = [
  [
    'a',
    vocabulaire(
      'a',
      'au',
      'aux',
      'a la',
      'a l',
      'jusqu a',
      'jusqu au',
      'jusqu en',
      'jusqu a la',
      'jusque',
      'et jusqu a',
      'et jusqu au',
      'et jusqu en',
      ', jusqu au',
      ', jusqu a',
      ', jusqu en',
    ),
  ],
  ['fleche', vocabulaire('→', '- →', '- >', '= >')],
  ['separe', vocabulaire(';', 'puis', ', puis', 'et puis', '; puis', '; ;', 'puis en')],
  ['ou', vocabulaire('ou', 'ou bien', 'voire', 'et / ou', 'et ou', ', voire', ', ou')],
  ['et', vocabulaire('et', '&', '+', 'et de', 'et d', 'et du', 'ainsi que')],
  ['tiret', vocabulaire('-', '- -')],
  ['barre', vocabulaire('/', '/ /')],
  ['virgule', vocabulaire(',')],
];

const ARTICLES = vocabulaire(
  'la periode',
  'sur la periode',
  'pendant la periode',
  'le',
  'ce',
  'cet',
  'cette',
  'la',
  'l',
  'les',
  'en',
  'au',
  'aux',
  'a',
  'a la',
  'a l',
  'du',
  'de',
  'd',
  'de la',
  'de l',
  'dans',
  'dans le',
  'dans la',
  'dans l',
  'sur',
  'sur le',
  'au mois de',
  'au mois d',
  'au cours du',
  'au cours de',
  'au cours de l',
  'au cours des',
  'en mois de',
);

const ENTRE = vocabulaire('entre', 'compris entre', 'comprise entre');
