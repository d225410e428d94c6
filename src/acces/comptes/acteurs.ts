import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { habilitationsEnVigueur } from '../habilitations/en-vigueur.ts';
import { lirePortees } from '../habilitations/territoires-en-sql.ts';
import type { Acteur } from '../regles/acteur.ts';
import { PROFILS, type Profil } from '../regles/profils.ts';

/** Place in the administration from which rights come: who one is, where, in which service. */
type Situation = Pick<Acteur, 'organisations' | 'collectifs' | 'ministere' | 'territoires' | 'territoiresEnglobants'>;

/**
 * The actor of this account on this day; null when it is closed or gone. A stand-in or a machine is given the place and
 * the grants of the person it acts for, without the administration of accounts; it falls with that person's account.
 */
export async function acteurDuCompte(base: Base, compte: string, jour: Jour): Promise<Acteur | null> {
  const acteurs = await acteursDesComptes(base, [compte], jour);
  return acteurs[0] ?? null;
}

/** The actors of these accounts, in their order; closed and unknown ones are left out. Bounded by the caller. */
export async function acteursDesComptes(base: Base, comptes: readonly string[], jour: Jour): Promise<Acteur[]> {
  if (comptes.length === 0) return [];
  const lignes = await base
    .selectFrom('compte as signataire')
    .innerJoin('compte as titulaire', (jonction) =>
      jonction.on(sql<boolean>`titulaire.id = coalesce(signataire.titulaire_id, signataire.id)`),
    )
    .leftJoin('compte as suppleant', 'suppleant.id', 'signataire.suppleant_id')
    .leftJoin('suppleance', 'suppleance.compte_id', 'signataire.id')
    .leftJoin('jeton', 'jeton.compte_id', 'signataire.id')
    .leftJoin('signataire as signature', 'signature.id', 'signataire.id')
    .innerJoin('organisation', 'organisation.id', 'titulaire.organisation_id')
    .select([
      'signataire.id',
      'signataire.genre',
      'signataire.suppleant_id',
      'signature.nom',
      'titulaire.id as titulaire',
      'titulaire.profil',
      'titulaire.territoire_code',
      'organisation.id as organisation',
      'organisation.nom as organisation_nom',
      'organisation.sigle as organisation_sigle',
      'jeton.portees',
    ])
    .where('signataire.id', 'in', sql<string>`(select unnest(${sql.val([...comptes])}::text[]))`)
    .where('signataire.ferme_le', 'is', null)
    .where('titulaire.ferme_le', 'is', null)
    .where('suppleant.ferme_le', 'is', null)
    .where((eb) =>
      eb.or([
        eb('signataire.genre', '<>', 'suppleance'),
        eb.and([
          eb('suppleance.debut', '<=', jour),
          eb('suppleance.fin', '>=', jour),
          eb('suppleance.retiree_le', 'is', null),
        ]),
      ]),
    )
    .execute();
  const [situations, habilitations] = await Promise.all([
    lireSituations(base, lignes),
    habilitationsEnVigueur(
      base,
      lignes.map(({ titulaire }) => titulaire),
      jour,
    ),
  ]);
  const acteurs = new Map<string, Acteur>();
  for (const ligne of lignes) {
    const situation = situations.get(cle(ligne));
    if (!situation || ligne.territoire_code === null || ligne.profil === null) continue;
    const genre = lireGenre(ligne.genre);
    const siennes = habilitations.get(ligne.titulaire) ?? [];
    acteurs.set(ligne.id, {
      compte: ligne.id,
      personne: ligne.suppleant_id ?? ligne.titulaire,
      nom: ligne.nom ?? '',
      genre,
      portees: genre === 'machine' ? (ligne.portees ?? []) : null,
      profil: lireProfil(ligne.profil),
      organisation: ligne.organisation,
      organisationLibelle: ligne.organisation_sigle ?? ligne.organisation_nom,
      territoire: ligne.territoire_code,
      habilitations: genre === 'personne' ? siennes : siennes.filter(({ droit }) => droit !== 'administrer'),
      ...situation,
    });
  }
  return comptes.flatMap((compte) => acteurs.get(compte) ?? []);
}

type Lieu = { readonly organisation: string; readonly territoire_code: string | null };

const cle = ({ organisation, territoire_code }: Lieu): string => `${organisation} ${territoire_code}`;

/** Once per service and per territory, whatever the number of accounts: thousands share a few hundred places. */
async function lireSituations(base: Base, lieux: readonly Lieu[]): Promise<Map<string, Situation>> {
  const [services, territoires] = await Promise.all([
    lireServices(
      base,
      lieux.map(({ organisation }) => organisation),
    ),
    lirePortees(
      base,
      lieux.flatMap(({ territoire_code }) => territoire_code ?? []),
    ),
  ]);
  const situations = new Map<string, Situation>();
  for (const lieu of lieux) {
    const service = services.get(lieu.organisation);
    const portee = territoires.get(lieu.territoire_code ?? '');
    if (service && portee) situations.set(cle(lieu), { ...service, ...portee });
  }
  return situations;
}

type Service = Pick<Situation, 'organisations' | 'collectifs' | 'ministere'>;

/** What hangs below each of these services, the groups they all belong to, the ministry above. */
async function lireServices(base: Base, organisations: readonly string[]): Promise<Map<string, Service>> {
  const { rows } = await sql<Service & { racine: string }>`
    with recursive racines as (
      select distinct unnest(${sql.val([...new Set(organisations)])}::text[]) as racine
    ), sous as (
      select racine, racine as id from racines
      union
      select sous.racine, o.id from organisation o join sous on o.parent_id = sous.id
    ), haut as (
      select racine, o.id, o.parent_id, o.genre from racines join organisation o on o.id = racine
      union
      select haut.racine, o.id, o.parent_id, o.genre from organisation o join haut on o.id = haut.parent_id
    ), dessous as (
      select racine, array_agg(id) as ids from sous group by racine
    ), groupes as (
      select sous.racine, array_agg(distinct m.collectif_id) as ids
      from organisation_membre m join sous on m.membre_id = sous.id group by sous.racine
    ), ministeres as (
      select racine, min(id) as id from haut where genre = 'ministere' group by racine
    )
    select racine, dessous.ids as organisations, coalesce(groupes.ids, '{}') as collectifs, ministeres.id as ministere
    from racines join dessous using (racine) left join groupes using (racine) left join ministeres using (racine)`.execute(
    base,
  );
  return new Map(rows.map(({ racine, ...service }) => [racine, service]));
}

export type Persona = {
  readonly id: string;
  readonly nom: string;
  readonly profil: Profil;
  readonly organisation: string;
  readonly presentation: string;
};

/** The demonstration accounts, in the order of the sign-in page. */
export async function listerPersonas(base: Base): Promise<Persona[]> {
  const lignes = await base
    .selectFrom('compte')
    .innerJoin('organisation', 'organisation.id', 'compte.organisation_id')
    .select(['compte.id', 'compte.nom', 'compte.profil', 'compte.presentation', 'organisation.nom as organisation'])
    .where('compte.demonstration', '=', true)
    .where('compte.ferme_le', 'is', null)
    .orderBy('compte.rang')
    .limit(50)
    .execute();
  return lignes.map((ligne) => ({
    id: ligne.id,
    nom: ligne.nom,
    profil: lireProfil(ligne.profil),
    organisation: ligne.organisation,
    presentation: ligne.presentation ?? '',
  }));
}

function lireGenre(texte: string): Acteur['genre'] {
  if (texte === 'personne' || texte === 'suppleance' || texte === 'machine') return texte;
  throw new Error(`Genre de compte inconnu dans la base : ${texte}`);
}

export function lireProfil(texte: string | null): Profil {
  const profil = PROFILS.find((connu) => connu === texte);
  if (!profil) throw new Error(`Profil inconnu dans la base : ${texte}`);
  return profil;
}
