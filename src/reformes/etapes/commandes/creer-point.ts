import { z } from 'zod';
import { type Acteur, selon } from '#acces';
import { inscrire } from '#journal';
import { aujourdhui, enTransaction, jourFacultatif, lireSaisie, type Services, texteObligatoire } from '#socle';
import { echec, type Jour, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { suivisDuJour } from '../lectures/suivis-du-jour.ts';
import { peutPreparerPoint } from '../politique.ts';

export const TITRE_DE_POINT = texteObligatoire('Donnez un titre au point d’étape.', 200);

const SAISIE = z.object({ titre: TITRE_DE_POINT, jour: jourFacultatif });

/**
 * Prepares a point d'étape: the reforms of the territory this person reads, as presented on that day, are kept as they
 * are. Gives its identifier. Without a day: today.
 */
export async function creerPoint(
  services: Services,
  acteur: Acteur,
  territoire: string,
  valeurs: unknown,
): Promise<Resultat<string>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const permis = selon(peutPreparerPoint(acteur, territoire));
  if (!permis.ok) return permis;
  const au = aujourdhui(services.horloge);
  const jour = lue.valeur.jour ?? au;
  const refuse = refusDuJour(jour, au);
  if (refuse !== null) return echec(refuse);
  return enTransaction(services, async (transaction) => {
    const lignes = await suivisDuJour(transaction, acteur, territoire, { jour, aujourdhui: au });
    if (lignes.length === 0) return echec(POINT_VIDE);
    const id = services.ids.nouveau();
    const maintenant = services.horloge.maintenant();
    await transaction
      .insertInto('point_d_etape')
      .values({
        id,
        territoire_code: territoire,
        organisation_id: acteur.organisation,
        jour,
        titre: lue.valeur.titre,
        etat: 'brouillon',
        contenu: JSON.stringify(lignes),
        pris_le: maintenant,
        cree_le: maintenant,
        cree_par: acteur.compte,
      })
      .execute();
    await inscrire(
      transaction,
      {
        acte: 'point.creer',
        objet: { type: 'point_d_etape', id },
        territoire,
        charge: { titre: lue.valeur.titre, jour, reformes: lignes.length },
      },
      { auteur: acteur.compte, horloge: services.horloge },
    );
    return reussite(id);
  });
}

export function refusDuJour(jour: Jour, au: Jour): Refus | null {
  if (jour <= au) return null;
  const message = 'Cette date est à venir. Choisissez aujourd’hui ou un jour passé.';
  return { nature: 'invalide', regle: 'point.jour', message, champs: { jour: message } };
}

export const POINT_VIDE: Refus = {
  nature: 'invalide',
  regle: 'point.vide',
  message: 'Aucune réforme n’était suivie ici ce jour-là : il n’y a rien à présenter. Choisissez une autre date.',
};
