import type { Supposition } from './moment.ts';
import type { Lu, Mot, Regle, Vocabulaire } from './mots.ts';
import { apresLaPlusLongue, estMot } from './mots.ts';
import { ACCOMPLIS, NEUTRES, ROLES, SUFFIXES_BORNES, SUFFIXES_NEUTRES, SUFFIXES_VAGUES, VAGUES } from './precisions.ts';
import type { Suite } from './suites.ts';
import { apresArticle, lireSuite } from './suites.ts';
import type { Borne } from './tournures.ts';
import { ANNONCES, BORNES, JUSQUE } from './tournures.ts';

/** Moments with the words that bound them, before any year is deduced. */
export type Expression = {
  readonly borne: Borne | null;
  readonly suite: Suite;
  /** « à partir de mars 2023 et jusqu’à fin 2024 »: the other end. */
  readonly jusque: Suite | null;
  readonly suppositions: readonly Supposition[];
  /** « reporté au 30 juin », « initialement fin 2023 »: what this date is, when the words say so. */
  readonly role: 'report' | 'initial' | null;
  /** First word that says when: « échéance début 2022 » starts at « début ». */
  readonly depart: number;
};

export const lireExpression: Regle<Expression> = (mots, i) => {
  const avant = lirePrefixes(mots, i);
  const suite = lireSuite(mots, avant.suite) ?? lireSuite(mots, apresArticle(mots, avant.suite));
  if (!suite) return null;
  const ouvre = avant.borne === 'a_partir_de' || avant.borne === 'apres';
  const jusque = ouvre || avant.borne === null ? lireAutreBout(mots, suite.suite) : null;
  const apres = lireSuffixes(mots, jusque?.suite ?? suite.suite);
  return {
    valeur: {
      borne: apres.borne ?? avant.borne,
      suite: suite.valeur,
      jusque: jusque?.valeur ?? null,
      suppositions: [...avant.suppositions, ...apres.suppositions],
      role: avant.role,
      depart: avant.depart,
    },
    suite: apres.suite,
  };
};

/** True when the words at this place announce a deadline by themselves: a preposition, « fin », « au plus tard ». */
export function annonce(mots: readonly Mot[], i: number): boolean {
  return apresLaPlusLongue(mots, i, ANNONCES) !== null || lirePrefixes(mots, i).borne !== null;
}

type Prefixes = {
  readonly borne: Borne | null;
  readonly suppositions: readonly Supposition[];
  readonly role: Expression['role'];
  readonly depart: number;
  readonly suite: number;
};

function lirePrefixes(mots: readonly Mot[], i: number): Prefixes {
  let borne: Borne | null = null;
  let role: Expression['role'] = null;
  const suppositions: Supposition[] = [];
  let suite = i;
  let muets = i;
  for (let tour = 0; tour < 5; tour += 1) {
    const depart = suite;
    const neutre = apresLaPlusLongue(mots, suite, NEUTRES);
    if (neutre !== null) {
      suite = estMot(mots, neutre, ':') ? neutre + 1 : neutre;
      if (borne === null && role === null && suppositions.length === 0) muets = suite;
    }
    const vague = apresLaPlusLongue(mots, suite, VAGUES);
    if (vague !== null) {
      suite = vague;
      suppositions.push(A_PEU_PRES);
    }
    const fait = apresLaPlusLongue(mots, suite, ACCOMPLIS);
    if (fait !== null) {
      suite = estMot(mots, fait, ':') ? fait + 1 : fait;
      suppositions.push({ porte: 'tout', phrase: 'la cellule dit la chose faite à cette date' });
    }
    const lu = lireTable(mots, suite, ROLES);
    if (lu) {
      role = lu.valeur;
      suite = estMot(mots, lu.suite, ':') ? lu.suite + 1 : lu.suite;
    }
    const bornee = lireTable(mots, suite, BORNES);
    if (bornee) {
      borne ??= bornee.valeur;
      suite = estMot(mots, bornee.suite, ':') ? bornee.suite + 1 : bornee.suite;
    }
    if (suite === depart) break;
  }
  return { borne, suppositions, role, depart: muets, suite };
}

function lireAutreBout(mots: readonly Mot[], i: number): Lu<Suite> {
  const place = estMot(mots, i, ',', '(', '-') ? i + 1 : i;
  const fin = apresLaPlusLongue(mots, place, JUSQUE);
  if (fin === null) return null;
  const suite = lireSuite(mots, fin) ?? lireSuite(mots, apresArticle(mots, fin));
  if (!suite) return null;
  return estMot(mots, i, '(') && estMot(mots, suite.suite, ')') ? { ...suite, suite: suite.suite + 1 } : suite;
}

function lireSuffixes(mots: readonly Mot[], i: number): Omit<Prefixes, 'role' | 'depart'> {
  let borne: Borne | null = null;
  const suppositions: Supposition[] = [];
  let suite = i;
  for (let tour = 0; tour < 4; tour += 1) {
    const ouvrante = estMot(mots, suite, '(', '[');
    const place = ouvrante || estMot(mots, suite, ',', '-') ? suite + 1 : suite;
    const bornee = lireTable(mots, place, SUFFIXES_BORNES);
    const vague = apresLaPlusLongue(mots, place, SUFFIXES_VAGUES);
    const neutre = apresLaPlusLongue(mots, place, SUFFIXES_NEUTRES);
    const lu = Math.max(bornee?.suite ?? 0, vague ?? 0, neutre ?? 0);
    if (lu === 0 || (ouvrante && !estMot(mots, lu, ')', ']'))) break;
    if (bornee?.suite === lu) borne = bornee.valeur;
    else if (vague === lu) suppositions.push(A_PEU_PRES);
    suite = ouvrante ? lu + 1 : lu;
  }
  return { borne, suppositions, suite };
}

function lireTable<T>(mots: readonly Mot[], i: number, table: readonly (readonly [T, Vocabulaire])[]): Lu<T> {
  let meilleur: Lu<T> = null;
  for (const [valeur, expressions] of table) {
    const suite = apresLaPlusLongue(mots, i, expressions);
    if (suite !== null && suite > (meilleur?.suite ?? i)) meilleur = { valeur, suite };
  }
  return meilleur;
}

const A_PEU_PRES: Supposition = {
  porte: 'tout',
  phrase: 'date donnée comme approximative ou à confirmer',
  doute: true,
};
