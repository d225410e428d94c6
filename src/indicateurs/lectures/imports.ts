import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import type { EtatDImport } from '../importer/trouver.ts';
import type { BilanDImport } from '../importer/verifier-depot.ts';

export type ImportListe = {
  readonly id: string;
  readonly nom: string;
  readonly etat: EtatDImport;
  readonly commenceLe: Date;
  /** Who brought the file; null for the command line. */
  readonly par: string | null;
  readonly bilan: BilanDImport | null;
};

export const IMPORTS_PAR_PAGE = 30;

/** The imports this person may read, the latest first: all of them for the DITP, one's own for the others. */
export async function listerImports(
  base: Base,
  acteur: Acteur,
  page: number,
): Promise<{ readonly imports: readonly ImportListe[]; readonly total: number }> {
  const requete = base
    .selectFrom('import_de_valeurs')
    .$if(acteur.profil !== 'ditp', (q) => q.where('import_de_valeurs.compte_id', '=', acteur.compte));
  const [{ total }, lignes] = await Promise.all([
    requete.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    requete
      .leftJoin('signataire', 'signataire.id', 'import_de_valeurs.compte_id')
      .select(['import_de_valeurs.id', 'import_de_valeurs.nom', 'import_de_valeurs.etat', 'import_de_valeurs.bilan'])
      .select(['import_de_valeurs.commence_le', 'signataire.nom as par'])
      .orderBy('import_de_valeurs.commence_le', 'desc')
      .orderBy('import_de_valeurs.id')
      .limit(IMPORTS_PAR_PAGE)
      .offset((page - 1) * IMPORTS_PAR_PAGE)
      .execute(),
  ]);
  return {
    total: Number(total),
    imports: lignes.map(({ id, nom, etat, bilan, commence_le, par }) => ({
      id,
      nom,
      etat: etat as EtatDImport,
      bilan: bilan as unknown as BilanDImport | null,
      commenceLe: commence_le,
      par,
    })),
  };
}
