import { annuaireDeReference } from '#territoires';

/** What the directory makes of a name; null when it knows none, or several. */
export function organisationNommee(texte: string, secretariat: string): string | null {
  const trouvaille = annuaireDeReference().trouver(texte, { organisation: secretariat });
  if (trouvaille.type === 'une') return trouvaille.organisation.id;
  return trouvaille.type === 'collectif' ? trouvaille.collectif.id : null;
}

/** The services of « DNUM, DRH » or « la DNUM et la DRH »: the whole first, since a name may hold a comma or an « et ». */
export function organisationsNommees(texte: string | null, secretariat: string): readonly string[] {
  const tout = texte?.trim() ?? '';
  if (tout === '') return [];
  const une = organisationNommee(tout, secretariat);
  if (une !== null) return [une];
  const morceaux = tout.split(/[\n,;+]| et /).map((un) => un.trim().replace(/^(?:la |le |les |l[’'])/i, ''));
  return [...new Set(morceaux.flatMap((un) => (un === '' ? [] : (organisationNommee(un, secretariat) ?? []))))];
}
