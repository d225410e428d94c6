/** What a command or a reading gives: a value, or a refusal that names its rule and can be read by a person. */
export type Resultat<T, R = Refus> =
  | { readonly ok: true; readonly valeur: T }
  | { readonly ok: false; readonly refus: R };

export type Refus = {
  /** `interdit`: rights; `introuvable`; `invalide`: what was typed; `conflit`: someone else acted in between. */
  readonly nature: 'interdit' | 'introuvable' | 'invalide' | 'conflit';
  /** Stable name of the rule, for tests and logs: `plan.modifier.proprietaire`. */
  readonly regle: string;
  /** A sentence in French: what, where, what to do. */
  readonly message: string;
  /** Field by field, when the refusal comes from a form. */
  readonly champs?: Readonly<Record<string, string>>;
};

/** What was typed in a field is wrong: the same sentence is said of the form and under the field. */
export function fauteDeSaisie(regle: string, champ: string, message: string): Refus {
  return { nature: 'invalide', regle, message, champs: { [champ]: message } };
}

export function reussite<T>(valeur: T): { readonly ok: true; readonly valeur: T } {
  return { ok: true, valeur };
}

export function echec<R = Refus>(refus: R): { readonly ok: false; readonly refus: R } {
  return { ok: false, refus };
}
