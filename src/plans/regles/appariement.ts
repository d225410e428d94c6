import { cleDeTexte, reduireBlancs } from '#socle/valeurs';
import type { ActionComparable } from './action-comparable.ts';
import type { ActionLue } from './lecture.ts';
import { ressemblance, trigrammes } from './ressemblance.ts';

/** Why two actions are taken for the same one; `ressemblance` from 0 to 1 is shown to the user. */
export type Motif =
  | { readonly par: 'identite' }
  | { readonly par: 'code' }
  | { readonly par: 'intitule' }
  | { readonly par: 'ressemblance'; readonly ressemblance: number };

export type Paire = { readonly existante: ActionComparable; readonly motif: Motif };

export type Appariement = {
  readonly paires: ReadonlyMap<ActionLue, Paire>;
  /** Rows that several actions resemble as much: none is chosen. */
  readonly hesitations: ReadonlyMap<ActionLue, readonly ActionComparable[]>;
};

/** Under this, two wordings are not called the same action. */
const SEUIL = 0.75;
/** The second best must be this much further, or nobody is chosen. */
const ECART = 0.1;

/** Pairs the rows of a file with the actions of a plan: same in all, then code, then wording, then a close wording. */
export function apparier(
  existant: readonly ActionComparable[],
  lu: readonly ActionLue[],
  identiques: (existante: ActionComparable, lue: ActionLue) => boolean,
): Appariement {
  const paires = new Map<ActionLue, Paire>();
  const prises = new Set<ActionComparable>();
  const lier = (lue: ActionLue, existante: ActionComparable, motif: Motif): void => {
    paires.set(lue, { existante, motif });
    prises.add(existante);
  };
  const libres = (actions: readonly ActionComparable[] | undefined): ActionComparable[] =>
    (actions ?? []).filter((action) => !prises.has(action));

  // Rows alike in every field are interchangeable: pairing them in order guesses nothing.
  const memesMots = indexer(existant, cleIntitule);
  for (const lue of lu) {
    const existante = libres(memesMots.get(cleIntitule(lue))).find((action) => identiques(action, lue));
    if (existante) lier(lue, existante, { par: 'identite' });
  }
  const hesitations = new Map<ActionLue, readonly ActionComparable[]>();
  for (const [cle, par] of [
    [cleCode, 'code'],
    [cleIntitule, 'intitule'],
  ] as const) {
    const connues = indexer(existant, cle);
    const demandees = indexer(
      lu.filter((lue) => !paires.has(lue)),
      cle,
    );
    for (const [valeur, lues] of demandees) {
      const candidates = libres(connues.get(valeur));
      const [lue, autreLue] = lues;
      const [existante, autre] = candidates;
      if (!lue || !existante || valeur === '') continue;
      if (!autreLue && !autre) lier(lue, existante, { par });
      else for (const hesitante of lues) hesitations.set(hesitante, candidates);
    }
  }
  rapprocher(
    libres(existant),
    lu.filter((lue) => !paires.has(lue) && !hesitations.has(lue)),
    lier,
    hesitations,
  );
  for (const lue of paires.keys()) hesitations.delete(lue);
  return { paires, hesitations };
}

function rapprocher(
  existant: readonly ActionComparable[],
  lu: readonly ActionLue[],
  lier: (lue: ActionLue, existante: ActionComparable, motif: Motif) => void,
  hesitations: Map<ActionLue, readonly ActionComparable[]>,
): void {
  const profils = new Map(existant.map((action) => [action, trigrammes(action.intitule)]));
  const parMot = indexerParMot(existant);
  const voeux = lu.map((lue) => {
    const profil = trigrammes(lue.intitule);
    const proches = [...new Set(motsDe(lue.intitule).flatMap((mot) => parMot.get(mot) ?? []))]
      .map((existante) => ({ existante, note: ressemblance(profil, profils.get(existante) ?? new Set()) }))
      .filter(({ note }) => note >= SEUIL)
      .sort((a, b) => b.note - a.note);
    return { lue, proches };
  });
  const demandes = new Map<ActionComparable, number>();
  for (const { proches } of voeux)
    for (const { existante } of proches) demandes.set(existante, (demandes.get(existante) ?? 0) + 1);
  for (const { lue, proches } of voeux) {
    const [premiere, seconde] = proches;
    if (!premiere) continue;
    const nette = !seconde || premiere.note - seconde.note >= ECART;
    if (nette && demandes.get(premiere.existante) === 1)
      lier(lue, premiere.existante, { par: 'ressemblance', ressemblance: premiere.note });
    else
      hesitations.set(
        lue,
        proches.map(({ existante }) => existante),
      );
  }
}

function cleCode({ code }: { readonly code: string | null }): string {
  return code === null ? '' : reduireBlancs(code).toLowerCase();
}

function cleIntitule({ intitule }: { readonly intitule: string }): string {
  return cleDeTexte(intitule);
}

function indexer<T>(elements: readonly T[], cle: (element: T) => string): Map<string, T[]> {
  const index = new Map<string, T[]>();
  for (const element of elements) {
    const valeur = cle(element);
    const liste = index.get(valeur);
    if (liste) liste.push(element);
    else index.set(valeur, [element]);
  }
  return index;
}

/** A word shared by more actions than this says nothing of which one it is. */
const MOT_BANAL = 200;

function indexerParMot(actions: readonly ActionComparable[]): ReadonlyMap<string, readonly ActionComparable[]> {
  const index = new Map<string, ActionComparable[]>();
  for (const action of actions) {
    for (const mot of motsDe(action.intitule))
      index.set(mot, [...(index.get(mot) ?? []).slice(0, MOT_BANAL + 1), action]);
  }
  for (const [mot, liste] of index) if (liste.length > MOT_BANAL) index.delete(mot);
  return index;
}

function motsDe(texte: string): string[] {
  return [...new Set(cleDeTexte(texte).match(/[\p{L}\p{N}]{4,}/gu) ?? [])];
}
