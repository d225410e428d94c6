import { annuaireDeReference, type Organisation } from '#territoires';

/** What the directory makes of a name: the organisation or collective to attach, or null when it stays as text. */
export function organisationNommee(texte: string, proprietaire: string | null): Organisation | null {
  const contexte = proprietaire === null ? {} : { organisation: proprietaire };
  const trouvaille = annuaireDeReference().trouver(texte, contexte);
  if (trouvaille.type === 'une') return trouvaille.organisation;
  return trouvaille.type === 'collectif' ? trouvaille.collectif : null;
}
