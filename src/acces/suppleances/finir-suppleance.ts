import type { Services } from '#socle';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { surDesComptes } from '../comptes/atelier.ts';
import { lireCompte } from '../comptes/compte.ts';
import { selon } from '../decision.ts';
import { type Acteur, PERMIS } from '../regles/acteur.ts';
import { peutNommerSuppleant } from '../regles/administration.ts';
import { lireSuppleance } from './suppleance.ts';

/** Ends a stand-in before its day: by the person, by whoever manages the account, or by the stand-in, who hands it back. */
export async function mettreFinALaSuppleance(services: Services, acteur: Acteur, id: string): Promise<Resultat<null>> {
  const vue = await lireSuppleance(services.base, id);
  if (vue === null) return echec(SUPPLEANCE_ABSENTE);
  return surDesComptes(services, acteur, [vue.titulaire, vue.suppleant], async (atelier) => {
    const { transaction, maintenant } = atelier;
    const suppleance = await lireSuppleance(transaction, id);
    const titulaire = await lireCompte(transaction, vue.titulaire);
    if (suppleance === null || titulaire === null) return echec(SUPPLEANCE_ABSENTE);
    const sienne = atelier.acteur.genre === 'personne' && atelier.acteur.compte === suppleance.suppleant;
    const permis = selon(sienne ? PERMIS : peutNommerSuppleant(atelier.acteur, titulaire));
    if (!permis.ok) return permis;
    await transaction
      .updateTable('suppleance')
      .set({ retiree_le: maintenant, retiree_par: atelier.acteur.compte })
      .where('compte_id', '=', id)
      .execute();
    await transaction.updateTable('session').set({ suppleance_id: null }).where('suppleance_id', '=', id).execute();
    await atelier.journaliser({
      acte: 'suppleance.finir',
      objet: { type: 'compte', id: suppleance.titulaire },
      territoire: titulaire.territoire,
      charge: { suppleance: id, suppleant: suppleance.suppleant },
    });
    return reussite(null);
  });
}

export const SUPPLEANCE_ABSENTE: Refus = {
  nature: 'introuvable',
  regle: 'suppleance.introuvable',
  message: 'Cette suppléance n’existe pas, ou est déjà terminée. Rechargez la page de vos suppléances.',
};
