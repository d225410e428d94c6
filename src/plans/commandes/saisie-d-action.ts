import { z } from 'zod';
import { texteFacultatif, texteObligatoire } from '#socle';
import { organisationNommee } from '../annuaire.ts';
import type { PiloteLu, RolePilote } from '../regles/lecture.ts';

/** What is typed of an action. Services are written one a line, as people name them. */
export const SAISIE_D_ACTION = z.object({
  code: texteFacultatif(30),
  intitule: texteObligatoire('Donnez un intitulé à l’action.', 4_000),
  axe: z
    .string()
    .optional()
    .transform((id) => id || null),
  miseEnOeuvre: texteFacultatif(20_000),
  livrables: texteFacultatif(20_000),
  recommandations: texteFacultatif(8_000),
  pilotes: texteFacultatif(4_000),
  enLienAvec: texteFacultatif(4_000),
  concours: texteFacultatif(4_000),
});

export type SaisieDAction = z.output<typeof SAISIE_D_ACTION>;

/** The services named in a form, each attached to the directory when its name is there. */
export function pilotesSaisis(saisie: SaisieDAction, proprietaire: string): PiloteLu[] {
  const roles: [RolePilote, string | null][] = [
    ['pilote', saisie.pilotes],
    ['en_lien_avec', saisie.enLienAvec],
    ['concours', saisie.concours],
  ];
  return roles.flatMap(([role, texte]) =>
    lignes(texte).map((nom) => ({ texte: nom, role, organisation: organisationNommee(nom, proprietaire)?.id ?? null })),
  );
}

/** The words of all services together, as the plan's search reads them. */
export function pilotesEnTexte(pilotes: readonly PiloteLu[]): string | null {
  return pilotes.length === 0 ? null : pilotes.map(({ texte }) => texte).join('\n');
}

function lignes(texte: string | null): string[] {
  return (texte ?? '')
    .split('\n')
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== '');
}

/** Recommendations are separated by an empty line: each may hold several lines. */
export function paragraphes(texte: string | null): string[] {
  return (texte ?? '')
    .split(/\n\s*\n/)
    .map((paragraphe) => paragraphe.trim())
    .filter((paragraphe) => paragraphe !== '');
}
