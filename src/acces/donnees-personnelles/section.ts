/** One kind of data about a person, as the export gives it: what it is, why it is kept, and every row. */
export type SectionDeDonnees = {
  /** Key in the file: `habilitations`. */
  readonly cle: string;
  /** For the person who reads: « Habilitations reçues ». */
  readonly titre: string;
  readonly lignes: readonly LigneDeDonnees[];
  /** True when there are more rows than the export holds: the rest is asked of the administrator. */
  readonly tronquee: boolean;
};

export type LigneDeDonnees = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** The most rows one section holds: more than anyone writes in years, and a bound all the same. */
export const LIGNES_AU_PLUS = 50_000;

type Requete = {
  limit(nombre: number): { execute(): Promise<readonly Readonly<Record<string, unknown>>[]> };
};

/**
 * The rows of this query as the export writes them: instants in ISO 8601, what is absent said by null. One row more than
 * an export holds is asked for, so that it says when it does not hold them all.
 */
export async function lireSection(cle: string, titre: string, requete: Requete): Promise<SectionDeDonnees> {
  const lignes = await requete.limit(LIGNES_AU_PLUS + 1).execute();
  return {
    cle,
    titre,
    lignes: lignes
      .slice(0, LIGNES_AU_PLUS)
      .map((ligne) => Object.fromEntries(Object.entries(ligne).map(([champ, valeur]) => [champ, enTexte(valeur)]))),
    tronquee: lignes.length > LIGNES_AU_PLUS,
  };
}

function enTexte(valeur: unknown): LigneDeDonnees[string] {
  if (valeur === null || valeur === undefined) return null;
  if (valeur instanceof Date) return valeur.toISOString();
  if (Array.isArray(valeur)) return valeur.map(String);
  if (typeof valeur === 'string' || typeof valeur === 'number' || typeof valeur === 'boolean') return valeur;
  return JSON.stringify(valeur);
}
