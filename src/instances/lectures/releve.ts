import { formaterJour } from '#interface';
import type { Base } from '#socle/base';
import { estTranche } from '../regles/decisions.ts';
import type { ContenuDeReleve, Present } from '../regles/releve.ts';
import type { Instance } from './instances.ts';
import { pointsDeLaReunion, presencesDe } from './points.ts';
import type { Reunion } from './reunions.ts';

/** What the relevé of a meeting says now; a decision withdrawn is not in it. `numero`: empty while it has none. */
export async function contenuDuReleve(
  base: Base,
  instance: Instance,
  reunion: Reunion,
  numero: string,
): Promise<ContenuDeReleve> {
  const [points, presences] = await Promise.all([pointsDeLaReunion(base, reunion.id), presencesDe(base, reunion.id)]);
  return {
    numero,
    instance: instance.nom,
    titre: `${instance.nom}, réunion du ${formaterJour(reunion.jour)}`,
    jour: reunion.jour,
    presents: instance.membres.map(({ id, libelle, titre }) => ({
      membre: titre ?? libelle,
      ...(titre === null ? {} : { personne: id }),
      etat: presences.get(id) ?? 'non_note',
    })),
    points: points.map((point, rang) => ({
      numero: rang + 1,
      intitule: point.intitule,
      notes: point.notes.map(({ texte }) => texte),
      tranche: estTranche(point),
    })),
    decisions: points
      .flatMap(({ decisions }, rang) =>
        decisions
          .filter(({ annulee }) => !annulee)
          .map(({ numero: n, genre, texte, responsable, echeance }) => ({
            numero: n,
            point: rang + 1,
            genre,
            texte,
            responsable,
            echeance,
          })),
      )
      .sort((a, b) => a.numero - b.numero),
  };
}

export type ReleveValide = {
  readonly contenu: ContenuDeReleve;
  readonly empreinte: string;
  readonly valideLe: Date;
  readonly auteur: string | null;
  readonly rectificatifs: readonly {
    readonly numero: number;
    readonly texte: string;
    readonly motif: string;
    readonly empreinte: string;
    readonly enregistreLe: Date;
    readonly auteur: string | null;
  }[];
};

/** The relevé as it was frozen, with its rectifications; null while it is not validated. */
export async function lireReleveValide(base: Base, reunion: string): Promise<ReleveValide | null> {
  const [releve, rectificatifs] = await Promise.all([
    base
      .selectFrom('releve_de_decisions')
      .leftJoin('signataire', 'signataire.id', 'releve_de_decisions.auteur')
      .select(['contenu', 'empreinte', 'valide_le', 'signataire.nom'])
      .where('reunion_id', '=', reunion)
      .executeTakeFirst(),
    base
      .selectFrom('rectificatif')
      .leftJoin('signataire', 'signataire.id', 'rectificatif.auteur')
      .select(['numero', 'texte', 'motif', 'empreinte', 'enregistre_le', 'signataire.nom'])
      .where('reunion_id', '=', reunion)
      .orderBy('numero')
      .limit(100)
      .execute(),
  ]);
  if (releve === undefined) return null;
  return {
    // Written by `validerReleve` alone, in this shape.
    contenu: releve.contenu as unknown as ContenuDeReleve,
    empreinte: releve.empreinte,
    valideLe: releve.valide_le,
    auteur: releve.nom,
    rectificatifs: rectificatifs.map(({ enregistre_le, nom, ...rectificatif }) => ({
      ...rectificatif,
      enregistreLe: enregistre_le,
      auteur: nom,
    })),
  };
}

/** Attendance with the names of people, as they are known today. */
export async function nommerPresents(base: Base, presents: readonly Present[]): Promise<readonly Present[]> {
  const personnes = presents.flatMap(({ personne }) => personne ?? []);
  if (personnes.length === 0) return presents;
  const lignes = await base
    .selectFrom('membre_d_instance')
    .leftJoin('compte', 'compte.id', 'membre_d_instance.compte_id')
    .select(['membre_d_instance.id', 'membre_d_instance.nom', 'compte.nom as compte'])
    .where('membre_d_instance.id', 'in', personnes)
    .execute();
  const noms = new Map(lignes.map(({ id, nom, compte }) => [id, compte ?? nom ?? 'Personne effacée']));
  return presents.map((present) => {
    const nom = noms.get(present.personne ?? '');
    return nom === undefined ? present : { ...present, membre: `${nom}, ${present.membre}` };
  });
}
