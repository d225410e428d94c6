import type { Acteur } from '#acces';
import { echec, type Resultat } from '#socle/valeurs';
import type { ServicesDImport } from '../responsabilites.ts';
import { deposerImport } from './deposer.ts';

/** The file as the form of deposit posts it. A refusal of the file is shown under its field. Gives the import. */
export async function recevoirFichier(
  services: ServicesDImport,
  acteur: Acteur,
  formulaire: FormData,
): Promise<Resultat<string>> {
  const fichier = formulaire.get('fichier');
  if (!(fichier instanceof File) || (fichier.name === '' && fichier.size === 0)) {
    const message = 'Choisissez le fichier de valeurs.';
    return echec({ nature: 'invalide', regle: 'valeurs.depot', message, champs: { fichier: message } });
  }
  const depose = await deposerImport(services, acteur, {
    nom: nomSeul(fichier.name),
    typeMime: fichier.type || 'application/octet-stream',
    octets: new Uint8Array(await fichier.arrayBuffer()),
  });
  if (depose.ok || depose.refus.nature !== 'invalide' || depose.refus.champs) return depose;
  return echec({ ...depose.refus, champs: { fichier: depose.refus.message } });
}

/** Some browsers send the whole path; names are kept short enough to be shown. */
function nomSeul(nom: string): string {
  return nom.replace(/^.*[\\/]/, '').slice(-200);
}
