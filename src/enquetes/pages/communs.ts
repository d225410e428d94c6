export const ACCUEIL = { texte: 'Accueil', href: '/' } as const;
export const REMONTEES = { texte: 'Remontées', href: '/remontees' } as const;

/** What a form was refused, and what had been typed. */
export type RefusDeFormulaire =
  | {
      readonly verbe: string;
      readonly valeurs: Readonly<Record<string, string | string[]>>;
      readonly champs: Readonly<Record<string, string>>;
    }
  | undefined;

/** The refusal of one form among those of a page. */
export function refusDe(refus: RefusDeFormulaire, verbe: string): RefusDeFormulaire {
  return refus?.verbe === verbe ? refus : undefined;
}
