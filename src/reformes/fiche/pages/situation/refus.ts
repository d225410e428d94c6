/** What the server refused of a form of this page, and what had been typed. */
export type RefusDeSaisie = {
  readonly champs: Readonly<Record<string, string>>;
  readonly valeurs: Readonly<Record<string, string | string[]>>;
};
