import { z } from 'zod';
import { lireSaisie, type Services } from '#socle';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { selon } from '../decision.ts';
import type { Acteur } from '../regles/acteur.ts';
import { peutGererCompte } from '../regles/administration.ts';
import { surLeCompte } from './atelier.ts';
import { compteSaisi, reserverCourriel, SAISIE_DE_COMPTE } from './saisie.ts';

const SAISIE = SAISIE_DE_COMPTE.extend({ version: z.coerce.number().int() });

/** Changes what is said of an account; allowed for the account as it is and as it would be. */
export async function modifierCompte(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const saisie = lue.valeur;
  return surLeCompte(services, acteur, id, async ({ transaction, acteur: present, journaliser }, compte) => {
    const actuel = selon(peutGererCompte(present, compte));
    if (!actuel.ok) return actuel;
    if (compte.fermeLe !== null) return echec(COMPTE_FERME);
    if (compte.version !== saisie.version) return echec(COMPTE_CHANGE);
    const voulu = await compteSaisi(transaction, id, saisie);
    if (!voulu.ok) return voulu;
    const futur = selon(peutGererCompte(present, voulu.valeur));
    if (!futur.ok) return futur;
    const libre = await reserverCourriel(transaction, present, saisie.courriel, id);
    if (!libre.ok) return libre;
    await transaction
      .updateTable('compte')
      .set({
        nom: saisie.nom,
        courriel: saisie.courriel,
        profil: saisie.profil,
        organisation_id: saisie.organisation,
        territoire_code: saisie.territoire,
        version: compte.version + 1,
      })
      .where('id', '=', id)
      .execute();
    await journaliser({
      acte: 'compte.modifier',
      objet: { type: 'compte', id },
      territoire: saisie.territoire,
      charge: {
        avant: { profil: compte.profil, organisation: compte.service.id, territoire: compte.territoire },
        apres: { profil: saisie.profil, organisation: saisie.organisation, territoire: saisie.territoire },
        nom: saisie.nom !== compte.nom,
        courriel: saisie.courriel !== compte.courriel,
      },
      personnel:
        saisie.nom === compte.nom && saisie.courriel === compte.courriel
          ? null
          : {
              concerne: id,
              contenu: {
                avant: { nom: compte.nom, courriel: compte.courriel },
                apres: { nom: saisie.nom, courriel: saisie.courriel },
              },
            },
    });
    return reussite(null);
  });
}

export const COMPTE_FERME: Refus = {
  nature: 'conflit',
  regle: 'compte.ferme',
  message: 'Ce compte est fermé. Rouvrez-le d’abord, si la personne en a encore besoin dans ses fonctions.',
};

const COMPTE_CHANGE: Refus = {
  nature: 'conflit',
  regle: 'compte.version',
  message:
    'Un autre administrateur a modifié ce compte pendant votre saisie. Votre texte est gardé ci-dessous : comparez-le au compte tel qu’il est, puis enregistrez de nouveau.',
};
