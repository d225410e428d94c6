import type { CodeTerritoire } from './territoires.ts';

export type Genre =
  | 'ministere'
  | 'secretariat_general'
  | 'direction'
  | 'sous_direction'
  | 'bureau'
  | 'service'
  | 'operateur'
  | 'prefecture'
  | 'sgar'
  | 'sgcd'
  | 'ddi'
  | 'region_service'
  | 'collectif';

/** Stable slug: `mi-dmates`, `d29-prefecture`, `r53-sgar`, `collectif-sgcd`. */
export type IdOrganisation = string;

/** A service of the State, an operator, or a named group of them (`collectif`). Never a person. */
export type Organisation = {
  readonly id: IdOrganisation;
  /** Usual acronym, null when it has none (a préfecture). */
  readonly sigle: string | null;
  readonly nom: string;
  /** Names and acronyms it had before. */
  readonly anciensNoms: readonly string[];
  /** Other ways people write it today, including the name it shares with its like (« préfecture », « SGC-D »). */
  readonly autresNoms: readonly string[];
  readonly genre: Genre;
  readonly parent: IdOrganisation | null;
  readonly territoire: CodeTerritoire;
  /** For a `collectif`, those it gathers; may be empty when the group has a name but no list. Empty for the others. */
  readonly membres: readonly IdOrganisation[];
};

/** How a name belongs to an organisation, from the strongest to the weakest. */
export type NatureDeNom = 'sigle' | 'nom' | 'ancien_nom' | 'autre_nom';

/** Every name of an organisation, each once, with its nature. */
export function nomsDe(organisation: Organisation): readonly { readonly nom: string; readonly nature: NatureDeNom }[] {
  const { sigle, nom, anciensNoms, autresNoms } = organisation;
  const tous: { nom: string; nature: NatureDeNom }[] = [
    ...(sigle === null ? [] : [{ nom: sigle, nature: 'sigle' as const }]),
    { nom, nature: 'nom' },
    ...anciensNoms.map((ancien) => ({ nom: ancien, nature: 'ancien_nom' as const })),
    ...autresNoms.map((autre) => ({ nom: autre, nature: 'autre_nom' as const })),
  ];
  const vus = new Set<string>();
  return tous.filter((un) => !vus.has(un.nom) && vus.add(un.nom));
}
