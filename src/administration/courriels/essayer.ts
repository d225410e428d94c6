import { z } from 'zod';
import { type Acteur, peutAdministrerTout, selon } from '#acces';
import { inscrire } from '#journal';
import { lireSaisie, type Services } from '#socle';
import { deposerCourriel } from '#socle/courrier';
import { type Resultat, reussite } from '#socle/valeurs';

const SAISIE = z.object({
  adresse: z
    .string({ error: 'Écrivez l’adresse qui doit recevoir le message.' })
    .trim()
    .toLowerCase()
    .max(254, 'Cette adresse est trop longue : 254 caractères au plus.')
    .pipe(z.email('Cette adresse n’est pas complète. Écrivez-la comme prenom.nom@exemple.gouv.fr.')),
});

/** Puts a mail of trial in the outbox: whether the mail server takes it is then seen there. Gives its identifier. */
export async function essayerLeCourrier(
  services: Services,
  acteur: Acteur,
  valeurs: unknown,
): Promise<Resultat<{ readonly courriel: string }>> {
  const saisie = lireSaisie(SAISIE, valeurs);
  if (!saisie.ok) return saisie;
  return services.base.transaction().execute(async (transaction) => {
    const permis = selon(peutAdministrerTout(acteur));
    if (!permis.ok) return permis;
    const courriel = await deposerCourriel(transaction, services, {
      cle: `essai:${services.ids.nouveau()}`,
      genre: 'courriel.essayer',
      compte: null,
      adresse: saisie.valeur.adresse,
      message: {
        sujet: 'Essai d’envoi depuis Jalon',
        paragraphes: [
          'Ce message vérifie que Jalon sait envoyer des courriels.',
          'Si vous le lisez avec ses accents, tout est en ordre\u00A0: il n’y a rien à faire.',
        ],
        action: { texte: 'Ouvrir Jalon', chemin: '/' },
        raison:
          'Vous recevez ce message parce qu’un administrateur de Jalon a écrit votre adresse pour essayer l’envoi.',
      },
    });
    await inscrire(
      transaction,
      { acte: 'courriel.essayer', objet: { type: 'courriel', id: courriel }, territoire: null, charge: {} },
      { auteur: acteur.compte, horloge: services.horloge },
    );
    return reussite({ courriel });
  });
}
