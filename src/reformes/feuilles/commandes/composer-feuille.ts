import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services, texteObligatoire } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { peutComposerFeuille } from '../politique.ts';
import { surLaFeuille } from './sur-la-feuille.ts';
import { verifierReforme } from './verifier-reforme.ts';

const AJOUT = z.object({
  reforme: texteObligatoire('Choisissez la réforme.', 40),
  engagement: texteObligatoire('Dites en une phrase à quoi le préfet s’engage.', 1_000),
});

/** Puts a priority reform in a roadmap that is being prepared, or gives it another commitment. */
export async function ajouterReforme(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(AJOUT, valeurs);
  if (!lue.ok) return lue;
  const { reforme, engagement } = lue.valeur;
  return surLaFeuille(
    services,
    acteur,
    id,
    (feuille) => peutComposerFeuille(acteur, feuille),
    async ({ transaction, feuille, maintenant, journaliser }) => {
      const choisie = await verifierReforme(transaction, acteur, feuille.territoire, reforme, 'reforme');
      if (!choisie.ok) return choisie;
      if (feuille.contenu.reformes.get(reforme) === engagement) return reussite(null);
      await transaction
        .insertInto('contenu_de_feuille')
        .values({
          feuille_id: id,
          geste: 'ajout',
          reforme_id: reforme,
          engagement,
          enregistre_le: maintenant,
          auteur: acteur.compte,
        })
        .execute();
      await journaliser({ acte: 'feuille.composer', charge: { geste: 'ajout', reforme, projet: null } });
      return reussite(null);
    },
  );
}

const RETRAIT = z.object({
  /** `reforme:<id>` or `projet:<id>`. */
  objet: z
    .string({ error: 'Dites ce qui est retiré.' })
    .regex(/^(reforme|projet):[0-9a-f-]{36}$/, 'Dites ce qui est retiré.'),
});

/** Takes a reform or a local project out of a roadmap that is being prepared. */
export async function retirerDeLaFeuille(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(RETRAIT, valeurs);
  if (!lue.ok) return lue;
  const [type, objet = ''] = lue.valeur.objet.split(':');
  return surLaFeuille(
    services,
    acteur,
    id,
    (feuille) => peutComposerFeuille(acteur, feuille),
    async ({ transaction, feuille, maintenant, journaliser }) => {
      const dedans = type === 'reforme' ? feuille.contenu.reformes.has(objet) : feuille.contenu.projets.has(objet);
      if (!dedans) return echec(DEJA_RETIRE);
      const colonnes = type === 'reforme' ? { reforme_id: objet } : { projet_id: objet };
      await transaction
        .insertInto('contenu_de_feuille')
        .values({ feuille_id: id, geste: 'retrait', ...colonnes, enregistre_le: maintenant, auteur: acteur.compte })
        .execute();
      await journaliser({
        acte: 'feuille.composer',
        charge: {
          geste: 'retrait',
          reforme: type === 'reforme' ? objet : null,
          projet: type === 'projet' ? objet : null,
        },
      });
      return reussite(null);
    },
  );
}

const DEJA_RETIRE = {
  nature: 'conflit',
  regle: 'feuille.retirer.absent',
  message: 'Ce que vous retirez n’est plus dans la feuille de route : quelqu’un l’a déjà retiré.',
} as const;
