import { z } from 'zod';
import { type Acteur, selon } from '#acces';
import { inscrire } from '#journal';
import { enTransaction, lireSaisie, type Services, texteObligatoire } from '#socle';
import { type Resultat, reussite } from '#socle/valeurs';
import { peutPreparerFeuille } from '../politique.ts';

export const TITRE_DE_FEUILLE = texteObligatoire('Donnez un titre à la feuille de route.', 300);

const SAISIE = z.object({
  titre: TITRE_DE_FEUILLE,
  territoire: texteObligatoire('Choisissez le territoire dont le préfet reçoit ce mandat.', 5),
});

/** Prepares a roadmap for a territory, empty and unsigned, and gives its identifier. */
export async function creerFeuille(
  services: Services,
  acteur: Acteur,
  valeurs: unknown,
  options: { readonly demonstration?: boolean } = {},
): Promise<Resultat<string>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { titre, territoire } = lue.valeur;
  const permis = selon(peutPreparerFeuille(acteur, territoire));
  if (!permis.ok) return permis;
  return enTransaction(services, async (transaction) => {
    const id = services.ids.nouveau();
    await transaction
      .insertInto('feuille_de_route')
      .values({
        id,
        titre,
        territoire_code: territoire,
        demonstration: options.demonstration ?? false,
        cree_le: services.horloge.maintenant(),
        cree_par: acteur.compte,
      })
      .execute();
    await inscrire(
      transaction,
      { acte: 'feuille.creer', objet: { type: 'feuille_de_route', id }, territoire, charge: { titre } },
      { auteur: acteur.compte, horloge: services.horloge },
    );
    return reussite(id);
  });
}
