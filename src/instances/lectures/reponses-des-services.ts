import type { Acteur } from '#acces';
import type { Base } from '#socle/base';

export type ReponseDeService = {
  readonly organisation: string;
  readonly service: string;
  readonly texte: string;
  readonly le: Date;
};

/** A network has a service per department and region: a little over a hundred. */
const REPONSES_AU_PLUS = 300;

/** What the services of a network did of a decision, by name; of this one alone where `service` is given. */
export async function reponsesDesServices(
  base: Base,
  decision: string,
  service?: string | null,
): Promise<readonly ReponseDeService[]> {
  if (service === null) return [];
  const lignes = await base
    .selectFrom('suite_de_service')
    .innerJoin('organisation', 'organisation.id', 'suite_de_service.organisation_id')
    .select(['organisation.id', 'organisation.nom', 'suite_de_service.texte', 'suite_de_service.enregistre_le'])
    .where('decision_id', '=', decision)
    .$if(service !== undefined, (requete) => requete.where('organisation_id', '=', service ?? ''))
    .orderBy('organisation.nom')
    .limit(REPONSES_AU_PLUS)
    .execute();
  return lignes.map(({ id, nom, texte, enregistre_le }) => ({
    organisation: id,
    service: nom,
    texte,
    le: enregistre_le,
  }));
}

/**
 * The service this person answers for when a decision asks its network: their own, or the only one below them (the préfet
 * for the SGC-D of the département); null when there is none, or several to choose from.
 */
export async function serviceDuReseau(
  base: Base,
  { organisation, organisations }: Pick<Acteur, 'organisation' | 'organisations'>,
  responsables: readonly string[],
): Promise<{ readonly id: string; readonly nom: string } | null> {
  if (responsables.length === 0) return null;
  const services = await base
    .selectFrom('organisation_membre')
    .innerJoin('organisation', 'organisation.id', 'organisation_membre.membre_id')
    .select(['organisation.id', 'organisation.nom'])
    .distinct()
    .where('organisation_membre.membre_id', 'in', [...organisations])
    .where('organisation_membre.collectif_id', 'in', [...responsables])
    .execute();
  const [seul, ...autres] = services;
  return services.find(({ id }) => id === organisation) ?? (autres.length === 0 ? (seul ?? null) : null);
}
