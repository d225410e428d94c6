import { type Annuaire, creerAnnuaire, ORGANISATIONS, type Organisation } from '#territoires';

let memoire: Annuaire | null = null;

/** The directory of organisations, indexed once per program. */
export function annuaire(): Annuaire {
  memoire ??= creerAnnuaire(ORGANISATIONS);
  return memoire;
}

/** What the directory makes of a name: the organisation or collective to attach, or null when it stays as text. */
export function organisationNommee(texte: string, proprietaire: string | null): Organisation | null {
  const trouvaille = annuaire().trouver(texte, proprietaire === null ? {} : { organisation: proprietaire });
  if (trouvaille.type === 'une') return trouvaille.organisation;
  return trouvaille.type === 'collectif' ? trouvaille.collectif : null;
}
