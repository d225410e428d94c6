import type { Echeance } from '#echeances';
import { regrouperLesReports } from '../regles/engagements.ts';
import type { JalonLu, PiloteLu, StatutDeclare } from '../regles/lecture.ts';
import { rafraichir } from './rafraichir.ts';
import type { Atelier } from './sur-le-plan.ts';

/** A first note, when the action arrives with news. */
export type PremiereNote = {
  readonly statut: StatutDeclare | null;
  readonly taux: string | null;
  readonly texte: string | null;
};

/** An action to write for the first time, with everything declared about it. */
export type NouvelleAction = {
  readonly axe: string | null;
  readonly rang: number;
  readonly code: string | null;
  readonly intitule: string;
  readonly miseEnOeuvre: string | null;
  readonly livrables: string | null;
  readonly recommandations: readonly string[];
  readonly pilotesTexte: string | null;
  readonly pilotes: readonly PiloteLu[];
  readonly echeancesTexte: string | null;
  readonly echeances: readonly Echeance[];
  readonly trajectoire: readonly JalonLu[];
  readonly note: PremiereNote | null;
};

/** PostgreSQL takes 65 535 parameters a statement; a row here has at most twenty. */
const PAQUET = 1_000;

/** Writes new actions and what was declared of them, in packets. Returns their identifiers in the same order. */
export async function insererActions(
  atelier: Atelier,
  actions: readonly NouvelleAction[],
  origine: 'saisie' | 'import',
): Promise<string[]> {
  const { transaction, plan, acteur, maintenant, services } = atelier;
  const ids = actions.map(() => services.ids.nouveau());
  const avecId = actions.map((action, i) => ({ action, id: ids[i] ?? '' }));
  const commun = { plan_id: plan.id, enregistre_le: maintenant, auteur: acteur.compte };
  await parPaquets(avecId, (paquet) =>
    transaction
      .insertInto('action')
      .values(
        paquet.map(({ action, id }) => ({
          id,
          plan_id: plan.id,
          axe_id: action.axe,
          rang: action.rang,
          code: action.code,
          intitule: action.intitule,
          mise_en_oeuvre: action.miseEnOeuvre,
          livrables: action.livrables,
          pilotes_texte: action.pilotesTexte,
          echeances_texte: action.echeancesTexte,
          recommandations: [...action.recommandations],
          cree_le: maintenant,
          cree_par: acteur.compte,
        })),
      )
      .execute(),
  );
  await insererPilotes(
    atelier,
    avecId.map(({ action, id }) => ({ action: id, pilotes: action.pilotes })),
  );
  await parPaquets(
    avecId.flatMap(({ action, id }) => lignesDEngagements(action.echeances).map((ligne) => ({ ...ligne, id }))),
    (paquet) =>
      transaction
        .insertInto('echeance')
        .values(
          paquet.map(({ echeance, id, engagement, rang, motif }) => ({
            ...commun,
            ...colonnesDEcheance(echeance),
            id: services.ids.nouveau(),
            action_id: id,
            engagement,
            rang,
            motif,
          })),
        )
        .execute(),
  );
  await insererJalons(
    atelier,
    avecId.map(({ action, id }) => ({ action: id, jalons: action.trajectoire })),
  );
  await parPaquets(
    avecId.flatMap(({ action, id }) => (action.note ? [{ note: action.note, id }] : [])),
    (paquet) =>
      transaction
        .insertInto('note_avancement')
        .values(
          paquet.map(({ note, id }) => ({
            ...commun,
            id: services.ids.nouveau(),
            action_id: id,
            statut: note.statut,
            taux: note.taux,
            texte: note.texte,
            origine,
          })),
        )
        .execute(),
  );
  await rafraichir(transaction, ids);
  return ids;
}

export async function insererPilotes(
  { transaction, plan, services }: Atelier,
  actions: readonly { action: string; pilotes: readonly PiloteLu[] }[],
): Promise<void> {
  await parPaquets(
    actions.flatMap(({ action, pilotes }) => pilotes.map((pilote, i) => ({ action, pilote, rang: i }))),
    (paquet) =>
      transaction
        .insertInto('action_pilote')
        .values(
          paquet.map(({ action, pilote, rang }) => ({
            id: services.ids.nouveau(),
            action_id: action,
            plan_id: plan.id,
            rang,
            texte: pilote.texte,
            role: pilote.role,
            organisation_id: pilote.organisation,
          })),
        )
        .execute(),
  );
}

export async function insererJalons(
  { transaction, plan, acteur, maintenant, services }: Atelier,
  actions: readonly { action: string; jalons: readonly JalonLu[] }[],
): Promise<void> {
  await parPaquets(
    actions.flatMap(({ action, jalons }) => jalons.map((jalon) => ({ action, jalon }))),
    (paquet) =>
      transaction
        .insertInto('jalon_de_trajectoire')
        .values(
          paquet.map(({ action, jalon }) => ({
            id: services.ids.nouveau(),
            action_id: action,
            plan_id: plan.id,
            jour: jalon.date,
            texte: jalon.texte,
            taux: String(jalon.taux),
            enregistre_le: maintenant,
            auteur: acteur.compte,
          })),
        )
        .execute(),
  );
}

/** Each commitment and its first row; a report the document already tells is its second one. */
function lignesDEngagements(echeances: readonly Echeance[]) {
  return regrouperLesReports(echeances).flatMap(({ initiale, actuelle }, i) => {
    const engagement = i + 1;
    return initiale === null
      ? [{ echeance: actuelle, engagement, rang: 0, motif: null }]
      : [
          { echeance: initiale, engagement, rang: 0, motif: null },
          { echeance: actuelle, engagement, rang: 1, motif: 'Report écrit dans le document d’origine' },
        ];
  });
}

export function colonnesDEcheance(echeance: Echeance) {
  return {
    libelle: echeance.libelle,
    texte: echeance.texte,
    nature: echeance.nature,
    debut: echeance.debut,
    fin: echeance.fin,
    ambigu: echeance.ambigu,
    hypotheses: [...echeance.hypotheses],
  };
}

async function parPaquets<T>(elements: readonly T[], ecrire: (paquet: T[]) => Promise<unknown>): Promise<void> {
  for (let debut = 0; debut < elements.length; debut += PAQUET) await ecrire(elements.slice(debut, debut + PAQUET));
}
