/** The unit that can stand after each figure: « % » of « % des locaux », « jours »; null when it is too long for that. */
export function uniteCourte(unite: string): string | null {
  if (unite.startsWith('%')) return '%';
  return unite !== '' && unite.length <= LONGUEUR ? unite : null;
}

const LONGUEUR = 9;
