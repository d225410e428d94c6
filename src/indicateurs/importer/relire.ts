import { type Acteur, selon } from '#acces';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { peutImporterDesValeurs } from '../politique.ts';
import { responsabilitesDImport, type ServicesDImport } from '../responsabilites.ts';
import { lireUnMoment } from './deposer.ts';
import { trouverImport } from './trouver.ts';

/**
 * Reads the same file again, against what is known now: values changed meanwhile, or an indicator it names was created.
 * What was shown before no longer stands: the version of the import changes.
 */
export async function relireImport(services: ServicesDImport, acteur: Acteur, id: string): Promise<Resultat<null>> {
  const permis = selon(peutImporterDesValeurs(acteur, await responsabilitesDImport(services, services.base, acteur)));
  if (!permis.ok) return permis;
  const trouve = await trouverImport(services, acteur, id);
  if (!trouve.ok) return trouve;
  const prise = await services.base
    .updateTable('import_de_valeurs')
    .set((eb) => ({
      etat: 'lecture',
      progression: 0,
      refus: null,
      commence_le: services.horloge.maintenant(),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('etat', 'in', ['lu', 'refuse'])
    .where('document_id', 'is not', null)
    .returning('id')
    .executeTakeFirst();
  if (prise === undefined) return echec(PAS_RELISIBLE);
  await lireUnMoment(services, id);
  return reussite(null);
}

const PAS_RELISIBLE: Refus = {
  nature: 'conflit',
  regle: 'valeurs.relire.etat',
  message: 'Cet import est déjà fait, abandonné ou en cours de lecture\u00a0: il n’y a rien à relire.',
};
