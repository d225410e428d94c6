import { libelleDEcheance } from '#echeances';
import { formaterNombre, INSECABLE } from '#interface';
import { cleDeTexte, type Jour } from '#socle/valeurs';
import type { ActionListee, Pilote } from './lectures/actions.ts';
import type { ActionAvecEngagements } from './lectures/details.ts';
import type { Plan } from './lectures/plan.ts';

import { type Genre, LIBELLES_DE_GENRE } from './regles/genres.ts';
import type { Engagement } from './regles/horizon.ts';
import type { RolePilote, StatutDeclare } from './regles/lecture.ts';
import type { Situation } from './regles/situation.ts';
import { LIBELLES_DE_STATUT } from './regles/statuts.ts';

export type Ton = 'neutre' | 'info' | 'succes' | 'attention' | 'alerte';

/** One computed or declared state, as words and how loudly it speaks. */
export type Etat = {
  readonly mot: string;
  readonly complement: string | null;
  readonly ton: Ton;
  readonly icone: IconeDEtat;
};

export type IconeDEtat = 'cercle' | 'demi' | 'barre' | 'coche' | 'croix' | 'bulle' | 'triangle' | 'horloge' | 'info';

/** A deadline as people read it: its words first, then what they mean. */
export type EngagementPresente = Omit<Engagement, 'initial'> & {
  /** « du 1er juillet au 31 décembre 2026 ». */
  readonly sens: string;
  /** The words already say it: showing their meaning would repeat them. */
  readonly evident: boolean;
  /** What was first promised, when it was put off. */
  readonly initial: Engagement['initial'] | null;
};

/** An action as the list, the page, the timeline and the exports of the screen show it. */
export type ActionPresentee = {
  readonly id: string;
  readonly plan: string;
  readonly axe: string | null;
  readonly code: string | null;
  readonly intitule: string;
  readonly statut: StatutDeclare | null;
  readonly statutLibelle: string;
  readonly taux: string | null;
  readonly derniereNouvelle: Jour | null;
  readonly silence: number | null;
  readonly terme: Jour | null;
  readonly retard: number;
  readonly reports: number;
  readonly glissement: number;
  readonly engagements: readonly EngagementPresente[];
  /** The one state that asks for attention, else the declared status: one accent a row. */
  readonly etat: Etat;
};

/** The single way an action leaves the server, whatever shows it. */
export function presenterAction(action: ActionAvecEngagements): ActionPresentee {
  const { situation } = action;
  return {
    id: action.id,
    plan: action.plan,
    axe: action.axe,
    code: action.code,
    intitule: action.intitule,
    statut: action.statut,
    statutLibelle: action.statut === null ? 'Non déclaré' : LIBELLES_DE_STATUT[action.statut],
    taux: action.taux,
    derniereNouvelle: action.derniereNouvelle,
    silence: situation.silence,
    terme: situation.terme,
    retard: situation.retard,
    reports: situation.reports,
    glissement: situation.glissement,
    engagements: action.engagements.map(presenterEngagement),
    etat: etatDe(action.statut, situation),
  };
}

/** A plan as a program reads it. */
export type PlanPresente = {
  readonly id: string;
  readonly titre: string;
  readonly genre: Genre;
  readonly genreLibelle: string;
  readonly etat: Plan['etat'];
  readonly description: string | null;
  readonly proprietaire: { readonly id: string; readonly libelle: string; readonly nom: string };
  readonly ministere: string | null;
  readonly territoire: { readonly code: string; readonly nom: string };
  readonly diffusion: Plan['diffusion'];
  readonly periode: Plan['periode'];
  readonly dateDeReference: Jour | null;
  readonly silenceJours: number;
  readonly version: number;
};

export function presenterPlan(plan: Plan): PlanPresente {
  return {
    id: plan.id,
    titre: plan.titre,
    genre: plan.genre,
    genreLibelle: LIBELLES_DE_GENRE[plan.genre],
    etat: plan.etat,
    description: plan.description,
    proprietaire: { id: plan.proprietaire, libelle: plan.proprietaireLibelle, nom: plan.proprietaireNom },
    ministere: plan.ministere,
    territoire: { code: plan.territoire, nom: plan.territoireNom },
    diffusion: plan.diffusion,
    periode: plan.periode,
    dateDeReference: plan.dateDeReference,
    silenceJours: plan.silenceJours,
    version: plan.version,
  };
}

export type ActionDeListe = ActionPresentee & { readonly pilotes: readonly Pilote[] };

export function presenterListe(actions: readonly ActionListee[]): ActionDeListe[] {
  return actions.map((action) => ({ ...presenterAction(action), pilotes: action.pilotes }));
}

export const LIBELLES_DE_ROLE: Readonly<Record<RolePilote, string>> = {
  pilote: 'Pilote',
  en_lien_avec: 'En lien avec',
  concours: 'Avec le concours de',
};

function presenterEngagement(engagement: Engagement): EngagementPresente {
  const { initial, ...actuel } = engagement;
  const sens = libelleDEcheance(actuel);
  return {
    ...actuel,
    sens,
    evident: cleDeTexte(sens).replace(/^le /, '') === cleDeTexte(actuel.texte).replace(/^le /, ''),
    initial: actuel.reports === 0 ? null : initial,
  };
}

/** What asks for attention wins over what is declared; lateness over silence; the rest is calm. */
function etatDe(statut: StatutDeclare | null, situation: Situation): Etat {
  if (statut === 'bloquee')
    return {
      mot: 'Bloquée',
      complement: situation.retard > 0 ? `en retard ${enJours(situation.retard)}` : null,
      ton: 'alerte',
      icone: 'barre',
    };
  if (situation.retard > 0)
    return { mot: 'En retard', complement: enJours(situation.retard), ton: 'alerte', icone: 'triangle' };
  if (situation.proche !== null) {
    return {
      mot: 'Échéance proche',
      complement: situation.proche === 0 ? 'aujourd’hui' : enJours(situation.proche),
      ton: 'attention',
      icone: 'horloge',
    };
  }
  return etatDeclare(statut, situation.silence);
}

/** What was declared, unless it has been silent for too long. */
export function etatDeclare(statut: StatutDeclare | null, silence: number | null): Etat {
  if (statut === 'bloquee') return { mot: 'Bloquée', complement: null, ton: 'alerte', icone: 'barre' };
  if (silence !== null) return { mot: 'Silencieuse', complement: enJours(silence), ton: 'attention', icone: 'bulle' };
  if (statut === null) return { mot: 'Statut non déclaré', complement: null, ton: 'neutre', icone: 'info' };
  return {
    mot: LIBELLES_DE_STATUT[statut],
    complement: null,
    ton: statut === 'terminee' ? 'succes' : 'neutre',
    icone: ICONES_DE_STATUT[statut],
  };
}

const ICONES_DE_STATUT: Readonly<Record<StatutDeclare, IconeDEtat>> = {
  a_lancer: 'cercle',
  en_cours: 'demi',
  bloquee: 'barre',
  terminee: 'coche',
  abandonnee: 'croix',
};

/** « 46 j », « 1 422 j ». */
function enJours(jours: number): string {
  return `${formaterNombre(jours)}${INSECABLE}j`;
}
