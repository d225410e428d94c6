import { reduireBlancs } from '#socle/valeurs';

export type RoleDePilote = 'pilote' | 'en_lien_avec' | 'concours';

/** A stretch of a cell whose services share one role. */
export type Segment = {
  readonly role: RoleDePilote;
  readonly texte: string;
  /** Introduced by « de » (« avec l’appui de … »): each service then begins with « de », « du », « des ». */
  readonly genitif: boolean;
};

/**
 * Cuts a cell where linking words change the role: « avec », « en lien avec » and their like, « avec le concours de »,
 * « sous le pilotage de ». Each line is read for itself, unless a line ends on linking words and opens a list.
 */
export function decouperEnRoles(cellule: string): readonly Segment[] {
  const segments: Segment[] = [];
  let courant: Omit<Segment, 'texte'> = { role: 'pilote', genitif: false };
  for (const ligne of lignesVoulues(cellule)) {
    const deLaLigne = segmentsDe(ligne, courant);
    const dernier = deLaLigne.at(-1);
    if (dernier && !AVEC_DES_MOTS.test(dernier.texte)) courant = { role: dernier.role, genitif: dernier.genitif };
    segments.push(...deLaLigne);
  }
  return segments.filter(({ texte }) => AVEC_DES_MOTS.test(texte));
}

const AVEC_DES_MOTS = /[\p{L}\d]/u;

const LIEN =
  '(?:lien|liaison|association|partenariat|relation|coordination|concertation|collaboration|coopération|articulation|coconstruction|co-construction)';
const APPUI = '(?:concours|appui|soutien|aide|assistance|contribution|participation|collaboration)';

/** Linking words, in the order they are tried. `genitif`: what follows begins with « de ». */
const LIAISONS: readonly { readonly motif: string; readonly role: RoleDePilote; readonly genitif: boolean }[] = [
  { motif: `avec\\s+(?:le\\s+|la\\s+|l['’]\\s*)${APPUI}`, role: 'concours', genitif: true },
  { motif: `(?:appui|concours|soutien|contributeurs?|contributrices?)\\s*:`, role: 'concours', genitif: false },
  {
    motif: `(?:et|,)\\s+(?:l['’]\\s*)?(?:appui|concours|soutien)(?=\\s+(?:de|du|des|d['’]))`,
    role: 'concours',
    genitif: true,
  },
  { motif: `en\\s+co-?pilotage\\s+avec|co-?pilotée?s?\\s+(?:par|avec)`, role: 'pilote', genitif: false },
  {
    motif: `sous\\s+(?:le\\s+|la\\s+|l['’]\\s*)?(?:co-?)?(?:pilotage|égide|responsabilité|conduite|coordination|autorité|supervision)`,
    role: 'pilote',
    genitif: true,
  },
  { motif: `pilotage(?:\\s*:|(?=\\s+(?:de|du|des|d['’])))`, role: 'pilote', genitif: true },
  {
    motif: `(?:pilotage\\s+(?:par|assuré\\s+par)|pilotée?s?\\s+par|pilotage(?=\\s+\\p{Lu}))`,
    role: 'pilote',
    genitif: false,
  },
  { motif: `(?:co-?)?(?:pilotes?|responsables?|porteurs?|chefs?\\s+de\\s+file)\\s*:`, role: 'pilote', genitif: false },
  {
    motif: `(?:en\\s+(?:étroite?\\s+)?${LIEN}(?:\\s+étroite?)?\\s+avec|en\\s+lien)(?:\\s*:)?`,
    role: 'en_lien_avec',
    genitif: false,
  },
  { motif: `(?:partenaires?|associés?|services?\\s+associés?)\\s*:`, role: 'en_lien_avec', genitif: false },
  { motif: `(?:en\\s+)?associant`, role: 'en_lien_avec', genitif: false },
  {
    motif: `(?:(?:conjointement|de\\s+concert|et)\\s+|ainsi\\s+qu['’]\\s*)?avec(?:\\s*:)?`,
    role: 'en_lien_avec',
    genitif: false,
  },
  // A sentence cut short: « DMAT/SDAT/BCAM, en [lien avec les] ministères du périmètre ATE ».
  { motif: `(?<=,\\s*)en(?=\\s)(?!\\s+charge)`, role: 'en_lien_avec', genitif: false },
];

const UNE_LIAISON = LIAISONS.map(({ motif }) => `(${motif})`).join('|');
const LIAISON = new RegExp(`(?<![\\p{L}\\d'’])(?:${UNE_LIAISON})(?![\\p{L}\\d])`, 'giu');
const APARTE_DE_LIAISON = new RegExp(`\\(\\s*(?=(?:${UNE_LIAISON})(?![\\p{L}\\d]))((?:[^()]|\\([^()]*\\))*)\\)`, 'giu');

function segmentsDe(ligneBrute: string, initial: Omit<Segment, 'texte'>): readonly Segment[] {
  // « DMAT (en lien avec la DNUM) » says the same as « DMAT, en lien avec la DNUM ».
  const ligne = ligneBrute.replace(APARTE_DE_LIAISON, (aparte) => `, ${aparte.slice(1, -1).trim()}`);
  const visible = ligne.replace(/\([^()]*\)|«[^»]*»/gu, (aparte) => '_'.repeat(aparte.length));
  const segments: Segment[] = [];
  let ouvert = initial;
  let debut = 0;
  for (const trouve of visible.matchAll(LIAISON)) {
    const liaison = LIAISONS[trouve.slice(1).findIndex((groupe) => groupe !== undefined)];
    if (!liaison) continue;
    segments.push({ ...ouvert, texte: ligne.slice(debut, trouve.index).replace(/\s+et\s*$/iu, '') });
    ouvert = { role: liaison.role, genitif: liaison.genitif };
    debut = trouve.index + trouve[0].length;
  }
  segments.push({ ...ouvert, texte: ligne.slice(debut) });
  return corriger(segments.map(sansDebutPerdu));
}

/** « de la DNUM et en lien avec … »: the linking words before « de » are lost, so this is not the main pilote. */
function sansDebutPerdu(segment: Segment): Segment {
  const perdu = segment.role === 'pilote' && !segment.genitif && /^\s*(?:de|du|des|d['’])[\s'’]/iu.test(segment.texte);
  return perdu ? { ...segment, role: 'en_lien_avec', genitif: true } : segment;
}

/** « DREETS, sous le pilotage du SGAR »: the pilote is the SGAR, the service named first takes part. */
function corriger(segments: readonly Segment[]): readonly Segment[] {
  const pilotage = segments.findIndex(({ role, genitif }) => role === 'pilote' && genitif);
  return segments.map((segment, rang) =>
    rang < pilotage && segment.role === 'pilote' ? { ...segment, role: 'concours' } : segment,
  );
}

/** The lines meant as such: a line that starts or stops in the middle of an expression was only wrapped. */
function lignesVoulues(cellule: string): readonly string[] {
  const lignes: string[] = [];
  for (const ligne of cellule.split(/\r\n|[\n\r\v\u2028]/u).map(reduireBlancs)) {
    const precedente = lignes.at(-1);
    const coupee = precedente !== undefined && (EN_SUSPENS.test(precedente) || EN_SUITE.test(ligne));
    if (ligne === '') continue;
    if (coupee) lignes[lignes.length - 1] = `${precedente} ${ligne}`;
    else lignes.push(ligne);
  }
  return lignes;
}

const EN_SUSPENS = /(?:[,/(]|(?<![\p{L}\d])(?:et|en|en\s+lien|avec|de|du|des|d['’]|le|la|les|l['’]|au|aux|SG))$/u;
const EN_SUITE = /^(?:(?:et|de|du|des|le|la|les|au|aux|avec|en\s+lien|ainsi)\s|[dl]['’]|[/),])/u;
