import type { Acteur } from '#acces';
import { type Citation, type EvenementLu, type ObjetNomme, type Phrase, phraser, type TypeDObjet } from '#journal';
import type { Base } from '#socle/base';
import { OBJETS, type ObjetCherche } from './objets.ts';
import { PHRASES } from './phrases.ts';
import { territoiresDuJournal } from './politique.ts';

/** An event as the page and the exports show it. */
export type EvenementPresente = {
  readonly sequence: number;
  /** ISO 8601. */
  readonly instant: string;
  /** Null when Jalon acted by itself. */
  readonly auteur: { readonly id: string; readonly nom: string } | null;
  readonly acte: string;
  readonly phrase: string;
  readonly detail: string | null;
  readonly objet: { readonly type: string; readonly id: string; readonly genre: string } & Partial<ObjetNomme>;
  /** The other objects it is about, by their name of today. */
  readonly cites: readonly ({ readonly titre: string } & ObjetNomme)[];
  readonly territoire: { readonly code: string; readonly nom: string } | null;
  /** What was written; null when its object is not open to who reads. */
  readonly charge: EvenementLu['charge'] | null;
};

/**
 * These events in sentences, with the names of today. Who administers a territory sees that an act took place on an
 * object that is closed to them (a draft plan), by its bare name: neither the object nor what was written of it.
 */
export async function presenterEvenements(
  base: Base,
  acteur: Acteur,
  evenements: readonly EvenementLu[],
): Promise<EvenementPresente[]> {
  const phrases = new Map(evenements.map((evenement) => [evenement, phraser(PHRASES, evenement)]));
  const cites = [...phrases.values()].flatMap((phrase) => phrase.cites);
  const [auteurs, territoires, objets] = await Promise.all([
    nomsDesAuteurs(base, unique(evenements.flatMap(({ auteur }) => auteur ?? []))),
    nomsDesTerritoires(base, unique(evenements.flatMap(({ territoire }) => territoire ?? []))),
    nomsDesObjets(base, acteur, [...evenements.map(({ objet }) => objet), ...cites]),
  ]);
  const voitTout = territoiresDuJournal(acteur) === 'tous';
  return evenements.map((evenement) => {
    const { sequence, acte, auteur, territoire, objet, charge } = evenement;
    const nomme = objets.get(cle(objet));
    const ferme = OBJETS[objet.type]?.reserve === true && nomme === undefined && !voitTout;
    const dite = ferme ? fermee(evenement) : phrases.get(evenement);
    return {
      sequence,
      instant: evenement.instant.toISOString(),
      auteur: auteur === null ? null : { id: auteur, nom: auteurs.get(auteur) ?? auteur },
      acte,
      phrase: dite?.phrase ?? acte,
      detail: dite?.detail ?? null,
      cites: (dite?.cites ?? []).flatMap((citation) => nommer(citation, objets)),
      objet: { ...objet, genre: OBJETS[objet.type]?.nom ?? objet.type, ...nomme },
      territoire: territoire === null ? null : { code: territoire, nom: territoires.get(territoire) ?? territoire },
      charge: ferme ? null : charge,
    };
  });
}

/** What this object is called, for who may see it: « Irritants des SGC-D », else its kind and identifier. */
export async function nommerObjet(base: Base, acteur: Acteur, objet: ObjetCherche): Promise<string> {
  const noms = await nomsDesObjets(base, acteur, [objet]);
  return noms.get(cle(objet))?.libelle ?? `${OBJETS[objet.type].nom.toLowerCase()} ${objet.id}`;
}

function fermee({ acte }: EvenementLu): Phrase {
  return { phrase: PHRASES[acte]?.nom ?? acte, detail: 'Objet qui ne vous est pas ouvert', cites: [] };
}

/** What is cited and not open to who reads, or no longer there, is left out. */
function nommer({ titre, type, id }: Citation, objets: ReadonlyMap<string, ObjetNomme>) {
  const nomme = objets.get(cle({ type, id }));
  return nomme === undefined ? [] : [{ titre, ...nomme }];
}

async function nomsDesAuteurs(base: Base, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const lignes = await base.selectFrom('signataire').select(['id', 'nom']).where('id', 'in', ids).execute();
  return new Map(lignes.map(({ id, nom }) => [id, nom]));
}

async function nomsDesTerritoires(base: Base, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const lignes = await base.selectFrom('territoire').select(['code', 'nom']).where('code', 'in', codes).execute();
  return new Map(lignes.map(({ code, nom }) => [code, nom]));
}

async function nomsDesObjets(
  base: Base,
  acteur: Acteur,
  objets: readonly { readonly type: TypeDObjet; readonly id: string }[],
): Promise<Map<string, ObjetNomme>> {
  const noms = new Map<string, ObjetNomme>();
  for (const type of unique(objets.map((objet) => objet.type))) {
    const ids = unique(objets.flatMap((objet) => (objet.type === type ? objet.id : [])));
    const nommes = (await OBJETS[type]?.nommer?.(base, acteur, ids)) ?? new Map<string, ObjetNomme>();
    for (const [id, nomme] of nommes) noms.set(cle({ type, id }), nomme);
  }
  return noms;
}

function cle({ type, id }: { readonly type: string; readonly id: string }): string {
  return `${type}:${id}`;
}

function unique<T>(valeurs: readonly T[]): T[] {
  return [...new Set(valeurs)];
}
