import type { Base } from '#socle/base';
import type { Acte, EvenementLu } from './evenements.ts';
import { type Cible, deLaCible, enEvenement } from './lire.ts';

export type Recherche = {
  /** Territories whose events may be seen; `tous` shows those of no territory as well. */
  readonly territoires: 'tous' | readonly string[];
  /** Accounts that signed; null for any, and for Jalon itself. */
  readonly auteurs: readonly string[] | null;
  /** What it was done to; null for anything. */
  readonly objets: readonly Cible[] | null;
  readonly acte: Acte | null;
  /** From this instant on. */
  readonly depuis: Date | null;
  /** Before this instant. */
  readonly avant: Date | null;
  /** Where the page starts: below a number of the journal (older), or above it (newer); null for the latest. */
  readonly repere: { readonly sens: 'plus_anciens' | 'plus_recents'; readonly sequence: number } | null;
  readonly limite: number;
};

/** The events asked for, the latest first. Pages go by number of the journal: the last page costs what the first does. */
export async function chercherEvenements(base: Base, recherche: Recherche): Promise<EvenementLu[]> {
  const { territoires, auteurs, objets, limite, repere } = recherche;
  if (territoires.length === 0 || auteurs?.length === 0 || objets?.length === 0) return [];
  const requete = filtrer(base, recherche);
  // One walk of the index for each kind of object, each bounded: a single condition on all of them would sort everything.
  const lots = await Promise.all(
    objets === null
      ? [requete.execute()]
      : objets.map((cible) => requete.where((eb) => deLaCible(eb, cible)).execute()),
  );
  const recents = repere?.sens === 'plus_recents';
  return lots
    .flat()
    .sort((a, b) => (recents ? a.sequence - b.sequence : b.sequence - a.sequence))
    .slice(0, limite)
    .sort((a, b) => b.sequence - a.sequence)
    .map((ligne) => enEvenement(ligne));
}

function filtrer(base: Base, { territoires, auteurs, acte, depuis, avant, repere, limite }: Recherche) {
  let requete = base
    .selectFrom('journal')
    .leftJoin('journal_personnel', 'journal_personnel.sequence', 'journal.sequence')
    .selectAll('journal')
    .select('journal_personnel.contenu as personnel')
    .limit(limite)
    .orderBy('journal.sequence', repere?.sens === 'plus_recents' ? 'asc' : 'desc');
  if (territoires !== 'tous') requete = requete.where('territoire_code', 'in', territoires);
  if (auteurs !== null) requete = requete.where('auteur', 'in', auteurs);
  if (acte !== null) requete = requete.where('acte', '=', acte);
  if (depuis !== null) requete = requete.where('instant', '>=', depuis);
  if (avant !== null) requete = requete.where('instant', '<', avant);
  if (repere !== null)
    requete = requete.where('journal.sequence', repere.sens === 'plus_recents' ? '>' : '<', repere.sequence);
  return requete;
}
