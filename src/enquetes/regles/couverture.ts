import { CENT, type Decimal, fraction, multiplier } from '#socle/valeurs';

/** How many were asked and how many answered, of the whole or of a part of it. */
export type Couverture = { readonly attendues: number; readonly recues: number };

/** The response rate in percent; null when nobody was asked. */
export function tauxDeReponse({ attendues, recues }: Couverture): Decimal | null {
  return attendues === 0 ? null : multiplier(fraction(recues, attendues), CENT);
}

/** The coverage by part, in the order the parts are first met. */
export function couvrir<C extends { readonly repondu: boolean }>(
  cibles: readonly C[],
  partDe: (cible: C) => string,
): ReadonlyMap<string, Couverture> {
  const parts = new Map<string, { attendues: number; recues: number }>();
  for (const cible of cibles) {
    const part = partDe(cible);
    const connue = parts.get(part) ?? { attendues: 0, recues: 0 };
    connue.attendues += 1;
    if (cible.repondu) connue.recues += 1;
    parts.set(part, connue);
  }
  return parts;
}
