import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services, texteFacultatif } from '#socle';
import { echec, fauteDeSaisie, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { delegables } from '../lectures/delegables.ts';
import { prevenirQuiRepond } from './prevenir.ts';
import { type CibleVisee, surLaCible } from './repondre.ts';

const SAISIE = z.object({ delegueA: texteFacultatif(100) });

/** Passes the answer of a service on to another of its territory, or takes it back (`delegueA` empty). Both may answer. */
export async function deleguerReponse(
  services: Services,
  acteur: Acteur,
  visee: CibleVisee,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { delegueA } = lue.valeur;
  return surLaCible(services, acteur, visee, async (atelier, cible) => {
    const { transaction, maintenant, remontee } = atelier;
    if (!acteur.organisations.includes(cible.organisation)) return echec(PAS_LE_SIEN);
    if (remontee.etat === 'fermee') return echec(TROP_TARD);
    if (delegueA !== null && !(await delegables(transaction, cible)).some(({ id }) => id === delegueA))
      return echec(fauteDeSaisie('remontee.deleguer.service', 'delegueA', 'Choisissez un service de la liste.'));
    if (delegueA === cible.delegueA) return reussite(null);
    const { id } = await transaction
      .insertInto('remontee_delegation')
      .values({ cible_id: cible.id, organisation_id: delegueA, enregistre_le: maintenant, auteur: acteur.compte })
      .returning('id')
      .executeTakeFirstOrThrow();
    await transaction.updateTable('remontee_cible').set({ delegue_a: delegueA }).where('id', '=', cible.id).execute();
    if (delegueA !== null)
      await prevenirQuiRepond(atelier, {
        genre: 'remontee.deleguer',
        cle: `delegation:${id}`,
        filtre: { cible: cible.id },
      });
    await atelier.journaliser({
      acte: 'remontee.deleguer',
      objet: { type: 'remontee', id: remontee.id },
      territoire: cible.territoire,
      charge: { organisation: cible.organisation, delegue: delegueA },
    });
    return reussite(null);
  });
}

const PAS_LE_SIEN: Refus = {
  nature: 'interdit',
  regle: 'remontee.deleguer',
  message: 'Cette réponse vous est confiée : seul le service à qui la remontée est adressée la confie à un autre.',
};
const TROP_TARD: Refus = {
  nature: 'conflit',
  regle: 'remontee.fermee',
  message: 'La remontée est fermée : la réponse ne se confie plus.',
};
