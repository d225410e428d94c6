import { type Acteur, selon } from '#acces';
import type { Regard } from '#indicateurs';
import type { Base } from '#socle/base';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { lireCodeTerritoire, TERRITOIRES, type Territoire } from '#territoires';
import { estSuivie, type Reforme, toutesLesReformes } from '../../lectures/reformes.ts';
import { suivisVus } from '../../lectures/suivis-vus.ts';
import { peutLireReforme } from '../../politique.ts';
import { presenterSuivi, type SuiviPresente } from '../../presentation.ts';
import { peutLireTerritoire, territoiresOuverts } from '../politique.ts';

export type TerritoireOuvert = {
  readonly territoire: Territoire;
  /** Active reforms followed at its maille that this person reads there, by name. */
  readonly reformes: readonly Reforme[];
  /** Every active reform there is: for what is read elsewhere (the map, the départements of a région). */
  readonly actives: readonly Reforme[];
  /** The other territories this person may go to. */
  readonly ouverts: readonly Territoire[];
};

const INCONNU: Refus = {
  nature: 'introuvable',
  regle: 'territoire.introuvable',
  message:
    'Aucun territoire ne porte ce code. Les codes s’écrivent FR, R53 pour une région, D29 pour un département : partez de la liste des territoires.',
};

/** A territory, if this person reads a reform there. One query. */
export async function ouvrirTerritoire(base: Base, acteur: Acteur, code: string): Promise<Resultat<TerritoireOuvert>> {
  const lu = lireCodeTerritoire(code);
  const territoire = TERRITOIRES.find((connu) => connu.code === lu);
  if (territoire === undefined) return echec(INCONNU);
  const toutes = await toutesLesReformes(base);
  const lisibles = toutes.filter((reforme) => peutLireReforme(acteur, reforme, territoire.code).permis);
  const permis = selon(peutLireTerritoire(acteur, territoire, lisibles.length));
  if (!permis.ok) return permis;
  return reussite({
    territoire,
    reformes: lisibles.filter((reforme) => estSuivie(reforme, territoire.maille)),
    actives: toutes.filter(({ etat }) => etat === 'active'),
    ouverts: territoiresOuverts(acteur, toutes),
  });
}

/**
 * What the page of a territory shows of its reforms, before any filter, today or as it was known on a past day. Two queries for
 * today, whatever their number.
 */
export async function lireTableauDeBord(
  base: Base,
  acteur: Acteur,
  { territoire, reformes }: Pick<TerritoireOuvert, 'territoire' | 'reformes'>,
  regard: Regard,
): Promise<readonly SuiviPresente[]> {
  const suivis = await suivisVus(base, acteur, { reformes, territoires: [territoire.code] }, regard);
  return suivis.map((suivi) => presenterSuivi(suivi, regard.jour));
}
