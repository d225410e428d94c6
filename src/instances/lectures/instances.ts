import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { type InstanceVue, peutLireInstance } from '../politique.ts';
import type { Cadence } from '../regles/cadence.ts';
import type { Niveau } from '../regles/niveaux.ts';

export type Membre = {
  readonly id: string;
  readonly organisation: string | null;
  readonly compte: string | null;
  /** How it is called; a person by their name then what they are there as. */
  readonly libelle: string;
  /** A person: what they are there as, their function or their service; null for an organisation. */
  readonly titre: string | null;
  /** A person without account: what was written of them; null otherwise, and once erased. */
  readonly sansCompte: PersonneSansCompte | null;
};

/** A member who has no account; `courriel` when they gave one. */
export type PersonneSansCompte = { readonly nom: string; readonly fonction: string; readonly courriel: string | null };

export type Instance = InstanceVue & {
  readonly nom: string;
  readonly niveau: Niveau;
  readonly niveauPropre: string | null;
  readonly description: string | null;
  readonly secretariatLibelle: string;
  readonly presidenceLibelle: string;
  /** Function of the chair within the organisation. */
  readonly presidenceFonction: string | null;
  readonly cadence: Cadence;
  /** Usual time, `HH:MM`, and minutes it lasts. */
  readonly heure: string;
  readonly duree: number;
  readonly lieu: string | null;
  readonly membres: readonly Membre[];
  /** Plans and reforms it follows. */
  readonly plans: readonly string[];
  readonly reformes: readonly string[];
  readonly version: number;
  readonly demonstration: boolean;
};

export const INSTANCE_ABSENTE: Refus = {
  nature: 'introuvable',
  regle: 'instance.introuvable',
  message: 'Cette instance n’existe pas ou n’existe plus. Partez de la liste des instances.',
};

/** Committees are some hundreds at most: they are read as a whole and the policy, a pure function, is asked of each. */
const INSTANCES_AU_PLUS = 1_000;

/** The committees this actor reads, by name. */
export async function listerInstances(base: Base, acteur: Acteur): Promise<readonly Instance[]> {
  return (await lireInstances(base)).filter((instance) => peutLireInstance(acteur, instance).permis);
}

/** One committee, if this actor reads it. */
export async function trouverInstance(base: Base, acteur: Acteur, id: string): Promise<Resultat<Instance>> {
  const instance = await lireInstanceSansPolitique(base, id);
  if (instance === null) return echec(INSTANCE_ABSENTE);
  const permis = peutLireInstance(acteur, instance);
  return permis.permis
    ? reussite(instance)
    : echec({ nature: 'interdit', regle: permis.regle, message: permis.message });
}

/** For commands, which ask their own policy within their transaction. */
export async function lireInstanceSansPolitique(base: Base, id: string): Promise<Instance | null> {
  if (!estIdentifiant(id)) return null;
  return (await lireInstances(base, id))[0] ?? null;
}

export function estIdentifiant(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
}

async function lireInstances(base: Base, seule?: string): Promise<readonly Instance[]> {
  const { rows } = await sql<Instance>`
    select i.id, i.nom, i.niveau, i.niveau_propre as "niveauPropre", i.description,
      i.secretariat_id as secretariat, i.presidence_id as presidence, i.territoire_code as territoire,
      coalesce(s.sigle, s.nom) as "secretariatLibelle", coalesce(p.sigle, p.nom) as "presidenceLibelle",
      i.presidence_fonction as "presidenceFonction", i.cadence, i.heure, i.duree, i.lieu, i.version, i.demonstration,
      coalesce(m.membres, '[]') as membres, coalesce(m.organisations, '{}') as organisations,
      coalesce(m.comptes, '{}') as comptes, coalesce(f.plans, '{}') as plans, coalesce(f.reformes, '{}') as reformes
    from instance i
      join organisation s on s.id = i.secretariat_id
      join organisation p on p.id = i.presidence_id
      left join lateral (
        select jsonb_agg(jsonb_build_object('id', m.id, 'organisation', m.organisation_id, 'compte', m.compte_id,
            'libelle', coalesce(o.sigle, o.nom, concat_ws(', ', coalesce(c.nom, m.nom, 'Personne effacée'), m.fonction)),
            'titre', case when m.organisation_id is null then coalesce(m.fonction, oc.sigle, oc.nom, 'membre') end,
            'sansCompte', case when m.nom is not null
              then jsonb_build_object('nom', m.nom, 'fonction', m.fonction, 'courriel', m.courriel) end)
            order by m.rang, m.id) as membres,
          array_agg(m.organisation_id) filter (where m.organisation_id is not null) as organisations,
          array_agg(m.compte_id) filter (where m.compte_id is not null) as comptes
        from membre_d_instance m
          left join organisation o on o.id = m.organisation_id
          left join compte c on c.id = m.compte_id
          left join organisation oc on oc.id = c.organisation_id
        where m.instance_id = i.id and m.retire_le is null) m on true
      left join lateral (
        select array_agg(f.plan_id::text) filter (where f.plan_id is not null) as plans,
          array_agg(f.reforme_id::text) filter (where f.reforme_id is not null) as reformes
        from suivi_d_instance f where f.instance_id = i.id) f on true
    where ${seule === undefined ? sql`true` : sql`i.id = ${seule}`}
    order by i.nom collate "fr-x-icu", i.id limit ${INSTANCES_AU_PLUS}`.execute(base);
  return rows;
}
