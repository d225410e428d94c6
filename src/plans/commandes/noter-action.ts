import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services, texteFacultatif } from '#socle';
import type { Base } from '#socle/base';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { peutLirePlan, peutNoterAction } from '../politique.ts';
import { STATUTS_DECLARES } from '../regles/statuts.ts';
import { tauxFacultatif } from './champs.ts';
import { rafraichir } from './rafraichir.ts';
import { type CibleDAction, surLAction } from './sur-l-action.ts';

const SAISIE = z
  .object({
    statut: z
      .enum([...STATUTS_DECLARES, ''], { error: 'Choisissez un statut de la liste.' })
      .optional()
      .transform((statut) => statut || null),
    taux: tauxFacultatif,
    texte: texteFacultatif(20_000),
    /** Instant of the last news the writer had before their eyes, empty when there was none; a program gives none. */
    vue: z.string().max(40).optional(),
  })
  .refine(({ statut, taux, texte }) => statut !== null || taux !== null || texte !== null, {
    path: ['texte'],
    message: 'Dites où en est l’action : un statut, un taux ou quelques mots.',
  });

/**
 * Adds a dated, signed note to an action: status, rate, words. Nothing earlier is changed. A program gives its own
 * `identifiant`: the same note under the same identifier is the one already written.
 */
export async function noterAction(
  services: Services,
  acteur: Acteur,
  cible: CibleDAction,
  valeurs: unknown,
  identifiant: string = services.ids.nouveau(),
  politique: PolitiqueDeNote = PAR_UN_AGENT,
): Promise<Resultat<null>> {
  const saisie = lireSaisie(SAISIE, valeurs);
  if (!saisie.ok) return saisie;
  return surLAction(
    services,
    acteur,
    cible,
    (plan) => politique.lire(acteur, plan),
    async (atelier, action) => {
      const decision = politique.noter(acteur, atelier.plan, action.organisations);
      if (!decision.permis) return echec({ nature: 'interdit', regle: decision.regle, message: decision.message });
      const { statut, taux, texte, vue } = saisie.valeur;
      const note = { action_id: action.id, statut, taux, texte, auteur: acteur.compte };
      const deja = await dejaNotee(atelier.transaction, identifiant, note);
      if (deja !== null) return deja;
      if (vue !== undefined && vue !== (action.derniere_nouvelle_le?.toISOString() ?? '')) return echec(ENTRE_TEMPS);
      await atelier.transaction
        .insertInto('note_avancement')
        .values({
          ...note,
          id: identifiant,
          plan_id: atelier.plan.id,
          origine: 'saisie',
          enregistre_le: atelier.maintenant,
        })
        .execute();
      await rafraichir(atelier.transaction, [action.id]);
      await atelier.journaliser({
        acte: 'action.noter',
        objet: { type: 'action', id: action.id },
        territoire: atelier.plan.territoire,
        charge: { plan: atelier.plan.id, statut: statut ?? '', taux },
      });
      return reussite(null);
    },
  );
}

/** Who reaches the plan, and who gives news of the action; a personal link has its own. */
export type PolitiqueDeNote = { readonly lire: typeof peutLirePlan; readonly noter: typeof peutNoterAction };

const PAR_UN_AGENT: PolitiqueDeNote = { lire: peutLirePlan, noter: peutNoterAction };

/** Two people at once is normal: the second reads what the first said, then says what remains to be said. */
const ENTRE_TEMPS: Refus = {
  nature: 'conflit',
  regle: 'action.noter.entre_temps',
  message:
    'Quelqu’un a donné des nouvelles de cette action entre-temps : elles sont au-dessus, votre saisie est gardée. Relisez-la, puis enregistrez de nouveau.',
};

type NoteDemandee = {
  readonly action_id: string;
  readonly statut: string | null;
  readonly taux: string | null;
  readonly texte: string | null;
  readonly auteur: string;
};

/** The plan's row is locked: the same note sent twice at once comes here one after the other. */
async function dejaNotee(transaction: Base, id: string, note: NoteDemandee): Promise<Resultat<null> | null> {
  const existante = await transaction
    .selectFrom('note_avancement')
    .select(['action_id', 'statut', 'taux', 'texte', 'auteur'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (existante === undefined) return null;
  const memes =
    existante.action_id === note.action_id &&
    existante.auteur === note.auteur &&
    existante.statut === note.statut &&
    existante.texte === note.texte &&
    (existante.taux === null ? null : Number(existante.taux)) === (note.taux === null ? null : Number(note.taux));
  return memes
    ? reussite(null)
    : echec({
        nature: 'conflit',
        regle: 'action.noter.identifiant',
        message:
          'Cette clé a déjà servi pour une autre note : rien n’a été ajouté. Prenez une clé neuve pour chaque note.',
      });
}
