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
  | Fait<'compte.ouvrir', 'compte', PlaceDeCompte>
  | Fait<
      'compte.modifier',
      'compte',
      {
        readonly avant: PlaceDeCompte;
        readonly apres: PlaceDeCompte;
        readonly nom: boolean;
        readonly courriel: boolean;
      }
    >
  | Fait<
      'compte.fermer',
      'compte',
      {
        readonly sessions: number;
        readonly habilitations: number;
        readonly suppleances: number;
        readonly jetons: number;
      }
    >
  | Fait<'compte.rouvrir', 'compte', Record<string, never>>
  | Fait<'habilitation.accorder', 'compte', ChargeDHabilitation>
  | Fait<'habilitation.prolonger', 'compte', ChargeDHabilitation & { readonly remplace: string }>
  | Fait<'habilitation.retirer', 'compte', Omit<ChargeDHabilitation, 'debut' | 'fin'>>
  | Fait<
      'suppleance.nommer',
      'compte',
      { readonly suppleance: string; readonly suppleant: string; readonly debut: string; readonly fin: string }
    >
  | Fait<'suppleance.finir', 'compte', { readonly suppleance: string; readonly suppleant: string }>
  | Fait<'suppleance.agir' | 'suppleance.reprendre', 'compte', { readonly suppleance: string }>
  | Fait<'acces.demander', 'demande', { readonly objet: string; readonly droit: string }>
  | Fait<'demande.accorder', 'demande', { readonly compte: string; readonly habilitation: string | null }>
  | Fait<'demande.refuser', 'demande', { readonly compte: string | null }>
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

type PlaceDeCompte = { readonly profil: string; readonly organisation: string; readonly territoire: string };

/** `objet`: `plan:<id>`, `champ:<ministère>`, `comptes`. */
type ChargeDHabilitation = {
  readonly habilitation: string;
  readonly droit: string;
  readonly objet: string;
  readonly territoire: string;
  readonly debut: string;
  readonly fin: string;
};

type ChargeDImport = {
  readonly fichier: string;
  readonly empreinte: string;
  readonly nouvelles: number;
  readonly modifiees: number;
  readonly retirees: number;
};
