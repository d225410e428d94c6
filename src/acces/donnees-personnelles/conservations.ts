import type { Conservation } from '#socle/travaux';
import { conservationDesUsages } from '../jetons/usages.ts';
import { effacerLeCompte } from './effacer.ts';

const JOUR_MS = 86_400_000;
const AN_MS = 365 * JOUR_MS;
/** The most accounts erased in one night: the rest waits for the next. */
const COMPTES_PAR_NUIT = 500;

/** How long this room keeps each kind of data about people, and why. */
export const CONSERVATIONS_D_ACCES: readonly Conservation[] = [
  conservationDesUsages,
  {
    donnee: 'Sessions (appareil, heures)',
    duree: '12 heures au plus, et jusqu’à la nuit suivante',
    raison: 'Reconnaître la personne connectée et lui montrer ses sessions.',
    async purger({ base, horloge }) {
      const { numDeletedRows } = await base
        .deleteFrom('session')
        .where('expire_le', '<', horloge.maintenant())
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  },
  {
    donnee: 'Demandes d’accès traitées (nom, courriel, message)',
    duree: '6 mois après la réponse',
    raison: 'Répondre à qui conteste une décision ; le journal garde l’acte, sans le nom.',
    async purger({ base, horloge }) {
      const { numUpdatedRows } = await base
        .updateTable('demande_acces')
        .set({ nom: null, courriel: null, message: null, emetteur: null, sujet: null, etat: 'effacee' })
        .where('traitee_le', '<', new Date(horloge.maintenant().getTime() - AN_MS / 2))
        .where('etat', '<>', 'effacee')
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
  },
  {
    donnee: 'Comptes fermés (nom, courriel, identités, parts personnelles du journal)',
    duree: '3 ans après la fermeture',
    raison: 'Dire qui a signé un acte tant qu’il peut être discuté ; ensuite l’acte reste, sans le nom.',
    async purger(services) {
      const limite = new Date(services.horloge.maintenant().getTime() - 3 * AN_MS);
      const comptes = await services.base
        .selectFrom('compte')
        .select(['id', 'territoire_code'])
        .where('genre', '=', 'personne')
        .where('ferme_le', '<', limite)
        .where('efface_le', 'is', null)
        .limit(COMPTES_PAR_NUIT)
        .execute();
      for (const { id, territoire_code } of comptes)
        await services.base
          .transaction()
          .execute((transaction) =>
            effacerLeCompte(transaction, services, { compte: id, territoire: territoire_code }, null, 'conservation'),
          );
      return comptes.length;
    },
  },
];
