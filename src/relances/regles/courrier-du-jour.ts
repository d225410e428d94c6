import type { Jour } from '#socle/valeurs';
import type { Choix, Genre } from './genres.ts';
import { dimancheDe, ouvreLaSemaine } from './jours-ouvres.ts';
import {
  type ActionSuivie,
  comiteLAttend,
  estAnnonce,
  estDeLaSemaine,
  type Memoire,
  RIEN_DIT,
  rappelDAction,
} from './rappels.ts';
import { type Reglage, SANS_RELANCE } from './reglage.ts';

/** What a person is told once a week, in figures: the list is on the page of what is expected. */
export type Comptes = {
  /** Targets that wait for an answer. */
  readonly cibles: number;
  /** Decisions of committees that ask something. */
  readonly decisions: number;
};

export const RIEN_A_COMPTER: Comptes = { cibles: 0, decisions: 0 };

type ActionDuPlan = ActionSuivie & { readonly id: string; readonly plan: string };

/** Everything that may be said to one person on a day; what they may not read is not among it. */
export type Faits = {
  readonly actions: readonly ActionDuPlan[];
  /** The actions declined in one's own territory. */
  readonly declinaisons: readonly (ActionDuPlan & { readonly action: string })[];
  readonly reunions: readonly {
    readonly id: string;
    readonly jour: Jour;
    readonly plans: readonly string[];
    readonly membre: boolean;
  }[];
  readonly remontees: readonly {
    readonly id: string;
    readonly fermeLe: Jour;
    readonly envoyeeLe: Jour;
    readonly relanceAvant: number | null;
    /** Last day its service was reminded by hand. */
    readonly relanceeLe: Jour | null;
  }[];
  readonly comptes: Comptes;
  readonly reglages: ReadonlyMap<string, Reglage>;
  /** By action or declination. */
  readonly memoires: ReadonlyMap<string, Memoire>;
  /** What was announced already, as `annonce` names it. */
  readonly annonces: ReadonlySet<string>;
  readonly coupes: ReadonlySet<Choix>;
};

/** One thing the mail of the day says, and keeps trace of. */
export type Mention = {
  readonly genre: Genre;
  readonly plan: string | null;
  readonly action: string | null;
  /** When it is said of what the action is in one's territory. */
  readonly declinaison: string | null;
  readonly reunion: string | null;
  readonly remontee: string | null;
  readonly echeance: Jour | null;
};

export type CourrierDuJour = {
  readonly mentions: readonly Mention[];
  readonly comptes: Comptes;
  /** Whether it tells of the whole week. */
  readonly semaine: boolean;
};

/** A meeting or a remontée for one of its days: moved, it is announced again. */
export function annonce(objet: string, jour: Jour): string {
  return `${objet} ${jour}`;
}

/** What is to be written to this person today; null: no mail. */
export function courrierDuJour(faits: Faits, jour: Jour): CourrierDuJour | null {
  const semaine = ouvreLaSemaine(jour) && !faits.coupes.has('semaine');
  const mentions = [
    ...actionsADire(faits, semaine, jour),
    ...declinaisonsADire(faits, semaine, jour),
    ...reunionsADire(faits, semaine, jour),
    ...remonteesADire(faits, semaine, jour),
  ];
  const comptes = semaine ? faits.comptes : RIEN_A_COMPTER;
  const rien = mentions.length === 0 && Object.values(comptes).every((nombre) => nombre === 0);
  return rien ? null : { mentions, comptes, semaine };
}

function actionsADire(faits: Faits, semaine: boolean, jour: Jour): Mention[] {
  return faits.actions.flatMap((action) => {
    const dire = { ...RIEN, plan: action.plan, action: action.id };
    return aDire(faits, action, semaine, jour).map((rappel) => ({ ...dire, ...rappel }));
  });
}

/** The rules of the plan hold for each territory as for a pilote; committees ask the pilote alone. */
function declinaisonsADire(faits: Faits, semaine: boolean, jour: Jour): Mention[] {
  if (faits.coupes.has('territoire')) return [];
  return faits.declinaisons.flatMap((une) => {
    const dire = { ...RIEN, plan: une.plan, action: une.action, declinaison: une.id };
    return aDire(faits, une, semaine, jour).map((rappel) => ({ ...dire, ...rappel }));
  });
}

/** One thing at most. */
function aDire(
  { reglages, memoires, coupes }: Faits,
  suivie: ActionDuPlan,
  semaine: boolean,
  jour: Jour,
): readonly Pick<Mention, 'genre' | 'echeance'>[] {
  const reglage = reglages.get(suivie.plan) ?? SANS_RELANCE;
  const rappel = rappelDAction(suivie, reglage, memoires.get(suivie.id) ?? RIEN_DIT, coupes, jour);
  if (rappel !== null) return [rappel];
  return semaine && estDeLaSemaine(suivie, jour) ? [{ genre: 'semaine', echeance: suivie.terme }] : [];
}

/** Before a committee, the actions of its plans that have no fresh news; on Monday, the meetings where one sits. */
function reunionsADire(faits: Faits, semaine: boolean, jour: Jour): Mention[] {
  const { reunions, actions, reglages, coupes, annonces } = faits;
  return reunions.flatMap((reunion): Mention[] => {
    const une = { ...RIEN, reunion: reunion.id, echeance: reunion.jour };
    const aAnnoncer = !coupes.has('comite') && !annonces.has(annonce(reunion.id, reunion.jour));
    const attendues = actions.filter(({ plan, ...action }) => {
      const avant = reglages.get(plan)?.comite ?? null;
      return (
        aAnnoncer &&
        avant !== null &&
        reunion.plans.includes(plan) &&
        estAnnonce(reunion.jour, avant, jour) &&
        comiteLAttend(action, jour)
      );
    });
    const cetteSemaine = semaine && reunion.membre && reunion.jour <= dimancheDe(jour);
    return [
      ...attendues.map(({ id, plan }) => ({ ...une, genre: 'comite', plan, action: id }) as const),
      ...(cetteSemaine ? [{ ...une, genre: 'semaine' } as const] : []),
    ];
  });
}

function remonteesADire({ remontees, annonces, coupes }: Faits, semaine: boolean, jour: Jour): Mention[] {
  return remontees.flatMap((remontee): Mention[] => {
    const { id, fermeLe, envoyeeLe, relanceAvant, relanceeLe } = remontee;
    const une = { ...RIEN, remontee: id, echeance: fermeLe };
    const dite =
      annonces.has(annonce(id, fermeLe)) ||
      (relanceAvant !== null && relanceeLe !== null && estAnnonce(fermeLe, relanceAvant, relanceeLe));
    if (relanceAvant !== null && !dite && !coupes.has('remontee') && envoyeeLe < jour)
      if (estAnnonce(fermeLe, relanceAvant, jour)) return [{ ...une, genre: 'remontee' }];
    return semaine ? [{ ...une, genre: 'semaine' }] : [];
  });
}

const RIEN = { plan: null, action: null, declinaison: null, reunion: null, remontee: null, echeance: null } as const;
