import type { LoaderFunctionArgs } from 'react-router';
import { contexteServices, exigerActeur } from '#acces';
import { aujourdhui, telechargement } from '#socle';
import { criteresDeReformes } from '../criteres.ts';
import { ecrireFeuille, feuilleDesSuivis, TYPES_DE_FICHIER } from '../feuille.ts';
import { listerReformes } from '../lectures/liste.ts';

/** The reforms the list shows with the same address, as a file. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const { base, horloge } = context.get(contexteServices);
  const criteres = criteresDeReformes(new URL(request.url).searchParams);
  const jour = aujourdhui(horloge);
  const { retenues } = await listerReformes(base, acteur, criteres, jour);
  const suivis = retenues.map(({ suivi }) => suivi);
  const feuille = feuilleDesSuivis({ nom: 'Réformes', titre: 'Réformes' }, suivis, jour);
  return telechargement(await ecrireFeuille(feuille, 'csv'), `${feuille.titre}.csv`, TYPES_DE_FICHIER.csv);
}
