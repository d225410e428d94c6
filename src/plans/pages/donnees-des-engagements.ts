import type { LoaderFunctionArgs } from 'react-router';
import type { Jour } from '#socle/valeurs';
import { type ActionAvecEngagements, avecEngagements } from '../lectures/details.ts';
import { type ActionEngagee, engagementsDuPlan } from '../lectures/integrite.ts';
import { type EngagementPresente, presenterAction } from '../presentation.ts';
import { type Constat, LIBELLES_DE_CONSTAT } from '../regles/integrite.ts';
import { chargerPlan } from './charger-plan.ts';

const PAR_PAGE = 50;
const TRIS = ['reports', 'glissement'] as const;
export type TriDEngagements = (typeof TRIS)[number];

export type EngagementDeListe = {
  readonly id: string;
  readonly code: string | null;
  readonly intitule: string;
  readonly engagements: readonly EngagementPresente[];
  readonly termeInitial: Jour | null;
  readonly terme: Jour | null;
  readonly reports: number;
  readonly glissement: number;
  readonly statut: string;
  readonly derniereNouvelle: Jour | null;
  readonly constats: readonly Constat[];
};

/** What became of the promises of a plan, as the address asks for it; all of it, and the page of it that is shown. */
export async function donneesDesEngagements(arguments_: LoaderFunctionArgs) {
  const charge = await chargerPlan(arguments_);
  const { services, plan, parametres, regard } = charge;
  const { actions, bilan, debut } = await engagementsDuPlan(services.base, plan.id, regard);
  const constat = lireConstat(parametres.get('constat'));
  const tri = TRIS.find((connu) => connu === parametres.get('tri')) ?? null;
  const retenues = trier(
    actions.filter(({ constats }) => constat === null || constats.includes(constat)),
    tri,
  );
  const pages = Math.max(1, Math.ceil(retenues.length / PAR_PAGE));
  const page = Math.min(Math.max(Math.trunc(Number(parametres.get('page')) || 1), 1), pages);
  const presenter = async (engagees: readonly ActionEngagee[]) => {
    const detaillees = await avecEngagements(
      services.base,
      engagees.map(({ action }) => action),
      regard,
    );
    const parId = new Map(engagees.map(({ action, constats }) => [action.id, constats]));
    return detaillees.map((action) => enListe(action, parId.get(action.id) ?? []));
  };
  return {
    charge,
    // Thousands: presented for the files alone.
    toutes: () => presenter(retenues),
    vue: {
      vue: charge.vue,
      silenceJours: plan.silenceJours,
      debut,
      bilan,
      constat,
      tri,
      nombre: retenues.length,
      page,
      pages,
      requete: parametres.toString(),
      actions: await presenter(retenues.slice((page - 1) * PAR_PAGE, page * PAR_PAGE)),
    },
  };
}

function enListe(action: ActionAvecEngagements, constats: readonly Constat[]): EngagementDeListe {
  const { id, code, intitule, engagements, terme, reports, glissement, statutLibelle, derniereNouvelle } =
    presenterAction(action);
  return {
    id,
    code,
    intitule,
    engagements,
    termeInitial: action.situation.termeInitial,
    terme,
    reports,
    glissement,
    statut: statutLibelle,
    derniereNouvelle,
    constats,
  };
}

function trier(actions: readonly ActionEngagee[], tri: TriDEngagements | null): readonly ActionEngagee[] {
  return tri === null
    ? actions
    : [...actions].sort(({ action: a }, { action: b }) => b.situation[tri] - a.situation[tri] || a.rang - b.rang);
}

function lireConstat(texte: string | null): Constat | null {
  return texte !== null && Object.hasOwn(LIBELLES_DE_CONSTAT, texte) ? (texte as Constat) : null;
}
