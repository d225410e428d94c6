import type { Expression } from './bornes.ts';
import { lireExpression } from './bornes.ts';
import type { Reperes } from './echeance.ts';
import type { Etat } from './etats.ts';
import { ABANDON } from './etats.ts';
import type { Sens } from './interpreter.ts';
import { interpreter } from './interpreter.ts';
import type { Mot } from './mots.ts';
import { estMot } from './mots.ts';
import { lireCondition, lireEtat } from './natures.ts';
import { lireLien } from './suites.ts';

export type SensNomme = Sens & { readonly libelle: string | null };

/**
 * Reads words that are deadlines from the first to the last, and nothing else: « en cours, fin 2023 », « 31 décembre 2024
 * (reporté au 30 juin 2025) », « au fil de l’eau jusqu’à fin 2023 ». Null as soon as one word has no place in it.
 */
export function lireListe(mots: readonly Mot[], reperes: Reperes): readonly SensNomme[] | null {
  const morceaux: Morceau[] = [];
  let i = apresSeparateurs(mots, 0).suite;
  while (i < mots.length) {
    const morceau = lireMorceau(mots, i, morceaux.length > 0);
    if (!morceau || morceaux.length >= LONGUEUR_MAXIMALE) return null;
    const separateur = apresSeparateurs(mots, morceau.suite);
    morceaux.push({ ...morceau, entreParentheses: estMot(mots, i - 1, '(', '[') });
    i = separateur.suite;
  }
  if (morceaux.length === 0) return null;
  return assembler(morceaux, reperes);
}

type Morceau = {
  readonly contenu: { readonly expression: Expression } | { readonly etat: Etat };
  readonly i: number;
  readonly suite: number;
  readonly entreParentheses: boolean;
};

const LONGUEUR_MAXIMALE = 40;

/** The longest reading wins; a condition is read only where nothing else goes as far. */
function lireMorceau(mots: readonly Mot[], i: number, apresUnAutre: boolean): Omit<Morceau, 'entreParentheses'> | null {
  const etat = lireEtat(mots, i);
  const expression = lireExpression(mots, i);
  if (expression && expression.suite >= (etat?.suite ?? i)) {
    return { contenu: { expression: expression.valeur }, i, suite: expression.suite };
  }
  const condition = apresUnAutre && estMot(mots, i, 'a', 'au', 'pour') ? null : lireCondition(mots, i);
  const lu = condition && condition.suite > (etat?.suite ?? i) ? condition : etat;
  return lu && { contenu: { etat: lu.valeur }, i, suite: lu.suite };
}

function apresSeparateurs(mots: readonly Mot[], i: number): { suite: number } {
  let suite = i;
  while (suite < mots.length) {
    const lien = lireLien(mots, suite);
    const saute = lien.valeur === 'a' ? suite : lien.suite;
    if (saute > suite) suite = saute;
    else if (estMot(mots, suite, '(', ')', '[', ']', '.', ':', '!', '|', '…', '→')) suite += 1;
    else break;
  }
  return { suite };
}

function assembler(morceaux: readonly Morceau[], reperes: Reperes): readonly SensNomme[] {
  const lus: SensNomme[] = [];
  const report = morceaux.some(({ contenu }) => 'expression' in contenu && contenu.expression.role !== null);
  for (const [k, morceau] of morceaux.entries()) {
    const { contenu, i, suite } = morceau;
    const precedent = lus.at(-1);
    if ('etat' in contenu) {
      const sens: SensNomme = { ...sensDUnEtat(contenu.etat, reperes), libelle: null, i, suite };
      if (precedent && sens.nature === 'conditionnel' && precedent.fin !== null)
        lus.splice(-1, 1, conditionner(precedent, suite));
      else if (precedent && sens.nature === 'recurrent' && sansMillesime(morceaux[k - 1])) {
        lus.splice(-1, 1, { ...sens, i: precedent.i });
      } else if (precedent && sens.nature === 'a_definir' && precedent.fin !== null)
        lus.splice(-1, 1, douter(precedent, suite));
      else lus.push(sens);
      continue;
    }
    const tous = bornesDuMorceau(interpreter(contenu.expression, reperesPour(morceau, precedent, reperes)), morceau);
    const [seul] = tous;
    if (precedent && seul && tous.length === 1) {
      const fondu = fondre(precedent, seul, morceau);
      if (fondu) {
        lus.splice(-1, 1, fondu);
        continue;
      }
    }
    const libelle = report && morceaux.length > 1 ? nomDuRole(contenu.expression.role, morceaux) : null;
    lus.push(...tous.map((sens) => ({ ...sens, libelle })));
  }
  return lus;
}

/** « T2 2023 (avril) »: what stands between parentheses has the year of what it specifies. */
function reperesPour(morceau: Morceau, precedent: SensNomme | undefined, reperes: Reperes): Reperes {
  if (!morceau.entreParentheses || !precedent?.debut || !precedent.fin || !sansMillesime(morceau)) return reperes;
  return { reference: precedent.debut, periode: { debut: precedent.debut, fin: precedent.fin } };
}

/** « reporté au … » beside another date: one is the report, the other the initial commitment. */
function nomDuRole(role: Expression['role'], morceaux: readonly Morceau[]): string | null {
  if (role === 'report') return 'report';
  if (role === 'initial') return 'engagement initial';
  const unReport = morceaux.some(({ contenu }) => 'expression' in contenu && contenu.expression.role === 'report');
  return unReport ? 'engagement initial' : 'report';
}

function sensDUnEtat(etat: Etat, reperes: Reperes): Omit<Sens, 'i' | 'suite'> {
  const hypotheses = etat.phrase === null ? [] : [etat.phrase];
  if (etat.nature !== 'immediat')
    return { nature: etat.nature, debut: null, fin: null, ambigu: etat.ambigu, hypotheses };
  if (!reperes.reference) {
    return {
      nature: 'immediat',
      debut: null,
      fin: null,
      ambigu: true,
      hypotheses: ['date du plan inconnue : rien ne dit depuis quand'],
    };
  }
  return {
    nature: 'immediat',
    debut: reperes.reference,
    fin: null,
    ambigu: false,
    hypotheses: ['compté de la date du plan'],
  };
}

/** The words before and after the moments of a piece (« au plus tard », « environ ») go with the first and the last. */
function bornesDuMorceau(tous: readonly Sens[], { i, suite }: Morceau): readonly Sens[] {
  return tous.map((sens, k) => ({
    ...sens,
    i: k === 0 ? i : sens.i,
    suite: k === tous.length - 1 ? suite : sens.suite,
  }));
}

/** A state and its dates are one deadline: « en continu jusqu’à fin 2023 », « mensuel en 2024 », « en cours, fin 2023 ». */
function fondre(avant: SensNomme, apres: Sens, morceau: Morceau): SensNomme | null {
  const { entreParentheses } = morceau;
  const etendue = { i: avant.i, suite: apres.suite, libelle: avant.libelle };
  const doutes = { ambigu: apres.ambigu, hypotheses: apres.hypotheses };
  if (avant.nature === 'recurrent' && sansMillesime(morceau)) return { ...avant, suite: apres.suite };
  if (avant.nature === 'permanent' || avant.nature === 'recurrent') {
    return apres.nature === 'invalide'
      ? null
      : { ...etendue, ...doutes, nature: avant.nature, debut: apres.debut, fin: apres.fin };
  }
  if (avant.nature === 'en_cours') {
    if (apres.nature === 'a_partir_de')
      return { ...etendue, ...doutes, nature: 'en_cours', debut: apres.debut, fin: null };
    return { ...apres, ...etendue, hypotheses: [...apres.hypotheses, 'la cellule dit aussi l’action en cours'] };
  }
  if (avant.nature === 'a_definir') return douter({ ...apres, ...etendue }, apres.suite);
  if (avant.nature === 'sans_objet' && avant.hypotheses.length > 0) {
    return avant.hypotheses.includes(ABANDON)
      ? { ...avant, suite: apres.suite }
      : { ...apres, ...etendue, hypotheses: [...apres.hypotheses, 'la cellule dit la chose faite à cette date'] };
  }
  const precise =
    entreParentheses && avant.debut !== null && avant.fin !== null && apres.fin !== null && apres.fin <= avant.fin;
  if (precise && (apres.debut ?? apres.fin) >= avant.debut) {
    return { ...apres, ...etendue, hypotheses: ['précisé par les mots entre parenthèses'] };
  }
  return null;
}

/** « en juin de chaque année »: no year is missing, every year is meant. */
function sansMillesime(morceau: Morceau | undefined): boolean {
  const contenu = morceau?.contenu;
  if (!contenu || !('expression' in contenu) || contenu.expression.borne !== null) return false;
  return contenu.expression.suite.membres.every(({ moment }) => moment.annee === null);
}

function conditionner(sens: SensNomme, suite: number): SensNomme {
  const phrase = 'date soumise à une condition que la cellule énonce';
  return { ...sens, suite, nature: 'conditionnel', ambigu: true, hypotheses: [...sens.hypotheses, phrase] };
}

function douter(sens: SensNomme, suite: number): SensNomme {
  return { ...sens, suite, ambigu: true, hypotheses: [...sens.hypotheses, 'date donnée comme restant à préciser'] };
}
