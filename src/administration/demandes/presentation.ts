import { type Acteur, LIBELLES_DE_DROIT } from '#acces';
import type { Demande } from '#acces/demandes';
import { nommerObjets } from '#acces/habilitations';
import type { Base } from '#socle/base';
import { HABILITABLES } from '../comptes/habilitables.ts';
import { OBJET_FERME } from '../comptes/presentation.ts';

/** A request as pages show it. */
export type DemandeEnPage = {
  readonly id: string;
  readonly etat: Demande['etat'];
  readonly quand: string;
  readonly nom: string;
  readonly courriel: string | null;
  readonly service: string | null;
  readonly territoire: string | null;
  readonly compte: string | null;
  readonly message: string | null;
  /** « Lire : Plan … », or an account. */
  readonly quoi: string;
  readonly adresse: string | null;
  readonly reponse: { readonly par: string; readonly le: string; readonly texte: string | null } | null;
};

export async function presenterDemandes(
  base: Base,
  acteur: Acteur,
  demandes: readonly Demande[],
): Promise<DemandeEnPage[]> {
  const noms = await nommerObjets(
    base,
    HABILITABLES,
    acteur,
    demandes.flatMap(({ acces }) => acces ?? []),
  );
  return demandes.map((une) => {
    const nom = une.acces === null ? null : noms.get(`${une.acces.type}:${une.acces.id}`);
    return {
      id: une.id,
      etat: une.etat,
      quand: une.creeeLe.toISOString(),
      nom: une.nom,
      courriel: une.courriel,
      service: une.service?.libelle ?? null,
      territoire: une.territoire?.nom ?? null,
      compte: une.compte,
      message: une.message,
      quoi:
        une.acces === null
          ? 'Ouvrir un compte'
          : `${LIBELLES_DE_DROIT[une.acces.droit]} : ${nom?.libelle ?? OBJET_FERME}${une.acces.lieu === null ? '' : ` (${une.acces.lieu.nom})`}`,
      adresse: nom?.adresse ?? null,
      reponse:
        une.traiteeLe === null
          ? null
          : { par: une.traiteePar ?? 'Jalon', le: une.traiteeLe.toISOString(), texte: une.reponse },
    };
  });
}
