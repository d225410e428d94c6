import type { Base } from '#socle/base';
import type { Jour, Refus } from '#socle/valeurs';
import type { Droit } from '../regles/habilitations.ts';
import { lireReference, type ReferenceDObjet } from './habilitables.ts';

/** A grant that is not withdrawn, under the lock of a command. */
export type HabilitationAccordee = {
  readonly id: string;
  readonly compte: string;
  readonly droit: Droit;
  readonly objet: ReferenceDObjet;
  readonly territoire: string;
  readonly debut: Jour;
  readonly fin: Jour;
  readonly motif: string;
};

/** The account of a grant, to lock it before anything is decided; null when there is no such grant. */
export async function compteDeLHabilitation(base: Base, id: string): Promise<string | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const ligne = await base.selectFrom('habilitation').select('compte_id').where('id', '=', id).executeTakeFirst();
  return ligne?.compte_id ?? null;
}

export async function lireHabilitation(base: Base, id: string): Promise<HabilitationAccordee | null> {
  const ligne = await base
    .selectFrom('habilitation')
    .selectAll()
    .where('id', '=', id)
    .where('retiree_le', 'is', null)
    .executeTakeFirst();
  if (!ligne) return null;
  const objet = lireReference(ligne.objet_id === null ? ligne.objet_type : `${ligne.objet_type}:${ligne.objet_id}`);
  if (objet === null) throw new Error(`Objet d’habilitation inconnu dans la base : ${ligne.objet_type}`);
  return {
    id: ligne.id,
    compte: ligne.compte_id,
    droit: ligne.droit as Droit,
    objet,
    territoire: ligne.territoire_code,
    debut: ligne.debut as Jour,
    fin: ligne.fin as Jour,
    motif: ligne.motif,
  };
}

export const HABILITATION_ABSENTE: Refus = {
  nature: 'introuvable',
  regle: 'habilitation.introuvable',
  message: 'Cette habilitation n’existe pas, ou a déjà été retirée. Revenez au compte de la personne.',
};
