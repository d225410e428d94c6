import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services, texteObligatoire } from '#socle';
import { anneeDe, echec, type Resultat, reussite } from '#socle/valeurs';
import { contenuDuReleve } from '../lectures/releve.ts';
import { peutValiderReleve } from '../politique.ts';
import { numeroDeReleve, texteDuReleve } from '../regles/releve.ts';
import { prevenirDuReleve, prevenirLesServicesDemandes } from './prevenir.ts';
import { surLaReunion } from './sur-l-instance.ts';

/**
 * Freezes the relevé: its content, its number and its fingerprint, which the journal holds; the members and the services it
 * asks are told. Nothing of the meeting changes any more but by a rectification.
 */
export function validerReleve(services: Services, acteur: Acteur, id: string): Promise<Resultat<null>> {
  return surLaReunion(
    services,
    acteur,
    id,
    (vue) => peutValiderReleve(acteur, vue),
    async (atelier) => {
      const { transaction, instance, reunion, maintenant, journaliser } = atelier;
      if (reunion.etat !== 'seance')
        return echec({
          nature: 'conflit',
          regle: 'releve.etat',
          message:
            reunion.etat === 'relevee'
              ? 'Ce relevé est déjà validé. Pour le corriger, ajoutez un rectificatif.'
              : 'La séance n’a pas eu lieu : il n’y a rien à valider.',
        });
      // Two meetings of a committee validated at once take their numbers one after the other.
      await transaction.selectFrom('instance').select('id').where('id', '=', instance.id).forUpdate().execute();
      const annee = anneeDe(reunion.jour);
      const { rang } = await transaction
        .selectFrom('releve_de_decisions')
        .select(({ fn }) => fn.countAll<number>().as('rang'))
        .where('instance_id', '=', instance.id)
        .where('numero', 'like', `${annee}-%`)
        .executeTakeFirstOrThrow();
      const contenu = await contenuDuReleve(transaction, instance, reunion, numeroDeReleve(annee, Number(rang) + 1));
      const empreinte = sceller(texteDuReleve(contenu));
      await transaction
        .insertInto('releve_de_decisions')
        .values({
          reunion_id: id,
          instance_id: instance.id,
          numero: contenu.numero,
          contenu: JSON.stringify(contenu),
          empreinte,
          valide_le: maintenant,
          auteur: acteur.compte,
        })
        .execute();
      await transaction
        .updateTable('reunion')
        .set({ etat: 'relevee', version: reunion.version + 1, modifie_le: maintenant })
        .where('id', '=', id)
        .execute();
      await prevenirDuReleve(atelier, contenu);
      await prevenirLesServicesDemandes(atelier);
      await journaliser({
        acte: 'releve.valider',
        charge: { numero: contenu.numero, empreinte, decisions: contenu.decisions.length },
      });
      return reussite(null);
    },
  );
}

const RECTIFICATIF = z.object({
  texte: texteObligatoire('Écrivez ce qu’il faut lire.', 8_000),
  motif: texteObligatoire('Dites pourquoi le relevé est rectifié.', 2_000),
});

/** Adds a rectification to a validated relevé: numbered, with its own fingerprint, the relevé itself untouched. */
export function rectifierReleve(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(RECTIFICATIF, valeurs);
  if (!lue.ok) return Promise.resolve(lue);
  const { texte, motif } = lue.valeur;
  return surLaReunion(
    services,
    acteur,
    id,
    (vue) => peutValiderReleve(acteur, vue),
    async ({ transaction, maintenant, journaliser }) => {
      const releve = await transaction
        .selectFrom('releve_de_decisions')
        .select(['numero', 'empreinte'])
        .where('reunion_id', '=', id)
        .executeTakeFirst();
      if (releve === undefined)
        return echec({
          nature: 'conflit',
          regle: 'releve.rectifier.etat',
          message: 'Ce relevé n’est pas encore validé : il se corrige directement en séance.',
        });
      const { rang } = await transaction
        .selectFrom('rectificatif')
        .select(({ fn }) => fn.countAll<number>().as('rang'))
        .where('reunion_id', '=', id)
        .executeTakeFirstOrThrow();
      const numero = Number(rang) + 1;
      const empreinte = sceller(JSON.stringify([releve.empreinte, numero, texte, motif]));
      await transaction
        .insertInto('rectificatif')
        .values({
          id: services.ids.nouveau(),
          reunion_id: id,
          numero,
          texte,
          motif,
          empreinte,
          enregistre_le: maintenant,
          auteur: acteur.compte,
        })
        .execute();
      await journaliser({
        acte: 'releve.rectifier',
        charge: { numero: releve.numero, rectificatif: numero, empreinte },
      });
      return reussite(null);
    },
  );
}

function sceller(texte: string): string {
  return createHash('sha256').update(texte).digest('hex');
}
