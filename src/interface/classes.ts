/** Joins the class names that are given; the others are left out. */
export function classes(...noms: readonly (string | false | null | undefined)[]): string {
  return noms.filter(Boolean).join(' ');
}
