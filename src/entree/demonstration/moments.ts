import { ajouterJours, anneeDe, dernierJourDuMois, type Jour, jour, moisDe, quantiemeDe } from '#socle/valeurs';

/**
 * Replaces the moments of a text by their words, counted from the day of loading: « Au plus tard {fin 0} » gives « Au plus
 * tard fin 2026 ». `{date n}` is the day n days away; for every other family, 0 is the first occurrence that has not
 * ended, -1 the last one that has (so a commitment written -1 is late), 1 the one after.
 */
export function ecrireMoments(texte: string, depuis: Jour): string {
  const ecrit = texte.replace(/\{([^{}]*)\}/g, (entier, dedans: string) => {
    const [, famille = '', rang = ''] = /^(\p{L}+) ([+-]?\d+)$/u.exec(dedans) ?? [];
    const ecrire = FAMILLES.get(famille);
    if (!ecrire) throw new Error(`Moment inconnu dans la démonstration : ${entier}`);
    return ecrire(Number(rang), depuis);
  });
  return ecrit.replace(/\bde (?=(?:avril|août|octobre) )/g, 'd’');
}

/** The first day of the month that is `rang` months away from that of `depuis`. */
export function premierDuMois(rang: number, depuis: Jour): Jour {
  const numero = anneeDe(depuis) * 12 + moisDe(depuis) - 1 + rang;
  return jourCertain(Math.floor(numero / 12), (numero % 12) + 1, 1);
}

/** « 1er mars 2027 », « 15 mars 2027 ». */
export function jourEnLettres(j: Jour): string {
  const quantieme = quantiemeDe(j);
  return `${quantieme === 1 ? '1er' : quantieme} ${nomDuMois(moisDe(j))} ${anneeDe(j)}`;
}

type Ecrire = (rang: number, depuis: Jour) => string;

const FAMILLES: ReadonlyMap<string, Ecrire> = new Map<string, Ecrire>([
  ['date', (rang, depuis) => jourEnLettres(ajouterJours(depuis, rang))],
  ['chiffres', (rang, depuis) => ajouterJours(depuis, rang).split('-').reverse().join('/')],
  ['premier', (rang, depuis) => jourEnLettres(premierDuMois(rang, depuis))],
  ['mois', (rang, depuis) => moisEtAnnee(premierDuMois(rang, depuis))],
  [
    'deuxmois',
    (rang, depuis) => {
      const [debut, fin] = [premierDuMois(rang * 2, depuis), premierDuMois(rang * 2 + 1, depuis)];
      const memeAnnee = anneeDe(debut) === anneeDe(fin);
      return `${memeAnnee ? nomDuMois(moisDe(debut)) : moisEtAnnee(debut)} / ${moisEtAnnee(fin)}`;
    },
  ],
  ['trimestre', parPartie(3, (numero, annee) => `${ordinal(numero)} trimestre ${annee}`)],
  ['semestre', parPartie(6, (numero, annee) => `${ordinal(numero)} semestre ${annee}`)],
  ['annee', (rang, depuis) => String(anneeDe(depuis) + rang)],
  [
    'debut',
    parAnnee(
      (annee) => dernierJourDuMois(annee, 3),
      (annee) => `début ${annee}`,
    ),
  ],
  [
    'rentree',
    parAnnee(
      (annee) => dernierJourDuMois(annee, 9),
      (annee) => `rentrée ${annee}`,
    ),
  ],
  [
    'automne',
    parAnnee(
      (annee) => jourCertain(annee, 12, 20),
      (annee) => `automne ${annee}`,
    ),
  ],
  [
    'fin',
    parAnnee(
      (annee) => dernierJourDuMois(annee, 12),
      (annee) => `fin ${annee}`,
    ),
  ],
]);

/** Quarters and semesters: parts of the civil year of this many months. */
function parPartie(mois: number, ecrire: (numero: number, annee: number) => string): Ecrire {
  const parAn = 12 / mois;
  return (rang, depuis) => {
    const numero = anneeDe(depuis) * parAn + Math.floor((moisDe(depuis) - 1) / mois) + rang;
    return ecrire((numero % parAn) + 1, Math.floor(numero / parAn));
  };
}

/** What comes once a year and ends on a day of that year. */
function parAnnee(finDe: (annee: number) => Jour, ecrire: (annee: number) => string): Ecrire {
  return (rang, depuis) => {
    const annee = anneeDe(depuis);
    return ecrire((finDe(annee) >= depuis ? annee : annee + 1) + rang);
  };
}

function ordinal(numero: number): string {
  return numero === 1 ? '1er' : `${numero}e`;
}

function moisEtAnnee(j: Jour): string {
  return `${nomDuMois(moisDe(j))} ${anneeDe(j)}`;
}

function nomDuMois(mois: number): string {
  return MOIS[mois - 1] ?? '';
}

const MOIS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

function jourCertain(annee: number, mois: number, quantieme: number): Jour {
  const j = jour(annee, mois, quantieme);
  if (j === null) throw new Error(`Jour absent du calendrier : ${quantieme}/${mois}/${annee}`);
  return j;
}
