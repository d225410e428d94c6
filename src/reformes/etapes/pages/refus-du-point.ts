/** What a form of a point d'étape was refused, and what had been typed. */
export type RefusDuPoint =
  | {
      readonly verbe: string;
      readonly valeurs: Readonly<Record<string, string | string[]>>;
      readonly champs: Readonly<Record<string, string>>;
    }
  | undefined;
