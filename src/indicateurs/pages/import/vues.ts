import type { LigneRefusee } from '../../lectures/lignes-deposees.ts';
import type { VueDeSeries } from '../../lectures/series-deposees.ts';

/** What the page of an import can show of it, in the order of the tabs. */
export type VueDImport = VueDeSeries | VueDeLignes;
export type VueDeLignes = 'refusees' | 'averties' | 'repetees' | 'vides';

export const VUES: Readonly<Record<VueDImport, string>> = {
  douteuses: 'Séries à confirmer',
  changees: 'Ce qui change',
  nouvelles: 'Ce qui est nouveau',
  refusees: 'Lignes refusées',
  averties: 'Cibles à vérifier',
  repetees: 'Lignes répétées',
  vides: 'Lignes sans valeur',
};

const ETATS: Readonly<Record<VueDeLignes, LigneRefusee['etat']>> = {
  refusees: 'refusee',
  averties: 'prete',
  repetees: 'repetee',
  vides: 'sans_valeur',
};

export function etatDeLaVue(texte: string | null): LigneRefusee['etat'] | null {
  return texte !== null && texte in ETATS ? ETATS[texte as VueDeLignes] : null;
}

/** The view the address asks for when it has something, else the first that has. */
export function choisirVue(texte: string | null, nombres: Readonly<Record<VueDImport, number>>): VueDImport | null {
  const vues = Object.keys(VUES) as VueDImport[];
  return vues.find((vue) => vue === texte) ?? vues.find((vue) => nombres[vue] > 0) ?? null;
}
