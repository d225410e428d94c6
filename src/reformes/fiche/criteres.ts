import { type CriteresDeReformes, POSITIONS_FILTREES } from './lectures/liste.ts';
import { LIBELLES_D_ETAT } from './mots.ts';

const MAILLES = ['national', 'regional', 'departemental'] as const;

/** Criteria of the list of reforms as the address says them; what makes no sense is as if absent. */
export function criteresDeReformes(parametres: URLSearchParams): CriteresDeReformes {
  const texte = (nom: string, auPlus: number) => parametres.get(nom)?.trim().slice(0, auPlus) || null;
  const etat = parametres.get('etat');
  return {
    q: texte('q', 200),
    theme: texte('theme', 120),
    ministere: texte('ministere', 100),
    etat: etat !== null && Object.hasOwn(LIBELLES_D_ETAT, etat) ? (etat as keyof typeof LIBELLES_D_ETAT) : null,
    maille: MAILLES.find((une) => une === parametres.get('maille')) ?? null,
    position: POSITIONS_FILTREES.find((une) => une === parametres.get('position')) ?? null,
  };
}
