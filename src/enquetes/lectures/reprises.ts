import type { Acteur } from '#acces';
import { nommerIndicateurs } from '#indicateurs';
import { nommerDansLesPlans } from '#plans';
import type { Base } from '#socle/base';

const REPRISES_AU_PLUS = 200;

/** Where a result was quoted: the figure of then, and the action or the indicator as they are called today. */
export type Reprise = {
  readonly id: string;
  readonly question: string;
  readonly vers: 'action' | 'indicateur';
  readonly libelle: string;
  readonly href: string | null;
  readonly chiffre: string;
  readonly recues: number;
  readonly le: Date;
};

/** What the results of a remontée became, the latest first; what this person may not read is not named. */
export async function lireReprises(base: Base, acteur: Acteur, remontee: string): Promise<readonly Reprise[]> {
  const lues = await base
    .selectFrom('remontee_reprise')
    .select(['id', 'question', 'action_id as action', 'indicateur_id as indicateur', 'chiffre', 'recues'])
    .select('enregistre_le as le')
    .where('remontee_id', '=', remontee)
    .orderBy('enregistre_le', 'desc')
    .orderBy('id', 'desc')
    .limit(REPRISES_AU_PLUS)
    .execute();
  const ids = (cle: 'action' | 'indicateur') => lues.flatMap((ligne) => ligne[cle] ?? []);
  const [actions, indicateurs] = await Promise.all([
    nommerDansLesPlans(base, acteur, 'action', ids('action')),
    nommerIndicateurs(base, acteur, ids('indicateur')),
  ]);
  return lues.map(({ action, indicateur, ...reste }) => {
    const vers = action === null ? 'indicateur' : 'action';
    const nomme = action === null ? indicateurs.get(indicateur ?? '') : actions.get(action);
    return {
      ...reste,
      vers,
      libelle: nomme?.libelle ?? SANS_NOM[vers],
      href: nomme?.href ?? null,
    };
  });
}

const SANS_NOM = {
  action: 'une action d’un plan que vous ne lisez pas',
  indicateur: 'un indicateur que vous ne lisez pas',
} as const;
