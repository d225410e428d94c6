import { inscrire } from '#journal';
import { aujourdhui, enTransaction, type Services } from '#socle';
import type { Base } from '#socle/base';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { acteurDuCompte } from '../comptes/acteurs.ts';
import type { Acteur } from '../regles/acteur.ts';
import { empreinte, nouveauSecret } from '../secret.ts';
import { SUPPLEANCE_ABSENTE } from './finir-suppleance.ts';
import { lireSuppleance } from './suppleance.ts';

/**
 * From now on this session acts for someone, under the stand-in account. The session's token is changed, as at any change
 * of rights: forms drawn before are no longer accepted. Gives the new token.
 */
export async function agirPour(
  services: Services,
  acteur: Acteur,
  jeton: string,
  suppleance: string,
): Promise<Resultat<string>> {
  if (acteur.genre !== 'personne')
    return echec({
      nature: 'interdit',
      regle: 'suppleance.chaine',
      message: 'Vous agissez déjà pour quelqu’un. Reprenez d’abord votre compte.',
    });
  return enTransaction(services, async (transaction) => {
    const vue = await lireSuppleance(transaction, suppleance);
    if (vue === null || vue.suppleant !== acteur.compte) return echec(SUPPLEANCE_ABSENTE);
    if ((await acteurDuCompte(transaction, suppleance, aujourdhui(services.horloge))) === null)
      return echec({
        nature: 'interdit',
        regle: 'suppleance.dates',
        message: 'Cette suppléance n’est pas ouverte aujourd’hui, ou l’un des deux comptes est fermé.',
      });
    const nouveau = await changerDeCompte(transaction, services, acteur, jeton, suppleance);
    if (nouveau === null) return echec(SESSION_FINIE);
    await inscrire(
      transaction,
      {
        acte: 'suppleance.agir',
        objet: { type: 'compte', id: vue.titulaire },
        territoire: acteur.territoire,
        charge: { suppleance },
      },
      { auteur: acteur.compte, horloge: services.horloge },
    );
    return reussite(nouveau);
  });
}

/** The session is one's own again. Gives its new token; nothing happens when it already was. */
export async function reprendreSonCompte(services: Services, acteur: Acteur, jeton: string): Promise<Resultat<string>> {
  if (acteur.genre !== 'suppleance') return reussite(jeton);
  return enTransaction(services, async (transaction) => {
    const vue = await lireSuppleance(transaction, acteur.compte);
    const nouveau = await changerDeCompte(transaction, services, acteur, jeton, null);
    if (nouveau === null) return echec(SESSION_FINIE);
    await inscrire(
      transaction,
      {
        acte: 'suppleance.reprendre',
        objet: { type: 'compte', id: vue?.titulaire ?? acteur.personne },
        territoire: acteur.territoire,
        charge: { suppleance: acteur.compte },
      },
      { auteur: acteur.personne, horloge: services.horloge },
    );
    return reussite(nouveau);
  });
}

async function changerDeCompte(
  transaction: Base,
  { alea }: Pick<Services, 'alea'>,
  { personne }: Acteur,
  jeton: string,
  suppleance: string | null,
): Promise<string | null> {
  const nouveau = nouveauSecret(alea);
  const changee = await transaction
    .updateTable('session')
    .set({ empreinte: empreinte(nouveau), suppleance_id: suppleance })
    .where('empreinte', '=', empreinte(jeton))
    .where('compte_id', '=', personne)
    .returning('id')
    .executeTakeFirst();
  return changee ? nouveau : null;
}

const SESSION_FINIE = {
  nature: 'interdit',
  regle: 'session.finie',
  message: 'Votre session a pris fin. Connectez-vous de nouveau.',
} as const;
