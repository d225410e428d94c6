import { type Acteur, empreinteDuSecret } from '#acces';
import { aujourdhui, type Services } from '#socle';
import { avecEngagements } from '../lectures/details.ts';
import { lirePlanSansPolitique } from '../lectures/plan.ts';
import { dernieresNouvelles } from '../lectures/pour-accueil.ts';
import { actionsSituees } from '../lectures/situations.ts';
import { presenterAction } from '../presentation.ts';
import { comparerAttentes } from '../regles/attente.ts';
import { etatDuLien } from '../regles/liens.ts';
import { actionsDuPilote } from './pilotes.ts';

/** A link that opens: who bears it, and the actions it opens today, closed ones included. */
export type LienOuvert = {
  readonly etat: 'ouvert';
  /** Signs what is written; opens nothing by itself. */
  readonly porteur: Acteur;
  readonly nom: string;
  readonly plan: { readonly id: string; readonly titre: string; readonly proprietaire: string };
  readonly actions: readonly string[];
  readonly expireLe: Date;
};

/** A link that was one: what is told to whoever still has it. */
export type LienClos = { readonly etat: 'expire' | 'revoque' | 'plan_clos'; readonly proprietaire: string };

const FORME = /^[A-Za-z0-9_-]{43}$/;
/** The last visit is noted once a minute at most: reading a page is not writing a row. */
const PAS_DE_PRESENCE_MS = 60_000;

/** The link of this secret; null when there never was one. */
export async function ouvrirLien(services: Services, secret: string): Promise<LienOuvert | LienClos | null> {
  if (!FORME.test(secret)) return null;
  const { base, horloge } = services;
  const lien = await base
    .selectFrom('lien_personnel')
    .innerJoin('compte', 'compte.id', 'lien_personnel.compte_id')
    .select(['compte_id', 'compte.nom', 'plan_id', 'pilote', 'lien_personnel.organisation_id', 'expire_le', 'vu_le'])
    .select('revoque_le')
    .where('empreinte', '=', empreinteDuSecret(secret))
    .executeTakeFirst();
  const plan = lien && (await lirePlanSansPolitique(base, lien.plan_id));
  if (!lien || !plan) return null;
  const maintenant = horloge.maintenant();
  const etat = etatDuLien({ expire: lien.expire_le, revoque: lien.revoque_le }, maintenant);
  if (etat !== 'ouvert') return { etat, proprietaire: plan.proprietaireLibelle };
  if (plan.etat !== 'actif') return { etat: 'plan_clos', proprietaire: plan.proprietaireLibelle };
  if (lien.vu_le === null || maintenant.getTime() - lien.vu_le.getTime() > PAS_DE_PRESENCE_MS)
    await base
      .updateTable('lien_personnel')
      .set({ vu_le: maintenant })
      .where('compte_id', '=', lien.compte_id)
      .execute();
  return {
    etat,
    porteur: porteurDuLien(lien.compte_id, lien.nom, plan.territoire),
    nom: lien.nom,
    plan: { id: plan.id, titre: plan.titre, proprietaire: plan.proprietaireLibelle },
    actions: await actionsDuPilote(base, { plan: plan.id, pilote: lien.pilote, organisation: lien.organisation_id }),
    expireLe: lien.expire_le,
  };
}

/** The actions of an open link as its page shows them: those still open first, the most pressing on top. */
export async function actionsDuLien({ base, horloge }: Services, { plan, actions }: LienOuvert) {
  const regard = { jour: aujourdhui(horloge), passe: false };
  const [situees, dernieres] = await Promise.all([
    actionsSituees(base, [plan.id], regard, actions).then((situees) => avecEngagements(base, situees, regard)),
    dernieresNouvelles(base, actions),
  ]);
  return situees
    .sort((a, b) => Number(a.situation.close) - Number(b.situation.close) || comparerAttentes(a, b))
    .map((action) => {
      const derniere = dernieres.get(action.id) ?? null;
      return {
        ...presenterAction(action),
        planTitre: plan.titre,
        close: action.situation.close,
        notable: true,
        derniere,
        vue: derniere?.instant ?? '',
      };
    });
}

/** An actor to whom no policy opens anything: what the link opens is said by the link alone. */
function porteurDuLien(compte: string, nom: string, territoire: string): Acteur {
  return {
    compte,
    personne: compte,
    nom,
    genre: 'machine',
    portees: [],
    profil: 'pilote',
    organisation: '',
    organisationLibelle: '',
    organisations: [],
    collectifs: [],
    ministere: null,
    territoire,
    territoires: [],
    territoiresEnglobants: [],
    habilitations: [],
  };
}
