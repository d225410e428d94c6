import { createHash } from 'node:crypto';
import { type Acteur, selon } from '#acces';
import type { Services } from '#socle';
import type { Base } from '#socle/base';
import { echec, lireJour, type Refus, type Resultat, reussite } from '#socle/valeurs';
import type { DocumentLu } from '#tableur';
import { reperesDuPlan } from '../commandes/reperes.ts';
import { actionsComparables } from '../lectures/comparables.ts';
import { estIdentifiant, type Plan, trouverPlan } from '../lectures/plan.ts';
import { peutModifierPlan } from '../politique.ts';
import { champsDuFichier, comparer, type Difference } from '../regles/comparaison.ts';
import type { PlanLu } from '../regles/lecture.ts';
import { CHOIX, type Choix } from './choix.ts';
import { lireFichierDepose, NOMS_COLLES } from './deposer.ts';
import { lireEnContexte } from './lire-en-contexte.ts';

export type Import = {
  readonly id: string;
  readonly etat: 'lecture' | 'lu' | 'refuse' | 'applique' | 'abandonne';
  readonly fichier: { readonly id: string; readonly nom: string; readonly taille: number; readonly empreinte: string };
  readonly refus: string | null;
  readonly choix: Choix;
  readonly version: number;
  readonly commenceLe: Date;
  /** The plan it goes into; null for a new one. */
  readonly plan: Plan | null;
};

export type Apercu = {
  /** The file as read, with the cells the user rewrote. */
  readonly document: DocumentLu;
  readonly lu: PlanLu;
  /** What it would change in the plan it goes into; null for a new plan. */
  readonly difference: Difference | null;
  /** Names the difference as a whole: another one means that the plan or the choices changed meanwhile. */
  readonly empreinte: string | null;
  /** Tables of the document that can be read instead, by rank. */
  readonly tableaux: readonly { readonly rang: number; readonly nom: string | null; readonly lignes: number }[];
};

const ABSENT: Refus = {
  nature: 'introuvable',
  regle: 'import.introuvable',
  message: 'Cet import n’existe pas ou n’est pas le vôtre. Déposez de nouveau le fichier.',
};

/** A reading that has not ended after this long was interrupted with its program: it starts again. */
const LECTURE_PERDUE_MS = 120_000;

/** An import, for the person who brought the file. A reading cut short by a stop starts again. */
export async function trouverImport(services: Services, acteur: Acteur, id: string): Promise<Resultat<Import>> {
  if (!estIdentifiant(id)) return echec(ABSENT);
  const { base, horloge } = services;
  let ligne = await ligneDImport(base, acteur, id);
  if (ligne?.etat === 'lecture' && horloge.maintenant().getTime() - ligne.commence_le.getTime() > LECTURE_PERDUE_MS) {
    await lireFichierDepose(services, id);
    ligne = await ligneDImport(base, acteur, id);
  }
  if (!ligne) return echec(ABSENT);
  let plan: Plan | null = null;
  if (ligne.plan_id !== null) {
    const trouve = await trouverPlan(base, acteur, ligne.plan_id);
    if (!trouve.ok) return trouve;
    const permis = selon(peutModifierPlan(acteur, trouve.valeur));
    if (!permis.ok && ligne.etat !== 'applique') return permis;
    plan = trouve.valeur;
  }
  return reussite({
    id: ligne.id,
    etat: ligne.etat as Import['etat'],
    fichier: { id: ligne.document, nom: ligne.nom, taille: ligne.taille, empreinte: ligne.empreinte },
    refus: ligne.refus,
    choix: CHOIX.parse(ligne.choix),
    version: ligne.version,
    commenceLe: ligne.commence_le,
    plan,
  });
}

function ligneDImport(base: Base, acteur: Acteur, id: string) {
  return base
    .selectFrom('import_de_plan')
    .innerJoin('document_source', 'document_source.id', 'import_de_plan.document_id')
    .select([
      'import_de_plan.id',
      'import_de_plan.etat',
      'import_de_plan.refus',
      'import_de_plan.choix',
      'import_de_plan.version',
      'import_de_plan.commence_le',
      'import_de_plan.plan_id',
    ])
    .select([
      'document_source.id as document',
      'document_source.nom',
      'document_source.taille',
      'document_source.empreinte',
    ])
    .where('import_de_plan.id', '=', id)
    .where('import_de_plan.compte_id', '=', acteur.compte)
    .executeTakeFirst();
}

/** What the file would give with the choices made so far. Computed anew each time: nothing is written. */
export async function apercuDImport(base: Base, unImport: Import): Promise<Apercu> {
  const { document_lu } = await base
    .selectFrom('import_de_plan')
    .select('document_lu')
    .where('id', '=', unImport.id)
    .executeTakeFirstOrThrow();
  const { choix, plan } = unImport;
  const document = corriger(document_lu as unknown as DocumentLu, choix);
  const reperes = {
    ...(plan === null ? { reference: null } : reperesDuPlan(plan)),
    ...(choix.reference === null ? {} : { reference: lireJour(choix.reference) }),
  };
  const lu = lireEnContexte(
    document,
    {
      nomDeFichier: NOMS_COLLES.has(unImport.fichier.nom) ? '' : unImport.fichier.nom,
      reperes,
      ...(Object.keys(choix.correspondance).length === 0 ? {} : { correspondance: choix.correspondance }),
      ...(choix.tableau === null ? {} : { tableau: choix.tableau }),
    },
    plan?.proprietaire ?? choix.attributs.proprietaire ?? null,
  );
  const difference =
    plan === null ? null : comparer(await actionsComparables(base, plan.id), lu.actions, champsDuFichier(lu.colonnes));
  return {
    document,
    lu,
    difference,
    empreinte: difference && createHash('sha256').update(JSON.stringify(difference.lignes)).digest('hex'),
    tableaux: document.blocs
      .filter((bloc) => bloc.type === 'tableau')
      .map((tableau, rang) => ({ rang, nom: tableau.nom, lignes: tableau.lignes.length })),
  };
}

/** The document with the cells the user rewrote: everything that follows is read from them as if the file said so. */
function corriger(document: DocumentLu, choix: Choix): DocumentLu {
  if (choix.corrections.length === 0) return document;
  const parCellule = new Map(
    choix.corrections.map(({ tableau, ligne, colonne, texte }) => [`${tableau}:${ligne}:${colonne}`, texte]),
  );
  let suivant = 0;
  return {
    ...document,
    blocs: document.blocs.map((bloc) => {
      if (bloc.type !== 'tableau') return bloc;
      const tableau = suivant++;
      return {
        ...bloc,
        lignes: bloc.lignes.map((ligne) => ({
          ...ligne,
          cellules: ligne.cellules.map((cellule, colonne) => {
            const texte = parCellule.get(`${tableau}:${ligne.numero}:${colonne}`);
            // What is typed stands for this cell alone, even where the file had merged it with its neighbours.
            return texte === undefined
              ? cellule
              : { texte, nombre: null, jour: null, pourcentage: false, formule: false, fusion: null };
          }),
        })),
      };
    }),
  };
}
