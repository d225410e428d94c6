import { type Acteur, LIBELLES_DE_DROIT } from '#acces';
import { type HabilitationListee, nommerObjets } from '#acces/habilitations';
import type { Base } from '#socle/base';
import { HABILITABLES } from './habilitables.ts';

/** A grant as pages show it, its object named when whoever looks may read it. */
export type HabilitationEnPage = {
  readonly id: string;
  readonly compte: { readonly id: string; readonly nom: string; readonly service: string };
  readonly droit: string;
  readonly objet: string;
  readonly adresse: string | null;
  readonly territoire: string;
  readonly debut: string;
  readonly fin: string;
  readonly motif: string;
  readonly par: string;
  readonly etat: HabilitationListee['etat'];
  readonly retrait: { readonly par: string; readonly le: string; readonly motif: string } | null;
};

export async function presenterHabilitations(
  base: Base,
  acteur: Acteur,
  habilitations: readonly HabilitationListee[],
): Promise<HabilitationEnPage[]> {
  const noms = await nommerObjets(
    base,
    HABILITABLES,
    acteur,
    habilitations.map(({ objet }) => objet),
  );
  return habilitations.map((une) => {
    const nom = noms.get(`${une.objet.type}:${une.objet.id}`);
    return {
      id: une.id,
      compte: { id: une.compte.id, nom: une.compte.nom, service: une.compte.service },
      droit: LIBELLES_DE_DROIT[une.droit],
      objet: une.objet.type === 'comptes' ? 'Comptes' : (nom?.libelle ?? OBJET_FERME),
      adresse: nom?.adresse ?? null,
      territoire: une.territoire,
      debut: une.debut,
      fin: une.fin,
      motif: une.motif,
      par: une.accordeePar,
      etat: une.etat,
      retrait:
        une.retireeLe === null
          ? null
          : { par: une.retireePar ?? 'Jalon', le: une.retireeLe.toISOString(), motif: une.retireeMotif ?? '' },
    };
  });
}

/** What does not exist and what is closed look the same. */
export const OBJET_FERME = 'Un objet que vous ne pouvez pas lire';
