import type { Valeur } from './regles/canonique.ts';

type Objet<T extends string> = { readonly type: T; readonly id: string };
type Fait<A extends string, T extends string, C extends Valeur> = {
  readonly acte: A;
  readonly objet: Objet<T>;
  readonly territoire: string | null;
  readonly charge: C;
};

/** Everything that can happen in Jalon, one member per business act. A new command adds its act here. */
export type Evenement =
  | Fait<'session.ouvrir', 'compte', { readonly moyen: 'demonstration' }>
  | Fait<'session.fermer', 'compte', Record<string, never>>
  /** Someone asked for an object, or a page, that is not open to them. `adresse` is the pattern of the address. */
  | Fait<'acces.refuser', string, { readonly adresse: string; readonly methode: string }>
  | Fait<'demonstration.charger', 'demonstration', { readonly plans: number }>
  | Fait<'plan.creer', 'plan', { readonly titre: string; readonly genre: string }>
  | Fait<'plan.modifier', 'plan', { readonly avant: Valeur; readonly apres: Valeur }>
  | Fait<
      'import.deposer',
      'import',
      { readonly fichier: string; readonly empreinte: string; readonly plan: string | null }
    >
  | Fait<'import.abandonner', 'import', { readonly fichier: string }>
  | Fait<'plan.importer', 'plan', ChargeDImport>
  | Fait<'plan.ordonner', 'plan', { readonly axes: number; readonly actions: number }>
  | Fait<'plan.exporter', 'plan', { readonly format: string; readonly actions: number }>
  | Fait<'axe.creer' | 'axe.modifier' | 'axe.supprimer', 'axe', { readonly plan: string; readonly intitule: string }>
  | Fait<'action.creer', 'action', { readonly plan: string; readonly intitule: string }>
  | Fait<'action.modifier', 'action', { readonly plan: string; readonly avant: Valeur; readonly apres: Valeur }>
  | Fait<'action.deplacer', 'action', { readonly plan: string; readonly rang: number; readonly axe: string | null }>
  | Fait<'action.retirer', 'action', { readonly plan: string; readonly motif: string }>
  | Fait<'action.noter', 'action', { readonly plan: string; readonly statut: string; readonly taux: string | null }>
  | Fait<'echeance.fixer', 'action', { readonly plan: string; readonly texte: string }>
  | Fait<
      'echeance.reporter',
      'action',
      { readonly plan: string; readonly avant: string; readonly apres: string; readonly motif: string }
    >
  | Fait<
      'pilote.rattacher',
      'plan',
      { readonly texte: string; readonly organisation: string; readonly actions: number }
    >;

type ChargeDImport = {
  readonly fichier: string;
  readonly empreinte: string;
  readonly nouvelles: number;
  readonly modifiees: number;
  readonly retirees: number;
};
