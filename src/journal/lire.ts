import type { Expression } from 'kysely';
import type { Base } from '#socle/base';
import type { Valeur } from './regles/canonique.ts';

/** Objects whose events are asked: one kind, and their identifiers or a query that gives them. */
export type Cible = { readonly type: string; readonly ids: Expression<string> | readonly string[] };

export type EvenementLu = {
  readonly sequence: number;
  readonly instant: Date;
  readonly auteur: string | null;
  readonly acte: string;
  readonly objet: { readonly type: string; readonly id: string };
  readonly charge: Valeur;
};

/** The events of these objects, the latest first. The caller has checked that the actor may read the objects. */
export async function lireEvenements(
  base: Base,
  cibles: readonly Cible[],
  etendue: { limite: number; saut: number },
): Promise<EvenementLu[]> {
  const lignes = await base
    .selectFrom('journal')
    .selectAll()
    .where((eb) =>
      eb.or(
        cibles.map(({ type, ids }) =>
          eb.and([
            eb('objet_type', '=', type),
            'toOperationNode' in ids ? eb('objet_id', 'in', ids) : eb('objet_id', 'in', [...ids]),
          ]),
        ),
      ),
    )
    .orderBy('sequence', 'desc')
    .limit(etendue.limite)
    .offset(etendue.saut)
    .execute();
  return lignes.map((ligne) => ({
    sequence: ligne.sequence,
    instant: ligne.instant,
    auteur: ligne.auteur,
    acte: ligne.acte,
    objet: { type: ligne.objet_type, id: ligne.objet_id },
    charge: JSON.parse(ligne.charge) as Valeur,
  }));
}
