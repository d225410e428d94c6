import { cleDeTexte } from '#socle/valeurs';
import type { ChampDePlan } from '../regles/lecture.ts';
import type { Entete } from './structure.ts';

/** The headings of an export and of the template, in order, and the field of each. */
const COLONNES = [
  ['Code', 'code'],
  ['Axe', 'axe'],
  ['Sous-axe', 'sous_axe'],
  ['Recommandations visées', 'recommandation'],
  ['Action', 'intitule'],
  ['Mise en œuvre', 'mise_en_oeuvre'],
  ['Pilotes', 'pilotes'],
  ['En lien avec', 'en_lien_avec'],
  ['Concours', 'concours'],
  ['Livrables', 'livrables'],
  ['Échéances', 'echeance'],
  ['Statut', 'statut'],
  ['Taux de réalisation', 'taux'],
  ['État d’avancement', 'avancement'],
] as const satisfies readonly (readonly [string, ChampDePlan])[];

export const ENTETES_D_EXPORT = COLONNES.map(([entete]) => entete);

/** What a trajectory column of an export says before its date. */
export const DEBUT_DE_JALON = /^Attendu (?:au|:) (?=\S)/;

/** A file that begins with these headings is ours: it is read cell for cell, nothing is deduced. */
export function estUnExport({ textes }: Pick<Entete, 'textes'>): boolean {
  return ENTETES_D_EXPORT.every((attendu, rang) => cleDeTexte(textes[rang] ?? '') === cleDeTexte(attendu));
}

/** Field of each column of an export; a column someone added after ours is left to the ordinary reading. */
export function colonnesDExport({ textes }: Pick<Entete, 'textes'>): Record<number, ChampDePlan> {
  const champs: Record<number, ChampDePlan> = {};
  for (const [rang, texte] of textes.entries()) {
    const champ = COLONNES[rang]?.[1] ?? (DEBUT_DE_JALON.test(texte) ? 'trajectoire' : undefined);
    if (champ) champs[rang] = champ;
  }
  return champs;
}
