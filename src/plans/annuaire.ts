import { annuaireDeReference, type Organisation } from '#territoires';

/** What the directory makes of a name: the organisation or collective to attach, or null when it stays as text. */
export function organisationNommee(texte: string, proprietaire: string | null): Organisation | null {
  const contexte = proprietaire === null ? {} : { organisation: proprietaire };
  const trouvaille = annuaireDeReference().trouver(texte, contexte);
  if (trouvaille.type === 'une') return trouvaille.organisation;
  return trouvaille.type === 'collectif' ? trouvaille.collectif : null;
}

/** The organisations a name that was not attached may mean: the candidates of an ambiguous one, else those that look like it. */
export function suggestions(texte: string, proprietaire: string): { valeur: string; texte: string }[] {
  const trouvaille = annuaireDeReference().trouver(texte, { organisation: proprietaire });
  const organisations =
    trouvaille.type === 'ambigue' ? trouvaille.candidates : trouvaille.type === 'inconnue' ? trouvaille.proches : [];
  return organisations
    .slice(0, 8)
    .map(({ id, sigle, nom }) => ({ valeur: id, texte: sigle === null || sigle === nom ? nom : `${sigle}, ${nom}` }));
}
