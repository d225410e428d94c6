import { createContext } from 'react-router';
import { type Acteur, type Contexte, contexteServices } from '#acces';
import type { Services } from '#socle';
import type { Base } from '#socle/base';
import { AUCUNE_RESPONSABILITE, type Responsabilites } from './politique.ts';

/** Which indicators this person answers for by the reforms they keep: the room of reforms knows, above this one. */
export type ResponsabilitesDe = (base: Base, acteur: Acteur) => Promise<Responsabilites>;

/** Given by `entree` to the pages of this room; without it, nobody answers for anything by a reform. */
export const contexteResponsabilites = createContext<ResponsabilitesDe>(async () => AUCUNE_RESPONSABILITE);

/** What imports work with: a file is judged again behind, when nobody is in front of the page. */
export type ServicesDImport = Services & { readonly responsabilitesDe?: ResponsabilitesDe };

export function servicesDImport(context: Contexte): ServicesDImport {
  return { ...context.get(contexteServices), responsabilitesDe: context.get(contexteResponsabilites) };
}

/** As they are now: asked in the transaction that writes, of the person who brought the file. */
export async function responsabilitesDImport(
  { responsabilitesDe }: ServicesDImport,
  base: Base,
  acteur: Acteur | null,
): Promise<Responsabilites> {
  return acteur === null ? AUCUNE_RESPONSABILITE : ((await responsabilitesDe?.(base, acteur)) ?? AUCUNE_RESPONSABILITE);
}
