import { z } from 'zod';
import { type Acteur, selon } from '#acces';
import { lireSaisie, type Services } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { type Depot, empreinteDe } from '#tableur/depot';
import { CHAMPS_DE_NOTE, ditQuelqueChose, refusDesManques } from '../commandes/champs.ts';
import { ENTRE_TEMPS } from '../commandes/noter-action.ts';
import { reconnaitrePieces } from '../pieces/reconnaitre-piece.ts';
import { lireStatut } from '../regles/statuts.ts';
import { manquesDuPassage } from '../regles/transitions.ts';
import { joindreFichiers } from './joindre-fichiers.ts';
import { peutNoterDeclinaison } from './politique.ts';
import { type CibleDeDeclinaison, surLaDeclinaison } from './sur-la-declinaison.ts';

const SAISIE = z
  .object({
    ...CHAMPS_DE_NOTE,
    /** Rank of the last note the writer had before their eyes, empty when there was none; a program gives none. */
    vue: z.string().max(40).optional(),
  })
  .refine(ditQuelqueChose, {
    path: ['texte'],
    message: 'Dites où en est l’action dans ce territoire : un statut, un taux ou quelques mots.',
  });

/** Adds a dated, signed note to what an action is in one territory, under the same passages as the action itself. */
export async function noterDeclinaison(
  services: Services,
  acteur: Acteur,
  cible: CibleDeDeclinaison,
  valeurs: unknown,
  fichiers: readonly Depot[] = [],
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const pieces = reconnaitrePieces(fichiers);
  if (!pieces.ok) return pieces;
  const { vue, lien, lienNom, sansPiece, ...dit } = lue.valeur;
  return surLaDeclinaison(services, acteur, cible, async (atelier, declinaison, action) => {
    const permis = selon(peutNoterDeclinaison(acteur, atelier.plan, declinaison.territoire));
    if (!permis.ok) return permis;
    if (vue !== undefined && vue !== declinaison.vue) return echec(ENTRE_TEMPS);
    const manques =
      dit.statut === null
        ? {}
        : manquesDuPassage(lireStatut(declinaison.statut ?? ''), dit.statut, {
            ...dit,
            sansPiece,
            pieces: pieces.valeur.length + (lien === null ? 0 : 1),
          });
    if (Object.keys(manques).length > 0) return echec(refusDesManques('declinaison.noter.passage', manques));
    const note = services.ids.nouveau();
    await atelier.transaction
      .insertInto('note_de_declinaison')
      .values({
        ...dit,
        id: note,
        declinaison_id: declinaison.id,
        sans_piece: sansPiece,
        lien,
        lien_nom: lien === null ? null : lienNom,
        enregistre_le: atelier.maintenant,
        auteur: acteur.compte,
      })
      .execute();
    await joindreFichiers(atelier, note, pieces.valeur);
    const empreintes = pieces.valeur.map(({ octets }) => empreinteDe(octets));
    await atelier.journaliser({
      acte: 'declinaison.noter',
      objet: { type: 'action', id: action },
      territoire: declinaison.territoire,
      charge: {
        plan: atelier.plan.id,
        declinaison: declinaison.id,
        statut: dit.statut ?? '',
        taux: dit.taux,
        ...(empreintes.length === 0 ? {} : { pieces: empreintes }),
      },
    });
    return reussite(null);
  });
}
