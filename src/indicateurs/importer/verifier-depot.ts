import { type Acteur, acteurDuCompte } from '#acces';
import { aujourdhui } from '#socle';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { type BilanDeFichier, faireLeBilan } from '../lecture/bilan.ts';
import type { FichierDeValeurs } from '../lecture/modele.ts';
import { verifierValeurs } from '../lecture/verifier.ts';
import { indicateursConnus, initialesConnues } from '../lectures/connus.ts';
import { peutEcrireValeurs, type Responsabilites } from '../politique.ts';
import { responsabilitesDImport, type ServicesDImport } from '../responsabilites.ts';
import { type EffetDImport, jugerDepot } from './juger-depot.ts';
import { rangerDepot } from './ranger-depot.ts';

/** What the preview says of a file. */
export type BilanDImport = { readonly fichier: BilanDeFichier; readonly effet: EffetDImport };

/**
 * Checks every value of a file against the indicators and what is known, and keeps the result beside the import: `lu`.
 * `reference` is the day from which past targets and old values are counted.
 */
export async function verifierDepot(
  services: ServicesDImport,
  id: string,
  fichier: FichierDeValeurs,
  reference: Jour = aujourdhui(services.horloge),
): Promise<BilanDImport> {
  const { base, horloge } = services;
  const au = aujourdhui(horloge);
  const { compte_id } = await base
    .selectFrom('import_de_valeurs')
    .select('compte_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const acteur = compte_id === null ? null : await acteurDuCompte(base, compte_id, au);
  const responsabilites = await responsabilitesDImport(services, base, acteur);
  const indicateurs = await indicateursConnus(
    base,
    fichier.valeurs.map(({ identifiant }) => identifiant),
  );
  const fermes = new Map(
    [...indicateurs.values()].map(({ numero, vu }) => [
      numero,
      compte_id === null ? null : pourquoiFerme(acteur, vu, responsabilites),
    ]),
  );
  const verifiees = verifierValeurs(fichier, {
    au,
    indicateurs,
    ferme: ({ numero }) => fermes.get(numero) ?? null,
    initiale: await initialesConnues(
      base,
      [...indicateurs.values()].map(({ numero }) => numero),
    ),
  });
  const bilan = faireLeBilan(fichier, verifiees, reference);
  return base.transaction().execute(async (transaction) => {
    await rangerDepot(transaction, id, verifiees);
    const complet: BilanDImport = { fichier: bilan, effet: await jugerDepot(transaction, id) };
    await noterLeBilan(transaction, id, fichier.format, complet, horloge.maintenant());
    return complet;
  });
}

function pourquoiFerme(
  acteur: Acteur | null,
  vu: Parameters<typeof peutEcrireValeurs>[1],
  responsabilites: Responsabilites,
): string | null {
  if (acteur === null) return 'votre compte est fermé.';
  const decision = peutEcrireValeurs(acteur, vu, responsabilites);
  return decision.permis ? null : decision.message;
}

async function noterLeBilan(
  transaction: Base,
  id: string,
  format: FichierDeValeurs['format'],
  bilan: BilanDImport,
  le: Date,
): Promise<void> {
  await transaction
    .updateTable('import_de_valeurs')
    .set({ etat: 'lu', format, progression: 100, bilan: JSON.stringify(bilan), fini_le: le })
    .where('id', '=', id)
    .where('etat', '=', 'lecture')
    .execute();
}
