import { type LoaderFunctionArgs, redirect } from 'react-router';
import { TERRITOIRES } from '#territoires';
import { peutLireReforme } from '../../politique.ts';
import { gardes } from '../adresses.ts';
import { lireComparaison } from '../lectures/comparaison.ts';
import { lireEntonnoir } from '../lectures/entonnoir.ts';
import { type GenreDeGroupe, GROUPES, lireChoix, lireGroupe } from '../lectures/groupe.ts';
import { chargerTerritoire } from './charger-territoire.ts';

/** A département beside those like it, its neighbours, or those one chose. */
export async function donneesDeComparaison(arguments_: LoaderFunctionArgs) {
  const charge = await chargerTerritoire(arguments_);
  const { services, acteur, reformes, territoire, vue, parametres, ouverts, regard } = charge;
  if (vue.maille !== 'departemental') throw redirect(`/territoires/${vue.code}${gardes(parametres)}`);
  const genre = GROUPES.find((connu) => connu === parametres.get('avec')) ?? 'semblables';
  const [groupe, choisis] = await Promise.all([
    lireGroupe(services.base, acteur, territoire, genre),
    lireChoix(services.base, acteur, territoire),
  ]);
  const comparees = await lireComparaison(services.base, acteur, { territoire, reformes, groupe }, regard);
  const choisie =
    comparees.find(({ id }) => id === parametres.get('reforme')) ??
    [...comparees].sort((a, b) => Number(a.ecart.valeur ?? 0) - Number(b.ecart.valeur ?? 0))[0];
  const reforme = reformes.find(({ id }) => id === choisie?.id);
  const litUneReforme = (code: string) => reformes.some((reforme) => peutLireReforme(acteur, reforme, code).permis);
  return {
    vue,
    genre,
    comparees,
    choisie: choisie ?? null,
    entonnoir: reforme === undefined ? null : await lireEntonnoir(services.base, acteur, reforme, territoire, regard),
    groupe: groupe.codes.map((code) => ({
      code,
      nom: nomDe(code),
      ouvert: litUneReforme(code),
      raisons: groupe.semblables?.retenus.find((semblable) => semblable.code === code)?.raisons ?? [],
    })),
    criteres: groupe.semblables && {
      utilises: groupe.semblables.criteres,
      manquants: groupe.semblables.manquants,
      ecartes: groupe.semblables.ecartes,
    },
    choisis,
    possibles: ouverts
      .filter(({ code, maille }) => maille === 'departemental' && code !== vue.code)
      .map(({ code, nom }) => ({ valeur: code, texte: `${nom} (${code.slice(1)})` })),
  };
}

export type DonneesDeComparaison = Awaited<ReturnType<typeof donneesDeComparaison>>;
export type GenreDeComparaison = GenreDeGroupe;

function nomDe(code: string): string {
  return TERRITOIRES.find((territoire) => territoire.code === code)?.nom ?? code;
}
