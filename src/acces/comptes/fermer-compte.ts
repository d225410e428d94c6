import { z } from 'zod';
import { lireSaisie, type Services, texteObligatoire } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { selon } from '../decision.ts';
import type { Acteur } from '../regles/acteur.ts';
import { peutGererCompte } from '../regles/administration.ts';
import { fermerSessionsDuCompte } from '../sessions/revoquer.ts';
import { type AtelierDAcces, surLeCompte } from './atelier.ts';

const SAISIE = z.object({
  motif: texteObligatoire('Dites pourquoi ce compte se ferme : départ, changement de fonctions…', 500),
});

/**
 * Closes an account: nothing opens by it from this instant. Its sessions end, its machines stop, the stand-ins it has or
 * is are over, its grants are withdrawn, its requests are closed. What it wrote stays signed.
 */
export async function fermerCompte(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const saisie = lireSaisie(SAISIE, valeurs);
  if (!saisie.ok) return saisie;
  const { motif } = saisie.valeur;
  return surLeCompte(services, acteur, id, async (atelier, compte) => {
    const permis = selon(peutGererCompte(atelier.acteur, compte));
    if (!permis.ok) return permis;
    if (compte.fermeLe !== null)
      return echec({ nature: 'conflit', regle: 'compte.deja_ferme', message: 'Ce compte est déjà fermé.' });
    const { transaction, maintenant } = atelier;
    await transaction
      .updateTable('compte')
      .set({ ferme_le: maintenant, ferme_motif: motif, version: compte.version + 1 })
      .where('id', '=', id)
      .execute();
    const habilitations = await retirerLesHabilitations(atelier, id);
    const suppleances = await finirLesSuppleances(atelier, id);
    const jetons = await revoquerLesJetons(atelier, id);
    const sessions = await fermerSessionsDuCompte(transaction, id);
    await cloreLesDemandes(atelier, id);
    await atelier.journaliser({
      acte: 'compte.fermer',
      objet: { type: 'compte', id },
      territoire: compte.territoire,
      charge: { sessions, habilitations, suppleances, jetons },
    });
    return reussite(null);
  });
}

async function retirerLesHabilitations({ transaction, acteur, maintenant, jour }: AtelierDAcces, compte: string) {
  const retirees = await transaction
    .updateTable('habilitation')
    .set({ retiree_le: maintenant, retiree_par: acteur.compte, retiree_motif: 'Compte fermé' })
    .where('compte_id', '=', compte)
    .where('retiree_le', 'is', null)
    .where('fin', '>=', jour)
    .returning('id')
    .execute();
  return retirees.length;
}

async function finirLesSuppleances({ transaction, acteur, maintenant, jour }: AtelierDAcces, compte: string) {
  const finies = await transaction
    .updateTable('suppleance')
    .set({ retiree_le: maintenant, retiree_par: acteur.compte })
    .where('retiree_le', 'is', null)
    .where('fin', '>=', jour)
    .where('compte_id', 'in', (eb) =>
      eb
        .selectFrom('compte')
        .select('id')
        .where('genre', '=', 'suppleance')
        .where((ou) => ou.or([ou('titulaire_id', '=', compte), ou('suppleant_id', '=', compte)])),
    )
    .returning('compte_id')
    .execute();
  return finies.length;
}

async function revoquerLesJetons({ transaction, acteur, maintenant }: AtelierDAcces, compte: string) {
  const revoques = await transaction
    .updateTable('jeton')
    .set({ revoque_le: maintenant, revoque_par: acteur.compte })
    .where('revoque_le', 'is', null)
    .where('compte_id', 'in', (eb) =>
      eb.selectFrom('compte').select('id').where('genre', '=', 'machine').where('titulaire_id', '=', compte),
    )
    .returning('compte_id')
    .execute();
  return revoques.length;
}

async function cloreLesDemandes({ transaction, acteur, maintenant }: AtelierDAcces, compte: string) {
  await transaction
    .updateTable('demande_acces')
    .set({ etat: 'refusee', traitee_le: maintenant, traitee_par: acteur.compte, reponse: 'Compte fermé' })
    .where('compte_id', '=', compte)
    .where('etat', '=', 'ouverte')
    .execute();
}
