/** What the server refused of a form of the page: `cle` says which form it is. */
export type RefusDeFiche =
  | {
      readonly cle: string;
      readonly erreurs: Readonly<Record<string, string>>;
      readonly valeurs: Readonly<Record<string, string | string[]>>;
    }
  | undefined;
