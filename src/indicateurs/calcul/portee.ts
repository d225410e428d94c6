import { type Maille, TERRITOIRES, type Territoire } from '#territoires';
import type { MethodeDAgregation, Parametres } from './modele.ts';

const PAR_CODE: ReadonlyMap<string, Territoire> = new Map(TERRITOIRES.map((t) => [t.code, t]));

export function mailleDe(code: string): Maille | null {
  return PAR_CODE.get(code)?.maille ?? null;
}

/** Where this indicator is followed: the territories of its mailles, but for those where there is nothing to measure. */
export function territoiresSuivis({ mailles, sansObjet }: Parametres): readonly Territoire[] {
  return TERRITOIRES.filter(({ code, maille }) => mailles.includes(maille) && !sansObjet.has(code));
}

/** The finest maille of an indicator: what its aggregates are made of. */
function mailleDeBase({ mailles }: Parametres): Maille {
  return mailles.includes('departemental') ? 'departemental' : mailles.includes('regional') ? 'regional' : 'national';
}

/** The territories of the finest maille inside this one, those where there is nothing to measure included; none for that maille itself. */
export function enfantsDe(parametres: Parametres, code: string): readonly Territoire[] {
  const maille = mailleDe(code);
  const base = mailleDeBase(parametres);
  if (maille === null || maille === base || maille === 'departemental') return [];
  return TERRITOIRES.filter((t) => t.maille === base && (maille === 'national' || t.parent === code));
}

/** The territory itself, its région, France. */
export function lignee(code: string): readonly string[] {
  const parent = PAR_CODE.get(code)?.parent ?? null;
  return parent === null ? [code] : [code, ...lignee(parent)];
}

const CALCULEES: ReadonlySet<MethodeDAgregation> = new Set(['somme', 'moyenne_ponderee', 'ratio']);

/** Something of this indicator is computed from the territories inside a whole. */
export function estAgrege({ agregation }: Parametres): boolean {
  return Object.values(agregation).some((methode) => CALCULEES.has(methode));
}

/** Whether a value of this type is computed, rather than typed, in this territory. */
export function estCalculee(parametres: Parametres, code: string, type: keyof Parametres['agregation']): boolean {
  return CALCULEES.has(parametres.agregation[type]) && enfantsDe(parametres, code).length > 0;
}
