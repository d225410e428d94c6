import type { Acteur } from '#acces';
import { nommerRemontees } from '#enquetes';
import { nommerIndicateurs } from '#indicateurs';
import { nommerDecisions, nommerInstances, nommerReunions } from '#instances';
import type { Cible, ObjetNomme, TypeDObjet } from '#journal';
import { ciblesDuPlan, nommerDansLesPlans } from '#plans';
import { nommerFeuilles, nommerPoints, nommerReformes } from '#reformes';
import type { Base } from '#socle/base';
import { TERRITOIRES } from '#territoires';
import { territoiresDuJournal } from './politique.ts';

type Nommer = (base: Base, acteur: Acteur, ids: readonly string[]) => Promise<ReadonlyMap<string, ObjetNomme>>;

/** A kind of object of the journal, and how its objects are called. */
type Genre = {
  readonly nom: string;
  readonly nommer?: Nommer;
  /** Reading it has a policy: whoever it does not let in sees that an act took place, not what it was. */
  readonly reserve?: boolean;
};

/** Every kind of object acts are about. A kind without an entry does not compile. */
export const OBJETS: Readonly<Record<TypeDObjet, Genre>> = {
  plan: { nom: 'Plan', nommer: dansLesPlans('plan'), reserve: true },
  axe: { nom: 'Axe', nommer: dansLesPlans('axe'), reserve: true },
  action: { nom: 'Action', nommer: dansLesPlans('action'), reserve: true },
  import: { nom: 'Import', reserve: true },
  indicateur: { nom: 'Indicateur', nommer: nommerIndicateurs },
  import_de_valeurs: { nom: 'Import de valeurs' },
  reforme: { nom: 'Réforme', nommer: nommerReformes, reserve: true },
  feuille_de_route: { nom: 'Feuille de route', nommer: nommerFeuilles, reserve: true },
  point_d_etape: { nom: 'Point d’étape', nommer: nommerPoints, reserve: true },
  remontee: { nom: 'Remontée', nommer: nommerRemontees, reserve: true },
  territoire: { nom: 'Territoire', nommer: nommerTerritoires },
  instance: { nom: 'Instance', nommer: nommerInstances, reserve: true },
  reunion: { nom: 'Réunion', nommer: nommerReunions, reserve: true },
  decision: { nom: 'Décision', nommer: nommerDecisions, reserve: true },
  proposition: { nom: 'Proposition de valeur' },
  compte: { nom: 'Compte', nommer: nommerComptes },
  habilitation: { nom: 'Habilitation' },
  demande: { nom: 'Demande d’accès' },
  jeton: { nom: 'Jeton', nommer: nommerComptes },
  courriel: { nom: 'Courriel', nommer: nommerCourriels },
  page: { nom: 'Page' },
  journal: { nom: 'Journal', nommer: nommerJournal },
  demonstration: { nom: 'Démonstration' },
};

/** An object that someone asks the history of. */
export type ObjetCherche = { readonly type: TypeDObjet; readonly id: string };

/** What is looked for when someone asks for this object: of a plan, also all that is in it. */
export function ciblesDe({ type, id }: ObjetCherche): readonly Cible[] {
  return type === 'plan' && UUID.test(id) ? ciblesDuPlan(id) : [{ type, ids: [id] }];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const IDENTIFIANT = '([\\w.-]{1,100})';
const ADRESSES: readonly (readonly [RegExp, TypeDObjet])[] = [
  [new RegExp(`^/plans/[\\w-]+/actions/${IDENTIFIANT}`), 'action'],
  [new RegExp(`^/plans/${IDENTIFIANT}`), 'plan'],
  [new RegExp(`^/imports/${IDENTIFIANT}`), 'import'],
  [new RegExp(`^/indicateurs/imports/${IDENTIFIANT}`), 'import_de_valeurs'],
  [new RegExp(`^/indicateurs/${IDENTIFIANT}`), 'indicateur'],
  [new RegExp(`^/reformes/${IDENTIFIANT}`), 'reforme'],
  [new RegExp(`^/feuilles-de-route/${IDENTIFIANT}`), 'feuille_de_route'],
  [new RegExp(`^/points/${IDENTIFIANT}`), 'point_d_etape'],
  [new RegExp(`^/instances/${IDENTIFIANT}`), 'instance'],
  [new RegExp(`^/reunions/${IDENTIFIANT}`), 'reunion'],
  [new RegExp(`^/decisions/${IDENTIFIANT}`), 'decision'],
  [new RegExp(`^/remontees/${IDENTIFIANT}`), 'remontee'],
  [/^\/territoires\/([DR]\w{2,3}|FR)/, 'territoire'],
  [new RegExp(`^/administration/comptes/${IDENTIFIANT}`), 'compte'],
  [new RegExp(`^/administration/courriels/${IDENTIFIANT}`), 'courriel'],
];

/** The object that a pasted link, or `plan:01890000-…`, names; null when it names none. */
export function lireObjet(texte: string): ObjetCherche | null {
  const court = new RegExp(`^(\\w+):${IDENTIFIANT}$`).exec(texte);
  if (court?.[1] && court[2] && estType(court[1])) return { type: court[1], id: court[2] };
  const chemin = /^(?:https?:\/\/[^/]+)?(\/.*)$/.exec(texte)?.[1] ?? '';
  for (const [forme, type] of ADRESSES) {
    const id = forme.exec(chemin)?.[1];
    if (id !== undefined) return { type, id };
  }
  return null;
}

function estType(texte: string): texte is TypeDObjet {
  return Object.hasOwn(OBJETS, texte);
}

function dansLesPlans(type: 'plan' | 'axe' | 'action'): Nommer {
  return (base, acteur, ids) => nommerDansLesPlans(base, acteur, type, ids);
}

/** Accounts by the name they sign with; those this actor administers also by their page. */
async function nommerComptes(base: Base, acteur: Acteur, ids: readonly string[]): Promise<Map<string, ObjetNomme>> {
  if (ids.length === 0) return new Map();
  const lignes = await base
    .selectFrom('signataire')
    .innerJoin('compte', 'compte.id', 'signataire.id')
    .select(['signataire.id', 'signataire.nom', 'compte.genre', 'compte.territoire_code'])
    .where('signataire.id', 'in', ids)
    .execute();
  const portee = territoiresDuJournal(acteur);
  return new Map(
    lignes.map(({ id, nom, genre, territoire_code: territoire }) => {
      const ouvert = genre === 'personne' && (portee === 'tous' || portee.includes(territoire ?? ''));
      return [id, { libelle: nom, href: ouvert ? `/administration/comptes/${id}` : null }];
    }),
  );
}

async function nommerTerritoires(_: Base, __: Acteur, ids: readonly string[]): Promise<Map<string, ObjetNomme>> {
  return new Map(
    TERRITOIRES.filter(({ code }) => ids.includes(code)).map(({ code, nom }) => [
      code,
      { libelle: nom, href: `/territoires/${code}` },
    ]),
  );
}

async function nommerCourriels(_: Base, __: Acteur, ids: readonly string[]): Promise<Map<string, ObjetNomme>> {
  return new Map(ids.map((id) => [id, { libelle: 'Voir le courriel', href: `/administration/courriels/${id}` }]));
}

async function nommerJournal(_: Base, __: Acteur, ids: readonly string[]): Promise<Map<string, ObjetNomme>> {
  return new Map(ids.map((id) => [id, { libelle: 'Le journal', href: '/administration/journal' }]));
}
