import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services } from '#socle';
import type { Base } from '#socle/base';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { type Depot, empreinteDe } from '#tableur/depot';
import { reconnaitrePieces } from '../pieces/reconnaitre-piece.ts';
import { peutLirePlan, peutNoterAction } from '../politique.ts';
import { lireStatut } from '../regles/statuts.ts';
import { manquesDuPassage } from '../regles/transitions.ts';
import { CHAMPS_DE_NOTE, ditQuelqueChose, refusDesManques } from './champs.ts';
import { joindrePieces, mentionner } from './joindre.ts';
import { rafraichir } from './rafraichir.ts';
import { type CibleDAction, surLAction } from './sur-l-action.ts';

const SAISIE = z
  .object({
    ...CHAMPS_DE_NOTE,
    mention: z
      .union([z.string(), z.array(z.string()).max(20, 'Mentionnez vingt organisations au plus.')])
      .optional()
      .transform((choisies) => [choisies ?? []].flat().filter((id) => id !== '')),
    /** Instant of the last news the writer had before their eyes, empty when there was none; a program gives none. */
    vue: z.string().max(40).optional(),
  })
  .refine(ditQuelqueChose, {
    path: ['texte'],
    message: 'Dites où en est l’action : un statut, un taux ou quelques mots.',
  });

/**
 * Adds a dated, signed note to an action: status, rate, words, what blocks it, what proves it, whom it mentions. Nothing
 * earlier is changed. A program gives its own `identifiant`: the same note under the same identifier is the one already
 * written.
 */
export async function noterAction(
  services: Services,
  acteur: Acteur,
  cible: CibleDAction,
  valeurs: unknown,
  { identifiant = services.ids.nouveau(), fichiers = [], politique = PAR_UN_AGENT }: AutourDeLaNote = {},
): Promise<Resultat<null>> {
  const saisie = lireSaisie(SAISIE, valeurs);
  if (!saisie.ok) return saisie;
  const pieces = reconnaitrePieces(fichiers);
  if (!pieces.ok) return pieces;
  return surLAction(
    services,
    acteur,
    cible,
    (plan) => politique.lire(acteur, plan),
    async (atelier, action) => {
      const decision = politique.noter(acteur, atelier.plan, action.organisations);
      if (!decision.permis) return echec({ nature: 'interdit', regle: decision.regle, message: decision.message });
      const { statut, taux, texte, obstacle, levee, sansPiece, lien, lienNom, mention, vue } = saisie.valeur;
      const note = { action_id: action.id, statut, taux, texte, auteur: acteur.compte };
      const deja = await dejaNotee(atelier.transaction, identifiant, note);
      if (deja !== null) return deja;
      if (vue !== undefined && vue !== (action.derniere_nouvelle_le?.toISOString() ?? '')) return echec(ENTRE_TEMPS);
      const dit = { texte, obstacle, levee, sansPiece, pieces: pieces.valeur.length + (lien === null ? 0 : 1) };
      const manques = statut === null ? {} : manquesDuPassage(lireStatut(action.statut ?? ''), statut, dit);
      if (Object.keys(manques).length > 0) return echec(refusDesManques('action.noter.passage', manques));
      await atelier.transaction
        .insertInto('note_avancement')
        .values({
          ...note,
          obstacle,
          levee,
          sans_piece: sansPiece,
          id: identifiant,
          plan_id: atelier.plan.id,
          origine: 'saisie',
          enregistre_le: atelier.maintenant,
        })
        .execute();
      await joindrePieces(atelier, identifiant, pieces.valeur, lien === null ? null : { adresse: lien, nom: lienNom });
      await mentionner(atelier, identifiant, mention, texte);
      await rafraichir(atelier.transaction, [action.id]);
      const empreintes = pieces.valeur.map(({ octets }) => empreinteDe(octets));
      await atelier.journaliser({
        acte: 'action.noter',
        objet: { type: 'action', id: action.id },
        territoire: atelier.plan.territoire,
        charge: {
          plan: atelier.plan.id,
          statut: statut ?? '',
          taux,
          ...(empreintes.length === 0 ? {} : { pieces: empreintes }),
        },
      });
      return reussite(null);
    },
  );
}

/** Who reaches the plan, and who gives news of the action; a personal link has its own. */
export type PolitiqueDeNote = { readonly lire: typeof peutLirePlan; readonly noter: typeof peutNoterAction };

/** What comes with the words of a note: the writer's own key, the files joined, who may write it. */
export type AutourDeLaNote = {
  readonly identifiant?: string;
  readonly fichiers?: readonly Depot[];
  readonly politique?: PolitiqueDeNote;
};

const PAR_UN_AGENT: PolitiqueDeNote = { lire: peutLirePlan, noter: peutNoterAction };

/** Two people at once is normal: the second reads what the first said, then says what remains to be said. */
export const ENTRE_TEMPS: Refus = {
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
