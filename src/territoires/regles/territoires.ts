import { cleDeNom } from './cle.ts';
import { type Article, DEPARTEMENTS, type Lieu, REGIONS } from './referentiel/territoires.ts';

/** `FR`, `R` + INSEE code of a région (`R53`), `D` + INSEE code of a département (`D29`, `D2A`, `D971`). */
export type CodeTerritoire = 'FR' | `R${string}` | `D${string}`;

export type Maille = 'national' | 'regional' | 'departemental';

export type Territoire = {
  readonly code: CodeTerritoire;
  /** INSEE code; null for France. */
  readonly insee: string | null;
  readonly nom: string;
  readonly maille: Maille;
  readonly parent: CodeTerritoire | null;
  /** Where, in a sentence: « dans le Finistère », « en Bretagne », « à La Réunion ». */
  readonly locution: string;
  /** Of what, in a sentence: « du Finistère », « de Bretagne », « de l’Ain », « d’Ille-et-Vilaine ». */
  readonly genitif: string;
};

/** France, then the 18 régions, then the 101 départements, each in the order of their codes. */
export const TERRITOIRES: readonly Territoire[] = [
  {
    code: 'FR',
    insee: null,
    nom: 'France',
    maille: 'national',
    parent: null,
    locution: 'en France',
    genitif: 'de France',
  },
  ...REGIONS.map(
    ([insee, nom, article, lieu]): Territoire => ({
      code: `R${insee}`,
      insee,
      nom,
      maille: 'regional',
      parent: 'FR',
      ...tournures(nom, article, lieu),
    }),
  ),
  ...DEPARTEMENTS.map(
    ([insee, nom, article, lieu, region]): Territoire => ({
      code: `D${insee}`,
      insee,
      nom,
      maille: 'departemental',
      parent: `R${region}`,
      ...tournures(nom, article, lieu),
    }),
  ),
];

const PAR_CODE: ReadonlyMap<string, Territoire> = new Map(TERRITOIRES.map((t) => [t.code, t]));

/** Reads a code, whatever its capitals; null when no territory bears it. */
export function lireCodeTerritoire(texte: string): CodeTerritoire | null {
  return PAR_CODE.get(texte.trim().toUpperCase())?.code ?? null;
}

/** The territory of this code. Throws on a code nobody read with `lireCodeTerritoire`. */
export function territoireDe(code: CodeTerritoire): Territoire {
  const territoire = PAR_CODE.get(code);
  if (!territoire) throw new Error(`Aucun territoire ne porte le code « ${code} ».`);
  return territoire;
}

/** From the parent up to France: `D29` → `R53`, `FR`. */
export function ancetres(code: CodeTerritoire): readonly CodeTerritoire[] {
  const { parent } = territoireDe(code);
  return parent === null ? [] : [parent, ...ancetres(parent)];
}

/** Everything below: a région's départements, all the régions and départements for `FR`. */
export function descendants(code: CodeTerritoire): readonly CodeTerritoire[] {
  const enfants = TERRITOIRES.filter((t) => t.parent === code).map((t) => t.code);
  return enfants.flatMap((enfant) => [enfant, ...descendants(enfant)]);
}

/** True when `code` is `ancetre` or lies below it. */
export function estDans(code: CodeTerritoire, ancetre: CodeTerritoire): boolean {
  return code === ancetre || ancetres(code).includes(ancetre);
}

/**
 * The same ground under its other code, where one département is the whole région (the five overseas): `R04` ↔ `D974`.
 * Null everywhere else, Paris included.
 */
export function jumeau(code: CodeTerritoire): CodeTerritoire | null {
  return JUMEAUX.get(code) ?? null;
}

/**
 * A territory by code (`D29`, `29`, `1` for the Ain, `R53`, `2a`, `FRANCE`) or by name, whatever case, accents, hyphens
 * and articles. A bare number is a département. « Guadeloupe », which names both, is the département: say `R01`,
 * « région Guadeloupe », for the région.
 */
export function trouverTerritoire(texte: string): Territoire | null {
  return PAR_NOM.get(cleDeNom(texte)) ?? null;
}

const JUMEAUX: ReadonlyMap<CodeTerritoire, CodeTerritoire> = new Map(
  REGIONS.flatMap(([insee]) => {
    const [seul, autre] = DEPARTEMENTS.filter(([, , , , region]) => region === insee);
    if (!seul || autre) return [];
    const region: CodeTerritoire = `R${insee}`;
    const departement: CodeTerritoire = `D${seul[0]}`;
    return [
      [region, departement],
      [departement, region],
    ];
  }),
);

const PAR_NOM: ReadonlyMap<string, Territoire> = (() => {
  const index = new Map<string, Territoire>();
  // Départements last: they win over the overseas région of the same name.
  for (const territoire of TERRITOIRES) {
    for (const nom of nomsDe(territoire)) index.set(cleDeNom(nom), territoire);
  }
  return index;
})();

function nomsDe({ code, insee, nom, maille }: Territoire): readonly string[] {
  switch (maille) {
    case 'national':
      return [code, nom, 'France entière', 'national', 'niveau national'];
    case 'regional': {
      const autres = REGIONS.find(([region]) => region === insee)?.[4];
      return [code, nom, `région ${nom}`, ...(autres === undefined ? [] : autres.split('|'))];
    }
    case 'departemental': {
      const sansZero = insee?.replace(/^0/, '') ?? '';
      return [code, nom, `département ${nom}`, insee ?? '', sansZero, `département ${insee}`];
    }
  }
}

function tournures(nom: string, article: Article, lieu: Lieu): Pick<Territoire, 'locution' | 'genitif'> {
  const colle = article === 'l’' ? '' : ' ';
  const locution = lieu === 'dans' ? `dans ${article}${colle}${nom}` : `${lieu} ${nom}`;
  return { locution, genitif: genitif(nom, article) };
}

function genitif(nom: string, article: Article): string {
  switch (article) {
    case 'le':
      return `du ${nom}`;
    case 'les':
      return `des ${nom}`;
    case 'la':
      return `de la ${nom}`;
    case 'l’':
      return `de l’${nom}`;
    case '':
      return /^[AEÉIÎOU]/.test(nom) ? `d’${nom}` : `de ${nom}`;
  }
}
