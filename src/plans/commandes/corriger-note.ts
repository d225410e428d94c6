import { sql } from 'kysely';
import type { Acteur } from '#acces';
import { lireSaisie, type Services } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { peutCorrigerNote, peutLirePlan } from '../politique.ts';
import { refusDeCorriger, SAISIE_DE_CORRECTION } from './champs.ts';
import { mentionner } from './joindre.ts';
import { rafraichir } from './rafraichir.ts';
import { type CibleDAction, surLAction } from './sur-l-action.ts';

/**
 * Writes a note that takes the place of an earlier one, which stays readable, struck through. It stands where the other
 * stood: what was declared since is not undone. Obstacle and pieces go with it.
 */
export async function corrigerNote(
  services: Services,
  acteur: Acteur,
  cible: CibleDAction,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE_DE_CORRECTION, valeurs);
  if (!lue.ok) return lue;
  const { note: corrige, statut, taux, texte } = lue.valeur;
  return surLAction(
    services,
    acteur,
    cible,
    (plan) => peutLirePlan(acteur, plan),
    async (atelier, action) => {
      const { transaction, plan, maintenant } = atelier;
      const note = await transaction
        .selectFrom('note_avancement')
        .selectAll()
        .where('id', '=', corrige)
        .where('action_id', '=', action.id)
        .executeTakeFirst();
      if (!note)
        return echec({
          nature: 'introuvable',
          regle: 'note.introuvable',
          message: 'Cette note n’est pas parmi celles de l’action.',
        });
      const decision = peutCorrigerNote(acteur, plan, action.organisations, note.auteur);
      if (!decision.permis) return echec({ nature: 'interdit', regle: decision.regle, message: decision.message });
      const refuse = refusDeCorriger(note, statut);
      if (refuse !== null) return echec(refuse);
      const id = services.ids.nouveau();
      await transaction
        .insertInto('note_avancement')
        .values({
          id,
          action_id: action.id,
          plan_id: plan.id,
          statut,
          taux,
          texte,
          ...(statut === note.statut
            ? { obstacle: note.obstacle, levee: note.levee, sans_piece: note.sans_piece }
            : {}),
          corrige,
          place_le: note.vaut_le,
          origine: 'saisie',
          enregistre_le: maintenant,
          auteur: acteur.compte,
        })
        .execute();
      await transaction
        .updateTable('note_avancement')
        .set({ corrigee_le: maintenant })
        .where('id', '=', corrige)
        .execute();
      await sql`
        insert into piece_de_note (id, note_id, plan_id, rang, nom, adresse, document_id)
        select gen_random_uuid(), ${id}, plan_id, rang, nom, adresse, document_id
        from piece_de_note where note_id = ${corrige}`.execute(transaction);
      await mentionner(atelier, id, [], texte);
      await rafraichir(transaction, [action.id]);
      await atelier.journaliser({
        acte: 'note.corriger',
        objet: { type: 'action', id: action.id },
        territoire: plan.territoire,
        charge: { plan: plan.id, note: corrige, statut: statut ?? '', taux },
      });
      return reussite(null);
    },
  );
}
