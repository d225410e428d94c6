import { type MiddlewareFunction, matchRoutes } from 'react-router';
import { exigerActeur, peutAdministrer, peutAdministrerTout, refuser } from '#acces';
import { CARTE, type PolitiqueDAdresse } from './carte.ts';

const ADRESSES = CARTE.map(({ chemin, politique }) => ({ path: chemin, politique }));

/** The policy of this address; null when the list knows none, which nothing may answer. */
export function politiqueDeLAdresse(chemin: string): PolitiqueDAdresse | null {
  const trouvees = matchRoutes(ADRESSES, chemin);
  return trouvees?.at(-1)?.route.politique ?? null;
}

/**
 * Stands before every page and every form: whoever the list of addresses does not let in is stopped here, whatever the
 * page forgets. What depends on one object is decided by the policy of that object, in the page's own reading.
 */
export const garder: MiddlewareFunction<Response> = async ({ request, context }, next) => {
  const politique = politiqueDeLAdresse(new URL(request.url).pathname);
  if (politique === null)
    refuser({
      nature: 'interdit',
      regle: 'adresse.sans_politique',
      message: 'Cette adresse n’est ouverte à personne.',
    });
  if (politique === 'tous' || politique === 'porteur') return next();
  const acteur = exigerActeur(context, request);
  const decision =
    politique === 'administrateurs'
      ? peutAdministrer(acteur)
      : politique === 'administrateurs nationaux'
        ? peutAdministrerTout(acteur)
        : null;
  if (decision !== null && !decision.permis)
    refuser({ nature: 'interdit', regle: decision.regle, message: decision.message });
  return next();
};
