import { z } from 'zod';
import type { Acteur } from '#acces';
import { inscrire } from '#journal';
import { enTransaction, lireSaisie, type Services } from '#socle';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { ouvrirTerritoire } from '../lectures/tableau-de-bord.ts';

const TERRITOIRES_AU_PLUS = 30;

const FERME: Refus = {
  nature: 'interdit',
  regle: 'comparaison.territoire',
  message:
    'Vous ne lisez pas les réformes d’un de ces départements : une sélection ne prend que ceux qui vous sont ouverts. Les départements semblables, eux, se comparent sans leur nom.',
};

const SAISIE = z.object({
  territoires: z
    .union([z.string(), z.array(z.string())], { error: 'Cochez au moins un département.' })
    .transform((lus) => [...new Set(typeof lus === 'string' ? [lus] : lus)])
    .refine((lus) => lus.length <= TERRITOIRES_AU_PLUS, `Choisissez au plus ${TERRITOIRES_AU_PLUS} départements.`),
});

/** Keeps the territories this person compares one with, for the next time. Only those whose figures they read. */
export async function choisirComparaison(
  services: Services,
  acteur: Acteur,
  code: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { territoires } = lue.valeur;
  return enTransaction(services, async (transaction) => {
    const ouvert = await ouvrirTerritoire(transaction, acteur, code);
    if (!ouvert.ok) return ouvert;
    const ouverts = new Set<string>(ouvert.valeur.ouverts.map((territoire) => territoire.code));
    if (!territoires.every((autre) => ouverts.has(autre))) return echec(FERME);
    const maintenant = services.horloge.maintenant();
    const choix = { territoires: [...territoires], enregistre_le: maintenant };
    await transaction
      .insertInto('comparaison_choisie')
      .values({ compte_id: acteur.personne, territoire_code: ouvert.valeur.territoire.code, ...choix })
      .onConflict((conflit) => conflit.columns(['compte_id', 'territoire_code']).doUpdateSet(choix))
      .execute();
    await inscrire(
      transaction,
      {
        acte: 'comparaison.choisir',
        objet: { type: 'territoire', id: ouvert.valeur.territoire.code },
        territoire: ouvert.valeur.territoire.code,
        charge: { territoires },
      },
      { auteur: acteur.compte, horloge: services.horloge },
    );
    return reussite(null);
  });
}
