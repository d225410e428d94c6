import { z } from 'zod';
import type { Acteur } from '#acces';
import { jourFacultatif, lireSaisie, type Services } from '#socle';
import { ajouterJours, echec, fauteDeSaisie, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { peutTenirRemontee } from '../politique.ts';
import { prevenirQuiRepond } from './prevenir.ts';
import { confondreLesPetitesRegions } from './recevoir-anonyme.ts';
import { surLaRemontee } from './sur-la-remontee.ts';

const SAISIE_DE_FERMETURE = z.object({ fermeLe: jourFacultatif });

/** Moves the last day of a remontée that was sent: later gives time, also once closed. An anonymous one, once closed, stays closed. */
export async function deplacerFermeture(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE_DE_FERMETURE, valeurs);
  if (!lue.ok) return lue;
  const { fermeLe } = lue.valeur;
  const peut = peutTenirRemontee.bind(null, acteur);
  return surLaRemontee(services, acteur, id, peut, async ({ transaction, remontee, au, journaliser }) => {
    if (remontee.etat === 'brouillon') return echec(PAS_ENVOYEE);
    if (remontee.anonyme && remontee.etat === 'fermee') return echec(ANONYME_FERMEE);
    if (fermeLe === null || fermeLe < au || fermeLe < remontee.ouvreLe)
      return echec(
        fauteDeSaisie('remontee.fermeture', 'fermeLe', 'Choisissez aujourd’hui ou un jour à venir, après l’ouverture.'),
      );
    await transaction.updateTable('remontee').set({ ferme_le: fermeLe }).where('id', '=', id).execute();
    await journaliser({
      acte: 'remontee.deplacer',
      objet: { type: 'remontee', id },
      territoire: remontee.territoire,
      charge: { avant: remontee.fermeLe, apres: fermeLe },
    });
    return reussite(null);
  });
}

/** Closes at once: nobody answers from now on. The last day kept is yesterday's, or the opening's. */
export async function fermerRemontee(services: Services, acteur: Acteur, id: string): Promise<Resultat<null>> {
  const peut = peutTenirRemontee.bind(null, acteur);
  return surLaRemontee(services, acteur, id, peut, async (atelier) => {
    const { transaction, remontee, au, journaliser } = atelier;
    if (remontee.etat !== 'ouverte') return echec(PAS_OUVERTE);
    await confondreLesPetitesRegions(atelier);
    const hier = ajouterJours(au, -1);
    await transaction
      .updateTable('remontee')
      .set({ ferme_le: hier, ...(remontee.ouvreLe > hier ? { ouvre_le: hier } : {}) })
      .where('id', '=', id)
      .execute();
    await journaliser({
      acte: 'remontee.deplacer',
      objet: { type: 'remontee', id },
      territoire: remontee.territoire,
      charge: { avant: remontee.fermeLe, apres: hier },
    });
    return reussite(null);
  });
}

/** Shows the results to those who were asked. */
export async function publierResultats(services: Services, acteur: Acteur, id: string): Promise<Resultat<null>> {
  const peut = peutTenirRemontee.bind(null, acteur);
  return surLaRemontee(services, acteur, id, peut, async (atelier) => {
    const { transaction, remontee, maintenant, journaliser } = atelier;
    if (remontee.etat !== 'fermee') return echec(PAS_FERMEE);
    if (remontee.publiee) return reussite(null);
    await confondreLesPetitesRegions(atelier);
    await transaction.updateTable('remontee').set({ publiee_le: maintenant }).where('id', '=', id).execute();
    await journaliser({
      acte: 'remontee.publier',
      objet: { type: 'remontee', id },
      territoire: remontee.territoire,
      charge: { attendues: remontee.attendues, recues: remontee.recues },
    });
    return reussite(null);
  });
}

/** Writes again, once a day at most, to those whose service has not answered; never to the others. */
export async function relancerRemontee(services: Services, acteur: Acteur, id: string): Promise<Resultat<number>> {
  const peut = peutTenirRemontee.bind(null, acteur);
  return surLaRemontee(services, acteur, id, peut, async (atelier) => {
    const { transaction, remontee, au, maintenant } = atelier;
    if (remontee.etat !== 'ouverte') return echec(PAS_OUVERTE);
    const cibles = remontee.attendues - remontee.recues;
    if (cibles === 0) return echec(TOUS_ONT_REPONDU);
    const deja = await transaction
      .selectFrom('remontee_relance')
      .select('id')
      .where('remontee_id', '=', id)
      .where('jour', '=', au)
      .executeTakeFirst();
    if (deja !== undefined) return echec(DEJA_RELANCEE);
    const courriels = await prevenirQuiRepond(atelier, {
      genre: 'remontee.relancer',
      cle: `relance:${au}`,
      filtre: { enAttente: true },
    });
    await transaction
      .insertInto('remontee_relance')
      .values({ remontee_id: id, jour: au, enregistre_le: maintenant, auteur: acteur.compte, cibles, courriels })
      .execute();
    await atelier.journaliser({
      acte: 'remontee.relancer',
      objet: { type: 'remontee', id },
      territoire: remontee.territoire,
      charge: { cibles, courriels },
    });
    return reussite(courriels);
  });
}

const PAS_ENVOYEE: Refus = {
  nature: 'conflit',
  regle: 'remontee.brouillon',
  message: 'Cette remontée est encore en préparation : changez ses jours avec le reste.',
};
const PAS_OUVERTE: Refus = {
  nature: 'conflit',
  regle: 'remontee.ouverte',
  message: 'Cette remontée n’est pas ouverte aujourd’hui : on n’y répond pas, et l’on n’y relance personne.',
};
const PAS_FERMEE: Refus = {
  nature: 'conflit',
  regle: 'remontee.fermee',
  message: 'Les résultats se publient une fois la remontée fermée : ils changeraient encore.',
};
const ANONYME_FERMEE: Refus = {
  nature: 'conflit',
  regle: 'remontee.anonyme.fermee',
  message:
    'Une remontée anonyme fermée ne rouvre pas : ses résultats se lisent déjà, et ce qui s’y ajouterait dirait qui l’a écrit.',
};
const TOUS_ONT_REPONDU: Refus = {
  nature: 'conflit',
  regle: 'remontee.relancer.personne',
  message: 'Tous les services ont répondu : il n’y a personne à relancer.',
};
const DEJA_RELANCEE: Refus = {
  nature: 'conflit',
  regle: 'remontee.relancer.jour',
  message: 'Une relance est déjà partie aujourd’hui : la suivante attend demain.',
};
