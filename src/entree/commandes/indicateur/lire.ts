import { z } from 'zod';
import {
  type Depart,
  type Direction,
  direJour,
  direValeur,
  enSerie,
  finDeMois,
  lireMois,
  type Serie,
  type Suivi,
} from '#indicateurs';
import {
  comparerDecimaux,
  type Decimal,
  decimalesDe,
  echec,
  type Jour,
  lireDecimal,
  lireJour,
  type Resultat,
  reussite,
} from '#socle/valeurs';

export type SuiviLu = {
  readonly suivi: Suivi;
  readonly au: Jour;
  /** The most decimals a value was written with. */
  readonly decimales: number;
};

/** Reads the JSON of one indicator; a refusal says where it is wrong, and what was expected there. */
export function lireSuivi(texte: string): Resultat<SuiviLu> {
  const json = lireJson(texte);
  if (!json.ok) return json;
  const lu = SUIVI.safeParse(json.valeur);
  if (!lu.success) return refuser(lu.error.issues.map(direFaute).join('\n'));
  const { direction, valeurInitiale, au } = lu.data;
  const cibles = lireSerie('cibles', lu.data.cibles);
  if (!cibles.ok) return cibles;
  const valeurs = lireSerie('valeurs', lu.data.valeurs);
  if (!valeurs.ok) return valeurs;
  const depart = lireDepart(valeurInitiale, valeurs.valeur);
  const nombres = [...cibles.valeur, ...valeurs.valeur, ...(depart ? [depart] : [])];
  return reussite({
    suivi: { direction, depart, cibles: cibles.valeur, valeurs: valeurs.valeur },
    au,
    decimales: nombres.reduce((plus, { valeur }) => Math.max(plus, decimalesDe(valeur)), 0),
  });
}

/**
 * Numbers become texts before JSON is understood: JavaScript would turn « 0.1 » and « 12345678901234567890 » into
 * floats. Strings are skipped over, so nothing else changes.
 */
function lireJson(texte: string): Resultat<unknown> {
  if (texte.trim() === '') return refuser('Rien n’a été donné : envoyez l’indicateur en JSON sur l’entrée standard.');
  try {
    JSON.parse(texte);
    return reussite(JSON.parse(texte.replace(CHAINE_OU_NOMBRE, (lu) => (lu.startsWith('"') ? lu : `"${lu}"`))));
  } catch {
    return refuser('L’entrée n’est pas du JSON : vérifiez ses guillemets, ses virgules et ses accolades.');
  }
}

const CHAINE_OU_NOMBRE = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

const DATE = z.string('écrivez une date, « 2026-03-31 » ou « 2026-03 »').transform((texte, contexte): Jour => {
  const mois = lireMois(texte);
  const jour = mois ? finDeMois(mois) : lireJour(texte);
  if (jour) return jour;
  contexte.addIssue({
    code: 'custom',
    message: `« ${texte} » n’est pas une date : écrivez « 2026-03-31 » ou « 2026-03 »`,
  });
  return z.NEVER;
});

const NOMBRE = z
  .union([z.string(), z.null()], 'écrivez un nombre, un nombre entre guillemets, ou null')
  .transform((texte, contexte): Decimal | null => {
    const nombre = texte === null ? null : lireDecimal(texte);
    if (texte === null || nombre) return nombre;
    const message = `« ${texte} » n’est pas un nombre : écrivez 1234.5, avec un point, sans espace, et au plus 30 chiffres de chaque côté`;
    contexte.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

const LIGNES = z
  .array(
    z.strictObject({ date: DATE, valeur: NOMBRE }, 'écrivez {"date": …, "valeur": …}'),
    'écrivez une liste [{"date": …, "valeur": …}]',
  )
  .default([]);

/** A figure alone, or with its day. */
const INITIALE = z
  .preprocess(
    (lu) => (typeof lu === 'object' && lu !== null ? lu : { date: null, valeur: lu }),
    z.strictObject({ date: DATE.nullable(), valeur: NOMBRE }, 'écrivez un nombre, null, ou {"date": …, "valeur": …}'),
  )
  .default({ date: null, valeur: null });

const SUIVI = z.strictObject(
  {
    direction: z.enum(['hausse', 'baisse'] satisfies Direction[], 'écrivez "hausse" ou "baisse"'),
    valeurInitiale: INITIALE,
    cibles: LIGNES,
    valeurs: LIGNES,
    au: DATE,
  },
  'L’entrée n’est pas un objet : écrivez {"direction", "valeurInitiale", "cibles", "valeurs", "au"}',
);

type Initiale = z.infer<typeof INITIALE>;

/** The day of the start is the one given, else that of the first value when it is the very same figure. */
function lireDepart({ date, valeur }: Initiale, valeurs: Serie): Depart | null {
  if (valeur === null) return null;
  const [premiere] = valeurs;
  const memeChiffre = premiere !== undefined && comparerDecimaux(premiere.valeur, valeur) === 0;
  return { valeur, date: date ?? (memeChiffre ? premiere.date : null) };
}

function lireSerie(nom: string, lignes: z.infer<typeof LIGNES>): Resultat<Serie> {
  const lue = enSerie(lignes);
  if (lue.ok) return lue;
  return refuser(
    lue.refus
      .map(
        ({ date, valeurs }) =>
          `${nom} : deux nombres pour le ${direJour(date)}, ${valeurs.map(direValeur).join(' et ')}. Gardez le bon.`,
      )
      .join('\n'),
  );
}

/** « valeurs, ligne 2, date : « 2026-13 » n’est pas une date… ». */
function direFaute(faute: z.core.$ZodIssue): string {
  const lieu = faute.path.map((pas) => (typeof pas === 'number' ? `ligne ${pas + 1}` : String(pas))).join(', ');
  const message =
    faute.code === 'unrecognized_keys' ? `« ${faute.keys.join(' », « ')} » n’est pas attendu ici` : faute.message;
  return `${lieu === '' ? '' : `${lieu} : `}${message}.`;
}

function refuser(message: string) {
  return echec({ nature: 'invalide' as const, regle: 'indicateur.taux.entree', message });
}
