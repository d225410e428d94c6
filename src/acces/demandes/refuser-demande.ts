import { z } from 'zod';
import { lireSaisie, type Services, texteObligatoire } from '#socle';
import { type Resultat, reussite } from '#socle/valeurs';
import type { Acteur } from '../regles/acteur.ts';
import { clore, surLaDemande } from './traiter.ts';

const SAISIE = z.object({
  motif: texteObligatoire('Dites pourquoi, et à qui s’adresser : la personne le lira.', 1_000),
});

/** Turns a request down, with a reason that whoever asked will read. */
export async function refuserDemande(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const saisie = lireSaisie(SAISIE, valeurs);
  if (!saisie.ok) return saisie;
  return surLaDemande(services, acteur, id, async (atelier, demande) => {
    await clore(atelier, demande, { etat: 'refusee', reponse: saisie.valeur.motif });
    await atelier.journaliser({
      acte: 'demande.refuser',
      objet: { type: 'demande', id },
      territoire: demande.territoire?.code ?? null,
      charge: { compte: demande.compte },
    });
    return reussite(null);
  });
}
