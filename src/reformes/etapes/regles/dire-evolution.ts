import { compter, formaterEcart, formaterJour, INSECABLE, type Ton } from '#interface';
import type { Jour } from '#socle/valeurs';
import { type ChangementDeMeteo, compterEvolutions, type Evolution, type GenreDEvolution } from './evolution.ts';

/** A piece of the sentence: its words lead to the reforms they count. */
export type MorceauDEvolution = {
  readonly filtre: GenreDEvolution | 'meteo';
  readonly texte: string;
  readonly ton: Ton;
};

/** « Entre le 15 février et le 2 mai 2022 : 12 réformes ont progressé, 3 ont reculé… 4 météos ont changé. », in pieces. */
export function direEvolution(evolutions: readonly Evolution[], { du, au }: Periode) {
  const comptes = compterEvolutions(evolutions);
  const morceaux = ORDRE.filter((genre) => comptes[genre] > 0).map((genre, rang): MorceauDEvolution => {
    const nombre = comptes[genre];
    const sujet = rang === 0 ? compter(nombre, 'réforme', 'réformes') : String(nombre);
    return { filtre: genre, texte: `${sujet} ${VERBES[genre][nombre < 2 ? 0 : 1]}`, ton: TONS[genre] };
  });
  const meteo: MorceauDEvolution | null =
    comptes.meteo === 0
      ? null
      : { filtre: 'meteo', texte: compter(comptes.meteo, 'météo a changé', 'météos ont changé'), ton: 'neutre' };
  return { debut: `Entre le ${formaterJour(du)} et le ${formaterJour(au)}${INSECABLE}: `, morceaux, meteo };
}

export type Periode = { readonly du: Jour; readonly au: Jour };

const ORDRE: readonly GenreDEvolution[] = ['progresse', 'recule', 'nouvelle', 'plus_mesuree', 'stable', 'non_mesuree'];

const VERBES: Readonly<Record<GenreDEvolution, readonly [string, string]>> = {
  progresse: ['a progressé', 'ont progressé'],
  recule: ['a reculé', 'ont reculé'],
  nouvelle: ['est mesurée pour la première fois', 'sont mesurées pour la première fois'],
  plus_mesuree: ['n’est plus mesurée', 'ne sont plus mesurées'],
  stable: ['n’a pas bougé', 'n’ont pas bougé'],
  non_mesuree: ['n’est mesurée à aucune des deux dates', 'ne sont mesurées à aucune des deux dates'],
};

const TONS: Readonly<Record<GenreDEvolution, Ton>> = {
  progresse: 'neutre',
  recule: 'alerte',
  nouvelle: 'neutre',
  plus_mesuree: 'attention',
  stable: 'neutre',
  non_mesuree: 'neutre',
};

/** The kinds as filters, rows and files name them. */
export const LIBELLES_D_EVOLUTION: Readonly<Record<GenreDEvolution, string>> = {
  progresse: 'Progrès',
  recule: 'Recul',
  nouvelle: 'Nouvelle mesure',
  plus_mesuree: 'Plus mesurée',
  stable: 'Sans changement',
  non_mesuree: 'Non mesurée',
};

export const LIBELLES_DE_CHANGEMENT: Readonly<Record<ChangementDeMeteo, string>> = {
  mieux: 'meilleure',
  moins_bien: 'moins bonne',
  declaree: 'première déclaration',
  plus_declaree: 'plus déclarée',
};

/** « −8,5 points ». */
export function direDifference(difference: string): string {
  return formaterEcart(Number(difference));
}
