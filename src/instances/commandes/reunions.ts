import { z } from 'zod';
import type { Acteur } from '#acces';
import { jourFacultatif, lireSaisie, type Services, texteFacultatif, texteObligatoire } from '#socle';
import { echec, fauteDeSaisie, type Refus, type Resultat, reussite } from '#socle/valeurs';
import type { Reunion } from '../lectures/reunions.ts';
import { peutTenirInstance } from '../politique.ts';
import { rediger } from './ordre-du-jour.ts';
import { convoquerLesMembres, prevenirDeLAnnulation, prevenirDuDeplacement } from './prevenir.ts';
import { DUREE, HEURE } from './saisie-d-instance.ts';
import { surLaReunion, surLInstance } from './sur-l-instance.ts';

const SAISIE = z.object({ jour: jourFacultatif, heure: HEURE, duree: DUREE, lieu: texteFacultatif(500) });
const SANS_JOUR = fauteDeSaisie('reunion.jour', 'jour', 'Choisissez le jour de la réunion.');

/** Sets a meeting of a committee, its agenda drafted by the machine. Gives its identifier. */
export async function planifierReunion(
  services: Services,
  acteur: Acteur,
  instance: string,
  valeurs: unknown,
): Promise<Resultat<string>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { jour, ...saisie } = lue.valeur;
  if (jour === null) return echec(SANS_JOUR);
  return surLInstance(
    services,
    acteur,
    instance,
    (vue) => peutTenirInstance(acteur, vue),
    async (atelier) => {
      const { transaction, maintenant, journaliser } = atelier;
      if (atelier.instance.membres.length === 0)
        return echec(
          fauteDeSaisie('reunion.membres', 'jour', 'Cette instance n’a aucun membre : ajoutez-en avant de la réunir.'),
        );
      const id = services.ids.nouveau();
      await transaction
        .insertInto('reunion')
        .values({
          id,
          instance_id: instance,
          jour,
          ...saisie,
          etat: 'preparation',
          cree_le: maintenant,
          cree_par: acteur.compte,
          modifie_le: maintenant,
        })
        .execute();
      await rediger(atelier, { id, jour });
      await journaliser({ acte: 'reunion.planifier', charge: { reunion: id, jour } });
      return reussite(id);
    },
  );
}

/** Moves a meeting, or changes its time or place, as long as it has not started. */
export async function deplacerReunion(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { jour, ...saisie } = lue.valeur;
  if (jour === null) return echec(SANS_JOUR);
  return surLaReunion(
    services,
    acteur,
    id,
    (vue) => peutTenirInstance(acteur, vue),
    async (atelier) => {
      const { transaction, reunion, maintenant, journaliser } = atelier;
      const ferme = siEnPreparation(reunion);
      if (ferme !== null) return echec(ferme);
      const pareil =
        jour === reunion.jour &&
        saisie.heure === reunion.heure &&
        saisie.duree === reunion.duree &&
        saisie.lieu === reunion.lieu;
      if (pareil) return reussite(null);
      if (reunion.convoquee) await prevenirDuDeplacement(atelier, { jour, ...saisie });
      await transaction
        .updateTable('reunion')
        .set({ jour, ...saisie, version: reunion.version + 1, modifie_le: maintenant })
        .where('id', '=', id)
        .execute();
      await journaliser({ acte: 'reunion.deplacer', charge: { avant: reunion.jour, apres: jour } });
      return reussite(null);
    },
  );
}

const ANNULATION = z.object({ motif: texteObligatoire('Dites pourquoi la réunion n’a pas lieu.', 1_000) });

/** A meeting that will not be held: it stays in sight with its reason. */
export async function annulerReunion(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(ANNULATION, valeurs);
  if (!lue.ok) return lue;
  return surLaReunion(
    services,
    acteur,
    id,
    (vue) => peutTenirInstance(acteur, vue),
    async (atelier) => {
      const { transaction, reunion, maintenant, journaliser } = atelier;
      const ferme = siEnPreparation(reunion);
      if (ferme !== null) return echec(ferme);
      if (reunion.convoquee) await prevenirDeLAnnulation(atelier, lue.valeur.motif);
      await transaction
        .updateTable('reunion')
        .set({
          etat: 'annulee',
          motif_d_annulation: lue.valeur.motif,
          version: reunion.version + 1,
          modifie_le: maintenant,
        })
        .where('id', '=', id)
        .execute();
      await journaliser({ acte: 'reunion.annuler', charge: { jour: reunion.jour } });
      return reussite(null);
    },
  );
}

/** Calls the members by mail; sent again only when the day, the time or the place has changed. Gives how many people. */
export function convoquer(services: Services, acteur: Acteur, id: string): Promise<Resultat<number>> {
  return surLaReunion(
    services,
    acteur,
    id,
    (vue) => peutTenirInstance(acteur, vue),
    async (atelier) => {
      const ferme = siEnPreparation(atelier.reunion);
      if (ferme !== null) return echec(ferme);
      const destinataires = await convoquerLesMembres(atelier);
      await atelier.transaction
        .updateTable('reunion')
        .set({ convoquee_le: atelier.maintenant })
        .where('id', '=', id)
        .execute();
      await atelier.journaliser({ acte: 'reunion.convoquer', charge: { jour: atelier.reunion.jour, destinataires } });
      return reussite(destinataires);
    },
  );
}

function siEnPreparation({ etat }: Reunion): Refus | null {
  return etat === 'preparation'
    ? null
    : {
        nature: 'conflit',
        regle: 'reunion.preparation',
        message: 'Cette réunion est déjà commencée, relevée ou annulée : elle ne se déplace plus.',
      };
}
