import {
  arrondir,
  type Decimal,
  diviser,
  ecrireDecimal,
  entier,
  type Jour,
  joursEntre,
  lireDecimal,
  mediane,
  sommer,
} from '#socle/valeurs';
import {
  type CodeTerritoire,
  estDans,
  jumeau,
  TERRITOIRES,
  type Territoire,
  territoireDe,
  trouverTerritoire,
} from '#territoires/regles';
import type { StatutDeclare } from './lecture.ts';
import { estClose, STATUTS_DECLARES } from './statuts.ts';

/** The levels an action is declined at, one at a time. */
export const MAILLES_DE_DECLINAISON = ['departemental', 'regional'] as const;
export type MailleDeDeclinaison = (typeof MAILLES_DE_DECLINAISON)[number];

/** What a declination says on the day looked at. */
export type FaitsDeDeclinaison = {
  readonly statut: StatutDeclare | null;
  /** In percent, exact decimal text; null when never given: not measured, never 0. */
  readonly taux: string | null;
  /** Day of the last news; null when none was given. */
  readonly derniereNouvelle: Jour | null;
  readonly creeLe: Jour;
};

/** The whole made of its parts, with what is missing. */
export type Agregat = {
  readonly declinees: number;
  /** Those that gave any news. */
  readonly renseignees: number;
  readonly avecTaux: number;
  /** Of the rates given, to one decimal; null when none was. */
  readonly mediane: string | null;
  readonly moyenne: string | null;
  readonly parStatut: Readonly<Record<StatutDeclare | 'non_declare', number>>;
  readonly sansNouvelle: number;
  readonly silencieuses: number;
};

export function agreger(declinaisons: readonly FaitsDeDeclinaison[], jour: Jour, silenceJours: number): Agregat {
  const taux = declinaisons.flatMap((une) => (une.taux === null ? [] : (lireDecimal(une.taux) ?? [])));
  const parStatut = { non_declare: 0, a_lancer: 0, en_cours: 0, bloquee: 0, terminee: 0, abandonnee: 0 };
  for (const { statut } of declinaisons) parStatut[statut ?? 'non_declare'] += 1;
  const renseignees = declinaisons.filter(({ derniereNouvelle }) => derniereNouvelle !== null).length;
  return {
    declinees: declinaisons.length,
    renseignees,
    avecTaux: taux.length,
    mediane: ecrire(mediane(taux)),
    moyenne: taux.length === 0 ? null : ecrire(diviser(sommer(taux), entier(taux.length))),
    parStatut,
    sansNouvelle: declinaisons.length - renseignees,
    silencieuses: declinaisons.filter((une) => silenceDe(une, jour, silenceJours) !== null).length,
  };
}

/** Days without news beyond what the plan tolerates; null when news came, or when nothing more is awaited. */
export function silenceDe(
  { statut, derniereNouvelle, creeLe }: Omit<FaitsDeDeclinaison, 'taux'>,
  jour: Jour,
  silenceJours: number,
): number | null {
  if (estClose(statut)) return null;
  const jours = joursEntre(derniereNouvelle ?? creeLe, jour);
  return jours > silenceJours ? jours : null;
}

/** What a list of declinations may be reduced to. */
export const ETATS_FILTRES = [
  ...STATUTS_DECLARES,
  'non_declare',
  'sans_nouvelle',
  'trente_jours',
  'silencieuse',
] as const;
export type EtatFiltre = (typeof ETATS_FILTRES)[number];

export function estDansLEtat(
  declinaison: FaitsDeDeclinaison,
  etat: EtatFiltre,
  jour: Jour,
  silenceJours: number,
): boolean {
  if (etat === 'sans_nouvelle') return declinaison.derniereNouvelle === null;
  if (etat === 'trente_jours') return silenceDe(declinaison, jour, 29) !== null;
  if (etat === 'silencieuse') return silenceDe(declinaison, jour, silenceJours) !== null;
  return (declinaison.statut ?? 'non_declare') === etat;
}

/** The classes of the map of rates, from the lowest to the highest. */
export const CLASSES_DE_TAUX = [
  { cle: '0', libelle: 'moins de 25 %' },
  { cle: '25', libelle: '25 à moins de 50 %' },
  { cle: '50', libelle: '50 à moins de 75 %' },
  { cle: '75', libelle: '75 à moins de 100 %' },
  { cle: '100', libelle: '100 %' },
] as const;

/** Null when the rate was not given: no class at all. */
export function classeDeTaux(taux: string | null): string | null {
  if (taux === null) return null;
  return String(Math.min(100, Math.floor(Number(taux) / 25) * 25));
}

/** The classes of the map of news, from the freshest to what was never said. */
export const CLASSES_DE_NOUVELLE = [
  { cle: '0', libelle: 'moins de 30 jours' },
  { cle: '30', libelle: '30 à 59 jours' },
  { cle: '60', libelle: '60 jours et plus' },
  { cle: 'jamais', libelle: 'aucune nouvelle' },
] as const;

export function classeDeNouvelle(derniereNouvelle: Jour | null, jour: Jour): string {
  if (derniereNouvelle === null) return 'jamais';
  const jours = joursEntre(derniereNouvelle, jour);
  return jours >= 60 ? '60' : jours >= 30 ? '30' : '0';
}

/** Which territories of this level the plan covers, in the order of their names within their région. */
export function territoiresDeLaMaille(maille: MailleDeDeclinaison, plan: CodeTerritoire): readonly Territoire[] {
  return TERRITOIRES.filter((territoire) => territoire.maille === maille && estDans(territoire.code, plan));
}

/** The level of a territory an action is declined in; null for any other text. */
export function mailleDe(territoire: string): MailleDeDeclinaison | null {
  const maille = TERRITOIRES.find(({ code }) => code === territoire)?.maille;
  return MAILLES_DE_DECLINAISON.find((connue) => connue === maille) ?? null;
}

export type ChoixDeTerritoires = {
  readonly maille: MailleDeDeclinaison;
  readonly portee: 'tous' | 'region' | 'liste';
  readonly region: string | null;
  /** One name or code a line, or between semicolons. */
  readonly liste: string | null;
};

export type TerritoiresChoisis =
  | { readonly ok: true; readonly territoires: readonly CodeTerritoire[] }
  | { readonly ok: false; readonly champ: 'portee' | 'region' | 'liste'; readonly message: string };

/** The territories that were meant, within those of the plan; what is not understood is said, and nothing is guessed. */
export function choisirTerritoires(choix: ChoixDeTerritoires, plan: CodeTerritoire): TerritoiresChoisis {
  const possibles = territoiresDeLaMaille(choix.maille, plan).map(({ code }) => code);
  if (possibles.length === 0)
    return {
      ok: false,
      champ: 'portee',
      message: `Le plan porte sur ${territoireDe(plan).nom}, qui n’a aucun territoire de cette maille. Choisissez l’autre maille.`,
    };
  if (choix.portee === 'tous') return { ok: true, territoires: possibles };
  if (choix.portee === 'region') return deLaRegion(choix.region, possibles);
  const noms = (choix.liste ?? '')
    .split(/[\n;,]/)
    .map((nom) => nom.trim())
    .filter((nom) => nom !== '');
  if (noms.length === 0)
    return { ok: false, champ: 'liste', message: 'Écrivez au moins un territoire, par son nom ou son numéro.' };
  const lus = noms.map((nom) => ({ nom, code: lire(nom, choix.maille) }));
  const inconnus = lus.filter(({ code }) => code === null).map(({ nom }) => `« ${nom} »`);
  if (inconnus.length > 0)
    return {
      ok: false,
      champ: 'liste',
      message: `${inconnus.slice(0, 10).join(', ')} : aucun ${NOMS[choix.maille]} de ce nom. Écrivez un nom ou un numéro par ligne, par exemple « Finistère » ou « 29 ».`,
    };
  const dehors = lus.filter(({ code }) => code !== null && !possibles.includes(code)).map(({ nom }) => `« ${nom} »`);
  if (dehors.length > 0)
    return {
      ok: false,
      champ: 'liste',
      message: `${dehors.slice(0, 10).join(', ')} : hors du territoire du plan (${territoireDe(plan).nom}). Retirez-les de la liste.`,
    };
  return { ok: true, territoires: [...new Set(lus.flatMap(({ code }) => code ?? []))] };
}

/** Own territory, under both its codes where a département is the whole région: whoever keeps its declinations up to date. */
export function territoiresTenus(territoire: string): readonly string[] {
  const connu = TERRITOIRES.find(({ code }) => code === territoire);
  const autre = connu === undefined ? null : jumeau(connu.code);
  return autre === null ? [territoire] : [territoire, autre];
}

const NOMS: Readonly<Record<MailleDeDeclinaison, string>> = { departemental: 'département', regional: 'région' };

function deLaRegion(region: string | null, possibles: readonly CodeTerritoire[]): TerritoiresChoisis {
  const choisie = TERRITOIRES.find(({ code, maille }) => maille === 'regional' && code === region);
  const dedans = choisie === undefined ? [] : possibles.filter((code) => estDans(code, choisie.code));
  return dedans.length > 0
    ? { ok: true, territoires: dedans }
    : { ok: false, champ: 'region', message: 'Choisissez une région du territoire du plan.' };
}

function lire(nom: string, maille: MailleDeDeclinaison): CodeTerritoire | null {
  const lu = trouverTerritoire(nom);
  if (lu === null) return null;
  if (lu.maille === maille) return lu.code;
  const autre = jumeau(lu.code);
  return autre !== null && territoireDe(autre).maille === maille ? autre : null;
}

function ecrire(nombre: Decimal | null): string | null {
  return nombre === null ? null : ecrireDecimal(arrondir(nombre, 1));
}
