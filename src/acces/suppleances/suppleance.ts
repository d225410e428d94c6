import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { libelleDeService } from '../comptes/compte.ts';
import { etatDeLaDuree } from '../regles/duree.ts';

/** A stand-in that nobody ended; its dates may be over. */
export async function lireSuppleance(
  base: Base,
  id: string,
): Promise<{ readonly titulaire: string; readonly suppleant: string } | null> {
  const ligne = await base
    .selectFrom('suppleance')
    .innerJoin('compte', 'compte.id', 'suppleance.compte_id')
    .select(['compte.titulaire_id', 'compte.suppleant_id'])
    .where('compte.id', '=', id)
    .where('suppleance.retiree_le', 'is', null)
    .executeTakeFirst();
  if (!ligne || ligne.titulaire_id === null || ligne.suppleant_id === null) return null;
  return { titulaire: ligne.titulaire_id, suppleant: ligne.suppleant_id };
}

export type SuppleanceListee = {
  readonly id: string;
  readonly titulaire: { readonly compte: string; readonly nom: string; readonly service: string };
  readonly suppleant: { readonly compte: string; readonly nom: string; readonly service: string };
  readonly debut: string;
  readonly fin: string;
  readonly motif: string;
  readonly accordeePar: string;
  readonly etat: ReturnType<typeof etatDeLaDuree>;
};

/** Stand-ins this person has and is, the latest first. */
export async function suppleancesDuCompte(base: Base, compte: string, jour: Jour): Promise<SuppleanceListee[]> {
  const lignes = await base
    .selectFrom('compte')
    .innerJoin('suppleance', 'suppleance.compte_id', 'compte.id')
    .innerJoin('compte as titulaire', 'titulaire.id', 'compte.titulaire_id')
    .innerJoin('organisation as de', 'de.id', 'titulaire.organisation_id')
    .innerJoin('compte as suppleant', 'suppleant.id', 'compte.suppleant_id')
    .innerJoin('organisation as par', 'par.id', 'suppleant.organisation_id')
    .leftJoin('signataire', 'signataire.id', 'suppleance.accordee_par')
    .select([
      'compte.id',
      'titulaire.id as titulaire',
      'titulaire.nom as titulaire_nom',
      'de.sigle as de_sigle',
      'de.nom as de_nom',
      'suppleant.id as suppleant',
      'suppleant.nom as suppleant_nom',
      'par.sigle as par_sigle',
      'par.nom as par_nom',
      'suppleance.debut',
      'suppleance.fin',
      'suppleance.motif',
      'suppleance.retiree_le',
      'signataire.nom as accordee_par',
    ])
    .where((eb) => eb.or([eb('compte.titulaire_id', '=', compte), eb('compte.suppleant_id', '=', compte)]))
    .orderBy(sql`suppleance.retiree_le is null and suppleance.fin >= ${jour}`, 'desc')
    .orderBy('suppleance.fin', 'desc')
    .orderBy('compte.id')
    .limit(100)
    .execute();
  return lignes.map((ligne) => ({
    id: ligne.id,
    titulaire: {
      compte: ligne.titulaire,
      nom: ligne.titulaire_nom,
      service: libelleDeService({ sigle: ligne.de_sigle, nom: ligne.de_nom }),
    },
    suppleant: {
      compte: ligne.suppleant,
      nom: ligne.suppleant_nom,
      service: libelleDeService({ sigle: ligne.par_sigle, nom: ligne.par_nom }),
    },
    debut: ligne.debut,
    fin: ligne.fin,
    motif: ligne.motif,
    accordeePar: ligne.accordee_par ?? 'Jalon',
    etat: etatDeLaDuree(
      { debut: ligne.debut as Jour, fin: ligne.fin as Jour, retiree: ligne.retiree_le !== null },
      jour,
    ),
  }));
}

/** The person a stand-in account acts for, as the banner names it. */
export async function nomDuTitulaire(base: Base, suppleance: string): Promise<string | null> {
  const ligne = await base
    .selectFrom('compte')
    .innerJoin('compte as titulaire', 'titulaire.id', 'compte.titulaire_id')
    .select('titulaire.nom')
    .where('compte.id', '=', suppleance)
    .executeTakeFirst();
  return ligne?.nom ?? null;
}
