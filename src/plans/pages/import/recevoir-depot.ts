import type { Acteur } from '#acces';
import type { Services } from '#socle';
import { echec, type Refus, type Resultat } from '#socle/valeurs';
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
    if (texte.trim() === '') return echec(manque('texte', 'Collez ici le tableau du plan, en-têtes compris.'));
    return placer(
      'texte',
      await deposerFichier(services, acteur, plan, {
        nom: html === '' ? NOM_COLLE.texte : NOM_COLLE.html,
        typeMime: html === '' ? 'text/plain' : 'text/html',
        octets: new TextEncoder().encode(html === '' ? texte : html),
      }),
    );
  }
  const fichier = formulaire.get('fichier');
  if (!(fichier instanceof File) || (fichier.name === '' && fichier.size === 0)) {
    return echec(manque('fichier', 'Choisissez le fichier du plan.'));
  }
  return placer(
    'fichier',
    await deposerFichier(services, acteur, plan, {
      nom: nomSeul(fichier.name),
      typeMime: fichier.type || 'application/octet-stream',
      octets: new Uint8Array(await fichier.arrayBuffer()),
    }),
  );
}

function manque(champ: string, message: string): Refus {
  return { nature: 'invalide', regle: 'import.depot', message, champs: { [champ]: message } };
}

/** A refusal of the file itself is shown under the field it came from. */
function placer(champ: string, resultat: Resultat<string>): Resultat<string> {
  if (resultat.ok || resultat.refus.nature !== 'invalide' || resultat.refus.champs) return resultat;
  return echec({ ...resultat.refus, champs: { [champ]: resultat.refus.message } });
}

/** Some browsers send the whole path; names are kept short enough to be shown. */
function nomSeul(nom: string): string {
  return nom.replace(/^.*[\\/]/, '').slice(-200);
}
