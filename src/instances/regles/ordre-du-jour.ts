import type { Jour } from '#socle/valeurs';

/** Why the machine puts something on the agenda, the most pressing first. `libre`: a person wrote the item. */
export const MOTIFS = [
  'non_tranche',
  'report_demande',
  'en_retard',
  'bloquee',
  'reportee',
  'divergente',
  'silencieuse',
] as const;

export type Motif = (typeof MOTIFS)[number];

export const LIBELLES_DE_MOTIF: Readonly<Record<Motif | 'libre', string>> = {
  non_tranche: 'non tranché',
  report_demande: 'report demandé',
  en_retard: 'en retard',
  bloquee: 'bloquée',
  reportee: 'reportée',
  divergente: 'divergente',
  silencieuse: 'silencieuse',
  libre: 'ajouté',
};

/** What the agenda needs to know of an action of a plan the committee follows. */
export type ActionSuivie = {
  readonly id: string;
  readonly plan: string;
  readonly code: string | null;
  readonly intitule: string;
  readonly close: boolean;
  readonly bloquee: boolean;
  /** Days past the term; 0 when not late. */
  readonly retard: number;
  /** Days without news beyond what the plan allows; null otherwise. */
  readonly silence: number | null;
  /** How many times its deadlines were put off, and the day of the last time. */
  readonly reports: number;
  readonly dernierReport: Jour | null;
  /** Deadlines asked for that the plan's team has not answered, in the words they were asked. */
  readonly demandes: readonly string[];
};

/** A reform whose declared météo and indicators say the contrary. */
export type ReformeDivergente = {
  readonly id: string;
  readonly nom: string;
  /** Both judgements in one sentence. */
  readonly divergence: string;
};

/** An item of the last meeting that nothing settled. */
export type PointLaisse = {
  readonly id: string;
  readonly intitule: string;
  readonly action: string | null;
  readonly plan: string | null;
  readonly reforme: string | null;
  /** How many meetings in a row left it so, the last one included. */
  readonly fois: number;
};

export type PointPropose = {
  readonly motif: Motif;
  readonly intitule: string;
  /** Why it is here, in one French sentence. */
  readonly raison: string;
  readonly action: string | null;
  readonly plan: string | null;
  readonly reforme: string | null;
  /** The item of an earlier meeting it comes back from. */
  readonly venuDe: string | null;
};

export type MatiereDOrdreDuJour = {
  readonly actions: readonly ActionSuivie[];
  readonly divergentes: readonly ReformeDivergente[];
  readonly laisses: readonly PointLaisse[];
  /** Day of the last meeting held; null when this one is the first. */
  readonly derniere: Jour | null;
};

/** A committee does not go through more: the rest stays in the plans. */
export const POINTS_AU_PLUS = 20;

/**
 * The agenda the machine drafts: each subject once, under its most pressing reason, the other reasons said in the same
 * sentence. A report counts when it came after the last meeting. A closed action is nobody's subject any more, unless the
 * last meeting left it undecided.
 */
export function redigerOrdreDuJour({
  actions,
  divergentes,
  laisses,
  derniere,
}: MatiereDOrdreDuJour): readonly PointPropose[] {
  const repris = new Set(laisses.flatMap(({ action, reforme }) => [action, reforme]));
  const parAction = new Map(actions.map((action) => [action.id, action]));
  const candidats: Candidat[] = [
    ...laisses.map((laisse) => enReprise(laisse, parAction.get(laisse.action ?? ''), derniere)),
    ...actions.filter(({ id, close }) => !close && !repris.has(id)).flatMap((action) => enPoint(action, derniere)),
    ...divergentes
      .filter(({ id }) => !repris.has(id))
      .map(({ id, nom, divergence }) => ({
        motif: 'divergente' as const,
        poids: 0,
        intitule: nom,
        raison: divergence,
        action: null,
        plan: null,
        reforme: id,
        venuDe: null,
      })),
  ];
  return candidats
    .map((candidat, rang) => ({ candidat, rang }))
    .sort(
      (a, b) =>
        MOTIFS.indexOf(a.candidat.motif) - MOTIFS.indexOf(b.candidat.motif) ||
        b.candidat.poids - a.candidat.poids ||
        a.rang - b.rang,
    )
    .slice(0, POINTS_AU_PLUS)
    .map(({ candidat: { poids: _, ...point } }) => point);
}

/** `poids`: among items of one reason, the heaviest first. */
type Candidat = PointPropose & { readonly poids: number };

type Constat = { readonly motif: Motif; readonly poids: number; readonly phrase: string };

function enPoint(action: ActionSuivie, derniere: Jour | null): readonly Candidat[] {
  const constats = constatsDe(action, derniere);
  const premier = constats[0];
  if (premier === undefined) return [];
  return [
    {
      motif: premier.motif,
      poids: premier.poids,
      intitule: titreDe(action),
      raison: enPhrase(constats.map(({ phrase }) => phrase)),
      action: action.id,
      plan: action.plan,
      reforme: null,
      venuDe: null,
    },
  ];
}

function enReprise(laisse: PointLaisse, action: ActionSuivie | undefined, derniere: Jour | null): Candidat {
  const depuis =
    laisse.fois > 1
      ? `non tranché lors des ${laisse.fois} dernières réunions`
      : 'non tranché lors de la dernière réunion';
  const constats = action === undefined || action.close ? [] : constatsDe(action, derniere);
  return {
    motif: 'non_tranche',
    poids: laisse.fois,
    intitule: laisse.intitule,
    raison: enPhrase([depuis, ...constats.map(({ phrase }) => phrase)]),
    action: laisse.action,
    plan: laisse.plan,
    reforme: laisse.reforme,
    venuDe: laisse.id,
  };
}

/** What asks for attention in an action, the most pressing first. */
function constatsDe(action: ActionSuivie, derniere: Jour | null): readonly Constat[] {
  const { retard, bloquee, reports, dernierReport, silence, demandes } = action;
  const reporte = reports > 0 && dernierReport !== null && (derniere === null || dernierReport > derniere);
  const constats: (Constat | false)[] = [
    demandes.length > 0 && {
      motif: 'report_demande',
      poids: retard,
      phrase: `report demandé à « ${demandes.join(' », « ')} »`,
    },
    retard > 0 && { motif: 'en_retard', poids: retard, phrase: `échéance dépassée de ${compterJours(retard)}` },
    bloquee && { motif: 'bloquee', poids: 0, phrase: 'déclarée bloquée' },
    reporte && {
      motif: 'reportee',
      poids: reports,
      phrase: `échéance reportée ${reports > 1 ? `${reports} fois, la dernière ` : ''}depuis la dernière réunion`,
    },
    silence !== null && {
      motif: 'silencieuse',
      poids: silence,
      phrase: `sans nouvelle depuis ${compterJours(silence)}`,
    },
  ];
  return constats.filter((constat) => constat !== false);
}

export function titreDe({ code, intitule }: Pick<ActionSuivie, 'code' | 'intitule'>): string {
  return code === null ? intitule : `${code} · ${intitule}`;
}

function compterJours(jours: number): string {
  return `${jours}\u00a0${jours < 2 ? 'jour' : 'jours'}`;
}

function enPhrase(morceaux: readonly string[]): string {
  const texte =
    morceaux.length < 2 ? morceaux.join('') : `${morceaux.slice(0, -1).join(', ')} et ${morceaux.at(-1) ?? ''}`;
  return `${texte.charAt(0).toUpperCase()}${texte.slice(1)}.`;
}
