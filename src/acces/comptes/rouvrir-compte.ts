import type { Services } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { selon } from '../decision.ts';
import type { Acteur } from '../regles/acteur.ts';
import { peutGererCompte } from '../regles/administration.ts';
import { surLeCompte } from './atelier.ts';
import { reserverCourriel } from './saisie.ts';

/** Opens a closed account again, with its profile and service; its former grants stay withdrawn. */
export async function rouvrirCompte(services: Services, acteur: Acteur, id: string): Promise<Resultat<null>> {
  return surLeCompte(services, acteur, id, async ({ transaction, acteur: present, journaliser }, compte) => {
    const permis = selon(peutGererCompte(present, compte));
    if (!permis.ok) return permis;
    if (compte.fermeLe === null)
      return echec({ nature: 'conflit', regle: 'compte.deja_ouvert', message: 'Ce compte est déjà ouvert.' });
    if (compte.effaceLe !== null)
      return echec({
        nature: 'conflit',
        regle: 'compte.efface',
        message: 'Les données de cette personne ont été effacées : ouvrez-lui un nouveau compte.',
      });
    if (compte.courriel !== null) {
      const libre = await reserverCourriel(transaction, present, compte.courriel, id);
      if (!libre.ok) return libre;
    }
    await transaction
      .updateTable('compte')
      .set({ ferme_le: null, ferme_motif: null, version: compte.version + 1 })
      .where('id', '=', id)
      .execute();
    await journaliser({
      acte: 'compte.rouvrir',
      objet: { type: 'compte', id },
      territoire: compte.territoire,
      charge: {},
    });
    return reussite(null);
  });
}
