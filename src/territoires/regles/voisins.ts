import { VOISINAGES } from './referentiel/voisinages.ts';
import { type CodeTerritoire, TERRITOIRES } from './territoires.ts';

/** The départements that share a border with this one, in the order of their codes. None for a région, nor overseas. */
export function voisinsDe(code: CodeTerritoire): readonly CodeTerritoire[] {
  const siens = VOISINS.get(code) ?? new Set();
  return TERRITOIRES.map((territoire) => territoire.code).filter((autre) => siens.has(autre));
}

const VOISINS: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const voisins = new Map<string, Set<string>>();
  const lier = (de: string, vers: string) => voisins.set(de, (voisins.get(de) ?? new Set()).add(vers));
  for (const [premier, suivants] of Object.entries(VOISINAGES)) {
    for (const second of suivants.split(' ')) {
      lier(`D${premier}`, `D${second}`);
      lier(`D${second}`, `D${premier}`);
    }
  }
  return voisins;
})();
