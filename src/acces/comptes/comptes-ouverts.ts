import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import type { Acteur } from '../regles/acteur.ts';
import { acteursDesComptes } from './acteurs.ts';

const PAR_PAQUET = 2_500;

/**
 * Everyone and everything that can act in Jalon on this day, as policies know them, by packets: persons, stand-ins in
 * force, machines whose token is good.
 */
export async function* acteursOuverts(base: Base, jour: Jour, instant: Date): AsyncGenerator<readonly Acteur[]> {
  let dernier = '';
  while (true) {
    const lignes = await base
      .selectFrom('compte')
      .leftJoin('jeton', 'jeton.compte_id', 'compte.id')
      .select('compte.id')
      .where('compte.ferme_le', 'is', null)
      .where('compte.id', '>', dernier)
      .where((eb) =>
        eb.or([
          eb('compte.genre', '<>', 'machine'),
          eb.and([eb('jeton.revoque_le', 'is', null), eb('jeton.expire_le', '>', instant)]),
        ]),
      )
      .orderBy('compte.id')
      .limit(PAR_PAQUET)
      .execute();
    yield await acteursDesComptes(
      base,
      lignes.map(({ id }) => id),
      jour,
    );
    const suivant = lignes.at(-1);
    if (lignes.length < PAR_PAQUET || suivant === undefined) return;
    dernier = suivant.id;
  }
}
