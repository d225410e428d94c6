import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import { toutesLesReformes } from '../../lectures/reformes.ts';
import { peutLireFicheDeReforme } from '../../politique.ts';

/** Organisations that keep the reforms this indicator belongs to: those who are told of what a territory proposes. */
export async function equipesDeLIndicateur(base: Base, numero: number): Promise<readonly string[]> {
  const { rows } = await sql<{ equipe: string }>`
    select distinct r.equipe_id as equipe from reforme r
    join panier_indicateur p on p.panier = r.panier
    where p.indicateur = ${numero} and r.etat <> 'archivee'`.execute(base);
  return rows.map(({ equipe }) => equipe);
}

/** The reforms this indicator belongs to, among those this person reads somewhere. */
export async function reformesDeLIndicateur(
  base: Base,
  acteur: Acteur,
  numero: number,
): Promise<readonly { readonly id: string; readonly nom: string }[]> {
  const [reformes, { rows }] = await Promise.all([
    toutesLesReformes(base),
    sql<{ panier: number }>`select distinct panier from panier_indicateur where indicateur = ${numero}`.execute(base),
  ]);
  const paniers = new Set(rows.map(({ panier }) => panier));
  return reformes
    .filter((reforme) => paniers.has(reforme.panier) && peutLireFicheDeReforme(acteur, reforme).permis)
    .map(({ id, nom }) => ({ id, nom }));
}
