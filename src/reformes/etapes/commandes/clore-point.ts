import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { refusDeChanger, surLePoint } from './sur-le-point.ts';

const SAISIE = z.object({ version: z.coerce.number().int() });

/** Settles a draft: what it shows never changes again, and those who read its reforms read it. */
export function arreterPoint(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  return clore(services, acteur, id, valeurs, 'arrete');
}

/** Gives up a draft: it is no longer shown; the journal keeps that it was. */
export function abandonnerPoint(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  return clore(services, acteur, id, valeurs, 'abandonne');
}

async function clore(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
  etat: 'arrete' | 'abandonne',
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  return surLePoint(services, acteur, id, async ({ transaction, point, maintenant, journaliser }) => {
    const refuse = refusDeChanger(point, lue.valeur.version);
    if (refuse !== null) return echec(refuse);
    await transaction
      .updateTable('point_d_etape')
      .set({
        etat,
        version: point.version + 1,
        ...(etat === 'arrete' ? { arrete_le: maintenant, arrete_par: acteur.compte } : {}),
      })
      .where('id', '=', id)
      .execute();
    await journaliser({
      acte: etat === 'arrete' ? 'point.arreter' : 'point.abandonner',
      objet: { type: 'point_d_etape', id },
      territoire: point.territoire,
      charge: { titre: point.titre },
    });
    return reussite(null);
  });
}
