import type { Acteur } from '#acces';
import { listerPlans } from '#plans';
import { plansLisibles } from '#plans/lectures';
import { reformesLisibles } from '#reformes';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { ORGANISATIONS, TERRITOIRES } from '#territoires';

const PLANS_PROPOSES = 100;

/** What the form of a committee lets one choose from: own services and territories, plans and reforms one reads. */
export async function optionsDInstance(
  base: Base,
  acteur: Acteur,
  au: Jour,
  actuelle: { readonly secretariat: string; readonly territoire: string; readonly plans: readonly string[] },
) {
  const [plans, suivis, reformes] = await Promise.all([
    listerPlans(
      base,
      acteur,
      { q: null, etat: 'actif', territoire: null, page: 1, parPage: PLANS_PROPOSES },
      { jour: au, passe: false },
    ),
    plansLisibles(base, acteur, actuelle.plans),
    reformesLisibles(base, acteur, actuelle.territoire),
  ]);
  const proposes = new Map(plans.plans.map(({ id, titre }) => [id, titre]));
  for (const [id, { titre }] of suivis) proposes.set(id, titre);
  const permis = new Set([...acteur.organisations, actuelle.secretariat]);
  const lieux = new Set([...acteur.territoires, actuelle.territoire]);
  const tout = acteur.profil === 'ditp';
  return {
    secretariats: ORGANISATIONS.filter(({ id, genre }) => genre !== 'collectif' && (tout || permis.has(id)))
      .map(({ id, sigle, nom }) => ({ valeur: id, texte: sigle === null || sigle === nom ? nom : `${sigle}, ${nom}` }))
      .sort((a, b) => a.texte.localeCompare(b.texte, 'fr')),
    territoires: TERRITOIRES.filter(({ code }) => tout || lieux.has(code)).map(({ code, nom }) => ({
      valeur: String(code),
      texte: nom,
    })),
    plans: [...proposes].map(([valeur, texte]) => ({ valeur, texte })),
    reformes: reformes.filter(({ etat }) => etat === 'active').map(({ id, nom }) => ({ valeur: id, texte: nom })),
  };
}

export type OptionsDInstance = Awaited<ReturnType<typeof optionsDInstance>>;
