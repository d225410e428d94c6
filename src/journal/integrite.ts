import { z } from 'zod';
import type { Base } from '#socle/base';
import type { Tete } from './regles/chaine.ts';
import type { Defaut } from './regles/verification.ts';

/** What is known of the journal's integrity, without verifying it again. */
export type Integrite = {
  readonly tete: Tete;
  readonly dernier: VerdictGarde | null;
  /** Since when a verification is under way. */
  readonly enCoursDepuis: Date | null;
  readonly ancre: { readonly instant: Date; readonly sequence: number; readonly moyen: string } | null;
};

export type VerdictGarde = {
  readonly termineeLe: Date;
  /** Null when the verification could not be done. */
  readonly intact: boolean | null;
  readonly lignes: number;
  readonly defauts: readonly Defaut[];
  readonly nombreDeDefauts: number;
  readonly reculs: number;
  readonly ancresControlees: number;
  readonly panne: string | null;
};

const DEFAUTS = z.array(z.object({ sequence: z.number(), raison: z.string() })).catch([]);

export async function lireIntegrite(base: Base): Promise<Integrite> {
  const verdicts = base.selectFrom('journal_verification').selectAll().orderBy('id', 'desc').limit(1);
  const [tete, dernier, enCours, ancre] = await Promise.all([
    base.selectFrom('journal_tete').select(['sequence', 'empreinte']).executeTakeFirstOrThrow(),
    verdicts.where('terminee_le', 'is not', null).executeTakeFirst(),
    verdicts.where('terminee_le', 'is', null).executeTakeFirst(),
    base
      .selectFrom('ancrage')
      .select(['instant', 'sequence', 'moyen'])
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst(),
  ]);
  return {
    tete,
    enCoursDepuis: enCours?.commencee_le ?? null,
    ancre: ancre ?? null,
    dernier: dernier?.terminee_le
      ? {
          termineeLe: dernier.terminee_le,
          intact: dernier.intact,
          lignes: dernier.lignes ?? 0,
          defauts: DEFAUTS.parse(dernier.defauts),
          nombreDeDefauts: dernier.nombre_de_defauts ?? 0,
          reculs: dernier.reculs ?? 0,
          ancresControlees: dernier.ancres_controlees ?? 0,
          panne: dernier.panne,
        }
      : null,
  };
}
