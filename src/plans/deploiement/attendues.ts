import { sql } from 'kysely';
import { type Acteur, neFontQueLire } from '#acces';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { ACTION_OUVERTE } from '../lectures/pour-accueil.ts';
import { plansVisibles } from '../politique.ts';
import { silenceDe, territoiresTenus } from '../regles/deploiement.ts';
import { estClose } from '../regles/statuts.ts';
import { lireDeclinaisons } from './lectures.ts';
import { type DeclinaisonPresentee, presenterDeclinaison } from './presentation.ts';

/** A declination one is asked about, with what its form of news needs. */
export type DeclinaisonATenir = DeclinaisonPresentee & {
  readonly action: string;
  readonly intitule: string;
  readonly code: string | null;
  readonly plan: string;
  readonly planTitre: string;
  readonly vue: string;
};

const PAR_PAGE = 10;

/**
 * What is expected of this person's own territory: the open actions declined there, in the active plans they read, the
 * longest silence first. The grants that let one write for other territories are used from the page of the action.
 */
export async function declinaisonsAttendues(
  base: Base,
  acteur: Acteur,
  page: number,
  jour: Jour,
): Promise<{
  readonly nombre: number;
  /** Those without news for longer than their plan wants. */
  readonly silencieuses: number;
  readonly page: number;
  readonly pages: number;
  readonly montrees: DeclinaisonATenir[];
}> {
  const ouvertes = (await declinaisonsOuvertes(base, acteur, jour)).sort(
    (a, b) =>
      (b.silence ?? 0) - (a.silence ?? 0) ||
      (a.une.derniereNouvelle ?? '').localeCompare(b.une.derniereNouvelle ?? '') ||
      (a.une.id < b.une.id ? -1 : 1),
  );
  const pages = Math.max(1, Math.ceil(ouvertes.length / PAR_PAGE));
  const rang = Math.min(page, pages);
  return {
    nombre: ouvertes.length,
    silencieuses: ouvertes.filter(({ silence }) => silence !== null).length,
    page: rang,
    pages,
    montrees: ouvertes.slice((rang - 1) * PAR_PAGE, rang * PAR_PAGE).map(({ une, ligne, silence }) => ({
      ...presenterDeclinaison(une, silence),
      vue: une.vue,
      action: ligne.action,
      intitule: ligne.intitule,
      code: ligne.code,
      plan: ligne.plan,
      planTitre: ligne.titre,
    })),
  };
}

/** The open actions declined in this person's own territory, with what they say there; none for who only reads. */
export async function declinaisonsOuvertes(base: Base, acteur: Acteur, jour: Jour) {
  const lignes = neFontQueLire(acteur.profil) ? [] : await actionsDeclinees(base, acteur);
  if (lignes.length === 0) return [];
  const parId = new Map(lignes.map((ligne) => [ligne.id, ligne]));
  // `= any` rather than `in`: their notes are then looked at for these alone.
  const parmi = sql`d.id = any(${sql.val([...parId.keys()])}::uuid[])`;
  const lues = await lireDeclinaisons(base, parmi, { jour, passe: false });
  return lues.flatMap((une) => {
    const ligne = parId.get(une.id);
    return ligne === undefined || estClose(une.statut)
      ? []
      : [{ une, ligne, silence: silenceDe(une, jour, ligne.silence_jours) }];
  });
}

function actionsDeclinees(base: Base, acteur: Acteur) {
  return base
    .selectFrom('declinaison')
    .innerJoin('action', 'action.id', 'declinaison.action_id')
    .innerJoin('plan', 'plan.id', 'declinaison.plan_id')
    .select(['declinaison.id', 'action.id as action', 'action.intitule', 'action.code', 'plan.id as plan'])
    .select(['plan.titre', 'plan.silence_jours'])
    .where('declinaison.territoire_code', 'in', [...territoiresTenus(acteur.territoire)])
    .where('declinaison.retiree_le', 'is', null)
    .where('action.retiree_le', 'is', null)
    .where(ACTION_OUVERTE)
    .where('plan.etat', '=', 'actif')
    .where(plansVisibles(acteur))
    .execute();
}
