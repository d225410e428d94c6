import type { Acteur } from '#acces';
import { echec, fauteDeSaisie, type Resultat } from '#socle/valeurs';
import { fichierDuFormulaire, sousLeChamp } from '#tableur/depot';
import type { ServicesDImport } from '../responsabilites.ts';
import { deposerImport } from './deposer.ts';

/** The file as the form of deposit posts it. A refusal of the file is shown under its field. Gives the import. */
export async function recevoirFichier(
  services: ServicesDImport,
  acteur: Acteur,
  formulaire: FormData,
): Promise<Resultat<string>> {
  const depot = await fichierDuFormulaire(formulaire);
  if (depot === null) return echec(fauteDeSaisie('valeurs.depot', 'fichier', 'Choisissez le fichier de valeurs.'));
  return sousLeChamp('fichier', await deposerImport(services, acteur, depot));
}
