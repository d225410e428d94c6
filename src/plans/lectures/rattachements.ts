import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import { peutCreerPlan } from '../politique.ts';

export type OptionDeRattachement = { readonly valeur: string; readonly texte: string; readonly groupe: string };

/** Organisations this person may make the owner of a plan, their own first. */
export async function proprietairesPossibles(base: Base, acteur: Acteur): Promise<OptionDeRattachement[]> {
  const lignes = await base
    .selectFrom('organisation')
    .innerJoin('territoire', 'territoire.code', 'organisation.territoire_code')
    .select([
      'organisation.id',
      'organisation.sigle',
      'organisation.nom',
      'territoire.nom as territoire',
      'territoire.maille',
    ])
    .where('organisation.active', '=', true)
    .where('organisation.genre', '<>', 'collectif')
    .$if(acteur.profil !== 'ditp', (requete) => requete.where('organisation.id', 'in', ['', ...acteur.organisations]))
    .orderBy('organisation.nom')
    .limit(3_000)
    .execute();
  return lignes
    .filter(({ id }) => peutCreerPlan(acteur, id).permis)
    .map(({ id, sigle, nom, territoire, maille }) => ({
      valeur: id,
      texte: sigle === null || nom.includes(sigle) ? nom : `${sigle} - ${nom}`,
      groupe: maille === 'national' ? 'Administration centrale' : territoire,
    }))
    .sort((a, b) => rang(a, acteur) - rang(b, acteur));
}

/** Every territory, grouped by level; a plan may cover less or more than its owner's own. */
export async function territoiresPossibles(base: Base): Promise<OptionDeRattachement[]> {
  const lignes = await base
    .selectFrom('territoire')
    .select(['code', 'nom', 'maille'])
    .orderBy('nom')
    .limit(200)
    .execute();
  return lignes
    .map(({ code, nom, maille }) => ({
      valeur: code,
      texte: maille === 'departemental' ? `${nom} (${code.slice(1)})` : nom,
      groupe: GROUPES[maille] ?? 'Autres',
    }))
    .sort((a, b) => ORDRE.indexOf(a.groupe) - ORDRE.indexOf(b.groupe));
}

const GROUPES: Readonly<Record<string, string>> = {
  national: 'France',
  regional: 'Régions',
  departemental: 'Départements',
};
const ORDRE = ['France', 'Régions', 'Départements', 'Autres'];

function rang({ valeur, groupe }: OptionDeRattachement, { organisation }: Acteur): number {
  return valeur === organisation ? 0 : groupe === 'Administration centrale' ? 1 : 2;
}
