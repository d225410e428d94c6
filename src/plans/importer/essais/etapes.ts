import type { Acteur } from '#acces';
import type { Services } from '#socle';
import type { Resultat } from '#socle/valeurs';
import { type Apercu, apercuDImport, type Import, trouverImport } from '../apercu.ts';
import { appliquerDifference, appliquerNouveauPlan, cleDeDifference } from '../appliquer.ts';
import { deposerFichier } from '../deposer.ts';

/** The value of a result, or the failure of the test with the sentence of the refusal. */
export function valeur<T>(resultat: Resultat<T>): T {
  if (!resultat.ok) throw new Error(`${resultat.refus.regle} : ${resultat.refus.message}`);
  return resultat.valeur;
}

/** A text file as an office would save it. */
export function csv(...lignes: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lignes.join('\r\n'));
}

export async function deposer(
  services: Services,
  acteur: Acteur,
  plan: string | null,
  nom: string,
  octets: Uint8Array,
): Promise<string> {
  return valeur(await deposerFichier(services, acteur, plan, { nom, typeMime: 'application/octet-stream', octets }));
}

export async function regarder(
  services: Services,
  acteur: Acteur,
  id: string,
): Promise<{ unImport: Import; apercu: Apercu }> {
  const unImport = valeur(await trouverImport(services, acteur, id));
  if (unImport.etat !== 'lu') throw new Error(`Import ${unImport.etat} : ${unImport.refus}`);
  return { unImport, apercu: await apercuDImport(services.base, unImport) };
}

/** The fields of a new plan of the DMATES, as its form sends them. */
export function champsDePlan(titre: string, autres: Readonly<Record<string, string>> = {}) {
  return {
    titre,
    genre: 'plan_d_actions',
    proprietaire: 'mi-dmates',
    territoire: 'FR',
    diffusion: 'equipe',
    etat: 'actif',
    periodeDebut: '',
    periodeFin: '',
    dateDeReference: '',
    ...autres,
  };
}

/** From the file to the plan, as someone who accepts everything. Gives the identifier of the plan. */
export async function importer(services: Services, acteur: Acteur, nom: string, octets: Uint8Array): Promise<string> {
  const id = await deposer(services, acteur, null, nom, octets);
  return valeur(await appliquerNouveauPlan(services, acteur, id, champsDePlan(nom)));
}

/** Applies the difference as it is proposed, or with these differences ticked only. */
export async function appliquer(
  services: Services,
  acteur: Acteur,
  id: string,
  retenir?: (etat: string) => boolean,
): Promise<Resultat<string>> {
  const { apercu } = await regarder(services, acteur, id);
  const entrees = (apercu.difference?.lignes ?? []).map((ligne, rang) => ({
    cle: cleDeDifference(ligne, rang),
    etat: ligne.etat,
  }));
  const proposees = retenir ?? ((etat: string) => etat === 'nouvelle' || etat === 'modifiee');
  return appliquerDifference(services, acteur, id, {
    empreinte: apercu.empreinte ?? '',
    vue: entrees.map(({ cle }) => cle),
    retenue: entrees.filter(({ etat }) => proposees(etat)).map(({ cle }) => cle),
  });
}
