import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import { echec, type Jour, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { peutLireInstance } from '../politique.ts';
import { estIdentifiant, type Instance, lireInstanceSansPolitique } from './instances.ts';

export type EtatDeReunion = 'preparation' | 'seance' | 'relevee' | 'annulee';

export type Reunion = {
  readonly id: string;
  readonly instance: string;
  readonly jour: Jour;
  readonly heure: string;
  readonly duree: number;
  readonly lieu: string | null;
  readonly etat: EtatDeReunion;
  readonly motifDAnnulation: string | null;
  readonly version: number;
  readonly modifieLe: Date;
  /** Whether its members were called. */
  readonly convoquee: boolean;
  /** Number of its relevé once validated. */
  readonly releve: string | null;
};

export const REUNION_ABSENTE: Refus = {
  nature: 'introuvable',
  regle: 'reunion.introuvable',
  message: 'Cette réunion n’existe pas ou n’existe plus. Partez de la page de son instance.',
};

export const REUNIONS_PAR_PAGE = 30;

/** The meetings of these committees, the latest first, one page of them. */
export async function listerReunions(
  base: Base,
  instances: readonly string[],
  page = 1,
): Promise<{ readonly reunions: readonly Reunion[]; readonly total: number }> {
  if (instances.length === 0) return { reunions: [], total: 0 };
  const [{ total }, lignes] = await Promise.all([
    base
      .selectFrom('reunion')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where('instance_id', 'in', [...instances])
      .executeTakeFirstOrThrow(),
    selection(base)
      .where('reunion.instance_id', 'in', [...instances])
      .orderBy('reunion.jour', 'desc')
      .orderBy('reunion.id', 'desc')
      .limit(REUNIONS_PAR_PAGE)
      .offset((page - 1) * REUNIONS_PAR_PAGE)
      .execute(),
  ]);
  return { reunions: lignes.map(enReunion), total: Number(total) };
}

/** For each of these committees, its next meeting and the last one held. */
export async function reunionsProches(
  base: Base,
  instances: readonly string[],
  aujourdhui: Jour,
): Promise<ReadonlyMap<string, { readonly prochaine: Reunion | null; readonly derniere: Reunion | null }>> {
  if (instances.length === 0) return new Map();
  const choisies = (avant: boolean) =>
    selection(base)
      .distinctOn('reunion.instance_id')
      .where('reunion.instance_id', 'in', [...instances])
      .where('reunion.etat', 'in', avant ? ['seance', 'relevee'] : ['preparation', 'seance'])
      .$if(!avant, (requete) => requete.where('reunion.jour', '>=', aujourdhui))
      // Held ahead of its day, a meeting is the last one as soon as its relevé is validated.
      .$if(avant, (requete) =>
        requete.where((eb) => eb.or([eb('reunion.jour', '<=', aujourdhui), eb('reunion.etat', '=', 'relevee')])),
      )
      .orderBy('reunion.instance_id')
      .orderBy('reunion.jour', avant ? 'desc' : 'asc')
      .execute();
  const [prochaines, dernieres] = await Promise.all([choisies(false), choisies(true)]);
  return new Map(
    instances.map((id) => [
      id,
      {
        prochaine: premiere(prochaines, id),
        derniere: premiere(dernieres, id),
      },
    ]),
  );
}

/** A meeting and its committee, if this actor reads it. */
export async function trouverReunion(
  base: Base,
  acteur: Acteur,
  id: string,
): Promise<Resultat<{ readonly reunion: Reunion; readonly instance: Instance }>> {
  const lue = await lireReunionSansPolitique(base, id);
  if (lue === null) return echec(REUNION_ABSENTE);
  const permis = peutLireInstance(acteur, lue.instance);
  return permis.permis ? reussite(lue) : echec({ nature: 'interdit', regle: permis.regle, message: permis.message });
}

/** For commands, which ask their own policy within their transaction. */
export async function lireReunionSansPolitique(
  base: Base,
  id: string,
): Promise<{ readonly reunion: Reunion; readonly instance: Instance } | null> {
  if (!estIdentifiant(id)) return null;
  const ligne = await selection(base).where('reunion.id', '=', id).executeTakeFirst();
  if (ligne === undefined) return null;
  const instance = await lireInstanceSansPolitique(base, ligne.instance_id);
  return instance === null ? null : { reunion: enReunion(ligne), instance };
}

function selection(base: Base) {
  return base
    .selectFrom('reunion')
    .leftJoin('releve_de_decisions', 'releve_de_decisions.reunion_id', 'reunion.id')
    .selectAll('reunion')
    .select('releve_de_decisions.numero as releve');
}

type Ligne = Awaited<ReturnType<ReturnType<typeof selection>['executeTakeFirstOrThrow']>>;

function enReunion(ligne: Ligne): Reunion {
  return {
    id: ligne.id,
    instance: ligne.instance_id,
    jour: ligne.jour as Jour,
    heure: ligne.heure,
    duree: ligne.duree,
    lieu: ligne.lieu,
    etat: ligne.etat as EtatDeReunion,
    motifDAnnulation: ligne.motif_d_annulation,
    version: ligne.version,
    modifieLe: ligne.modifie_le,
    convoquee: ligne.convoquee_le !== null,
    releve: ligne.releve,
  };
}

function premiere(lignes: readonly Ligne[], instance: string): Reunion | null {
  const ligne = lignes.find(({ instance_id }) => instance_id === instance);
  return ligne === undefined ? null : enReunion(ligne);
}

const REUNIONS_D_UN_AGENDA = 500;

/** The meetings of these committees from this day on, those called off included: calendars must learn it. */
export async function reunionsDepuis(
  base: Base,
  instances: readonly string[],
  depuis: Jour,
): Promise<readonly Reunion[]> {
  if (instances.length === 0) return [];
  const lignes = await selection(base)
    .where('reunion.instance_id', 'in', [...instances])
    .where('reunion.jour', '>=', depuis)
    .orderBy('reunion.jour')
    .orderBy('reunion.id')
    .limit(REUNIONS_D_UN_AGENDA)
    .execute();
  return lignes.map(enReunion);
}
