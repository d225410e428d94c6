import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services, texteFacultatif, texteObligatoire } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { COMMENTAIRES_AU_PLUS } from '../lectures/points.ts';
import { surLePoint } from './sur-le-point.ts';

const SAISIE = z.object({
  reforme: texteFacultatif(40),
  texte: texteObligatoire('Écrivez votre commentaire.', 8_000),
});

/** Adds a comment on the whole or on one reform of the point: signed, never changed; also once the point is settled. */
export async function commenterPoint(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { reforme, texte } = lue.valeur;
  return surLePoint(services, acteur, id, async ({ transaction, point, maintenant, journaliser }) => {
    if (reforme !== null && !point.contenu.some((ligne) => ligne.reforme === reforme)) {
      return echec({
        nature: 'invalide',
        regle: 'point.reforme',
        message: 'Cette réforme n’est pas dans ce point d’étape : choisissez-la dans la liste.',
        champs: { reforme: 'Choisissez une réforme de ce point d’étape.' },
      });
    }
    const { nombre } = await transaction
      .selectFrom('commentaire_de_point')
      .select(({ fn }) => fn.countAll<string>().as('nombre'))
      .where('point_id', '=', id)
      .executeTakeFirstOrThrow();
    if (Number(nombre) >= COMMENTAIRES_AU_PLUS) {
      return echec({
        nature: 'invalide',
        regle: 'point.commentaires',
        message: 'Ce point d’étape a atteint son nombre de commentaires. Préparez-en un nouveau.',
      });
    }
    await transaction
      .insertInto('commentaire_de_point')
      .values({ point_id: id, reforme_id: reforme, texte, enregistre_le: maintenant, auteur: acteur.compte })
      .execute();
    await journaliser({
      acte: 'point.commenter',
      objet: { type: 'point_d_etape', id },
      territoire: point.territoire,
      charge: { reforme },
    });
    return reussite(null);
  });
}
