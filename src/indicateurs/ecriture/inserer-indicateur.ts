import { sql } from 'kysely';
import { aujourdhui, type Services } from '#socle';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import type { Maille } from '#territoires';
import type { MethodeDAgregation } from '../calcul/modele.ts';
import { recalculerLIndicateur } from '../calcul/tout-recalculer.ts';
import type { Periodicite } from '../regles/mois.ts';
import type { Direction } from '../regles/taux.ts';

/** Everything that is set on an indicator. */
export type ReglagesDIndicateur = {
  readonly identifiant: string;
  readonly nom: string;
  /** The measure (reform) the indicator comes with in the files of the barometer. */
  readonly mesure: string | null;
  readonly unite: string;
  readonly sens: Direction;
  readonly decimales: number;
  readonly methode: string | null;
  readonly source: string | null;
  readonly periodicite: Periodicite;
  readonly delaiEnMois: number;
  readonly mailles: readonly Maille[];
  readonly maillesAvecCible: readonly Maille[];
  readonly sansObjet: readonly string[];
  readonly agregationVi: MethodeDAgregation;
  readonly agregationVa: MethodeDAgregation;
  readonly agregationVc: MethodeDAgregation;
  readonly numerateur: number | null;
  readonly denominateur: number | null;
  readonly facteur: string;
  readonly toleranceEnMois: number;
  readonly decumuler: boolean;
  readonly operation: 'somme' | 'moyenne' | null;
  readonly fenetre: 'annee_civile' | '3' | '12' | null;
  readonly ruptures: readonly Jour[];
  /** The organisation whose project managers write its values. */
  readonly responsable: string | null;
  readonly etat: 'brouillon' | 'actif' | 'archive';
};

export function colonnesDIndicateur(reglages: ReglagesDIndicateur) {
  return {
    identifiant: reglages.identifiant,
    nom: reglages.nom,
    mesure: reglages.mesure,
    unite: reglages.unite,
    sens: reglages.sens,
    decimales: reglages.decimales,
    methode: reglages.methode,
    source: reglages.source,
    periodicite: reglages.periodicite,
    delai_mois: reglages.delaiEnMois,
    mailles: [...reglages.mailles],
    mailles_avec_cible: [...reglages.maillesAvecCible],
    sans_objet: [...reglages.sansObjet],
    agregation_vi: reglages.agregationVi,
    agregation_va: reglages.agregationVa,
    agregation_vc: reglages.agregationVc,
    numerateur: reglages.numerateur,
    denominateur: reglages.denominateur,
    facteur: reglages.facteur,
    tolerance_mois: reglages.toleranceEnMois,
    decumuler: reglages.decumuler,
    operation: reglages.operation,
    fenetre: reglages.fenetre,
    ruptures: sql<string[]>`${[...reglages.ruptures]}::date[]`,
    responsable_id: reglages.responsable,
    etat: reglages.etat,
  };
}

/** Writes a new indicator and its situations, all « non mesuré ». Gives its number. */
export async function insererIndicateur(
  transaction: Base,
  id: string,
  reglages: ReglagesDIndicateur,
  { le, par, au, demonstration = false }: { le: Date; par: string | null; au: Jour; demonstration?: boolean },
): Promise<number> {
  const { numero } = await transaction
    .insertInto('indicateur')
    .values({ id, ...colonnesDIndicateur(reglages), demonstration, cree_le: le, cree_par: par })
    .returning('numero')
    .executeTakeFirstOrThrow();
  await recalculerLIndicateur(transaction, numero, au);
  return numero;
}

/** The same as a transaction of its own, for the demonstration. */
export async function ecrireNouvelIndicateur(
  { base, horloge, ids }: Services,
  reglages: ReglagesDIndicateur,
): Promise<number> {
  const id = ids.nouveau();
  return base.transaction().execute((transaction) =>
    insererIndicateur(transaction, id, reglages, {
      le: horloge.maintenant(),
      par: null,
      au: aujourdhui(horloge),
      demonstration: true,
    }),
  );
}
