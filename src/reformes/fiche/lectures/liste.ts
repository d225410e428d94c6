import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import { cleDeTexte, type Jour } from '#socle/valeurs';
import { type Maille, TERRITOIRES } from '#territoires';
import { type Reforme, toutesLesReformes } from '../../lectures/reformes.ts';
import { lireSuivis } from '../../lectures/suivis.ts';
import { peutLireReforme, territoiresLisibles } from '../../politique.ts';
import { presenterSuivi, type SuiviPresente } from '../../presentation.ts';

export const POSITIONS_FILTREES = ['recul', 'en_retrait', 'sur_trajectoire', 'non_mesuree'] as const;
export type PositionFiltree = (typeof POSITIONS_FILTREES)[number];

export type CriteresDeReformes = {
  readonly q: string | null;
  readonly theme: string | null;
  readonly ministere: string | null;
  readonly etat: Reforme['etat'] | null;
  readonly maille: Maille | null;
  readonly position: PositionFiltree | null;
};

export type ReformeListee = { readonly reforme: Reforme; readonly suivi: SuiviPresente };

export type ListeDeReformes = {
  /** All the reforms this person reads somewhere. */
  readonly toutes: readonly ReformeListee[];
  /** Those the criteria keep, by theme then name. */
  readonly retenues: readonly ReformeListee[];
};

/**
 * The reforms this person reads, each in one territory: France when they read it there, else their own, else the first
 * they read. Three queries, whatever their number.
 */
export async function listerReformes(
  base: Base,
  acteur: Acteur,
  criteres: CriteresDeReformes,
  au: Jour,
): Promise<ListeDeReformes> {
  const choisies = (await toutesLesReformes(base)).flatMap((reforme) => {
    const territoire = territoireMontre(acteur, reforme);
    return territoire === null ? [] : [{ reforme, territoire }];
  });
  const suivis = new Map(
    (
      await lireSuivis(
        base,
        acteur,
        choisies.map(({ reforme }) => reforme),
        [...new Set(choisies.map(({ territoire }) => territoire))],
      )
    ).map((suivi) => [`${suivi.reforme.id} ${suivi.territoire}`, suivi]),
  );
  const toutes = choisies.flatMap(({ reforme, territoire }): readonly ReformeListee[] => {
    const suivi = suivis.get(`${reforme.id} ${territoire}`);
    return suivi === undefined ? [] : [{ reforme, suivi: presenterSuivi(suivi, au) }];
  });
  return {
    toutes,
    retenues: toutes.filter((une) => garde(une, criteres)).sort((a, b) => comparer(a.reforme, b.reforme)),
  };
}

function territoireMontre(acteur: Acteur, reforme: Reforme): string | null {
  const lu = (code: string) => peutLireReforme(acteur, reforme, code).permis;
  if (reforme.mailles.includes('national') && lu('FR')) return 'FR';
  if (lu(acteur.territoire) && acteur.territoire !== 'FR') return acteur.territoire;
  return lu('FR') ? 'FR' : (territoiresLisibles(acteur, reforme)[0] ?? null);
}

function garde({ reforme, suivi }: ReformeListee, criteres: CriteresDeReformes): boolean {
  const { q, theme, ministere, etat, maille, position } = criteres;
  if (q !== null && !cleDeTexte(`${reforme.nom} ${reforme.theme} ${reforme.description ?? ''}`).includes(cleDeTexte(q)))
    return false;
  return (
    (theme === null || reforme.theme === theme) &&
    (ministere === null || reforme.ministere === ministere) &&
    (etat === null || reforme.etat === etat) &&
    (maille === null || reforme.mailles.includes(maille)) &&
    (position === null || suivi.position === position)
  );
}

function comparer(a: Reforme, b: Reforme): number {
  return a.theme.localeCompare(b.theme, 'fr') || a.nom.localeCompare(b.nom, 'fr') || (a.id < b.id ? -1 : 1);
}

/** « Finistère » for `D29`. */
export function nomDuTerritoire(code: string): string {
  return TERRITOIRES.find((un) => un.code === code)?.nom ?? code;
}
