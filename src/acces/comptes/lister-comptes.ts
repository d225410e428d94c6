import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Base, DB } from '#socle/base';
import { ajouterJours, type Jour } from '#socle/valeurs';
import type { Acteur } from '../regles/acteur.ts';
import { territoiresAdministres } from '../regles/administration.ts';
import type { Profil } from '../regles/profils.ts';
import { lireProfil } from './acteurs.ts';
import { libelleDeService } from './compte.ts';

export const ETATS_DE_COMPTE = ['ouvert', 'jamais', 'dormant', 'ferme'] as const;
export type EtatDeCompte = (typeof ETATS_DE_COMPTE)[number];

/** Without a sign-in for this long, an account is worth asking about. */
const JOURS_DE_SOMMEIL = 180;
export const COMPTES_PAR_PAGE = 30;

export type CriteresDeComptes = {
  readonly q: string | null;
  readonly profil: Profil | null;
  readonly territoire: string | null;
  readonly etat: EtatDeCompte | null;
  readonly page: number;
};

export type CompteListe = {
  readonly id: string;
  readonly nom: string;
  readonly courriel: string | null;
  readonly profil: Profil;
  readonly service: string;
  readonly territoire: string;
  readonly derniereConnexion: Date | null;
  readonly ferme: boolean;
  /** Grants in force on the day. */
  readonly habilitations: number;
};

/** The accounts of the territories this person administers; the total obeys the same bound. */
export async function listerComptes(
  base: Base,
  acteur: Acteur,
  criteres: CriteresDeComptes,
  jour: Jour,
): Promise<{ comptes: CompteListe[]; nombre: number; total: number }> {
  const siens = base
    .selectFrom('compte')
    .innerJoin('organisation', 'organisation.id', 'compte.organisation_id')
    .innerJoin('territoire', 'territoire.code', 'compte.territoire_code')
    .where('compte.genre', '=', 'personne')
    .where(administres(acteur));
  let retenus = siens;
  const { q, profil, territoire, etat } = criteres;
  if (q !== null) retenus = retenus.where(contient(q));
  if (profil !== null) retenus = retenus.where('compte.profil', '=', profil);
  if (territoire !== null) retenus = retenus.where('compte.territoire_code', '=', territoire);
  if (etat !== null) retenus = retenus.where(dansLEtat(etat, jour));
  const compter = (requete: typeof siens) =>
    requete.select(({ fn }) => fn.countAll<number>().as('nombre')).executeTakeFirstOrThrow();
  const [{ nombre }, { nombre: total }, lignes] = await Promise.all([
    compter(retenus),
    compter(siens),
    retenus
      .select([
        'compte.id',
        'compte.nom',
        'compte.courriel',
        'compte.profil',
        'compte.derniere_connexion_le',
        'compte.ferme_le',
        'organisation.sigle',
        'organisation.nom as service',
        'territoire.nom as territoire',
      ])
      .select((eb) =>
        eb
          .selectFrom('habilitation')
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .whereRef('habilitation.compte_id', '=', 'compte.id')
          .where('habilitation.retiree_le', 'is', null)
          .where('habilitation.debut', '<=', jour)
          .where('habilitation.fin', '>=', jour)
          .as('habilitations'),
      )
      .orderBy(sql`compte.nom collate "fr-x-icu"`)
      .orderBy('compte.id')
      .limit(COMPTES_PAR_PAGE)
      .offset((criteres.page - 1) * COMPTES_PAR_PAGE)
      .execute(),
  ]);
  return {
    nombre,
    total,
    comptes: lignes.map((ligne) => ({
      id: ligne.id,
      nom: ligne.nom,
      courriel: ligne.courriel,
      profil: lireProfil(ligne.profil),
      service: libelleDeService({ sigle: ligne.sigle, nom: ligne.service }),
      territoire: ligne.territoire,
      derniereConnexion: ligne.derniere_connexion_le,
      ferme: ligne.ferme_le !== null,
      habilitations: ligne.habilitations ?? 0,
    })),
  };
}

type Constructeur = ExpressionBuilder<DB, 'compte' | 'organisation'>;

function administres(acteur: Acteur) {
  const portee = territoiresAdministres(acteur);
  return (eb: Constructeur) =>
    portee === 'tous'
      ? eb.lit(true)
      : eb('compte.territoire_code', 'in', sql<string>`(select unnest(${sql.val([...portee])}::text[]))`);
}

/** Accents and capitals do not matter; each word must be in the name, the address or the service. */
function contient(q: string) {
  const mots = q.split(/\s+/).filter((mot) => mot !== '');
  return (eb: Constructeur) =>
    eb.and(
      mots.map(
        (mot) =>
          sql<SqlBool>`unaccent(lower(concat_ws(' ', compte.nom, compte.courriel, organisation.sigle, organisation.nom)))
            like '%' || unaccent(lower(${mot.replaceAll(/[\\%_]/g, '\\$&')})) || '%'`,
      ),
    );
}

function dansLEtat(etat: EtatDeCompte, jour: Jour) {
  const depuis = new Date(`${ajouterJours(jour, -JOURS_DE_SOMMEIL)}T00:00:00Z`);
  return (eb: Constructeur) => {
    if (etat === 'ferme') return eb('compte.ferme_le', 'is not', null);
    const ouvert = eb('compte.ferme_le', 'is', null);
    if (etat === 'ouvert') return ouvert;
    if (etat === 'jamais') return eb.and([ouvert, eb('compte.derniere_connexion_le', 'is', null)]);
    return eb.and([ouvert, eb('compte.derniere_connexion_le', '<', depuis)]);
  };
}
