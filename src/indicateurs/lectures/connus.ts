import { sql } from 'kysely';
import type { Base } from '#socle/base';
import { lireDecimal } from '#socle/valeurs';
import { lireParametres } from '../calcul/lire-parametres.ts';
import { estCalculee } from '../calcul/portee.ts';
import type { ContexteDeLecture, IndicateurConnu } from '../lecture/modele.ts';
import type { IndicateurVu } from '../politique.ts';

export type IndicateurDeFichier = IndicateurConnu & { readonly vu: IndicateurVu };

/** The indicators these identifiers name, with what reading their values asks for. */
export async function indicateursConnus(
  base: Base,
  identifiants: readonly string[],
): Promise<ReadonlyMap<string, IndicateurDeFichier>> {
  const { rows } = await sql<{
    id: string;
    numero: number;
    identifiant: string;
    unite: string;
    etat: IndicateurVu['etat'];
    responsable_id: string | null;
  }>`
    select id, numero, identifiant, unite, etat, responsable_id from indicateur
    where identifiant = any(${[...new Set(identifiants)]}::text[])`.execute(base);
  const parametres = await lireParametres(
    base,
    rows.map(({ numero }) => numero),
  );
  return new Map(
    rows.flatMap(({ id, numero, identifiant, unite, etat, responsable_id }) => {
      const regles = parametres.get(numero);
      if (regles === undefined) return [];
      const connu: IndicateurDeFichier = {
        numero,
        identifiant,
        unite,
        sens: regles.sens,
        mailles: regles.mailles,
        sansObjet: regles.sansObjet,
        cumule: regles.traitement.calcul !== null,
        estCalculee: (territoire, type) => estCalculee(regles, territoire, type),
        vu: { id, etat, responsable: responsable_id },
      };
      return [[identifiant, connu] as const];
    }),
  );
}

/** The starts already known of these indicators: where a target is on the wrong side, it shows. */
export async function initialesConnues(base: Base, numeros: readonly number[]): Promise<ContexteDeLecture['initiale']> {
  const { rows } = await sql<{ indicateur: number; territoire: string; valeur: string }>`
    select distinct on (indicateur, territoire) indicateur, territoire, valeur from valeur_courante
    where indicateur = any(${[...numeros]}::int[]) and type = 'vi'
    order by indicateur, territoire, jour desc`.execute(base);
  const connues = new Map(rows.map(({ indicateur, territoire, valeur }) => [`${indicateur} ${territoire}`, valeur]));
  return (indicateur, territoire) => {
    const texte = connues.get(`${indicateur} ${territoire}`);
    return texte === undefined ? null : lireDecimal(texte);
  };
}
