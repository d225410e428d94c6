import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services, texteObligatoire } from '#socle';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { estIdentifiant } from '../lectures/instances.ts';
import type { Reunion } from '../lectures/reunions.ts';
import { peutTenirInstance } from '../politique.ts';
import { ETATS_DE_PRESENCE, type EtatDePresence } from '../regles/releve.ts';
import { type AtelierDeReunion, surLaReunion } from './sur-l-instance.ts';

/** Starts taking minutes: the agenda no longer changes, but for items added on the way. */
export function ouvrirSeance(services: Services, acteur: Acteur, id: string): Promise<Resultat<null>> {
  return surLaReunion(
    services,
    acteur,
    id,
    (vue) => peutTenirInstance(acteur, vue),
    async ({ transaction, reunion, maintenant, journaliser }) => {
      if (reunion.etat === 'seance') return reussite(null);
      if (reunion.etat !== 'preparation') return echec(HORS_SEANCE);
      await transaction
        .updateTable('reunion')
        .set({ etat: 'seance', version: reunion.version + 1, modifie_le: maintenant })
        .where('id', '=', id)
        .execute();
      await journaliser({ acte: 'seance.ouvrir', charge: { jour: reunion.jour } });
      return reussite(null);
    },
  );
}

/** Attendance, as it stands: one field per member, `presence-<membre>`. A member without a field is left as marked before. */
export function marquerPresences(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: Readonly<Record<string, string | string[]>>,
): Promise<Resultat<null>> {
  return enSeance(services, acteur, id, async ({ transaction, instance, maintenant, journaliser }) => {
    const marques = instance.membres.flatMap(({ id: membre }) => {
      const etat = ETATS_DE_PRESENCE.find((un) => un === valeurs[`presence-${membre}`]);
      return etat === undefined ? [] : [{ membre, etat }];
    });
    if (marques.length > 0)
      await transaction
        .insertInto('presence_en_reunion')
        .values(
          marques.map(({ membre, etat }: { membre: string; etat: EtatDePresence }) => ({
            reunion_id: id,
            membre_id: membre,
            etat,
            enregistre_le: maintenant,
            auteur: acteur.compte,
          })),
        )
        .onConflict((conflit) =>
          conflit.columns(['reunion_id', 'membre_id']).doUpdateSet((eb) => ({
            etat: eb.ref('excluded.etat'),
            enregistre_le: eb.ref('excluded.enregistre_le'),
            auteur: eb.ref('excluded.auteur'),
          })),
        )
        .execute();
    const presents = marques.filter(({ etat }) => etat === 'present' || etat === 'represente').length;
    await journaliser({ acte: 'seance.presences', charge: { presents, membres: instance.membres.length } });
    return reussite(null);
  });
}

/** `cle`: what makes this note the only one of its kind; the same key again adds nothing. */
export const CLE = z
  .string()
  .refine(estIdentifiant, 'Cette clé de saisie n’a pas la bonne forme : rechargez la page.')
  .optional();

const NOTE = z.object({
  point: z.string(),
  texte: texteObligatoire('Écrivez la note.', 8_000),
  cle: CLE,
});

/** Adds a note to an item. Notes are appended: two people who minute the same item both keep theirs. */
export function noterPoint(services: Services, acteur: Acteur, id: string, valeurs: unknown): Promise<Resultat<null>> {
  const lue = lireSaisie(NOTE, valeurs);
  if (!lue.ok) return Promise.resolve(lue);
  const { point, texte, cle = services.ids.nouveau() } = lue.valeur;
  return enSeance(services, acteur, id, async (atelier) => {
    const { transaction, maintenant, journaliser } = atelier;
    if (!(await pointDe(atelier, point))) return echec(POINT_ABSENT);
    const { numInsertedOrUpdatedRows: ajoutees } = await transaction
      .insertInto('note_de_point')
      .values({ id: cle, point_id: point, texte, enregistre_le: maintenant, auteur: acteur.compte })
      .onConflict((conflit) => conflit.column('id').doNothing())
      .executeTakeFirst();
    if (ajoutees === 0n) return reussite(null);
    await journaliser({ acte: 'seance.noter', charge: { point } });
    return reussite(null);
  });
}

const CLOTURE = z.object({ point: z.string(), verbe: z.enum(['clore', 'rouvrir']) });

/** Says that the committee is done with an item without a decision: it then does not come back. Or takes it back. */
export function clorePoint(services: Services, acteur: Acteur, id: string, valeurs: unknown): Promise<Resultat<null>> {
  const lue = lireSaisie(CLOTURE, valeurs);
  if (!lue.ok) return Promise.resolve(lue);
  const { point, verbe } = lue.valeur;
  return enSeance(services, acteur, id, async (atelier) => {
    const { transaction, maintenant, journaliser } = atelier;
    if (!(await pointDe(atelier, point))) return echec(POINT_ABSENT);
    await transaction
      .updateTable('point_de_reunion')
      .set({ clos_le: verbe === 'clore' ? maintenant : null })
      .where('id', '=', point)
      .execute();
    await journaliser({ acte: verbe === 'clore' ? 'seance.clore' : 'seance.rouvrir', charge: { point } });
    return reussite(null);
  });
}

/** Runs a command of the session: for who minutes it, while it lasts. */
export function enSeance<T>(
  services: Services,
  acteur: Acteur,
  id: string,
  travail: (atelier: AtelierDeReunion) => Promise<Resultat<T>>,
): Promise<Resultat<T>> {
  return surLaReunion(
    services,
    acteur,
    id,
    (vue) => peutTenirInstance(acteur, vue),
    async (atelier) => {
      const refus = siEnSeance(atelier.reunion);
      return refus === null ? travail(atelier) : echec(refus);
    },
  );
}

/** The item of this meeting, or nothing. */
export async function pointDe({ transaction, reunion }: AtelierDeReunion, id: string) {
  if (!estIdentifiant(id)) return undefined;
  return transaction
    .selectFrom('point_de_reunion')
    .select(['id', 'plan_id', 'action_id'])
    .where('id', '=', id)
    .where('reunion_id', '=', reunion.id)
    .executeTakeFirst();
}

function siEnSeance({ etat }: Reunion): Refus | null {
  if (etat === 'seance') return null;
  return etat === 'relevee'
    ? {
        nature: 'conflit',
        regle: 'seance.relevee',
        message:
          'Le relevé de cette réunion vient d’être validé : il est figé. Gardez ce que vous avez écrit ; la présidence peut l’ajouter par un rectificatif.',
      }
    : HORS_SEANCE;
}

const HORS_SEANCE: Refus = {
  nature: 'conflit',
  regle: 'seance.etat',
  message: 'Cette réunion n’est pas en séance : ouvrez la séance avant d’y prendre notes et décisions.',
};

export const POINT_ABSENT: Refus = {
  nature: 'introuvable',
  regle: 'seance.point',
  message: 'Ce point n’est pas à l’ordre du jour de cette réunion. Rechargez la page.',
};
