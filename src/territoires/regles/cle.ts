import { cleDeTexte } from '#socle/valeurs';

/**
 * The form under which two names are the same name: no accents, capitals, hyphens nor spaces, singular, without the
 * articles and prepositions between the words. « les SGC-D », « SGCD » and « SGC D » share one key.
 */
export function cleDeNom(texte: string): string {
  return motsDe(texte).join('');
}

/**
 * The significant words of a name, each in its normal form: no accents, singular unless it is one of the `sigles`
 * (IGAS is not several IGA).
 */
export function motsDe(texte: string, sigles: ReadonlySet<string> = AUCUN_SIGLE): readonly string[] {
  const bruts = decouper(texte);
  const debut = bruts.findIndex((mot) => !MOTS_DE_TETE.has(mot));
  if (debut < 0) return [];
  const utiles = bruts.slice(debut);
  // A last word such as « des » is a sentence cut short (« les DRH des »): it is kept so that nothing matches by luck.
  return utiles
    .filter((mot, rang) => rang === utiles.length - 1 || !MOTS_VIDES.has(mot))
    .map((mot) => (sigles.has(mot) ? mot : singulier(mot)));
}

/** True when the text speaks of several services: « les SGAR », « aux préfectures », « tous les SGC-D ». */
export function estAuPluriel(texte: string): boolean {
  const mots = decouper(texte);
  const premier = mots[0];
  if (premier !== undefined && ANNONCES_DE_PLURIEL.has(premier)) return true;
  const nom = mots.find((mot) => !MOTS_DE_TETE.has(mot));
  return nom !== undefined && NOMS_AU_PLURIEL.test(nom);
}

/** The acronyms written in a name, as words of a key: « Plate-forme RH » → rh. */
export function siglesDe(nom: string): readonly string[] {
  return nom
    .split(/[^\p{L}\d]+/u)
    .filter((mot) => /\p{Lu}.*\p{Lu}/u.test(mot))
    .flatMap(decouper);
}

const AUCUN_SIGLE: ReadonlySet<string> = new Set();
const MOTS_VIDES = new Set(['le', 'la', 'les', 'un', 'une', 'de', 'du', 'des', 'au', 'aux', 'a', 'en', 'dans']);
const ANNONCES_DE_PLURIEL = new Set(['les', 'des', 'aux', 'tous', 'toutes', 'chaque', 'ensemble']);
const MOTS_DE_TETE = new Set([...MOTS_VIDES, 'tout', 'tous', 'toutes', 'chaque', 'ensemble']);

/** Only plain words: the last letter of a sigle (DDETS, MTES) says nothing of its number. */
const NOMS_AU_PLURIEL =
  /^(prefectures|prefets|prefetes|directions|directeurs|secretariats|secretaires|services|ministeres|plates?formes|unites|regions|bureaux)$/;

function decouper(texte: string): string[] {
  return (
    cleDeTexte(texte)
      // « DDT(M) », « DDETS(PP) »: the optional letters belong to the sigle, they are not an aside.
      .replace(
        /([a-z])\((m|pp|d|-d|-pp)\)/g,
        (_, avant: string, option: string) => `${avant}ou${option.replace('-', '')}`,
      )
      .replace(/\((s|x)\)/g, '')
      .replace(/&/g, ' et ')
      .replace(/\b(?:[ldn]|qu)'/g, '')
      // Typed without apostrophe: « cotes d armor », « direction de l administration » (but « SGC D » keeps its D).
      .replace(/\b[ld] (?=[aeiouyh])/g, '')
      .replace(/([a-z])(\d)/g, '$1 $2')
      .split(/[^a-z0-9]+/)
      .filter((mot) => mot !== '')
  );
}

function singulier(mot: string): string {
  if (mot.length < 4) return mot;
  if (mot.endsWith('eaux')) return mot.slice(0, -1);
  if (mot.length > 5 && mot.endsWith('aux')) return `${mot.slice(0, -3)}al`;
  return mot.endsWith('s') || mot.endsWith('x') ? mot.slice(0, -1) : mot;
}
