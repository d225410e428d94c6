import { sql } from 'kysely';
import { z } from 'zod';
import { type Acteur, selon } from '#acces';
import { enTransaction, lireSaisie, texteObligatoire } from '#socle';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { TYPES_DE_VALEUR } from '../calcul/modele.ts';
import { peutImporterDesValeurs } from '../politique.ts';
import { responsabilitesDImport, type ServicesDImport } from '../responsabilites.ts';
import { jugerDepot } from './juger-depot.ts';
import { trouverImport } from './trouver.ts';
import type { BilanDImport } from './verifier-depot.ts';

const SAISIE = z.object({
  numero: z.coerce.number().int(),
  territoire: texteObligatoire('Dites quel territoire.', 5),
  type: z.enum(TYPES_DE_VALEUR),
  version: z.coerce.number().int(),
});

const MESSAGE = 'Série écartée de l’import à la vérification.';

/**
 * Leaves a whole series out of an import: its values are refused, and said so. Reading the file again takes it back. The
 * version of the import changes: what another window shows no longer stands.
 */
export async function ecarterSerie(
  services: ServicesDImport,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const saisie = lireSaisie(SAISIE, valeurs);
  if (!saisie.ok) return saisie;
  const permis = selon(peutImporterDesValeurs(acteur, await responsabilitesDImport(services, services.base, acteur)));
  if (!permis.ok) return permis;
  const trouve = await trouverImport(services, acteur, id);
  if (!trouve.ok) return trouve;
  const { numero, territoire, type, version } = saisie.valeur;
  return enTransaction(services, async (transaction) => {
    const pris = await transaction
      .updateTable('import_de_valeurs')
      .set({ version: version + 1 })
      .where('id', '=', id)
      .where('etat', '=', 'lu')
      .where('version', '=', version)
      .returning('bilan')
      .executeTakeFirst();
    const bilan = (pris?.bilan ?? null) as unknown as BilanDImport | null;
    if (bilan === null) return echec(CHANGE);
    const { numAffectedRows = 0n } = await sql`
      update valeur_deposee set etat = 'refusee', regle = 'ecartee', message = ${MESSAGE},
        brut = concat_ws(' ; ', to_char(jour, 'YYYY-MM-DD'), type, territoire, valeur)
      where import_id = ${id} and etat = 'prete' and indicateur = ${numero} and territoire = ${territoire}
        and type = ${type}`.execute(transaction);
    const ecartees = Number(numAffectedRows);
    const { fichier } = bilan;
    const nouveau: BilanDImport = {
      fichier: {
        ...fichier,
        pretes: fichier.pretes - ecartees,
        refusees: fichier.refusees + ecartees,
        parRegle: { ...fichier.parRegle, ecartee: (fichier.parRegle.ecartee ?? 0) + ecartees },
      },
      effet: await jugerDepot(transaction, id),
    };
    await transaction
      .updateTable('import_de_valeurs')
      .set({ bilan: JSON.stringify(nouveau) })
      .where('id', '=', id)
      .execute();
    return reussite(null);
  });
}

const CHANGE: Refus = {
  nature: 'conflit',
  regle: 'valeurs.ecarter.version',
  message: 'Cet import a changé depuis l’affichage de la page\u00a0: rien n’a été écarté. Regardez où il en est.',
};
