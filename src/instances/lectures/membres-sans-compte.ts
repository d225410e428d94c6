import type { Base } from '#socle/base';

/** The persons without account whose data this committee still holds, those who left included. */
export async function membresAvecDonnees(base: Base, instance: string) {
  const lignes = await base
    .selectFrom('membre_d_instance as m')
    .select(['m.id', 'm.nom', 'm.fonction', 'm.courriel', 'm.ajoute_le', 'm.retire_le'])
    .select((eb) =>
      eb
        .selectFrom('presence_en_reunion as p')
        .select(({ fn }) => fn.countAll<number>().as('nombre'))
        .whereRef('p.membre_id', '=', 'm.id')
        .as('presences'),
    )
    .where('m.instance_id', '=', instance)
    .where('m.sans_compte', '=', true)
    .where('m.nom', 'is not', null)
    .orderBy('m.rang')
    .orderBy('m.id')
    .limit(200)
    .execute();
  return lignes.map(({ id, nom, fonction, courriel, ajoute_le, retire_le, presences }) => ({
    id,
    nom: nom ?? '',
    fonction: fonction ?? '',
    courriel,
    ajouteLe: ajoute_le,
    retireLe: retire_le,
    presences: Number(presences ?? 0),
  }));
}

/** Everything this committee holds of one of them, for whom it is about (RGPD, article 15); null when it holds nothing. */
export async function donneesDuMembre(base: Base, instance: string, membre: string) {
  const tenue = (await membresAvecDonnees(base, instance)).find(({ id }) => id === membre);
  if (tenue === undefined) return null;
  const { id, presences: _, ...identite } = tenue;
  const presences = await base
    .selectFrom('presence_en_reunion')
    .innerJoin('reunion', 'reunion.id', 'presence_en_reunion.reunion_id')
    .select(['reunion.jour', 'presence_en_reunion.etat'])
    .where('membre_id', '=', id)
    .orderBy('reunion.jour')
    .limit(1_000)
    .execute();
  const courriels =
    identite.courriel === null
      ? []
      : await base
          .selectFrom('courriel')
          .select(['sujet', 'cree_le', 'envoye_le'])
          .where('compte_id', 'is', null)
          .where('adresse', '=', identite.courriel)
          .orderBy('cree_le')
          .limit(1_000)
          .execute();
  return { identite, presences, courriels };
}
