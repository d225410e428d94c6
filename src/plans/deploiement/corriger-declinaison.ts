import { sql } from 'kysely';
import { type Acteur, selon } from '#acces';
import { lireSaisie, type Services } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { refusDeCorriger, SAISIE_DE_CORRECTION } from '../commandes/champs.ts';
import { peutCorrigerDeclinaison } from './politique.ts';
import { type CibleDeDeclinaison, surLaDeclinaison } from './sur-la-declinaison.ts';

/**
 * Writes a note that takes the place of an earlier one of the same territory, as `corrigerNote` does for an action: its
 * files and its link go with it.
 */
export async function corrigerDeclinaison(
  services: Services,
  acteur: Acteur,
  cible: CibleDeDeclinaison,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE_DE_CORRECTION, valeurs);
  if (!lue.ok) return lue;
  const { note: corrige, statut, taux, texte } = lue.valeur;
  return surLaDeclinaison(
    services,
    acteur,
    cible,
    async ({ transaction, plan, maintenant, journaliser }, visee, action) => {
      const note = await transaction
        .selectFrom('note_de_declinaison')
        .selectAll()
        .where('id', '=', corrige)
        .where('declinaison_id', '=', visee.id)
        .executeTakeFirst();
      const permis = selon(peutCorrigerDeclinaison(acteur, plan, visee.territoire, note?.auteur ?? acteur.compte));
      if (!permis.ok) return permis;
      if (!note)
        return echec({
          nature: 'introuvable',
          regle: 'note.introuvable',
          message: 'Cette note n’est pas parmi celles de ce territoire.',
        });
      const refuse = refusDeCorriger(note, statut);
      if (refuse !== null) return echec(refuse);
      const id = services.ids.nouveau();
      await transaction
        .insertInto('note_de_declinaison')
        .values({
          id,
          declinaison_id: visee.id,
          statut,
          taux,
          texte,
          ...(statut === note.statut
            ? { obstacle: note.obstacle, levee: note.levee, sans_piece: note.sans_piece }
            : {}),
          lien: note.lien,
          lien_nom: note.lien_nom,
          corrige,
          place_le: note.vaut_le,
          enregistre_le: maintenant,
          auteur: acteur.compte,
        })
        .execute();
      await sql`
        insert into piece_de_declinaison (id, note_id, rang, nom, document_id)
        select gen_random_uuid(), ${id}, rang, nom, document_id
        from piece_de_declinaison where note_id = ${corrige}`.execute(transaction);
      await transaction
        .updateTable('note_de_declinaison')
        .set({ corrigee_le: maintenant })
        .where('id', '=', corrige)
        .execute();
      await journaliser({
        acte: 'declinaison.corriger',
        objet: { type: 'action', id: action },
        territoire: visee.territoire,
        charge: { plan: plan.id, declinaison: visee.id, note: corrige, statut: statut ?? '', taux },
      });
      return reussite(null);
    },
  );
}
