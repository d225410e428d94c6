import { type Acteur, selon } from '#acces';
import { inscrire } from '#journal';
import type { Services } from '#socle';
import { type Resultat, reussite } from '#socle/valeurs';
import { lireLignesDansOuvrier } from '#tableur';
import { attendreUnMoment, type Depot, empreinteDe, garderFichier, verifierFichier } from '#tableur/depot';
import { lireFichierDeValeurs } from '../lecture/lire-fichier.ts';
import { peutImporterDesValeurs } from '../politique.ts';
import { responsabilitesDImport, type ServicesDImport } from '../responsabilites.ts';
import { verifierDepot } from './verifier-depot.ts';

const ATTENTE_MS = 2_500;

/** Receives a file of values and starts reading it. Gives the identifier of the import. */
export async function deposerImport(
  services: ServicesDImport,
  acteur: Acteur,
  depot: Depot,
): Promise<Resultat<string>> {
  const permis = selon(peutImporterDesValeurs(acteur, await responsabilitesDImport(services, services.base, acteur)));
  if (!permis.ok) return permis;
  const lisible = verifierFichier(depot, 'les valeurs');
  if (!lisible.ok) return lisible;
  const id = await inscrireImport(services, depot, acteur);
  await lireUnMoment(services, id);
  return reussite(id);
}

/** Starts reading; a long file is read while the person looks at the page of the import. */
export async function lireUnMoment(services: ServicesDImport, id: string): Promise<void> {
  await attendreUnMoment(lireDepot(services, id), ATTENTE_MS);
}

/** The row of an import, `lecture`. The file itself is kept when a person sent it. */
export async function inscrireImport(services: Services, depot: Depot, acteur: Acteur | null): Promise<string> {
  const { base, ids, horloge } = services;
  const id = ids.nouveau();
  const empreinte = empreinteDe(depot.octets);
  await base.transaction().execute(async (transaction) => {
    const document = acteur === null ? null : await garderFichier(transaction, services, depot, acteur.compte);
    await transaction
      .insertInto('import_de_valeurs')
      .values({
        id,
        document_id: document,
        nom: depot.nom,
        taille: depot.octets.byteLength,
        empreinte,
        compte_id: acteur?.compte ?? null,
        etat: 'lecture',
        commence_le: horloge.maintenant(),
      })
      .execute();
    await inscrire(
      transaction,
      {
        acte: 'valeurs.deposer',
        objet: { type: 'import_de_valeurs', id },
        territoire: null,
        charge: { fichier: depot.nom, empreinte },
      },
      { auteur: acteur?.compte ?? null, horloge },
    );
  });
  return id;
}

/** Reads the file of an import in the reading worker and checks it, or keeps why it could not be. Never throws. */
export async function lireDepot(services: ServicesDImport, id: string): Promise<void> {
  const { base } = services;
  try {
    const depot = await base
      .selectFrom('import_de_valeurs')
      .innerJoin('document_source', 'document_source.id', 'import_de_valeurs.document_id')
      .select(['document_source.nom', 'document_source.contenu'])
      .where('import_de_valeurs.id', '=', id)
      .executeTakeFirstOrThrow();
    const feuilles = await lireLignesDansOuvrier(depot.contenu, depot.nom);
    const fichier = feuilles.ok ? lireFichierDeValeurs(feuilles.valeur) : feuilles;
    if (!fichier.ok) return await refuserDepot(services, id, fichier.refus.message);
    await base
      .updateTable('import_de_valeurs')
      .set({ progression: 40 })
      .where('id', '=', id)
      .where('etat', '=', 'lecture')
      .execute();
    await verifierDepot(services, id, fichier.valeur);
  } catch {
    await refuserDepot(
      services,
      id,
      'La lecture de ce fichier s’est interrompue\u00a0: rien n’a été enregistré. Déposez-le de nouveau.',
    ).catch(() => undefined);
  }
}

async function refuserDepot({ base, horloge }: Services, id: string, refus: string): Promise<void> {
  await base
    .updateTable('import_de_valeurs')
    .set({ etat: 'refuse', refus, fini_le: horloge.maintenant() })
    .where('id', '=', id)
    .where('etat', '=', 'lecture')
    .execute();
}
