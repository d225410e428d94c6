import { z } from 'zod';
import type { Acteur } from '#acces';
import { jourFacultatif, lireSaisie, type Services } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { suivisDuJour } from '../lectures/suivis-du-jour.ts';
import { POINT_VIDE, refusDuJour, TITRE_DE_POINT } from './creer-point.ts';
import { refusDeChanger, surLePoint } from './sur-le-point.ts';

const SAISIE = z.object({ titre: TITRE_DE_POINT, jour: jourFacultatif, version: z.coerce.number().int() });

/** Changes the title of a draft, or the day it shows: its figures are then taken again, with what is known now of that day. */
export async function modifierPoint(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { titre, version } = lue.valeur;
  return surLePoint(services, acteur, id, async ({ transaction, point, maintenant, au, journaliser }) => {
    const refuse = refusDeChanger(point, version);
    if (refuse !== null) return echec(refuse);
    const jour = lue.valeur.jour ?? au;
    const aVenir = refusDuJour(jour, au);
    if (aVenir !== null) return echec(aVenir);
    const lignes = await suivisDuJour(transaction, acteur, point.territoire, { jour, aujourdhui: au });
    if (lignes.length === 0) return echec(POINT_VIDE);
    await transaction
      .updateTable('point_d_etape')
      .set({ titre, jour, contenu: JSON.stringify(lignes), pris_le: maintenant, version: point.version + 1 })
      .where('id', '=', id)
      .execute();
    await journaliser({
      acte: 'point.modifier',
      objet: { type: 'point_d_etape', id },
      territoire: point.territoire,
      charge: { titre, jour, reformes: lignes.length },
    });
    return reussite(null);
  });
}
