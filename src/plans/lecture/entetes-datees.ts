import { reduireBlancs, sansAccents } from '#socle/valeurs';

/** A heading that is a date, alone or after « Taux de réalisation », « Attendu au »… */
export type EnteteDatee = {
  /** The words of the date, as written: « 1er juin », « 30/06/2020 », « fin 2023 ». */
  readonly date: string;
  /** What the words before the date announce: a declared rate (« Réalisé au »), an expected one, or nothing. */
  readonly annonce: 'attendu' | 'declare' | 'rien';
};

/** Reads « Taux de réalisation\n11 mai » as « 11 mai »; null when the heading does not end with a date. */
export function lireEnteteDatee(entete: string): EnteteDatee | null {
  const mots = reduireBlancs(entete);
  if (mots.length > 80) return null;
  const trouve = DATE_EN_FIN.exec(sansAccents(mots).toLowerCase());
  if (!trouve) return null;
  const avant = trouve[1] ?? '';
  const annonce = annonceDe(avant.replace(/[()[\]:,–-]/g, ' ').trim());
  return annonce === null ? null : { date: decouper(mots, trouve[2] ?? ''), annonce };
}

/** All the dates of a line of text such as « échéance 11 mai 1er juin 1er juillet », in order, or [] when it holds anything else. */
export function datesDeLaLigne(texte: string): string[] {
  const mots = reduireBlancs(texte);
  const trouvees = [...sansAccents(mots).toLowerCase().matchAll(new RegExp(DATE, 'g'))];
  const reste = sansAccents(mots)
    .toLowerCase()
    .replace(new RegExp(DATE, 'g'), '')
    .replace(/[\s|;,]+/g, '');
  // Accents removed letter for letter: positions are the same in both texts unless a ligature stands before.
  if (reste !== '') return [];
  return trouvees.map((t) => mots.slice(t.index, t.index + t[0].length));
}

const MOIS =
  '(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|janv|fevr|fev|avr|juil|sept|oct|nov|dec)\\.?';
const RANG = '(?:1 ?er|[1-4] ?(?:e|eme|nd|nde)|premier|deuxieme|troisieme|quatrieme)';
const ANNEE = '(?:19|20)\\d{2}';
const DATE = [
  `\\d{4}-\\d{2}-\\d{2}`,
  `\\d{1,2}[/.]\\d{1,2}(?:[/.]\\d{2,4})?`,
  `\\d{2}/${ANNEE}`,
  `(?:debut |mi-|mi |fin )?(?:\\d{1,2} ?(?:er)? )?${MOIS}(?: ${ANNEE}| \\d{2}(?!\\d| ?(?:er)? ?[a-z]))?`,
  `(?:t|s)[1-4] ${ANNEE}`,
  `${RANG} (?:trimestre|semestre)(?: ${ANNEE})?`,
  `(?:debut |mi-|mi |fin )?${ANNEE}`,
].join('|');
const DATE_EN_FIN = new RegExp(`^(.*?)(?:^|[\\s(:])(${DATE})\\)?$`);

const MOTS_ATTENDUS = /^(?:taux )?(?:cible|objectif|attendu|attendue|prevu|prevue|prevision|a atteindre|jalon)s?\b/;
const MOTS_DECLARES = /^(?:% |pourcentage )?(?:taux|realise|realisation|avancement|fait|%)\b/;
const LIAISON =
  /\b(?:au|le|pour|en|a|fin|d'ici|de|d'|la|du|realisation|avancement|mise|oeuvre|taux|%|execution)\b|%|'/g;

function annonceDe(avant: string): EnteteDatee['annonce'] | null {
  if (avant === '') return 'rien';
  const annonce = MOTS_ATTENDUS.test(avant) ? 'attendu' : MOTS_DECLARES.test(avant) ? 'declare' : 'rien';
  const reste = avant.replace(MOTS_ATTENDUS, '').replace(MOTS_DECLARES, '').replace(LIAISON, '').trim();
  return reste === '' ? annonce : null;
}

/** The words as written: the end of the heading, closing parenthesis left out. */
function decouper(mots: string, date: string): string {
  const fin = mots.endsWith(')') ? mots.length - 1 : mots.length;
  return mots.slice(fin - date.length, fin);
}
