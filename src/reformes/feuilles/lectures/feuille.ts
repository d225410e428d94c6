import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import { echec, type Jour, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { estIdentifiant, type Reforme, toutesLesReformes } from '../../lectures/reformes.ts';
import { type FeuilleVue, type Lecture, lectureDeFeuille, peutLireFeuille } from '../politique.ts';
import { type Contenu, contenuEnVigueur, type LigneDeContenu } from '../regles/contenu.ts';
import { etatDeFeuille } from '../regles/mandat.ts';

export type GenreDEvenement =
  | 'signature'
  | 'changement_de_prefet'
  | 'actualisation'
  | 'avenant'
  | 'acceptation'
  | 'refus'
  | 'fin';

export type EvenementDeFeuille = {
  readonly id: number;
  readonly genre: GenreDEvenement;
  readonly jour: Jour;
  readonly texte: string | null;
  readonly motif: string | null;
  readonly repondA: number | null;
  readonly enregistreLe: Date;
  /** How it is signed: a function, « Préfet du Finistère ». */
  readonly auteur: string | null;
};

export type Feuille = Omit<FeuilleVue, 'reformes'> & {
  readonly titre: string;
  readonly signeeLe: Jour | null;
  readonly fin: Jour | null;
  readonly closeLe: Jour | null;
  readonly version: number;
  readonly demonstration: boolean;
  readonly evenements: readonly EvenementDeFeuille[];
  readonly lignes: readonly LigneDeContenu[];
  readonly contenu: Contenu;
  /** The reforms in force, by name. */
  readonly reformes: readonly Reforme[];
};

export const FEUILLE_ABSENTE: Refus = {
  nature: 'introuvable',
  regle: 'feuille.introuvable',
  message: 'Cette feuille de route n’existe pas ou n’existe plus. Partez de la liste des feuilles de route.',
};

/** One roadmap as this actor reads it on this day: all of it, or its heading and the part of some reforms. */
export async function trouverFeuille(
  base: Base,
  acteur: Acteur,
  id: string,
  au: Jour,
): Promise<Resultat<{ readonly feuille: Feuille; readonly lecture: Lecture }>> {
  const feuille = await lireFeuilleSansPolitique(base, id, au);
  if (feuille === null) return echec(FEUILLE_ABSENTE);
  const permis = peutLireFeuille(acteur, feuille);
  return permis.permis
    ? reussite({ feuille, lecture: lectureDeFeuille(acteur, feuille) })
    : echec({ nature: 'interdit', regle: permis.regle, message: permis.message });
}

export async function lireFeuilleSansPolitique(base: Base, id: string, au: Jour): Promise<Feuille | null> {
  if (!estIdentifiant(id)) return null;
  const [feuille] = await lireFeuilles(base, au, id);
  return feuille ?? null;
}

/** Every roadmap: some hundreds, two or three a territory over the years. */
export const FEUILLES_AU_PLUS = 1_000;

/**
 * Roadmaps with what they contain now, or one of them: four queries whatever their number. The policy, a pure function, is
 * then asked of each.
 */
export async function lireFeuilles(base: Base, au: Jour, id: string | null = null): Promise<readonly Feuille[]> {
  const { rows: lues } = await sql<LigneLue>`
    select id, titre, territoire_code as territoire, signee_le as "signeeLe", fin, close_le as "closeLe", version, demonstration
    from feuille_de_route where ${id}::uuid is null or id = ${id}::uuid
    order by coalesce(signee_le, 'infinity'::date) desc, id limit ${FEUILLES_AU_PLUS}`.execute(base);
  if (lues.length === 0) return [];
  const ids = lues.map((feuille) => feuille.id);
  const [evenements, lignes, reformes] = await Promise.all([
    lireEvenements(base, ids),
    lireLignes(base, ids),
    toutesLesReformes(base),
  ]);
  return lues.map((lue) => {
    const siens = evenements.get(lue.id) ?? [];
    const siennes = lignes.get(lue.id) ?? [];
    const contenu = contenuEnVigueur(siennes, reponsesDe(siens));
    return {
      ...lue,
      etat: etatDeFeuille(lue, au),
      evenements: siens,
      lignes: siennes,
      contenu,
      reformes: reformes.filter((reforme) => contenu.reformes.has(reforme.id)),
    };
  });
}

type LigneLue = Omit<Feuille, 'etat' | 'evenements' | 'lignes' | 'contenu' | 'reformes'>;

function reponsesDe(evenements: readonly EvenementDeFeuille[]) {
  return evenements.flatMap(({ id, genre, repondA }) =>
    repondA === null ? [] : [{ id, repondA, acceptee: genre === 'acceptation' }],
  );
}

async function lireEvenements(
  base: Base,
  feuilles: readonly string[],
): Promise<ReadonlyMap<string, EvenementDeFeuille[]>> {
  const { rows } = await sql<EvenementDeFeuille & { readonly feuille: string }>`
    select e.feuille_id as feuille, e.id, e.genre, e.jour, e.texte, e.motif, e.repond_a as "repondA",
      e.enregistre_le as "enregistreLe", s.nom as auteur
    from evenement_de_feuille e left join signataire s on s.id = e.auteur
    where e.feuille_id = any(${[...feuilles]}::uuid[]) order by e.id`.execute(base);
  return parFeuille(rows);
}

async function lireLignes(base: Base, feuilles: readonly string[]): Promise<ReadonlyMap<string, LigneDeContenu[]>> {
  const { rows } = await sql<{
    feuille: string;
    id: number;
    geste: LigneDeContenu['geste'];
    reforme: string | null;
    projet: string | null;
    engagement: string | null;
    evenement: number | null;
  }>`
    select feuille_id as feuille, id, geste, reforme_id as reforme, projet_id as projet, engagement,
      evenement_id as evenement
    from contenu_de_feuille where feuille_id = any(${[...feuilles]}::uuid[]) order by id`.execute(base);
  return parFeuille(
    rows.map(({ feuille, id, geste, reforme, projet, engagement, evenement }) => ({
      feuille,
      id,
      geste,
      objet:
        reforme === null
          ? ({ type: 'projet', id: projet ?? '' } as const)
          : ({ type: 'reforme', id: reforme } as const),
      engagement,
      evenement,
    })),
  );
}

function parFeuille<T extends { readonly feuille: string }>(lignes: readonly T[]): ReadonlyMap<string, T[]> {
  const groupes = new Map<string, T[]>();
  for (const ligne of lignes) {
    const groupe = groupes.get(ligne.feuille);
    if (groupe === undefined) groupes.set(ligne.feuille, [ligne]);
    else groupe.push(ligne);
  }
  return groupes;
}
