import { sql } from 'kysely';
import type { Services } from '#socle';
import { type EtatDeLien, etatDuLien } from '../regles/liens.ts';

export type LienListe = {
  readonly id: string;
  readonly nom: string;
  readonly pilote: string;
  readonly donnePar: string;
  readonly donneLe: Date;
  readonly expireLe: Date;
  readonly vuLe: Date | null;
  readonly etat: EtatDeLien;
};

/** Ended links stay in the list for whoever wonders; the most a page shows. */
const LIENS_MONTRES = 200;

/** The links of a plan, for those who write in it: those in force first. */
export async function liensDuPlan(
  { base, horloge }: Pick<Services, 'base' | 'horloge'>,
  plan: string,
): Promise<LienListe[]> {
  const maintenant = horloge.maintenant();
  const lignes = await base
    .selectFrom('lien_personnel as lien')
    .innerJoin('compte', 'compte.id', 'lien.compte_id')
    .innerJoin('signataire', 'signataire.id', 'compte.cree_par')
    .select(['compte.id', 'compte.nom', 'lien.pilote', 'signataire.nom as donnePar', 'lien.cree_le'])
    .select(['lien.expire_le', 'lien.revoque_le', 'lien.vu_le'])
    .where('lien.plan_id', '=', plan)
    .orderBy(sql`lien.revoque_le is null and lien.expire_le > ${maintenant}`, 'desc')
    .orderBy('lien.cree_le', 'desc')
    .orderBy('lien.compte_id')
    .limit(LIENS_MONTRES)
    .execute();
  return lignes.map(({ id, nom, pilote, donnePar, cree_le, expire_le, revoque_le, vu_le }) => ({
    id,
    nom,
    pilote,
    donnePar,
    donneLe: cree_le,
    expireLe: expire_le,
    vuLe: vu_le,
    etat: etatDuLien({ expire: expire_le, revoque: revoque_le }, maintenant),
  }));
}
