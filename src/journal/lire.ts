import type { Expression, ExpressionBuilder, ExpressionWrapper, Selectable, SqlBool } from 'kysely';
import type { Base, DB } from '#socle/base';
import type { Acte, ActeSur, EvenementLu, TypeDObjet } from './evenements.ts';

/** Objects whose events are asked: one kind, and their identifiers or a query that gives them. */
export type Cible<T extends TypeDObjet = TypeDObjet> = {
  readonly type: T;
  readonly ids: Expression<string> | readonly string[];
};

/**
 * The events of these objects, the latest first. The caller has checked that the actor may read the objects. Who was
 * refused them is not part of their history: administrators see it in the journal. `territoires`: only what is about these,
 * or about no territory.
 */
export async function lireEvenements<T extends TypeDObjet>(
  base: Base,
  cibles: readonly Cible<T>[],
  etendue: { limite: number; saut: number; territoires?: readonly string[] },
): Promise<EvenementLu<ActeSur<T>>[]> {
  const { territoires } = etendue;
  const lignes = await base
    .selectFrom('journal')
    .leftJoin('journal_personnel', 'journal_personnel.sequence', 'journal.sequence')
    .selectAll('journal')
    .select('journal_personnel.contenu as personnel')
    .where((eb) => eb.or(cibles.map((cible) => deLaCible(eb, cible))))
    .where('acte', '<>', 'acces.refuser')
    .$if(territoires !== undefined, (requete) =>
      requete.where((eb) =>
        eb.or([eb('territoire_code', 'is', null), eb('territoire_code', 'in', [...(territoires ?? []), ''])]),
      ),
    )
    .orderBy('journal.sequence', 'desc')
    .limit(etendue.limite)
    .offset(etendue.saut)
    .execute();
  return lignes.map((ligne) => enEvenement<ActeSur<T>>(ligne));
}

/** Is the event about this object, or one of these? */
export function deLaCible(
  eb: ExpressionBuilder<DB, 'journal'>,
  { type, ids }: Cible,
): ExpressionWrapper<DB, 'journal', SqlBool> {
  return eb.and([
    eb('objet_type', '=', type),
    'toOperationNode' in ids ? eb('objet_id', 'in', ids) : eb('objet_id', 'in', [...ids]),
  ]);
}

/** A row as the event that was written: the types of `evenements.ts` held at its writing, and it has not changed since. */
export function enEvenement<A extends Acte = Acte>(
  ligne: Selectable<DB['journal']> & { readonly personnel: string | null },
): EvenementLu<A> {
  return {
    sequence: ligne.sequence,
    instant: ligne.instant,
    auteur: ligne.auteur,
    acte: ligne.acte,
    objet: { type: ligne.objet_type, id: ligne.objet_id },
    territoire: ligne.territoire_code,
    charge: JSON.parse(ligne.charge),
    personnel: ligne.personnel === null ? null : JSON.parse(ligne.personnel),
  } as EvenementLu<A>;
}
