import { type GenreDAlerte, POSITIONS, type Position } from '#indicateurs/regles';
import { LIBELLES_D_ALERTE } from '../presentation.ts';
import { METEOS } from '../regles/meteo.ts';
import type { CriteresDeReformes, Groupement, TriDeReformes } from './regles/criteres.ts';

const TRIS: readonly TriDeReformes[] = ['nom', 'taux', 'ecart', 'signal', 'meteo', 'silence', 'mediane'];
const GROUPES: readonly Groupement[] = ['theme', 'ministere', 'aucun'];
export const SIGNAUX = [
  'degradation_significative',
  'amelioration_significative',
  'variation_ordinaire',
  'aucun',
] as const;

/** Parameters of the address that say which reforms are shown, and in which order: kept from one territory to the next. */
const FILTRES = ['q', 'theme', 'ministere', 'position', 'alerte', 'meteo', 'signal'] as const;
export const NOMS_DE_FILTRES: readonly string[] = FILTRES;
export const GARDES: readonly string[] = [...FILTRES, 'groupe', 'tri', 'sens', 'au'];

/** Criteria as the address says them; what makes no sense is as if absent. Without any order asked for, by theme. */
export function criteresDeLAdresse(parametres: URLSearchParams): CriteresDeReformes {
  const lu = <T extends string>(nom: string, connus: readonly T[]) =>
    connus.find((connu) => connu === parametres.get(nom)) ?? null;
  const tri = lu('tri', TRIS);
  return {
    q: texte(parametres, 'q'),
    theme: texte(parametres, 'theme'),
    ministere: texte(parametres, 'ministere'),
    position: lu<Position>('position', POSITIONS),
    alerte: lu('alerte', Object.keys(LIBELLES_D_ALERTE) as GenreDAlerte[]),
    meteo: lu('meteo', [...METEOS, 'aucune'] as const),
    signal: lu('signal', SIGNAUX),
    groupe: lu('groupe', GROUPES) ?? (tri === null ? 'theme' : 'aucun'),
    tri: tri ?? 'nom',
    sens: parametres.get('sens') === 'decroissant' ? 'decroissant' : 'croissant',
  };
}

function texte(parametres: URLSearchParams, nom: string): string | null {
  return parametres.get(nom)?.trim().slice(0, 200) || null;
}

/** The same address with these parameters changed; null or empty removes one. */
export function avec(
  parametres: URLSearchParams | string,
  changements: Readonly<Record<string, string | null>>,
): string {
  const nouveaux = new URLSearchParams(parametres);
  for (const [nom, valeur] of Object.entries(changements)) nouveaux.set(nom, valeur ?? '');
  for (const [nom, valeur] of [...nouveaux]) if (valeur === '') nouveaux.delete(nom);
  return `?${nouveaux}`;
}

/** What is kept of an address when one goes to another territory. */
export function gardes(parametres: URLSearchParams | string): string {
  const gardes = [...new URLSearchParams(parametres)].filter(([nom, valeur]) => GARDES.includes(nom) && valeur !== '');
  return gardes.length === 0 ? '' : `?${new URLSearchParams(gardes)}`;
}
