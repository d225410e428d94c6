import type { Acteur } from '#acces';
import { territoiresAdministres } from '#acces';
import { libelleDeService } from '#acces/comptes';
import { annuaireDeReference, lireCodeTerritoire, ORGANISATIONS, type Organisation } from '#territoires';

type Option = { readonly valeur: string; readonly texte: string };

/** Beyond this many names, a list offered while one types helps nobody. */
const PROPOSITIONS_AU_PLUS = 400;

/** The services this administrator may put an account in. */
function estPermis(acteur: Acteur): (organisation: Organisation) => boolean {
  const portee = territoiresAdministres(acteur);
  return ({ genre, territoire }) => genre !== 'collectif' && (portee === 'tous' || portee.includes(territoire));
}

/** Their names, to be offered while one types; none when they are too many. */
export function servicesProposes(acteur: Acteur): string[] {
  const permis = ORGANISATIONS.filter(estPermis(acteur));
  return permis.length > PROPOSITIONS_AU_PLUS
    ? []
    : permis.map(({ nom }) => nom).sort((a, b) => a.localeCompare(b, 'fr'));
}

/**
 * The service that these words name, in whatever way people write it, among those this administrator manages; otherwise
 * those they may mean.
 */
export function trouverService(
  acteur: Acteur,
  texte: string,
): { readonly service: Organisation } | { readonly service: null; readonly candidats: readonly Option[] } {
  const permis = estPermis(acteur);
  const territoire = lireCodeTerritoire(acteur.territoire);
  const trouvaille = annuaireDeReference().trouver(texte, territoire === null ? {} : { territoire });
  if (trouvaille.type === 'une' && permis(trouvaille.organisation)) return { service: trouvaille.organisation };
  const proches =
    trouvaille.type === 'ambigue'
      ? trouvaille.candidates
      : trouvaille.type === 'inconnue'
        ? trouvaille.proches
        : trouvaille.type === 'collectif'
          ? trouvaille.organisations.flatMap((id) => annuaireDeReference().lire(id) ?? [])
          : [];
  const candidats = proches.filter(permis).slice(0, 8);
  return { service: null, candidats: candidats.map((un) => ({ valeur: un.id, texte: libelleDeService(un) })) };
}
