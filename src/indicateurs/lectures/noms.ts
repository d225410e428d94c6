import type { Acteur } from '#acces';
import type { ObjetNomme } from '#journal';
import type { Base } from '#socle/base';
import { peutLireIndicateur } from '../politique.ts';

/** Indicators as they are called today, for whoever may read them. */
export async function nommerIndicateurs(
  base: Base,
  acteur: Acteur,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ObjetNomme>> {
  const valides = ids.filter((id) => UUID.test(id));
  if (valides.length === 0) return new Map();
  const lignes = await base
    .selectFrom('indicateur')
    .select(['id', 'nom', 'etat', 'responsable_id'])
    .where('id', 'in', valides)
    .execute();
  return new Map(
    lignes
      .filter(
        ({ id, etat, responsable_id }) =>
          peutLireIndicateur(acteur, { id, etat: etat as 'brouillon', responsable: responsable_id }).permis,
      )
      .map(({ id, nom }) => [id, { libelle: nom, href: `/indicateurs/${id}` }]),
  );
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
