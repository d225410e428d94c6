import { type Acteur, selon } from '#acces';
import { inscrire } from '#journal';
import { enTransaction, lireSaisie, type Services } from '#socle';
import { type Resultat, reussite } from '#socle/valeurs';
import { peutCreerInstance } from '../politique.ts';
import { colonnesDInstance, ecrireReferences } from './ecrire-instance.ts';
import { comprendreReferences, SAISIE_D_INSTANCE } from './saisie-d-instance.ts';

/** Starts a committee with its members and what it follows. Gives its identifier. */
export async function creerInstance(
  services: Services,
  acteur: Acteur,
  valeurs: unknown,
  options: { readonly demonstration?: boolean } = {},
): Promise<Resultat<string>> {
  const lue = lireSaisie(SAISIE_D_INSTANCE, valeurs);
  if (!lue.ok) return lue;
  const saisie = lue.valeur;
  const permis = selon(peutCreerInstance(acteur, saisie.secretariat, saisie.territoire));
  if (!permis.ok) return permis;
  return enTransaction(services, async (transaction) => {
    const references = await comprendreReferences(transaction, acteur, saisie);
    if (!references.ok) return references;
    const id = services.ids.nouveau();
    const maintenant = services.horloge.maintenant();
    await transaction
      .insertInto('instance')
      .values({
        id,
        ...colonnesDInstance(saisie, references.valeur),
        demonstration: options.demonstration ?? false,
        cree_le: maintenant,
        cree_par: acteur.compte,
      })
      .execute();
    await ecrireReferences({ transaction, services, maintenant }, id, references.valeur, []);
    await inscrire(
      transaction,
      {
        acte: 'instance.creer',
        objet: { type: 'instance', id },
        territoire: saisie.territoire,
        charge: { nom: saisie.nom, niveau: saisie.niveau },
      },
      { auteur: acteur.compte, horloge: services.horloge },
    );
    return reussite(id);
  });
}
