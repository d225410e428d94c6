import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Base, DB } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { libelleDeService } from '../comptes/compte.ts';
import type { Acteur } from '../regles/acteur.ts';
import { territoiresAdministres } from '../regles/administration.ts';
import { etatDeLaDuree } from '../regles/duree.ts';
import type { Droit } from '../regles/habilitations.ts';

export type HabilitationListee = {
  readonly id: string;
  readonly compte: {
    readonly id: string;
    readonly nom: string;
    readonly service: string;
    readonly territoire: string;
  };
  readonly droit: Droit;
  readonly objet: { readonly type: string; readonly id: string | null };
  readonly territoire: string;
  readonly debut: string;
  readonly fin: string;
  readonly motif: string;
  readonly accordeeLe: Date;
  readonly accordeePar: string;
  readonly retireeLe: Date | null;
  readonly retireePar: string | null;
  readonly retireeMotif: string | null;
  readonly etat: ReturnType<typeof etatDeLaDuree>;
};

type Condition = (eb: ExpressionBuilder<DB, 'habilitation' | 'compte'>) => ReturnType<typeof eb.and>;

/** Everything this account was ever given: what is in force first, then the latest. */
export function habilitationsDuCompte(base: Base, compte: string, jour: Jour): Promise<HabilitationListee[]> {
  return lister(base, jour, 200, (eb) => eb.and([eb('habilitation.compte_id', '=', compte)]));
}

/** Who was given something on this object and has it still, or will. */
export function habilitationsSurLObjet(
  base: Base,
  type: string,
  id: string,
  jour: Jour,
): Promise<HabilitationListee[]> {
  return lister(base, jour, 200, (eb) =>
    eb.and([
      eb('habilitation.objet_type', '=', type),
      eb('habilitation.objet_id', '=', id),
      eb('habilitation.retiree_le', 'is', null),
      eb('habilitation.fin', '>=', jour),
    ]),
  );
}

/** What ends before this day among the accounts this person administers, the soonest first. */
export function habilitationsQuiExpirent(
  base: Base,
  acteur: Acteur,
  { de, a }: { readonly de: Jour; readonly a: Jour },
): Promise<HabilitationListee[]> {
  const portee = territoiresAdministres(acteur);
  return lister(base, de, 50, (eb) =>
    eb.and([
      eb('habilitation.retiree_le', 'is', null),
      eb('habilitation.fin', '>=', de),
      eb('habilitation.fin', '<=', a),
      ...(portee === 'tous'
        ? []
        : [eb('compte.territoire_code', 'in', sql<string>`(select unnest(${sql.val([...portee])}::text[]))`)]),
    ]),
  );
}

async function lister(base: Base, jour: Jour, limite: number, ou: Condition): Promise<HabilitationListee[]> {
  const enCours = sql<SqlBool>`habilitation.retiree_le is null and habilitation.fin >= ${jour}`;
  const lignes = await base
    .selectFrom('habilitation')
    .innerJoin('compte', 'compte.id', 'habilitation.compte_id')
    .innerJoin('organisation', 'organisation.id', 'compte.organisation_id')
    .innerJoin('territoire as lieu', 'lieu.code', 'habilitation.territoire_code')
    .innerJoin('signataire as donneur', 'donneur.id', 'habilitation.accordee_par')
    .leftJoin('signataire as retireur', 'retireur.id', 'habilitation.retiree_par')
    .selectAll('habilitation')
    .select([
      'compte.nom',
      'compte.territoire_code as compte_territoire',
      'organisation.sigle',
      'organisation.nom as service',
      'lieu.nom as lieu_nom',
      'donneur.nom as donneur',
      'retireur.nom as retireur',
    ])
    .where(ou)
    .orderBy(enCours, 'desc')
    .orderBy(sql`case when ${enCours} then habilitation.fin end`)
    .orderBy('habilitation.accordee_le', 'desc')
    .orderBy('habilitation.id')
    .limit(limite)
    .execute();
  return lignes.map((ligne) => ({
    id: ligne.id,
    compte: {
      id: ligne.compte_id,
      nom: ligne.nom,
      service: libelleDeService({ sigle: ligne.sigle, nom: ligne.service }),
      territoire: ligne.compte_territoire ?? '',
    },
    droit: ligne.droit as Droit,
    objet: { type: ligne.objet_type, id: ligne.objet_id },
    territoire: ligne.lieu_nom,
    debut: ligne.debut,
    fin: ligne.fin,
    motif: ligne.motif,
    accordeeLe: ligne.accordee_le,
    accordeePar: ligne.donneur,
    retireeLe: ligne.retiree_le,
    retireePar: ligne.retireur,
    retireeMotif: ligne.retiree_motif,
    etat: etatDeLaDuree(
      { debut: ligne.debut as Jour, fin: ligne.fin as Jour, retiree: ligne.retiree_le !== null },
      jour,
    ),
  }));
}
