import { sql } from 'kysely';
import { z } from 'zod';
import { type Acteur, selon } from '#acces';
import type { ObjetNomme } from '#journal';
import type { Base } from '#socle/base';
import { echec, type Jour, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { type CibleVue, peutLireRemontee, peutTenirRemontee, type RemonteeVue } from '../politique.ts';
import { type EtatEcrit, etatAu } from '../regles/etat.ts';
import { GENRES_DE_QUESTION, type Question } from '../regles/questions.ts';
import { RESEAUX, type Reseau } from '../regles/reseaux.ts';

export type Remontee = RemonteeVue & {
  readonly id: string;
  readonly titre: string;
  readonly presentation: string | null;
  readonly organisationLibelle: string;
  readonly territoire: string;
  readonly reseau: Reseau;
  readonly questions: readonly Question[];
  readonly ouvreLe: Jour;
  readonly fermeLe: Jour;
  /** Days before the closing when those who have not answered are reminded by themselves; null: never. */
  readonly relanceAvant: number | null;
  readonly version: number;
  readonly attendues: number;
  readonly recues: number;
};

export type Cible = CibleVue & {
  readonly id: number;
  readonly libelle: string;
  readonly territoire: string;
  readonly delegueLibelle: string | null;
  readonly repondu: boolean;
};

export const REMONTEE_ABSENTE: Refus = {
  nature: 'introuvable',
  regle: 'remontee.introuvable',
  message: 'Cette remontée n’existe pas ou n’existe plus. Vérifiez l’adresse, ou partez de la liste des remontées.',
};

export const REMONTEES_AU_PLUS = 500;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function estIdentifiant(texte: string): boolean {
  return UUID.test(texte);
}

/** The remontée and the services it is sent to, for whoever keeps it or answers it. */
export async function trouverRemontee(
  base: Base,
  acteur: Acteur,
  id: string,
  au: Jour,
): Promise<Resultat<{ readonly remontee: Remontee; readonly cibles: readonly Cible[] }>> {
  const remontee = await lireRemonteeSansPolitique(base, id, au);
  if (remontee === null) return echec(REMONTEE_ABSENTE);
  const cibles = await lireCibles(base, id);
  const permis = selon(peutLireRemontee(acteur, remontee, cibles));
  return permis.ok ? reussite({ remontee, cibles }) : permis;
}

/** For the commands and readings of this room, which ask the policy themselves. */
export async function lireRemonteeSansPolitique(base: Base, id: string, au: Jour): Promise<Remontee | null> {
  if (!estIdentifiant(id)) return null;
  const lue = await selectionnerRemontees(base)
    .where('r.id', '=', id)
    .where('r.etat', '<>', 'abandonnee')
    .executeTakeFirst();
  return lue === undefined ? null : enRemontee(lue, au);
}

export async function lireCibles(base: Base, id: string): Promise<readonly Cible[]> {
  return base
    .selectFrom('remontee_cible as c')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .leftJoin('organisation as d', 'd.id', 'c.delegue_a')
    .select(['c.id', 'c.organisation_id as organisation', 'c.territoire_code as territoire', 'c.repondu'])
    .select(['o.nom as libelle', 'c.delegue_a as delegueA', 'd.nom as delegueLibelle'])
    .where('c.remontee_id', '=', id)
    .orderBy('c.territoire_code')
    .orderBy('c.organisation_id')
    .execute();
}

/** Those this person keeps, the most recent first. */
export async function remonteesTenues(base: Base, acteur: Acteur, au: Jour): Promise<readonly Remontee[]> {
  const lues = await selectionnerRemontees(base)
    .where('r.etat', '<>', 'abandonnee')
    .$if(acteur.profil !== 'ditp', (requete) => requete.where('r.organisation_id', '=', acteur.organisation))
    .execute();
  return lues.map((lue) => enRemontee(lue, au)).filter((remontee) => peutTenirRemontee(acteur, remontee).permis);
}

/** Remontées as they are called, for whoever keeps or answers them. */
export async function nommerRemontees(
  base: Base,
  acteur: Acteur,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ObjetNomme>> {
  const valides = ids.filter(estIdentifiant);
  if (valides.length === 0) return new Map();
  const lues = await selectionnerRemontees(base).where('r.id', 'in', valides).execute();
  const cibles = await base
    .selectFrom('remontee_cible')
    .select(['remontee_id as remontee', 'organisation_id as organisation', 'delegue_a as delegueA'])
    .where('remontee_id', 'in', valides)
    .execute();
  return new Map(
    lues.flatMap((lue) => {
      // Whether one may read it does not depend on the day: an open one is as much theirs as a closed one.
      const remontee = enRemontee(lue, lue.fermeLe);
      const siennes = cibles.filter((cible) => cible.remontee === lue.id);
      return peutLireRemontee(acteur, remontee, siennes).permis
        ? [[lue.id, { libelle: lue.titre, href: `/remontees/${lue.id}` }] as const]
        : [];
    }),
  );
}

export function selectionnerRemontees(base: Base) {
  return base
    .selectFrom('remontee as r')
    .innerJoin('organisation as o', 'o.id', 'r.organisation_id')
    .select(['r.id', 'r.titre', 'r.presentation', 'r.organisation_id as organisation', 'o.nom as organisationLibelle'])
    .select(['r.territoire_code as territoire', 'r.reseau', 'r.profil', 'r.anonyme', 'r.questions', 'r.etat'])
    .select([sql<Jour>`r.ouvre_le`.as('ouvreLe'), sql<Jour>`r.ferme_le`.as('fermeLe'), 'r.version'])
    .select('r.relance_avant as relanceAvant')
    .select([sql<boolean>`r.publiee_le is not null`.as('publiee')])
    .select([
      sql<number>`(select count(*)::int from remontee_cible c where c.remontee_id = r.id)`.as('attendues'),
      sql<number>`(select count(*)::int from remontee_cible c where c.remontee_id = r.id and c.repondu)`.as('recues'),
    ])
    .orderBy('r.cree_le', 'desc')
    .orderBy('r.id')
    .limit(REMONTEES_AU_PLUS);
}

type LigneDeRemontee = Awaited<ReturnType<ReturnType<typeof selectionnerRemontees>['execute']>>[number];

export function enRemontee({ reseau, etat, questions, ...reste }: LigneDeRemontee, au: Jour): Remontee {
  return {
    ...reste,
    reseau: RESEAUX.find((un) => un === reseau) ?? 'prefectures',
    etat: etatAu({ etat: etat as EtatEcrit, ouvreLe: reste.ouvreLe, fermeLe: reste.fermeLe }, au),
    questions: QUESTIONS.parse(questions),
  };
}

const QUESTIONS = z.array(
  z.object({
    cle: z.string(),
    genre: z.enum(GENRES_DE_QUESTION),
    intitule: z.string(),
    aide: z.string().nullable(),
    obligatoire: z.boolean(),
    choix: z.array(z.string()),
    unite: z.string().nullable(),
    poids: z.string().nullable(),
  }),
);
