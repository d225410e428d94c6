import type { LoaderFunctionArgs } from 'react-router';
import { exigerActeur, obtenir } from '#acces';
import { telechargement } from '#socle';
import { ecrireCsv } from '#tableur';
import { trouverImport } from '../importer/trouver.ts';
import { colonneFautive } from '../lecture/colonne-fautive.ts';
import { lignesADire } from '../lectures/lignes-deposees.ts';
import { servicesDImport } from '../responsabilites.ts';
import { etatDeLaVue } from './import/vues.ts';

/** More rows than a person corrects one by one. */
const LIGNES_AU_PLUS = 100_000;

/** The rows the page shows under the same view, all of them, as a file: to correct the source and send it again. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = servicesDImport(context);
  const unImport = obtenir(await trouverImport(services, acteur, params.importation ?? ''));
  const etat = etatDeLaVue(new URL(request.url).searchParams.get('voir')) ?? 'refusee';
  const lignes = await lignesADire(services.base, unImport.id, { etat, limite: LIGNES_AU_PLUS });
  const octets = ecrireCsv({
    nom: 'Lignes',
    entetes: ['ligne', 'colonne', 'règle', 'raison', 'texte de la ligne'],
    lignes: lignes.map(({ ligne, regle, message, brut }) => [
      ligne,
      colonneFautive(regle, unImport.format) ?? '',
      regle,
      message,
      brut ?? '',
    ]),
  });
  return telechargement(octets, `Lignes à revoir de ${unImport.nom}.csv`, 'text/csv; charset=utf-8');
}
