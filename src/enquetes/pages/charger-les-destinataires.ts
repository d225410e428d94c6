import type { Base } from '#socle/base';
import { chercherOrganisations } from '#territoires';
import type { Remontee } from '../lectures/remontees.ts';
import { servicesChoisis, territoiresSous } from '../lectures/services-vises.ts';
import { nommerTerritoire } from '../presentation.ts';

const TROUVES_AU_PLUS = 20;
/** Searched in the whole directory, then kept within the territory of the remontée. */
const CHERCHES_AU_PLUS = 400;

/** The services chosen, and those a search proposes to add. */
export async function chargerLesDestinataires(base: Base, remontee: Remontee, request: Request) {
  const q = (new URL(request.url).searchParams.get('chercher') ?? '').trim().slice(0, 200);
  const [choisis, trouves] = await Promise.all([
    servicesChoisis(base, remontee),
    q === '' ? [] : servicesTrouves(base, remontee.territoire, q),
  ]);
  const deja = new Set(choisis.map(({ id }) => id));
  return {
    q,
    choisis: choisis.map(nommer),
    trouves: trouves
      .filter(({ id }) => !deja.has(id))
      .slice(0, TROUVES_AU_PLUS)
      .map(nommer),
  };
}

async function servicesTrouves(base: Base, territoire: string, q: string) {
  const { organisations } = await chercherOrganisations(base, q, { limite: CHERCHES_AU_PLUS, saut: 0 });
  if (organisations.length === 0) return [];
  return base
    .selectFrom('organisation')
    .select(['id', 'nom', 'territoire_code as territoire'])
    .where(
      'id',
      'in',
      organisations.map(({ id }) => id),
    )
    .where('active', '=', true)
    .where('genre', '<>', 'collectif')
    .where('territoire_code', 'in', territoiresSous(territoire))
    .orderBy('nom')
    .orderBy('id')
    .execute();
}

type Service = { readonly id: string; readonly nom: string; readonly territoire: string };

function nommer({ id, nom, territoire }: Service): Service {
  return { id, nom, territoire: nommerTerritoire(territoire) };
}
