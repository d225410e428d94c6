import type { Acteur } from '#acces';
import { type RemonteeARelancer, remonteesARelancer } from '#enquetes';
import { decisionsAttendues, type ReunionAnnoncee, reunionsAnnoncees } from '#instances';
import { actionsOuvertes, type DeclinaisonARelancer, declinaisonsARelancer } from '#plans';
import { type ActionNommee, nommerActions, plansActifs } from '#plans/lectures';
import { ciblesEnAttente } from '#reformes';
import type { Base } from '#socle/base';
import { ajouterJours, type Jour } from '#socle/valeurs';
import { genresCoupes, lireMemoire } from './lectures/memoire.ts';
import { lireReglages } from './lectures/reglages.ts';
import { type Comptes, type Faits, RIEN_A_COMPTER } from './regles/courrier-du-jour.ts';
import { ouvreLaSemaine } from './regles/jours-ouvres.ts';
import { JOURS_AU_PLUS } from './regles/reglage.ts';

/** What a mail is written from: the facts the rules decide on, and the words of what they decide to say. */
export type FaitsLus = Omit<Faits, 'reunions' | 'remontees'> & {
  readonly situees: ReadonlyMap<string, ActionNommee>;
  readonly declinees: ReadonlyMap<string, DeclinaisonARelancer>;
  readonly titres: ReadonlyMap<string, string>;
  readonly reunions: readonly ReunionAnnoncee[];
  readonly remontees: readonly RemonteeARelancer[];
};

/**
 * What may be said to this person today, read with their own rights: the actions their very service carries (not those of
 * the services below, which have their own people) and those declined in their very territory, in plans they read,
 * meetings, remontées.
 */
export async function lireFaits(base: Base, acteur: Acteur, jour: Jour): Promise<FaitsLus> {
  const regard = { jour, passe: false };
  const lisibles = plansActifs(base, acteur);
  const { ouvertes, titres } = await actionsOuvertes(base, [acteur.organisation], regard, lisibles);
  const declinees = await declinaisonsARelancer(base, acteur, jour, lisibles);
  const plans = [...titres.keys()];
  const periode = { plans, du: jour, au: ajouterJours(jour, JOURS_AU_PLUS) };
  const { memoires, annonces } = await lireMemoire(base, acteur.compte, jour);
  return {
    actions: ouvertes.map(suivie),
    declinaisons: declinees.map((une) => ({ ...suivie(une), action: une.action })),
    situees: new Map((await nommerActions(base, ouvertes)).map((action) => [action.id, action])),
    declinees: new Map(declinees.map((une) => [une.id, une])),
    titres,
    reunions: await reunionsAnnoncees(base, acteur, periode),
    remontees: await remonteesARelancer(base, acteur, jour),
    comptes: ouvreLaSemaine(jour) ? await compterLesAttentes(base, acteur, jour) : RIEN_A_COMPTER,
    reglages: await lireReglages(base, [...new Set([...plans, ...declinees.map(({ plan }) => plan)])]),
    memoires,
    annonces,
    coupes: await genresCoupes(base, acteur.compte),
  };
}

type Situee = Pick<ActionNommee, 'id' | 'plan' | 'situation' | 'derniereNouvelle'>;

function suivie({ id, plan, situation, derniereNouvelle }: Situee) {
  return { id, plan, terme: situation.terme, silence: situation.silence, derniereNouvelle };
}

async function compterLesAttentes(base: Base, acteur: Acteur, jour: Jour): Promise<Comptes> {
  return {
    cibles: (await ciblesEnAttente(base, acteur)).length,
    decisions: (await decisionsAttendues(base, acteur, jour)).length,
  };
}
