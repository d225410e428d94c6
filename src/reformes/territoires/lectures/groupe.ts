import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import { TERRITOIRES, type Territoire, voisinsDe } from '#territoires';
import { type ProfilDeTerritoire, type Semblables, semblables, type TypeDeRegion } from '../regles/proximite.ts';

export const GROUPES = ['semblables', 'voisins', 'choix'] as const;
export type GenreDeGroupe = (typeof GROUPES)[number];

/** The territories one is compared with, and how they were found. */
export type Groupe = {
  readonly genre: GenreDeGroupe;
  readonly codes: readonly string[];
  /** Only of those that are alike. */
  readonly semblables: Semblables | null;
};

export async function lireGroupe(
  base: Base,
  acteur: Acteur,
  territoire: Territoire,
  genre: GenreDeGroupe,
): Promise<Groupe> {
  if (genre === 'voisins') return { genre, codes: voisinsDe(territoire.code), semblables: null };
  if (genre === 'choix') return { genre, codes: await lireChoix(base, acteur, territoire), semblables: null };
  const profils = await lireProfils(base);
  const sien = profils.find(({ code }) => code === territoire.code);
  const trouves = sien === undefined ? null : semblables(sien, profils);
  return { genre, codes: trouves?.retenus.map(({ code }) => code) ?? [], semblables: trouves };
}

/** What this person chose last for this territory. */
export async function lireChoix(base: Base, acteur: Acteur, territoire: Territoire): Promise<readonly string[]> {
  const ligne = await base
    .selectFrom('comparaison_choisie')
    .select('territoires')
    .where('compte_id', '=', acteur.personne)
    .where('territoire_code', '=', territoire.code)
    .executeTakeFirst();
  return ligne?.territoires ?? [];
}

/** Every département with its latest figures. Some hundreds of rows. */
async function lireProfils(base: Base): Promise<readonly ProfilDeTerritoire[]> {
  const { rows } = await sql<{ code: string; critere: string; valeur: string }>`
    select distinct on (critere, territoire_code) territoire_code as code, critere, valeur::text as valeur
    from critere_de_territoire order by critere, territoire_code, annee desc`.execute(base);
  const parCode = new Map<string, Record<string, string>>();
  for (const { code, critere, valeur } of rows) {
    const valeurs = parCode.get(code) ?? {};
    valeurs[critere] = valeur;
    parCode.set(code, valeurs);
  }
  return TERRITOIRES.filter(({ maille }) => maille === 'departemental').map(({ code, parent }) => ({
    code,
    type: typeDe(code, parent),
    valeurs: parCode.get(code) ?? {},
  }));
}

function typeDe(code: string, region: string | null): TypeDeRegion {
  if (code.startsWith('D97')) return 'outre_mer';
  return region === 'R11' ? 'ile_de_france' : 'metropole';
}
