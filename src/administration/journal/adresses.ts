/** The texts as they were typed, to be shown again. */
export type Saisies = Readonly<Record<'personne' | 'objet' | 'acte' | 'du' | 'au', string>>;

/** The same address with these parameters changed (null removes one), from the latest events on. */
export function adresseAvec(
  parametres: URLSearchParams | string,
  changements: Readonly<Record<string, string | null>>,
): string {
  const nouveaux = new URLSearchParams(parametres);
  for (const nom of ['avant', 'apres']) nouveaux.delete(nom);
  for (const [nom, valeur] of Object.entries(changements)) {
    if (valeur === null) nouveaux.delete(nom);
    else nouveaux.set(nom, valeur);
  }
  for (const [nom, valeur] of [...nouveaux]) if (valeur === '') nouveaux.delete(nom);
  return `?${nouveaux}`;
}
