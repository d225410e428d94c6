import type { Acteur } from '#acces';
import { formaterJour } from '#interface';
import type { ObjetNomme } from '#journal';
import type { Base } from '#socle/base';
import { demandeeA } from './demandees.ts';
import { estIdentifiant, listerInstances } from './instances.ts';

/** Committees as they are called, for whoever reads them. */
export async function nommerInstances(
  base: Base,
  acteur: Acteur,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ObjetNomme>> {
  if (ids.length === 0) return new Map();
  return new Map(
    (await listerInstances(base, acteur))
      .filter(({ id }) => ids.includes(id))
      .map(({ id, nom }) => [id, { libelle: nom, href: `/instances/${id}` }]),
  );
}

/** Meetings as they are called, for whoever reads their committee. */
export async function nommerReunions(
  base: Base,
  acteur: Acteur,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ObjetNomme>> {
  const connus = [...new Set(ids)].filter(estIdentifiant);
  if (connus.length === 0) return new Map();
  const instances = new Map((await listerInstances(base, acteur)).map(({ id, nom }) => [id, nom]));
  const lignes = await base
    .selectFrom('reunion')
    .select(['id', 'instance_id', 'jour'])
    .where('id', 'in', connus)
    .execute();
  return new Map(
    lignes.flatMap(({ id, instance_id, jour }) => {
      const nom = instances.get(instance_id);
      return nom === undefined
        ? []
        : [[id, { libelle: `${nom} du ${formaterJour(jour)}`, href: `/reunions/${id}` }] as const];
    }),
  );
}

/** Decisions by their number and their committee, for whoever reads it or is asked. */
export async function nommerDecisions(
  base: Base,
  acteur: Acteur,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ObjetNomme>> {
  const connus = [...new Set(ids)].filter(estIdentifiant);
  if (connus.length === 0) return new Map();
  const instances = (await listerInstances(base, acteur)).map(({ id }) => id);
  const lignes = await base
    .selectFrom('decision')
    .innerJoin('reunion', 'reunion.id', 'decision.reunion_id')
    .innerJoin('instance', 'instance.id', 'reunion.instance_id')
    .select(['decision.id', 'decision.numero', 'instance.nom'])
    .where('decision.id', 'in', connus)
    .where((eb) => eb.or([demandeeA(acteur), ...(instances.length === 0 ? [] : [eb('instance.id', 'in', instances)])]))
    .execute();
  return new Map(
    lignes.map(({ id, numero, nom }) => [
      id,
      { libelle: `Décision n°\u00a0${numero} de ${nom}`, href: `/decisions/${id}` },
    ]),
  );
}
