import { z } from 'zod';
import {
  CURSEUR_INVALIDE,
  curseur,
  ecrireCurseur,
  limite,
  lireCurseur,
  type RouteDApi,
  requete,
  routeDApi,
  suivant,
} from '#acces';
import { aujourdhui } from '#socle';
import { echec, reussite } from '#socle/valeurs';
import { criteresDeLAdresse, regardDeLAdresse } from '../adresses.ts';
import { noterAction } from '../commandes/noter-action.ts';
import { trouverAction } from '../lectures/action.ts';
import { listerActions } from '../lectures/actions.ts';
import { avecEngagements } from '../lectures/details.ts';
import { trouverPlan } from '../lectures/plan.ts';
import { listerPlans } from '../lectures/plans.ts';
import { presenterAction, presenterListe, presenterPlan } from '../presentation.ts';
import { LIBELLES_DE_GENRE } from '../regles/genres.ts';
import {
  actionDeListe,
  actionPresentee,
  ETATS_DE_PLAN,
  jour,
  MARQUES,
  planDeListe,
  planPresente,
  STATUTS,
  TRIS,
} from './schemas.ts';

const AUCUN = z.strictObject({});
const PLAN = z.object({ plan: z.string().meta({ description: 'Identifiant du plan' }) });
const ACTION = PLAN.extend({ action: z.string().meta({ description: 'Identifiant de l’action' }) });

const q = z.string().max(200).optional().meta({ description: 'Mots à chercher' });

const NOTE = z
  .strictObject(
    {
      statut: STATUTS.optional().meta({ description: 'Statut déclaré' }),
      taux: z
        .union([z.number(), z.string()])
        .optional()
        .meta({ description: 'En pour cent, de 0 à 100, quatre décimales au plus' }),
      texte: z.string().max(20_000).optional().meta({ description: 'Où en est l’action, en quelques mots' }),
      obstacle: z.string().max(4_000).optional().meta({ description: 'Ce qui bloque ; demandé pour « bloquee »' }),
      levee: z
        .string()
        .max(4_000)
        .optional()
        .meta({ description: 'Ce qui lèverait l’obstacle ; demandé pour « bloquee »' }),
      lien: z.string().max(2_000).optional().meta({ description: 'Adresse d’une pièce ; ou « sansPiece »' }),
      lienNom: z.string().max(300).optional().meta({ description: 'Nom de cette pièce' }),
      sansPiece: z
        .string()
        .max(2_000)
        .optional()
        .meta({ description: 'Pourquoi il n’y a pas de pièce ; demandé pour « terminee » sans lien' }),
    },
    { error: 'Envoyez un objet JSON qui a « statut », « taux » ou « texte », et rien d’autre.' },
  )
  .meta({ description: 'L’un des trois au moins' });

/** What the API does with plans. The same readings, policies and presentation as the pages. */
export const API_DES_PLANS: readonly RouteDApi[] = [
  routeDApi({
    methode: 'get',
    chemin: '/plans',
    portee: 'plans.lire',
    resume: 'Les plans que le titulaire du jeton peut lire, les plus récents d’abord, les archivés à la fin',
    parametres: AUCUN,
    requete: requete({
      q,
      etat: ETATS_DE_PLAN.optional().meta({ description: 'Seulement les plans dans cet état' }),
      curseur,
      limite: limite(20, 50),
    }),
    corps: null,
    reponse: z.strictObject({ plans: z.array(planDeListe), total: z.number().int(), suivant }),
    async traiter({ services, acteur, requete: { q, etat, curseur, limite } }) {
      const apres = curseur === undefined ? null : lireCurseur(curseur, CURSEUR_DE_PLANS);
      if (curseur !== undefined && apres === null) return echec(CURSEUR_INVALIDE);
      const regard = { jour: aujourdhui(services.horloge), passe: false };
      const liste = await listerPlans(
        services.base,
        acteur,
        { q: q?.trim() || null, etat: etat ?? null, territoire: null, page: 1, parPage: limite, apres },
        regard,
      );
      const prochaines = await avecEngagements(
        services.base,
        liste.plans.flatMap(({ prochaine }) => prochaine ?? []),
        regard,
      );
      const parPlan = new Map(prochaines.map((action) => [action.plan, presenterAction(action)]));
      return reussite({
        plans: liste.plans.map((plan) => ({
          ...plan,
          genreLibelle: LIBELLES_DE_GENRE[plan.genre],
          prochaine: parPlan.get(plan.id) ?? null,
        })),
        total: liste.total,
        suivant: liste.suite === null ? null : ecrireCurseur(liste.suite),
      });
    },
  }),
  routeDApi({
    methode: 'get',
    chemin: '/plans/{plan}',
    portee: 'plans.lire',
    resume: 'Un plan',
    parametres: PLAN,
    requete: requete({}),
    corps: null,
    reponse: planPresente,
    async traiter({ services, acteur, parametres }) {
      const plan = await trouverPlan(services.base, acteur, parametres.plan);
      return plan.ok ? reussite(presenterPlan(plan.valeur)) : plan;
    },
  }),
  routeDApi({
    methode: 'get',
    chemin: '/plans/{plan}/actions',
    portee: 'plans.lire',
    resume: 'Les actions d’un plan, avec les filtres et les tris de la page',
    parametres: PLAN,
    requete: requete({
      q,
      axe: z.string().optional().meta({ description: 'Identifiant d’un axe, ceux qu’il contient compris' }),
      organisation: z
        .string()
        .max(100)
        .optional()
        .meta({ description: 'Identifiant d’une organisation, celles qui en dépendent comprises' }),
      pilote: z.string().max(4_000).optional().meta({ description: 'Nom d’un pilote qui n’est pas dans l’annuaire' }),
      territoire: z
        .string()
        .regex(/^(R\d{2}|D(\d{2,3}|2[AB]))$/, 'Un code comme R53 ou D29.')
        .optional()
        .meta({ description: 'Code du territoire d’un pilote : R53, D29' }),
      statut: z
        .enum([...STATUTS.options, 'non_declare'])
        .optional()
        .meta({ description: 'Statut déclaré' }),
      marque: MARQUES.optional().meta({ description: 'Ce que Jalon constate' }),
      tri: TRIS.optional().meta({ description: 'Ordre de la liste ; « rang » est celui du plan' }),
      sens: z.enum(['croissant', 'decroissant']).optional().meta({ description: 'Sens du tri' }),
      au: jour.optional().meta({ description: 'La situation à la fin de ce jour passé' }),
      curseur,
      limite: limite(50, 200),
    }),
    corps: null,
    reponse: z.strictObject({ actions: z.array(actionDeListe), nombre: z.number().int(), suivant }),
    async traiter({ services, acteur, parametres, requete: { curseur, limite, ...filtres } }) {
      const plan = await trouverPlan(services.base, acteur, parametres.plan);
      if (!plan.ok) return plan;
      const apres = curseur === undefined ? null : lireCurseur(curseur, CURSEUR_D_ACTIONS);
      if (curseur !== undefined && apres === null) return echec(CURSEUR_INVALIDE);
      const adresse = new URLSearchParams(
        Object.entries(filtres).flatMap(([nom, valeur]) => (valeur === undefined ? [] : [[nom, valeur]])),
      );
      const liste = await listerActions(
        services.base,
        plan.valeur.id,
        { ...criteresDeLAdresse(adresse), parPage: limite, ...(apres === null ? {} : { apres: apres.id }) },
        regardDeLAdresse(adresse, aujourdhui(services.horloge)),
      );
      if (!liste.situee)
        return echec({
          nature: 'conflit',
          regle: 'api.curseur.perime',
          message: 'L’action où vous vous étiez arrêté n’est plus dans cette liste. Reprenez la liste du début.',
        });
      const derniere = liste.actions.at(-1);
      return reussite({
        actions: presenterListe(liste.actions),
        nombre: liste.nombre,
        suivant: liste.suite && derniere ? ecrireCurseur({ id: derniere.id }) : null,
      });
    },
  }),
  routeDApi({
    methode: 'post',
    chemin: '/plans/{plan}/actions/{action}/notes',
    portee: 'plans.noter',
    resume: 'Ajoute une note d’avancement à une action : statut, taux, mots, l’un des trois au moins',
    description:
      'La note est signée par le jeton et son titulaire. Rien n’est modifié de ce qui précède. La même clé d’idempotence, renvoyée, n’ajoute rien.',
    parametres: ACTION,
    requete: requete({}),
    corps: NOTE,
    reponse: actionPresentee,
    async traiter({ services, acteur, parametres, corps, identifiant }) {
      const valeurs = { ...corps, ...(corps.taux === undefined ? {} : { taux: String(corps.taux) }) };
      const notee = await noterAction(services, acteur, parametres, valeurs, { identifiant });
      if (!notee.ok) return notee;
      const regard = { jour: aujourdhui(services.horloge), passe: false };
      const action = await trouverAction(services.base, parametres.plan, parametres.action, regard);
      return action.ok ? reussite(presenterAction(action.valeur)) : action;
    },
  }),
];

const CURSEUR_DE_PLANS = z.strictObject({ archive: z.boolean(), creeLe: z.iso.datetime(), id: z.uuid() });
const CURSEUR_D_ACTIONS = z.strictObject({ id: z.uuid() });
