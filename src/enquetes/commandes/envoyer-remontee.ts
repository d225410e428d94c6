import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services } from '#socle';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { servicesVises } from '../lectures/services-vises.ts';
import { peutTenirRemontee } from '../politique.ts';
import { fautesDeJours } from '../regles/etat.ts';
import { refusDeJours } from './creer-remontee.ts';
import { prevenirQuiRepond } from './prevenir.ts';
import { refusDeChanger, surLaRemontee } from './sur-la-remontee.ts';

const SAISIE = z.object({ version: z.coerce.number().int() });

/** Sends a remontée: the services it is for are fixed, those who can answer are written to. Gives how many services. */
export async function envoyerRemontee(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<number>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const peut = peutTenirRemontee.bind(null, acteur);
  return surLaRemontee(services, acteur, id, peut, async (atelier) => {
    const { transaction, remontee, maintenant, au } = atelier;
    const refuse = refusDeChanger(remontee, lue.valeur.version);
    if (refuse !== null) return echec(refuse);
    if (remontee.questions.length === 0) return echec(SANS_QUESTION);
    const jours = fautesDeJours(remontee.ouvreLe, remontee.fermeLe, au);
    if (jours !== null) return echec(refusDeJours(jours));
    const cibles = await servicesVises(transaction, remontee);
    if (cibles.length === 0) return echec(remontee.reseau === 'choisis' ? SANS_CHOIX : SANS_CIBLE);
    await transaction
      .insertInto('remontee_cible')
      .values(
        cibles.map((cible) => ({ remontee_id: id, organisation_id: cible.id, territoire_code: cible.territoire })),
      )
      .execute();
    await transaction
      .updateTable('remontee')
      .set({ etat: 'envoyee', envoyee_le: maintenant, version: remontee.version + 1 })
      .where('id', '=', id)
      .execute();
    const courriels = await prevenirQuiRepond(atelier, { genre: 'remontee.envoyer', cle: 'envoi' });
    await atelier.journaliser({
      acte: 'remontee.envoyer',
      objet: { type: 'remontee', id },
      territoire: remontee.territoire,
      charge: { titre: remontee.titre, cibles: cibles.length, courriels },
    });
    return reussite(cibles.length);
  });
}

const SANS_QUESTION: Refus = {
  nature: 'invalide',
  regle: 'remontee.envoyer.questions',
  message: 'Cette remontée ne pose aucune question : ajoutez-en une avant de l’envoyer.',
};

const SANS_CIBLE: Refus = {
  nature: 'invalide',
  regle: 'remontee.envoyer.cibles',
  message:
    'Aucun service de ce genre n’existe dans ce territoire : choisissez d’autres destinataires, ou un territoire plus large.',
};

const SANS_CHOIX: Refus = {
  nature: 'invalide',
  regle: 'remontee.envoyer.choix',
  message: 'Aucun service n’est choisi : ajoutez-en un aux destinataires avant d’envoyer.',
};
