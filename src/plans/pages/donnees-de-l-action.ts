import type { LoaderFunctionArgs } from 'react-router';
import { obtenir } from '#acces';
import { declinaisonsDeLAction } from '../deploiement/lectures.ts';
import { type ActionDetaillee, trouverAction } from '../lectures/action.ts';
import { organisationsAMentionner } from '../lectures/pieces.ts';
import { axesDuPlan } from '../lectures/plan.ts';
import { demandesDeReport } from '../lectures/reports.ts';
import { peutCorrigerNote, peutDemanderReport, peutNoterAction, peutRetirerDemande } from '../politique.ts';
import { presenterAction } from '../presentation.ts';
import { agreger, mailleDe } from '../regles/deploiement.ts';
import { attenduAu } from '../regles/trajectoire.ts';
import { appuiDuStatut } from './appui-du-statut.ts';
import { chargerPlan } from './charger-plan.ts';

export type DonneesDeLAction = Awaited<ReturnType<typeof donneesDeLAction>>;

/** Everything the page of an action shows. */
export async function donneesDeLAction(arguments_: LoaderFunctionArgs) {
  const { services, plan, acteur, regard, vue, parametres } = await chargerPlan(arguments_);
  const action = obtenir(await trouverAction(services.base, plan.id, arguments_.params.action ?? '', regard));
  const [axes, demandes, declinaisons] = await Promise.all([
    axesDuPlan(services.base, plan.id),
    demandesDeReport(services.base, action.id, regard),
    declinaisonsDeLAction(services.base, acteur, plan, action.id, regard),
  ]);
  const pilotes = action.pilotes.flatMap(({ organisation, territoire }) =>
    organisation === null || territoire === null ? [] : { organisation, territoire },
  );
  const present = !regard.passe && action.retrait === null;
  return {
    vue,
    fait: parametres.get('fait'),
    action: presenterAction(action),
    detail: { ...detailler(action), attendu: attenduAu(action.trajectoire, regard.jour) },
    axe: axes.find(({ id }) => id === action.axe)?.intitule ?? null,
    silenceJours: plan.silenceJours,
    faits: faitsDe(
      action,
      ({ corrigee, compte }) => present && !corrigee && peutCorrigerNote(acteur, plan, pilotes, compte).permis,
    ),
    appui: appuiDuStatut(action),
    corriger: parametres.get('corriger'),
    organisations: present ? await organisationsAMentionner(services.base, plan) : [],
    demandes: demandes.map(({ compte, ...demande }) => ({
      ...demande,
      retirable: present && demande.reponse === null && peutRetirerDemande(acteur, compte).permis,
      enregistreLe: demande.enregistreLe.toISOString(),
      reponse: demande.reponse && { ...demande.reponse, enregistreLe: demande.reponse.enregistreLe.toISOString() },
    })),
    demandable:
      present &&
      peutDemanderReport(acteur, plan, pilotes).permis &&
      action.engagements.some(({ numero }) => !demandes.some((d) => d.reponse === null && d.engagement === numero)),
    notable: present && peutNoterAction(acteur, plan, pilotes).permis,
    modifiable: present && vue.modifiable,
    deploiement:
      declinaisons.enTout === 0
        ? null
        : {
            enTout: declinaisons.enTout,
            maille: mailleDe(declinaisons.ouvertes[0]?.territoire ?? ''),
            agregat: agreger(declinaisons.ouvertes, regard.jour, plan.silenceJours),
          },
  };
}

/** The story of the action; instants leave as texts, accounts stay on the server. */
function faitsDe(action: ActionDetaillee, corrigible: (note: ActionDetaillee['notes'][number]) => boolean) {
  return {
    notes: action.notes.map((note) => {
      const { compte: _, vautLe: __, enregistreLe, ...vue } = note;
      return { ...vue, enregistreLe: enregistreLe.toISOString(), corrigible: corrigible(note) };
    }),
    echeances: action.echeances.map(({ enregistreLe, ...vue }) => ({
      ...vue,
      enregistreLe: enregistreLe.toISOString(),
    })),
    creation: { enregistreLe: action.creeLeInstant.toISOString(), auteur: action.creePar },
  };
}

/** What the page shows beyond the list's view; instants leave as texts. */
function detailler(action: ActionDetaillee) {
  return {
    miseEnOeuvre: action.miseEnOeuvre,
    livrables: action.livrables,
    recommandations: action.recommandations,
    pilotes: action.pilotes,
    trajectoire: action.trajectoire,
    declares: action.notes.flatMap(({ taux, vautLe, corrigee }) =>
      taux === null || corrigee ? [] : [{ instant: vautLe.toISOString(), taux }],
    ),
    retrait: action.retrait && {
      le: action.retrait.le.toISOString().slice(0, 10),
      par: action.retrait.par,
      motif: action.retrait.motif,
    },
  };
}
