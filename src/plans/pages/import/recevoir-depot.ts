import type { Acteur } from '#acces';
import type { Services } from '#socle';
import { echec, fauteDeSaisie, type Resultat } from '#socle/valeurs';
import { fichierDuFormulaire, sousLeChamp } from '#tableur/depot';
import { deposerFichier, NOM_COLLE } from '../../importer/deposer.ts';

/** The deposit as posted by `FormulairesDeDepot`: a file, or what was pasted. Gives the identifier of the import. */
export async function recevoirDepot(
  services: Services,
  acteur: Acteur,
  plan: string | null,
  formulaire: FormData,
): Promise<Resultat<string>> {
  if (formulaire.get('source') === 'colle') {
    const texte = String(formulaire.get('texte') ?? '');
    const html = String(formulaire.get('html') ?? '');
    if (texte.trim() === '')
      return echec(fauteDeSaisie('import.depot', 'texte', 'Collez ici le tableau du plan, en-têtes compris.'));
    return sousLeChamp(
      'texte',
      await deposerFichier(services, acteur, plan, {
        nom: html === '' ? NOM_COLLE.texte : NOM_COLLE.html,
        typeMime: html === '' ? 'text/plain' : 'text/html',
        octets: new TextEncoder().encode(html === '' ? texte : html),
      }),
    );
  }
  const depot = await fichierDuFormulaire(formulaire);
  if (depot === null) return echec(fauteDeSaisie('import.depot', 'fichier', 'Choisissez le fichier du plan.'));
  return sousLeChamp('fichier', await deposerFichier(services, acteur, plan, depot));
}
