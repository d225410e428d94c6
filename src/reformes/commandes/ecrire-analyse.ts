import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services, texteFacultatif, texteObligatoire } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { peutAnalyser } from '../politique.ts';
import { surLaReforme } from './sur-la-reforme.ts';

const SAISIE = z.object({
  territoire: texteObligatoire('Choisissez le territoire.', 5),
  synthese: texteFacultatif(8_000),
  contexte: texteFacultatif(8_000),
  difficultes: texteFacultatif(8_000),
  reussites: texteFacultatif(8_000),
  /** Number of the analysis one started from; empty when there was none. */
  depuis: texteFacultatif(20),
});

/**
 * Writes the analysis of a reform in a territory: a new version, beside those before. Whoever started from a version that
 * is no longer the last is told, and nothing is written over it.
 */
export async function ecrireAnalyse(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { territoire, depuis, ...champs } = lue.valeur;
  if (Object.values(champs).every((texte) => texte === null)) {
    return echec({
      nature: 'invalide',
      regle: 'analyse.vide',
      message: 'Écrivez au moins un des quatre champs de l’analyse.',
    });
  }
  return surLaReforme(
    services,
    acteur,
    id,
    (reforme) => peutAnalyser(acteur, reforme, territoire),
    async ({ transaction, maintenant, journaliser }) => {
      const derniere = await transaction
        .selectFrom('analyse_de_reforme')
        .select(['id', 'synthese', 'contexte', 'difficultes', 'reussites'])
        .where('reforme_id', '=', id)
        .where('territoire_code', '=', territoire)
        .orderBy('id', 'desc')
        .executeTakeFirst();
      if ((derniere === undefined ? null : String(derniere.id)) !== depuis) {
        return echec({
          nature: 'conflit',
          regle: 'analyse.conflit',
          message:
            'Quelqu’un a enregistré une autre version de cette analyse pendant que vous écriviez. Votre texte est gardé ci-dessous : comparez-le à la version enregistrée, puis enregistrez de nouveau.',
        });
      }
      const change = CHAMPS.filter((champ) => (derniere?.[champ] ?? null) !== champs[champ]);
      if (change.length === 0) return reussite(null);
      await transaction
        .insertInto('analyse_de_reforme')
        .values({
          reforme_id: id,
          territoire_code: territoire,
          ...champs,
          enregistre_le: maintenant,
          auteur: acteur.compte,
        })
        .execute();
      await journaliser({
        acte: 'analyse.ecrire',
        objet: { type: 'reforme', id },
        territoire,
        charge: { champs: change },
      });
      return reussite(null);
    },
  );
}

const CHAMPS = ['synthese', 'contexte', 'difficultes', 'reussites'] as const;
