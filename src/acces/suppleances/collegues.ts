import { sql } from 'kysely';
import type { Base } from '#socle/base';
import { libelleDeService } from '../comptes/compte.ts';
import type { Acteur } from '../regles/acteur.ts';

const AU_PLUS = 200;

/** Who one may name as stand-in without knowing an address: people of one's services, and of one's département or région. */
export async function collegues(base: Base, acteur: Acteur): Promise<{ valeur: string; texte: string }[]> {
  const siennes = sql<string>`(select unnest(${sql.val([...acteur.organisations])}::text[]))`;
  const lignes = await base
    .selectFrom('compte')
    .innerJoin('organisation', 'organisation.id', 'compte.organisation_id')
    .select(['compte.id', 'compte.nom', 'organisation.sigle', 'organisation.nom as service'])
    .where('compte.genre', '=', 'personne')
    .where('compte.ferme_le', 'is', null)
    .where('compte.id', '<>', acteur.compte)
    .where((eb) =>
      eb.or([
        eb('compte.organisation_id', 'in', siennes),
        // France is everyone's territory: only the service makes colleagues there.
        ...(acteur.territoire === 'FR' ? [] : [eb('compte.territoire_code', '=', acteur.territoire)]),
      ]),
    )
    .orderBy(sql`compte.nom collate "fr-x-icu"`)
    .orderBy('compte.id')
    .limit(AU_PLUS)
    .execute();
  return lignes.map(({ id, nom, sigle, service }) => ({
    valeur: id,
    texte: `${nom}, ${sigle ?? libelleDeService({ sigle, nom: service })}`,
  }));
}
