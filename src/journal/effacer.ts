import type { Base } from '#socle/base';
import type { Evenement } from './evenements.ts';
import { hacher, inscrireLigne, type PlumeSalee } from './inscrire.ts';
import { type Effacement, effacementDe } from './regles/personnel.ts';

/** Whose personal parts, or which ones. */
export type PartsAEffacer = { readonly comptes: readonly string[] } | { readonly sequences: readonly number[] };

/** A long list is cut: PostgreSQL takes 65 535 parameters a statement. */
const PAQUET = 10_000;

/**
 * Empties these personal parts and writes the event that says so, in the caller's transaction. `evenement` is given what
 * it must carry in its payload under `effacement`; it is not asked when there is nothing to erase. Returns how many.
 *
 * The chain still verifies afterwards, and only with this event: a part that disappears otherwise is seen.
 */
export async function effacerDonneesPersonnelles(
  transaction: Base,
  parts: PartsAEffacer,
  evenement: (effacement: Effacement) => Evenement & { readonly charge: { readonly effacement: Effacement } },
  par: PlumeSalee,
): Promise<number> {
  const sequences =
    'comptes' in parts ? await desComptes(transaction, parts.comptes) : await presentes(transaction, parts.sequences);
  if (sequences.length === 0) return 0;
  const efface_par = await inscrireLigne(transaction, evenement(effacementDe(sequences, hacher)), par);
  for (const paquet of enPaquets(sequences)) {
    await transaction
      .updateTable('journal_personnel')
      .set({ sel: null, contenu: null, efface_par })
      .where('sequence', 'in', paquet)
      .execute();
  }
  return sequences.length;
}

/** The rows are locked: two erasures at once do not count the same part twice. */
async function desComptes(transaction: Base, comptes: readonly string[]): Promise<number[]> {
  if (comptes.length === 0) return [];
  const lignes = await aEffacer(transaction).where('concerne', 'in', comptes).execute();
  return lignes.map(({ sequence }) => sequence);
}

async function presentes(transaction: Base, sequences: readonly number[]): Promise<number[]> {
  const trouvees: number[] = [];
  for (const paquet of enPaquets(sequences)) {
    const lignes = await aEffacer(transaction).where('sequence', 'in', paquet).execute();
    trouvees.push(...lignes.map(({ sequence }) => sequence));
  }
  return trouvees;
}

function aEffacer(transaction: Base) {
  return transaction
    .selectFrom('journal_personnel')
    .select('sequence')
    .where('contenu', 'is not', null)
    .orderBy('sequence')
    .forUpdate();
}

function enPaquets<T>(elements: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(elements.length / PAQUET) }, (_, i) =>
    elements.slice(i * PAQUET, (i + 1) * PAQUET),
  );
}
