import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services, texteObligatoire } from '#socle';
import { type Resultat, reussite } from '#socle/valeurs';
import { peutDeclarerMeteo } from '../politique.ts';
import { METEOS } from '../regles/meteo.ts';
import { surLaReforme } from './sur-la-reforme.ts';

const SAISIE = z.object({
  territoire: texteObligatoire('Choisissez le territoire.', 5),
  meteo: z.enum(METEOS, { error: 'Choisissez la météo.' }),
  phrase: texteObligatoire('Dites en une phrase ce qui justifie cette météo.', 1_000),
});

/** Declares the météo of a reform in a territory, with a sentence; kept beside what the indicators said on that day. */
export async function declarerMeteo(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { territoire, meteo, phrase } = lue.valeur;
  return surLaReforme(
    services,
    acteur,
    id,
    (reforme) => peutDeclarerMeteo(acteur, reforme, territoire),
    async ({ transaction, reforme, maintenant, au, journaliser }) => {
      const situation = await transaction
        .selectFrom('situation_de_panier')
        .select(['ecart_points', 'taux_global'])
        .where('panier', '=', reforme.panier)
        .where('territoire', '=', territoire)
        .executeTakeFirst();
      await transaction
        .insertInto('meteo_declaree')
        .values({
          reforme_id: id,
          territoire_code: territoire,
          meteo,
          phrase,
          jour: au,
          ecart_points: situation?.ecart_points ?? null,
          taux_global: situation?.taux_global ?? null,
          enregistre_le: maintenant,
          auteur: acteur.compte,
        })
        .execute();
      await journaliser({
        acte: 'meteo.declarer',
        objet: { type: 'reforme', id },
        territoire,
        charge: { meteo },
      });
      return reussite(null);
    },
  );
}
