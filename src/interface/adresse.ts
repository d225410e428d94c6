/** The same address with these parameters changed (null removes one); the page number goes back to the first. */
export function avec(
  parametres: URLSearchParams | string,
  changements: Readonly<Record<string, string | null>>,
): string {
  const nouveaux = new URLSearchParams(parametres);
  nouveaux.delete('page');
  for (const [nom, valeur] of Object.entries(changements)) {
    if (valeur === null) nouveaux.delete(nom);
    else nouveaux.set(nom, valeur);
  }
  for (const [nom, valeur] of [...nouveaux]) if (valeur === '') nouveaux.delete(nom);
  return `?${nouveaux}`;
}
