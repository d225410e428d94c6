import { ecrireDecimal, lireDecimal, signe, soustraire } from '#socle/valeurs';
import type { SuiviPresente } from '../../presentation.ts';
import { METEOS, type Meteo } from '../../regles/meteo.ts';

/** What became of a reform between two days; exclusive, so that they add up to all of them. */
export const GENRES_D_EVOLUTION = ['recule', 'plus_mesuree', 'nouvelle', 'progresse', 'stable', 'non_mesuree'] as const;
export type GenreDEvolution = (typeof GENRES_D_EVOLUTION)[number];

/** What became of what is declared; null: the same, or nothing either day. */
export type ChangementDeMeteo = 'mieux' | 'moins_bien' | 'declaree' | 'plus_declaree';

export type Evolution = {
  readonly reforme: string;
  readonly nom: string;
  readonly theme: string;
  readonly genre: GenreDEvolution;
  /** « 60 % », « recul de 3 points », « non mesuré », or « non suivi ici » when it was not there that day. */
  readonly avant: string;
  readonly apres: string;
  /** Points gained, or lost when negative: the difference of the two figures shown. Null unless both are measured. */
  readonly difference: string | null;
  readonly meteo: {
    readonly avant: Meteo | null;
    readonly apres: Meteo | null;
    readonly changement: ChangementDeMeteo | null;
  };
};

/** The two situations side by side, reform by reform: what fell behind first. */
export function comparerSituations(
  avant: readonly SuiviPresente[],
  apres: readonly SuiviPresente[],
): readonly Evolution[] {
  const anciens = new Map(avant.map((suivi) => [suivi.reforme, suivi]));
  const nouveaux = new Map(apres.map((suivi) => [suivi.reforme, suivi]));
  return [...new Set([...nouveaux.keys(), ...anciens.keys()])]
    .flatMap((reforme) => comparer(anciens.get(reforme) ?? null, nouveaux.get(reforme) ?? null))
    .sort(ordre);
}

/** How many of each kind, with those whose météo changed. */
export function compterEvolutions(
  evolutions: readonly Evolution[],
): Readonly<Record<GenreDEvolution | 'meteo', number>> {
  const comptes = { recule: 0, plus_mesuree: 0, nouvelle: 0, progresse: 0, stable: 0, non_mesuree: 0, meteo: 0 };
  for (const { genre, meteo } of evolutions) {
    comptes[genre] += 1;
    if (meteo.changement !== null) comptes.meteo += 1;
  }
  return comptes;
}

function comparer(avant: SuiviPresente | null, apres: SuiviPresente | null): readonly Evolution[] {
  const connu = apres ?? avant;
  if (connu === null) return [];
  const difference = differenceEntre(mesureDe(avant), mesureDe(apres));
  return [
    {
      reforme: connu.reforme,
      nom: connu.nom,
      theme: connu.theme,
      genre: genreDe(avant, apres, difference),
      avant: avant?.taux.texte ?? ABSENTE,
      apres: apres?.taux.texte ?? ABSENTE,
      difference,
      meteo: meteoDe(avant?.meteo?.code ?? null, apres?.meteo?.code ?? null),
    },
  ];
}

const ABSENTE = 'non suivi ici';

/** The figure shown: the rate, below zero when the reform is worse than at its start. */
function mesureDe(suivi: SuiviPresente | null): string | null {
  if (suivi === null || suivi.taux.valeur === null) return null;
  return suivi.taux.etat === 'recul' && suivi.brut !== null ? suivi.brut : suivi.taux.valeur;
}

function differenceEntre(avant: string | null, apres: string | null): string | null {
  const [a, b] = [avant === null ? null : lireDecimal(avant), apres === null ? null : lireDecimal(apres)];
  return a === null || b === null ? null : ecrireDecimal(soustraire(b, a), 2);
}

function genreDe(avant: SuiviPresente | null, apres: SuiviPresente | null, difference: string | null): GenreDEvolution {
  if (difference === null) {
    if (mesureDe(apres) !== null) return 'nouvelle';
    return mesureDe(avant) !== null ? 'plus_mesuree' : 'non_mesuree';
  }
  const sens = signeDe(difference);
  return sens > 0 ? 'progresse' : sens < 0 ? 'recule' : 'stable';
}

function signeDe(difference: string): number {
  const lue = lireDecimal(difference);
  return lue === null ? 0 : signe(lue);
}

function meteoDe(avant: Meteo | null, apres: Meteo | null): Evolution['meteo'] {
  return { avant, apres, changement: changementDe(avant, apres) };
}

function changementDe(avant: Meteo | null, apres: Meteo | null): ChangementDeMeteo | null {
  if (avant === apres) return null;
  if (avant === null) return 'declaree';
  if (apres === null) return 'plus_declaree';
  return METEOS.indexOf(apres) < METEOS.indexOf(avant) ? 'mieux' : 'moins_bien';
}

const ALPHABET = new Intl.Collator('fr', { numeric: true });

/** By kind, then the largest movement first, then by name. Only an order: the figures stay texts. */
function ordre(a: Evolution, b: Evolution): number {
  const genres = GENRES_D_EVOLUTION.indexOf(a.genre) - GENRES_D_EVOLUTION.indexOf(b.genre);
  if (genres !== 0) return genres;
  const mouvement = Math.abs(Number(b.difference ?? 0)) - Math.abs(Number(a.difference ?? 0));
  return mouvement || ALPHABET.compare(a.nom, b.nom) || (a.reforme < b.reforme ? -1 : 1);
}
