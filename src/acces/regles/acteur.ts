import type { HabilitationEnVigueur } from './habilitations.ts';
import type { Profil } from './profils.ts';

/** Who is asking, with everything a policy needs to know; made once per request from the account. */
export type Acteur = {
  /** Account that signs what is done: the person's own, a stand-in's (« X pour Y ») or a machine's (« jeton de Y »). */
  readonly compte: string;
  /** Account of the person at the keyboard, or who made the machine's token; the same as `compte` for oneself. */
  readonly personne: string;
  /** How the signature reads: « Préfet du Finistère », « SGAR de Bretagne pour Préfet du Finistère ». */
  readonly nom: string;
  /** How it acts: a stand-in and a machine have the rights of someone else, and never administer accounts. */
  readonly genre: 'personne' | 'suppleance' | 'machine';
  /** What a machine's token opens; null for people. */
  readonly portees: readonly string[] | null;
  readonly profil: Profil;
  /** The organisation the person works in. */
  readonly organisation: string;
  readonly organisationLibelle: string;
  /** Own organisation and all those below it. */
  readonly organisations: readonly string[];
  /** Groups these organisations belong to (« les SGC-D »). */
  readonly collectifs: readonly string[];
  /** Ministry at the top of the organisation's branch; null for a préfecture or a service of no ministry. */
  readonly ministere: string | null;
  /** Own territory (`FR`, `R53`, `D29`). */
  readonly territoire: string;
  /** Own territory and those it contains. */
  readonly territoires: readonly string[];
  /** Territories that contain one's own, itself left out. */
  readonly territoiresEnglobants: readonly string[];
  /** Grants in force on the day of the request. */
  readonly habilitations: readonly HabilitationEnVigueur[];
};

/** What a policy answers: yes, or no with the rule and a sentence that says why and whom to ask. */
export type Decision =
  | { readonly permis: true }
  | { readonly permis: false; readonly regle: string; readonly message: string };

export const PERMIS: Decision = { permis: true };

export function refus(regle: string, message: string): Decision {
  return { permis: false, regle, message };
}
