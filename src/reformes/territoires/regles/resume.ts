import { type GenreDAlerte, POSITIONS, type Position } from '#indicateurs/regles';
import { compter, formaterNombre, INSECABLE, pluriel, type Ton } from '#interface';
import type { SuiviPresente } from '../../presentation.ts';

export type ResumeDeTerritoire = {
  readonly total: number;
  /** Exclusive: they add up to the total. */
  readonly positions: Readonly<Record<Position, number>>;
  /** How many reforms raise each alert; those that no reform raises are absent. */
  readonly alertes: readonly { readonly code: GenreDAlerte; readonly nombre: number }[];
};

/** A piece of the sentence; with a filter, its words lead to what they count. */
export type Morceau = { readonly texte: string; readonly ton: Ton; readonly filtre: Filtre | null };
export type Filtre = { readonly position: Position } | { readonly alerte: GenreDAlerte };

export function resumer(suivis: readonly SuiviPresente[]): ResumeDeTerritoire {
  const positions = Object.fromEntries(
    POSITIONS.map((position) => [position, suivis.filter((suivi) => suivi.position === position).length]),
  ) as Record<Position, number>;
  const alertes = new Map<GenreDAlerte, number>();
  for (const { code } of suivis.flatMap((suivi) => suivi.alertes)) alertes.set(code, (alertes.get(code) ?? 0) + 1);
  return {
    total: suivis.length,
    positions,
    alertes: ORDRE_DES_ALERTES.flatMap((code) => {
      const nombre = alertes.get(code);
      return nombre === undefined ? [] : [{ code, nombre }];
    }),
  };
}

/**
 * « 83 réformes suivies : 51 sur leur trajectoire, 14 en retrait, 6 en recul, 12 non mesurées. 5 météos divergent de
 * l’indicateur. », in pieces: sentences, each a list of pieces to enumerate.
 */
export function phraseDuTerritoire(resume: ResumeDeTerritoire): {
  readonly debut: string;
  readonly positions: readonly Morceau[];
  readonly divergences: Morceau | null;
} {
  const { total, positions, alertes } = resume;
  if (total === 0) return { debut: 'Aucune réforme n’est suivie ici.', positions: [], divergences: null };
  const divergences = alertes.find(({ code }) => code === 'meteo_divergente')?.nombre ?? 0;
  return {
    debut: `${compter(total, 'réforme suivie', 'réformes suivies')}${INSECABLE}: `,
    positions: ORDRE_DES_POSITIONS.filter((position) => positions[position] > 0).map((position) => ({
      texte: `${formaterNombre(positions[position])} ${motDe(position, positions[position])}`,
      ton: TONS[position],
      filtre: { position },
    })),
    divergences:
      divergences === 0
        ? null
        : {
            texte: `${compter(divergences, 'météo diverge', 'météos divergent')} de l’indicateur`,
            ton: 'attention',
            filtre: { alerte: 'meteo_divergente' },
          },
  };
}

const ORDRE_DES_POSITIONS: readonly Position[] = [
  'sur_trajectoire',
  'en_retrait',
  'recul',
  'non_mesuree',
  'sans_objet',
];

const ORDRE_DES_ALERTES: readonly GenreDAlerte[] = [
  'degradation_significative',
  'retrait_sur_la_mediane',
  'meteo_divergente',
  'meteo_ancienne',
  'meteo_absente',
  'valeur_en_retard',
  'taux_non_calculable',
  'cible_deja_atteinte',
  'cible_echue',
  'aucun_taux_departemental',
];

/** « 3 météos divergentes »: an alert with its count. */
export function direAlerte(code: GenreDAlerte, nombre: number): string {
  const [singulier, auPluriel] = MOTS_D_ALERTE[code];
  return pluriel(nombre, singulier, auPluriel);
}

const MOTS_D_ALERTE: Readonly<Record<GenreDAlerte, readonly [string, string]>> = {
  taux_non_calculable: ['taux non calculable', 'taux non calculables'],
  aucun_taux_departemental: ['sans aucun taux départemental', 'sans aucun taux départemental'],
  retrait_sur_la_mediane: ['plus de 10 points sous la médiane', 'plus de 10 points sous la médiane'],
  degradation_significative: ['dégradation significative', 'dégradations significatives'],
  meteo_absente: ['météo jamais déclarée', 'météos jamais déclarées'],
  meteo_ancienne: ['météo à renouveler', 'météos à renouveler'],
  meteo_divergente: ['météo divergente', 'météos divergentes'],
  valeur_en_retard: ['valeur en retard', 'valeurs en retard'],
  cible_deja_atteinte: ['cible déjà atteinte', 'cibles déjà atteintes'],
  cible_echue: ['cible échue', 'cibles échues'],
};

/** Positions as filters and files name them. */
export const LIBELLES_DE_POSITION: Readonly<Record<Position, string>> = {
  sur_trajectoire: 'Sur la trajectoire',
  en_retrait: 'En retrait',
  recul: 'En recul',
  non_mesuree: 'Non mesurée',
  sans_objet: 'Sans indicateur ici',
};

const TONS: Readonly<Record<Position, Ton>> = {
  sur_trajectoire: 'neutre',
  en_retrait: 'attention',
  recul: 'alerte',
  non_mesuree: 'neutre',
  sans_objet: 'neutre',
};

function motDe(position: Position, nombre: number): string {
  switch (position) {
    case 'sur_trajectoire':
      return pluriel(nombre, 'sur sa trajectoire', 'sur leur trajectoire');
    case 'en_retrait':
      return 'en retrait';
    case 'recul':
      return 'en recul';
    case 'non_mesuree':
      return pluriel(nombre, 'non mesurée', 'non mesurées');
    case 'sans_objet':
      return 'sans indicateur ici';
  }
}
