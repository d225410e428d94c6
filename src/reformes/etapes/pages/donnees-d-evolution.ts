import type { LoaderFunctionArgs } from 'react-router';
import { formaterJour } from '#interface';
import { ajouterJours, type Jour, lireJour } from '#socle/valeurs';
import type { FeuilleAEcrire } from '#tableur';
import { LIBELLES_DE_METEO } from '../../regles/meteo.ts';
import { chargerTerritoire } from '../../territoires/pages/charger-territoire.ts';
import { suivisDuJour } from '../lectures/suivis-du-jour.ts';
import { LIBELLES_D_EVOLUTION, type Periode } from '../regles/dire-evolution.ts';
import { comparerSituations, type Evolution, GENRES_D_EVOLUTION, type GenreDEvolution } from '../regles/evolution.ts';

/** A quarter, when nobody said which dates. */
const JOURS_PAR_DEFAUT = 90;

/** What changed in a territory between two dates, as the page and its files show it. */
export async function donneesDEvolution(arguments_: LoaderFunctionArgs) {
  const charge = await chargerTerritoire(arguments_);
  const { services, acteur, parametres, au: aujourdhui, vue } = charge;
  const periode = periodeDeLAdresse(parametres, aujourdhui);
  const lire = (jour: Jour) => suivisDuJour(services.base, acteur, vue.code, { jour, aujourdhui });
  const [avant, apres] = await Promise.all([lire(periode.du), lire(periode.au)]);
  const toutes = comparerSituations(avant, apres);
  const filtre = filtreDeLAdresse(parametres);
  return {
    charge,
    pourLaPage: { vue, periode, aujourdhui, filtre, toutes, evolutions: toutes.filter((lue) => retient(filtre, lue)) },
  };
}

export type FiltreDEvolution = GenreDEvolution | 'meteo' | null;

/** The same reforms as a sheet, in the same order, with the same words and figures. */
export function feuilleDEvolution(
  titre: string,
  evolutions: readonly Evolution[],
  { du, au }: Periode,
): FeuilleAEcrire {
  return {
    nom: 'Évolution',
    titre,
    entetes: [
      'Réforme',
      'Thème',
      'Évolution',
      `Avancement au ${formaterJour(du)}`,
      `Avancement au ${formaterJour(au)}`,
      'Différence (points)',
      `Météo au ${formaterJour(du)}`,
      `Météo au ${formaterJour(au)}`,
    ],
    lignes: evolutions.map(({ nom, theme, genre, avant, apres, difference, meteo }) => [
      nom,
      theme,
      LIBELLES_D_EVOLUTION[genre],
      avant,
      apres,
      difference === null ? null : Number(difference),
      meteo.avant && LIBELLES_DE_METEO[meteo.avant].nom,
      meteo.apres && LIBELLES_DE_METEO[meteo.apres].nom,
    ]),
    notes: [
      'Chaque situation est celle que l’on connaissait à sa date, calculée avec les règles d’aujourd’hui. Un chiffre absent n’est pas un zéro.',
    ],
  };
}

/** Two days in their order, neither to come; what makes no sense is as if absent. */
function periodeDeLAdresse(parametres: URLSearchParams, aujourdhui: Jour): Periode {
  const lu = (nom: string) => {
    const jour = lireJour(parametres.get(nom) ?? '');
    return jour !== null && jour <= aujourdhui ? jour : null;
  };
  const au = lu('au') ?? aujourdhui;
  const du = lu('du') ?? ajouterJours(au, -JOURS_PAR_DEFAUT);
  return du <= au ? { du, au } : { du: au, au: du };
}

function filtreDeLAdresse(parametres: URLSearchParams): FiltreDEvolution {
  return [...GENRES_D_EVOLUTION, 'meteo' as const].find((genre) => genre === parametres.get('genre')) ?? null;
}

function retient(filtre: FiltreDEvolution, { genre, meteo }: Evolution): boolean {
  return filtre === null || (filtre === 'meteo' ? meteo.changement !== null : genre === filtre);
}
