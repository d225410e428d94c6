import { type Jour, type Resultat, reussite } from '#socle/valeurs';
import { lireDocument } from '#tableur';
import type { PlanLu } from '../regles/lecture.ts';
import { lireEnContexte } from './lire-en-contexte.ts';

/** Reads a plan from a file in this process, without a database: for the command line, which does nothing else. */
export async function lireFichierDePlan(
  octets: Uint8Array,
  nomDeFichier: string,
  reference: Jour | null,
): Promise<Resultat<PlanLu>> {
  const lu = await lireDocument(octets, nomDeFichier);
  if (!lu.ok) return lu;
  return reussite(lireEnContexte(lu.valeur, { nomDeFichier, reperes: { reference } }, null));
}
