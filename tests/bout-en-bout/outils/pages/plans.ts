import { seConnecter } from '../essai.ts';
import { envoyerSansControle, ouvrir } from '../gestes.ts';
import { donnerLien, planAPiloteSansCompte } from '../liens.ts';
import { BCAM, COMPTES_29, DDPP_29, DITP, DNUM, PREFET_29, PREFET_44, SGCD_29, SPES } from '../personas.ts';
import { actionNeuve, creerPlanVide, demanderReport } from '../plans.ts';
import type { Cas } from './cas.ts';

/** Rank, in the plan of 2022, of the action declined over the départements. */
const DECLINEE = 5;

/** The declinations of the demonstration are counted from the day it was loaded. */
function ilYADesJours(jours: number): string {
  return new Date(Date.now() - jours * 86_400_000).toISOString().slice(0, 10);
}

/** Plans and their actions. */
export const CAS_DES_PLANS: readonly Cas[] = [
  { titre: 'Plans', route: '/plans', persona: DITP, aller: '/plans', sombre: true },
  { titre: 'Plans sans résultat', route: '/plans', persona: DITP, aller: '/plans?q=zzzz&etat=actif' },
  { titre: 'Créer un plan', route: '/plans/nouveau', persona: BCAM, aller: '/plans/nouveau' },
  {
    titre: 'Créer un plan, refusé',
    route: '/plans/nouveau',
    persona: BCAM,
    aller: async (page) => {
      await page.goto('/plans/nouveau');
      await page.getByLabel('Silence toléré').fill('beaucoup');
      await envoyerSansControle(page, 'Créer le plan');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Plan',
    route: '/plans/:plan',
    persona: BCAM,
    aller: (page, { irritants }) => page.goto(irritants.adresse),
    sombre: true,
  },
  {
    titre: 'Plan filtré et trié',
    route: '/plans/:plan',
    persona: PREFET_29,
    aller: (page, { irritants }) => page.goto(`${irritants.adresse}?marque=en_retard&tri=retard&sens=decroissant`),
  },
  {
    titre: 'Plan au passé',
    route: '/plans/:plan',
    persona: BCAM,
    aller: (page, { irritants }) => page.goto(`${irritants.adresse}?au=2024-01-15`),
  },
  {
    titre: 'Plan sans résultat',
    route: '/plans/:plan',
    persona: BCAM,
    aller: (page, { irritants }) => page.goto(`${irritants.adresse}?q=zzzz&statut=bloquee`),
  },
  {
    titre: 'Plan vide',
    route: '/plans/:plan',
    persona: BCAM,
    aller: (page) => creerPlanVide(page, 'Plan encore vide'),
  },
  {
    titre: 'Importer dans un plan',
    route: '/plans/:plan/importer',
    persona: BCAM,
    aller: (page, { irritants }) => page.goto(`${irritants.adresse}/importer`),
  },
  {
    titre: 'Fichiers du plan',
    route: '/plans/:plan/documents',
    persona: BCAM,
    aller: (page, { irritants }) => page.goto(`${irritants.adresse}/documents`),
  },
  {
    titre: 'Plan sans fichier',
    route: '/plans/:plan/documents',
    persona: PREFET_29,
    aller: (page, { finistere }) => page.goto(`${finistere.adresse}/documents`),
  },
  {
    titre: 'Frise',
    route: '/plans/:plan/frise',
    persona: BCAM,
    aller: (page, { irritants }) => page.goto(`${irritants.adresse}/frise`),
    sombre: true,
  },
  {
    titre: 'Frise sans action',
    route: '/plans/:plan/frise',
    persona: BCAM,
    aller: (page, { irritants }) => page.goto(`${irritants.adresse}/frise?q=zzzz`),
  },
  {
    titre: 'Engagements',
    route: '/plans/:plan/engagements',
    persona: BCAM,
    aller: (page, { irritants }) => page.goto(`${irritants.adresse}/engagements`),
    sombre: true,
  },
  {
    titre: 'Engagements filtrés',
    route: '/plans/:plan/engagements',
    persona: BCAM,
    aller: (page, { irritants }) => page.goto(`${irritants.adresse}/engagements?constat=reportee_une_fois&tri=reports`),
  },
  {
    titre: 'Engagements d’un jour passé',
    route: '/plans/:plan/engagements',
    persona: BCAM,
    aller: (page, { irritants }) => page.goto(`${irritants.adresse}/engagements?au=2024-01-15`),
  },
  {
    titre: 'Engagements d’un plan vide',
    route: '/plans/:plan/engagements',
    persona: BCAM,
    aller: async (page) => page.goto(`${await creerPlanVide(page, 'Plan sans engagement')}/engagements`),
  },
  {
    titre: 'Relances',
    route: '/plans/:plan/relances',
    persona: BCAM,
    aller: (page, { irritants }) => page.goto(`${irritants.adresse}/relances`),
    sombre: true,
  },
  {
    titre: 'Relances, aucune',
    route: '/plans/:plan/relances',
    persona: BCAM,
    aller: async (page) => page.goto(`${await creerPlanVide(page, 'Plan sans relance')}/relances`),
  },
  {
    titre: 'Relances, courriers revenus',
    route: '/plans/:plan/relances',
    persona: BCAM,
    aller: (page, { irritants }) => page.goto(`${irritants.adresse}/relances?envoi=revenu`),
  },
  {
    titre: 'Régler les relances',
    route: '/plans/:plan/relances/regler',
    persona: BCAM,
    aller: (page, { irritants }) => page.goto(`${irritants.adresse}/relances/regler`),
  },
  {
    titre: 'Régler les relances, refusé',
    route: '/plans/:plan/relances/regler',
    persona: BCAM,
    aller: async (page, { irritants }) => {
      await page.goto(`${irritants.adresse}/relances/regler`);
      await page.getByLabel('Jours avant une échéance').fill('99');
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Ce qui a changé',
    route: '/plans/:plan/changements',
    persona: BCAM,
    aller: (page, { irritants }) => page.goto(`${irritants.adresse}/changements?du=2020-01-01`),
    sombre: true,
  },
  {
    titre: 'Ce qui a changé, rien',
    route: '/plans/:plan/changements',
    persona: BCAM,
    aller: (page, { irritants }) => page.goto(`${irritants.adresse}/changements?du=2001-01-01&au=2001-02-01`),
  },
  {
    titre: 'Axes',
    route: '/plans/:plan/axes',
    persona: BCAM,
    aller: (page, { irritants }) => page.goto(`${irritants.adresse}/axes`),
    sombre: true,
  },
  {
    titre: 'Axes d’un plan vide',
    route: '/plans/:plan/axes',
    persona: BCAM,
    aller: async (page) => page.goto(`${await creerPlanVide(page, 'Plan sans axe')}/axes`),
  },
  {
    titre: 'Axe refusé',
    route: '/plans/:plan/axes',
    persona: BCAM,
    aller: async (page, { irritants }) => {
      await page.goto(`${irritants.adresse}/axes`);
      await page.getByText('Ajouter un axe', { exact: true }).first().click();
      await envoyerSansControle(page, 'Ajouter l’axe');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Historique du plan',
    route: '/plans/:plan/historique',
    persona: BCAM,
    aller: (page, { irritants }) => page.goto(`${irritants.adresse}/historique`),
  },
  {
    titre: 'Historique au-delà de la fin',
    route: '/plans/:plan/historique',
    persona: BCAM,
    aller: (page, { irritants }) => page.goto(`${irritants.adresse}/historique?page=900`),
  },
  {
    titre: 'Pilotes',
    route: '/plans/:plan/pilotes',
    persona: BCAM,
    aller: (page, { irritants }) => page.goto(`${irritants.adresse}/pilotes`),
  },
  {
    titre: 'Liens personnels, aucun',
    route: '/plans/:plan/liens',
    persona: BCAM,
    aller: (page, { irritants }) => page.goto(`${irritants.adresse}/liens`),
  },
  {
    titre: 'Lien personnel donné',
    route: '/plans/:plan/liens',
    persona: BCAM,
    aller: async (page) => donnerLien(page, await planAPiloteSansCompte(page, 'Ouvrir un guichet')),
    sombre: true,
  },
  {
    titre: 'Page d’un lien personnel',
    route: '/lien/:lien',
    persona: BCAM,
    aller: async (page) => page.goto(await donnerLien(page, await planAPiloteSansCompte(page, 'Ouvrir un guichet'))),
    sombre: true,
  },
  {
    titre: 'Lien personnel révoqué',
    route: '/lien/:lien',
    persona: BCAM,
    aller: async (page) => {
      const lien = await donnerLien(page, await planAPiloteSansCompte(page, 'Ouvrir un guichet'));
      await page.getByRole('button', { name: /^Révoquer le lien/ }).click();
      await page.getByText('Le lien est révoqué').waitFor();
      await page.goto(lien);
    },
  },
  {
    titre: 'Modifier le plan',
    route: '/plans/:plan/modifier',
    persona: BCAM,
    aller: (page, { irritants }) => page.goto(`${irritants.adresse}/modifier`),
  },
  {
    titre: 'Ajouter une action',
    route: '/plans/:plan/actions/nouvelle',
    persona: BCAM,
    aller: (page, { irritants }) => page.goto(`${irritants.adresse}/actions/nouvelle`),
  },
  {
    titre: 'Action refusée',
    route: '/plans/:plan/actions/nouvelle',
    persona: BCAM,
    aller: async (page, { irritants }) => {
      await page.goto(`${irritants.adresse}/actions/nouvelle`);
      await envoyerSansControle(page, 'Ajouter l’action');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Action',
    route: '/plans/:plan/actions/:action',
    persona: BCAM,
    aller: (page, { irritants }) => page.goto(irritants.actions[0] ?? ''),
    sombre: true,
  },
  {
    titre: 'Action à trajectoire',
    route: '/plans/:plan/actions/:action',
    persona: SPES,
    aller: (page, { reprise }) => page.goto(reprise.actions[0] ?? ''),
    sombre: true,
  },
  {
    titre: 'Action lue par un autre service',
    route: '/plans/:plan/actions/:action',
    persona: PREFET_44,
    aller: (page, { irritants }) => page.goto(irritants.actions[1] ?? ''),
  },
  {
    titre: 'Note refusée',
    route: '/plans/:plan/actions/:action',
    persona: BCAM,
    aller: async (page, { irritants }) => {
      await page.goto(irritants.actions[0] ?? '');
      await page.getByLabel('Taux de réalisation (%)').fill('140');
      await envoyerSansControle(page, 'Enregistrer la note');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Note sans pièce, refusée',
    route: '/plans/:plan/actions/:action',
    persona: BCAM,
    aller: async (page) => {
      await page.goto(await actionNeuve(page, 'Plan à clore'));
      await page.getByLabel('Statut', { exact: true }).selectOption({ label: 'Terminée' });
      await envoyerSansControle(page, 'Enregistrer la note');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Report à demander',
    route: '/plans/:plan/actions/:action',
    persona: SGCD_29,
    aller: (page, { finistere }) => page.goto(finistere.actions[3] ?? ''),
  },
  {
    titre: 'Demande de report à retirer',
    route: '/plans/:plan/actions/:action',
    persona: BCAM,
    aller: async (page) => {
      const action = await actionNeuve(page, 'Plan à reporter', { pilote: 'DNUM' });
      await page.goto(action.replace(/\/actions\/.*$/, '/modifier'));
      await page.getByText('Les pilotes demandent les reports, l’équipe les valide').click();
      await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
      await page.waitForURL(/\/plans\/[0-9a-f-]{36}(\?|$)/);
      await page.getByRole('button', { name: 'Se déconnecter' }).click();
      await seConnecter(page, DNUM);
      await page.goto(action);
      await demanderReport(page, '30 juin 2026');
      await ouvrir(page, 'Retirer ma demande');
      await page.getByLabel('Raison du retrait').waitFor();
    },
    sombre: true,
  },
  {
    titre: 'Note à corriger',
    route: '/plans/:plan/actions/:action',
    persona: BCAM,
    aller: async (page) => {
      await page.goto(await actionNeuve(page, 'Plan à corriger'));
      await page.getByLabel('Note', { exact: true }).fill('Le site est choisi, @DNUM le sait.');
      await page.getByRole('button', { name: 'Enregistrer la note' }).click();
      await page.getByRole('link', { name: 'Corriger cette note' }).click();
      await page.getByRole('form', { name: 'Corriger une note' }).waitFor();
    },
    sombre: true,
  },
  {
    titre: 'Modifier l’action',
    route: '/plans/:plan/actions/:action/modifier',
    persona: BCAM,
    aller: (page, { irritants }) => page.goto(`${irritants.actions[0]}/modifier`),
  },
  {
    titre: 'Déploiement par département',
    route: '/plans/:plan/actions/:action/deploiement',
    persona: BCAM,
    aller: (page, { irritants }) => page.goto(`${irritants.actions[DECLINEE]}/deploiement?territoire=D01`),
    sombre: true,
  },
  {
    titre: 'Déploiement, filtré, jour passé',
    route: '/plans/:plan/actions/:action/deploiement',
    persona: BCAM,
    aller: (page, { irritants }) =>
      page.goto(`${irritants.actions[DECLINEE]}/deploiement?etat=bloquee&carte=statut&tri=taux&au=${ilYADesJours(10)}`),
  },
  {
    titre: 'Déploiement, région par région',
    route: '/plans/:plan/actions/:action/deploiement',
    persona: BCAM,
    aller: async (page, { irritants }) => {
      await page.goto(`${irritants.actions[DECLINEE]}/deploiement?carte=nouvelle&etat=trente_jours&territoire=D18`);
      await page.locator('summary', { hasText: 'Région par région' }).click();
      await page.locator('summary', { hasText: 'Pièces' }).click();
    },
    sombre: true,
  },
  {
    titre: 'Déploiement vu de son département, nouvelles refusées',
    route: '/plans/:plan/actions/:action/deploiement',
    persona: PREFET_29,
    aller: async (page, { irritants }) => {
      await page.goto(`${irritants.actions[DECLINEE]}/deploiement`);
      await page.getByLabel('Taux de réalisation (%)').fill('140');
      await envoyerSansControle(page, 'Enregistrer la note');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Déploiement à choisir, refusé',
    route: '/plans/:plan/actions/:action/deploiement',
    persona: BCAM,
    aller: async (page) => {
      await page.goto(`${await actionNeuve(page, 'Plan à décliner')}/deploiement`);
      await page.getByText('Une liste', { exact: true }).click();
      await envoyerSansControle(page, 'Décliner l’action');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Qui peut voir ce plan, pour son équipe',
    route: '/plans/:plan/acces',
    persona: COMPTES_29,
    aller: (page, { finistere }) => page.goto(`${finistere.adresse}/acces?personne=DDPP`),
    sombre: true,
  },
  {
    titre: 'Qui peut voir ce plan, pour un lecteur',
    route: '/plans/:plan/acces',
    persona: DDPP_29,
    aller: (page, { irritants }) => page.goto(`${irritants.adresse}/acces`),
  },
  {
    titre: 'Accès refusé',
    route: '/plans/:plan',
    persona: PREFET_44,
    aller: (page, { finistere }) => page.goto(finistere.adresse),
    statut: 403,
  },
];
