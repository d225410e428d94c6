import type { Services } from '#socle';
import { echec, type Refus, type Resultat } from '#socle/valeurs';
import { type AtelierDAcces, surDesComptes } from '../comptes/atelier.ts';
import { selon } from '../decision.ts';
import type { Acteur } from '../regles/acteur.ts';
import { DEMANDE_ABSENTE, type Demande, lireDemande, peutVoirDemande } from './demande.ts';
import { prevenirDeLaReponse } from './prevenir.ts';

/** Runs an answer to a request: its row locked, that it still waits checked, the policy asked. */
export async function surLaDemande<T>(
  services: Services,
  acteur: Acteur,
  id: string,
  travail: (atelier: AtelierDAcces, demande: Demande) => Promise<Resultat<T>>,
): Promise<Resultat<T>> {
  const vue = await lireDemande(services.base, id);
  if (vue === null) return echec(DEMANDE_ABSENTE);
  return surDesComptes(services, acteur, vue.compte === null ? [] : [vue.compte], async (atelier) => {
    const { transaction } = atelier;
    await transaction.selectFrom('demande_acces').select('id').where('id', '=', id).forUpdate().execute();
    const demande = await lireDemande(transaction, id);
    if (demande === null) return echec(DEMANDE_ABSENTE);
    const permis = selon(peutVoirDemande(atelier.acteur, demande));
    if (!permis.ok) return permis;
    if (demande.etat !== 'ouverte') return echec(dejaTraitee(demande));
    return travail(atelier, demande);
  });
}

/** Keeps the answer, and tells who asked. An unknown agent reads it at the next visit. */
export async function clore(
  { transaction, acteur, maintenant, services }: AtelierDAcces,
  { id, compte, courriel }: Demande,
  issue: { readonly etat: 'accordee' | 'refusee'; readonly reponse: string | null; readonly compte?: string },
): Promise<void> {
  await transaction
    .updateTable('demande_acces')
    .set({
      etat: issue.etat,
      reponse: issue.reponse,
      traitee_le: maintenant,
      traitee_par: acteur.compte,
      ...(issue.compte === undefined ? {} : { compte_id: issue.compte }),
    })
    .where('id', '=', id)
    .execute();
  if (compte !== null) await prevenirDeLaReponse(transaction, services, { id, compte, courriel });
}

function dejaTraitee({ etat, traiteePar }: Demande): Refus {
  return {
    nature: 'conflit',
    regle: 'demande.deja_traitee',
    message: `Cette demande a déjà été ${etat === 'accordee' ? 'accordée' : 'refusée'}${traiteePar === null ? '' : ` par ${traiteePar}`}. Rien de plus n’a été enregistré.`,
  };
}
