import { type Echeance, type SituationDEcheance, situationDEcheance } from '#echeances';
import type { Jour } from '#socle/valeurs';

/** Declared state of a local project, by a dated note. */
export const ETATS_DE_PROJET = ['a_lancer', 'en_cours', 'bloque', 'termine', 'abandonne'] as const;
export type EtatDeProjet = (typeof ETATS_DE_PROJET)[number];

export const LIBELLES_D_ETAT_DE_PROJET: Readonly<Record<EtatDeProjet, string>> = {
  a_lancer: 'À lancer',
  en_cours: 'En cours',
  bloque: 'Bloqué',
  termine: 'Terminé',
  abandonne: 'Abandonné',
};

/** What was said of a milestone, in the order it was said. */
export type FaitDeJalon =
  | {
      readonly genre: 'echeance';
      readonly texte: string;
      readonly nature: Echeance['nature'];
      readonly debut: Jour | null;
      readonly fin: Jour | null;
      readonly motif: string | null;
    }
  | { readonly genre: 'atteint'; readonly jour: Jour }
  | { readonly genre: 'abandon'; readonly motif: string };

type EcheanceDite = Extract<FaitDeJalon, { genre: 'echeance' }>;

export type SituationDeJalon = {
  /** The deadline as it stands. */
  readonly echeance: EcheanceDite | null;
  /** The first one, when it was put off since. */
  readonly initiale: EcheanceDite | null;
  readonly reports: number;
  readonly atteintLe: Jour | null;
  readonly abandon: string | null;
  readonly situation: SituationDEcheance;
};

/** Where a milestone stands on this day: its last deadline, how many times it was put off, whether it was reached. */
export function situerJalon(faits: readonly FaitDeJalon[], au: Jour): SituationDeJalon {
  const echeances = faits.filter((fait): fait is EcheanceDite => fait.genre === 'echeance');
  const echeance = echeances.at(-1) ?? null;
  const atteint = faits.find((fait) => fait.genre === 'atteint');
  const abandon = faits.find((fait) => fait.genre === 'abandon');
  return {
    echeance,
    initiale: echeances.length > 1 ? (echeances[0] ?? null) : null,
    reports: Math.max(0, echeances.length - 1),
    atteintLe: atteint?.genre === 'atteint' ? atteint.jour : null,
    abandon: abandon?.genre === 'abandon' ? abandon.motif : null,
    situation: situationDEcheance(
      echeance ?? { nature: 'a_definir', fin: null },
      atteint !== undefined || abandon !== undefined,
      au,
    ),
  };
}
