/** The unit that can stand after each figure: « % » of « % des locaux », « mois »; null when it is too long for that. */
export function uniteCourte(unite: string): string | null {
  const debut = /^(?:%|[kM]?€|(?:mois|jours?|ans?|heures?|euros|km)(?=\s|$))/.exec(unite)?.[0];
  if (debut !== undefined) return debut;
  return unite !== '' && unite.length <= LONGUEUR ? unite : null;
}

const LONGUEUR = 9;
