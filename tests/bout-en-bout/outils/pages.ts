import type { Page } from '@playwright/test';
import { CARTE } from '../../../src/entree/carte.ts';
import { type Monde, seConnecter } from './essai.ts';
import {
  feuilleEnVigueur,
  preparerFeuille,
  proposerUneCible,
  reformeDEssai,
  remplirFeuille,
  territoireDEssai,
} from './feuilles.ts';
import {
  creerIndicateur,
  deposer,
  deposerCourrielDEssai,
  deposerValeurs,
  envoyerSansControle,
  fichierCsv,
  fichierDeValeurs,
  importer,
  ouvrir,
} from './gestes.ts';
import { nouvelAgent, ouvrirCompte, refuserDemande, seConnecterAvec } from './identites.ts';
import {
  BCAM,
  COMPTES_29,
  DDPP_29,
  DGAFP,
  DITP,
  DNUM,
  PREFET_29,
  PREFET_44,
  PRESIDENCE,
  SGAR_BRETAGNE,
  SGCD_29,
  SPES,
} from './personas.ts';
import { ouvrirPreparation, preparerPoint } from './points.ts';
import { CAS_DES_REFORMES } from './reformes.ts';

/** A page in a state worth looking at. */
export type Cas = {
  readonly titre: string;
  /** Its address as `src/entree/carte.ts` writes it. */
  readonly route: string;
  /** Who looks; null: nobody signed in. */
  readonly persona: string | null;
  readonly aller: string | ((page: Page, monde: Monde) => Promise<unknown>);
  readonly statut?: number;
  /** Also looked at in the dark theme. */
  readonly sombre?: boolean;
};

/** Addresses that draw a page, as the application declares them; the others answer with a file or a redirection. */
export const ROUTES_DE_PAGE: readonly string[] = CARTE.filter(({ fichier }) => fichier.endsWith('.tsx')).map(
  ({ chemin }) => chemin,
);

/** Every page with data, then empty, refused and in error. */
export const CAS: readonly Cas[] = [
  ...CAS_DES_REFORMES,
  { titre: 'Accueil public', route: '/', persona: null, aller: '/', sombre: true },
  { titre: 'Accueil', route: '/', persona: BCAM, aller: '/', sombre: true },
  { titre: 'Accueil sans action attendue', route: '/', persona: PRESIDENCE, aller: '/' },
  { titre: 'Connexion', route: '/connexion', persona: null, aller: '/connexion', sombre: true },
  {
    titre: 'Connexion professionnelle',
    route: '/connexion/professionnelle',
    persona: null,
    aller: '/connexion/professionnelle',
  },
  {
    titre: 'Tentative de connexion périmée',
    route: '/connexion/retour',
    persona: null,
    aller: '/connexion/retour?code=inconnu&state=inconnu',
    statut: 400,
    sombre: true,
  },
  {
    titre: 'Agent sans compte',
    route: '/connexion/inconnu',
    persona: null,
    aller: (page) => seConnecterAvec(page, nouvelAgent()),
    sombre: true,
  },
  {
    titre: 'Agent sans compte, demande refusée par le formulaire',
    route: '/connexion/inconnu',
    persona: null,
    aller: async (page) => {
      await seConnecterAvec(page, nouvelAgent());
      await page.goto('/connexion/inconnu?territoire=D29');
      await envoyerSansControle(page, 'Envoyer la demande');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Agent dont la demande a été refusée',
    route: '/connexion/inconnu',
    persona: null,
    aller: async (page) => {
      const agent = nouvelAgent();
      await seConnecterAvec(page, agent);
      await refuserDemande(agent, 'Vous n’êtes plus affecté dans ce service.');
      await page.goto('/connexion/inconnu?territoire=FR');
    },
  },
  {
    titre: 'Demande d’accès, sans être passé par la connexion',
    route: '/connexion/inconnu',
    persona: null,
    aller: '/connexion/inconnu',
    statut: 403,
  },
  { titre: 'Se déconnecter', route: '/deconnexion', persona: BCAM, aller: '/deconnexion' },
  { titre: 'Se déconnecter, sans l’être', route: '/deconnexion', persona: null, aller: '/deconnexion' },
  { titre: 'Après la déconnexion', route: '/deconnexion/retour', persona: null, aller: '/deconnexion/retour' },
  { titre: 'Mon compte', route: '/compte', persona: PREFET_29, aller: '/compte', sombre: true },
  {
    titre: 'Mon compte, relié à une identité',
    route: '/compte',
    persona: null,
    aller: async (page) => {
      const agent = nouvelAgent();
      await ouvrirCompte(agent);
      await seConnecterAvec(page, agent, '/connexion?vers=/compte');
    },
  },
  {
    titre: 'Mes sessions',
    route: '/compte/sessions',
    persona: PREFET_29,
    aller: async (page) => {
      // The session left behind, so that there is another one to close.
      await page.context().clearCookies();
      await seConnecter(page, PREFET_29);
      await page.goto('/compte/sessions');
    },
    sombre: true,
  },
  { titre: 'Aide', route: '/aide', persona: null, aller: '/aide', sombre: true },
  { titre: 'Accessibilité', route: '/accessibilite', persona: null, aller: '/accessibilite' },
  { titre: 'Données personnelles', route: '/donnees-personnelles', persona: null, aller: '/donnees-personnelles' },
  { titre: 'Mes données', route: '/compte/donnees', persona: BCAM, aller: '/compte/donnees', sombre: true },
  {
    titre: 'Données d’une personne',
    route: '/administration/comptes/:compte/donnees',
    persona: DITP,
    aller: '/administration/comptes/demo-prefet-44/donnees',
  },
  { titre: 'Recherche', route: '/recherche', persona: BCAM, aller: '/recherche?q=referent', sombre: true },
  { titre: 'Recherche vide', route: '/recherche', persona: BCAM, aller: '/recherche' },
  { titre: 'Recherche sans résultat', route: '/recherche', persona: BCAM, aller: '/recherche?q=zzzz' },
  { titre: 'Organisations', route: '/organisations', persona: DNUM, aller: '/organisations?q=dmat' },
  { titre: 'Organisations sans résultat', route: '/organisations', persona: DNUM, aller: '/organisations?q=zzzz' },
  { titre: 'Feuilles de route', route: '/feuilles-de-route', persona: DITP, aller: '/feuilles-de-route', sombre: true },
  {
    titre: 'Feuilles de route, aucune',
    route: '/feuilles-de-route',
    persona: BCAM,
    aller: '/feuilles-de-route?etat=close',
  },
  {
    titre: 'Préparer une feuille de route, refusé',
    route: '/feuilles-de-route/nouvelle',
    persona: PREFET_29,
    aller: async (page) => {
      await page.goto('/feuilles-de-route/nouvelle');
      await envoyerSansControle(page, 'Commencer');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Feuille de route en préparation',
    route: '/feuilles-de-route/:feuille/preparer',
    persona: PREFET_44,
    aller: async (page) => {
      const feuille = await preparerFeuille(page, 'Mandat en préparation', 'D44');
      await remplirFeuille(page, feuille);
      await page.goto(`${feuille}/preparer`);
    },
  },
  ...(
    [
      ['Feuille de route', '', true],
      ['Vie de la feuille de route', '/vie', false],
      ['Avenant à une feuille de route', '/evolution', false],
      ['Compte rendu d’avancement', '/compte-rendu', false],
    ] as const
  ).map(
    ([titre, suite, sombre]): Cas => ({
      titre,
      route: `/feuilles-de-route/:feuille${suite}`,
      persona: DITP,
      sombre,
      aller: async (page) => page.goto(`${await feuilleEnVigueur(page, territoireDEssai())}${suite}`),
    }),
  ),
  {
    titre: 'Projet local',
    route: '/feuilles-de-route/:feuille/projets/:projet',
    persona: DITP,
    sombre: true,
    aller: async (page) => {
      await page.goto(await feuilleEnVigueur(page, territoireDEssai()));
      await page.getByRole('rowheader').getByRole('link', { name: 'Reconversion de l’ancien arsenal' }).click();
      await page.getByRole('heading', { level: 1, name: 'Reconversion de l’ancien arsenal' }).waitFor();
    },
  },
  {
    titre: 'Cibles convenues',
    route: '/reformes/:reforme/cibles',
    persona: PREFET_29,
    sombre: true,
    aller: async (page) => page.goto(`${await reformeDEssai(page, 'D29')}/cibles?territoire=D29`),
  },
  {
    titre: 'Cible en discussion',
    route: '/reformes/:reforme/cibles',
    persona: PREFET_29,
    aller: async (page) => {
      await page.goto(`${await reformeDEssai(page, 'D29')}/cibles?territoire=D29`);
      await proposerUneCible(page, '99');
    },
  },
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
  { titre: 'Importer un plan', route: '/plans/importer', persona: BCAM, aller: '/plans/importer', sombre: true },
  {
    titre: 'Importer un plan sans fichier',
    route: '/plans/importer',
    persona: BCAM,
    aller: async (page) => {
      await page.goto('/plans/importer');
      await envoyerSansControle(page, 'Lire ce fichier');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Vérification d’un import',
    route: '/imports/:id',
    persona: BCAM,
    aller: (page) => deposer(page, '/plans/importer', TABLEAU),
    sombre: true,
  },
  {
    titre: 'Lecture en cours',
    route: '/imports/:id',
    persona: BCAM,
    aller: async (page) => {
      // The page stays as it was first drawn: neither its script nor its `Refresh` brings it further.
      await page.route('**/imports/*', async (requete) => {
        const reponse = await requete.fetch();
        const { refresh: _, ...entetes } = reponse.headers();
        await requete.fulfill({ response: reponse, headers: entetes });
      });
      await page.goto('/plans/importer');
      await page.route('**/imports/*.data*', (requete) => requete.fulfill({ status: 204 }));
      await page.getByLabel('Fichier du plan').setInputFiles(TABLEAU);
      await page.getByRole('button', { name: 'Lire ce fichier' }).click();
    },
  },
  {
    titre: 'Ligne à corriger',
    route: '/imports/:id',
    persona: BCAM,
    aller: async (page) => {
      await deposer(page, '/plans/importer', TABLEAU);
      await page.getByRole('link', { name: 'Corriger (ligne 3)' }).click();
      await page.getByRole('heading', { name: 'Corriger la ligne 3' }).waitFor();
    },
  },
  {
    titre: 'Lignes à vérifier, aucune',
    route: '/imports/:id',
    persona: BCAM,
    aller: async (page) => {
      await deposer(page, '/plans/importer', TABLEAU);
      await page.getByRole('link', { name: 'Laissées de côté' }).click();
      await page.getByText('Aucune ligne ici').waitFor();
    },
  },
  {
    titre: 'Import refusé à la fin',
    route: '/imports/:id',
    persona: BCAM,
    aller: async (page) => {
      await deposer(page, '/plans/importer', TABLEAU);
      await page.getByRole('form', { name: 'Importer le plan' }).getByLabel('Titre').fill(' ');
      await envoyerSansControle(page, 'Importer les 3 lignes');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Fichier illisible',
    route: '/imports/:id',
    persona: BCAM,
    aller: (page) =>
      deposer(page, '/plans/importer', {
        name: 'casse.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: Buffer.from('PK\u0003\u0004 ceci n’est pas un classeur'),
      }),
  },
  {
    titre: 'Import abandonné',
    route: '/imports/:id',
    persona: BCAM,
    aller: async (page) => {
      await deposer(page, '/plans/importer', TABLEAU);
      await page.getByRole('button', { name: 'Abandonner cet import' }).click();
      await page.getByRole('heading', { name: 'Cet import a été abandonné' }).waitFor();
    },
  },
  {
    titre: 'Différence avec un plan',
    route: '/imports/:id',
    persona: BCAM,
    aller: async (page) => {
      await deposer(page, '/plans/importer', TABLEAU);
      const plan = await importer(page, 'Plan comparé');
      await deposer(page, `${plan}/importer`, TABLEAU_MODIFIE);
    },
    sombre: true,
  },
  {
    titre: 'Import fait',
    route: '/imports/:id',
    persona: BCAM,
    aller: async (page) => {
      await deposer(page, '/plans/importer', TABLEAU);
      const adresse = page.url();
      await importer(page, 'Plan importé une fois');
      await page.goto(adresse);
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
    titre: 'Modifier l’action',
    route: '/plans/:plan/actions/:action/modifier',
    persona: BCAM,
    aller: (page, { irritants }) => page.goto(`${irritants.actions[0]}/modifier`),
  },
  { titre: 'API', route: '/api', persona: null, aller: '/api', sombre: true },
  { titre: 'Mes jetons, aucun', route: '/compte/jetons', persona: SPES, aller: '/compte/jetons' },
  {
    titre: 'Jeton créé, montré une fois',
    route: '/compte/jetons',
    persona: DNUM,
    aller: (page) => creerUnJeton(page, 'Tableau de bord de la direction'),
    sombre: true,
  },
  {
    titre: 'Jeton refusé',
    route: '/compte/jetons',
    persona: BCAM,
    aller: async (page) => {
      await page.goto('/compte/jetons');
      await page.getByLabel('Dernier jour').fill('2001-01-01');
      await envoyerSansControle(page, 'Créer le jeton');
      await page.getByRole('alert').getByText('points à corriger').waitFor();
    },
  },
  {
    titre: 'Usages d’un jeton',
    route: '/compte/jetons',
    persona: PREFET_29,
    aller: async (page) => {
      const jeton = await creerUnJeton(page, 'Relevé du mois');
      await page.request.get('/api/v1/plans', { headers: { authorization: `Bearer ${jeton}` } });
      await page.goto('/compte/jetons');
      await page.getByRole('row', { name: 'Relevé du mois' }).first().getByRole('link').click();
      await page.getByRole('heading', { name: 'Derniers usages de « Relevé du mois »' }).waitFor();
    },
  },
  { titre: 'Jetons de tous', route: '/administration/jetons', persona: DITP, aller: '/administration/jetons' },
  {
    titre: 'Jetons sans résultat',
    route: '/administration/jetons',
    persona: DITP,
    aller: '/administration/jetons?q=zzzz&etat=actif',
  },
  { titre: 'Courriels', route: '/administration/courriels', persona: DITP, aller: courriels, sombre: true },
  {
    titre: 'Courriels sans résultat',
    route: '/administration/courriels',
    persona: DITP,
    aller: '/administration/courriels?destinataire=zzzz&etat=abandonne',
  },
  {
    titre: 'Courriel d’essai refusé',
    route: '/administration/courriels',
    persona: DITP,
    aller: async (page) => {
      await page.goto('/administration/courriels');
      await ouvrir(page, 'Essayer l’envoi');
      await page.getByLabel('Adresse qui doit recevoir le message').fill('agent');
      await envoyerSansControle(page, 'Envoyer un courriel d’essai');
      await page.getByRole('alert').getByText('1 point à corriger').waitFor();
    },
  },
  {
    titre: 'Courriel',
    route: '/administration/courriels/:courriel',
    persona: DITP,
    aller: (page) => deposerCourrielDEssai(page, 'agent@exemple.gouv.fr'),
    sombre: true,
  },
  {
    titre: 'Administration',
    route: '/administration',
    persona: COMPTES_29,
    aller: '/administration',
    sombre: true,
  },
  { titre: 'Administration de toute la France', route: '/administration', persona: DITP, aller: '/administration' },
  {
    titre: 'Comptes',
    route: '/administration/comptes',
    persona: COMPTES_29,
    aller: '/administration/comptes',
    sombre: true,
  },
  {
    titre: 'Comptes sans résultat',
    route: '/administration/comptes',
    persona: DITP,
    aller: '/administration/comptes?q=zzzz&etat=ferme',
  },
  {
    titre: 'Ouvrir un compte',
    route: '/administration/comptes/nouveau',
    persona: COMPTES_29,
    aller: '/administration/comptes/nouveau',
  },
  {
    titre: 'Ouvrir un compte, un service à choisir',
    route: '/administration/comptes/nouveau',
    persona: DITP,
    aller: async (page) => {
      await page.goto('/administration/comptes/nouveau');
      await page.getByLabel('Courriel professionnel').fill('sans arobase');
      await page.getByLabel('Service').fill('les SGC-D');
      await envoyerSansControle(page, 'Ouvrir le compte');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Compte',
    route: '/administration/comptes/:compte',
    persona: COMPTES_29,
    aller: '/administration/comptes/demo-ddpp-29',
    sombre: true,
  },
  {
    titre: 'Compte que l’on ne gère pas : le sien',
    route: '/administration/comptes/:compte',
    persona: COMPTES_29,
    aller: '/administration/comptes/demo-comptes-29',
  },
  {
    titre: 'Fermeture refusée',
    route: '/administration/comptes/:compte',
    persona: COMPTES_29,
    aller: async (page) => {
      await page.goto('/administration/comptes/demo-ddpp-29');
      await page.getByText('Cette personne n’a plus besoin de Jalon').click();
      await envoyerSansControle(page, 'Fermer le compte');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Modifier un compte',
    route: '/administration/comptes/:compte/modifier',
    persona: COMPTES_29,
    aller: '/administration/comptes/demo-ddpp-29/modifier',
  },
  {
    titre: 'Donner un accès',
    route: '/administration/comptes/:compte/habiliter',
    persona: COMPTES_29,
    aller: '/administration/comptes/demo-ddpp-29/habiliter',
    sombre: true,
  },
  {
    titre: 'Donner un accès, refusé',
    route: '/administration/comptes/:compte/habiliter',
    persona: COMPTES_29,
    aller: async (page) => {
      await page.goto('/administration/comptes/demo-ddpp-29/habiliter');
      await envoyerSansControle(page, 'Donner cet accès');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Ce que peut voir une personne',
    route: '/administration/comptes/:compte/acces',
    persona: COMPTES_29,
    aller: '/administration/comptes/demo-sgcd-29/acces',
    sombre: true,
  },
  {
    titre: 'Habilitation',
    route: '/administration/habilitations/:habilitation',
    persona: COMPTES_29,
    aller: async (page) => {
      await page.goto('/administration');
      await page
        .getByRole('link', { name: /^Gérer/ })
        .first()
        .click();
      await page.getByRole('heading', { name: 'Prolonger' }).waitFor();
    },
  },
  {
    titre: 'Demandes d’accès',
    route: '/administration/demandes',
    persona: COMPTES_29,
    aller: '/administration/demandes',
    sombre: true,
  },
  {
    titre: 'Demandes traitées',
    route: '/administration/demandes',
    persona: COMPTES_29,
    aller: '/administration/demandes?etat=traitees',
  },
  {
    titre: 'Répondre à une demande',
    route: '/administration/demandes/:demande',
    persona: COMPTES_29,
    aller: async (page) => {
      await page.goto('/administration/demandes');
      await page.getByRole('link', { name: 'Répondre à Directrice du SGC-D du Finistère' }).click();
      await page.getByRole('heading', { name: 'Accorder' }).waitFor();
    },
  },
  {
    titre: 'Suppléances',
    route: '/compte/suppleances',
    persona: SGAR_BRETAGNE,
    aller: '/compte/suppleances',
    sombre: true,
  },
  {
    titre: 'Pendant une suppléance',
    route: '/compte/suppleances',
    persona: SGAR_BRETAGNE,
    aller: async (page) => {
      await page.goto('/compte/suppleances');
      await page.getByRole('button', { name: /^Agir pour/ }).click();
      await page.getByText('Vous agissez pour').waitFor();
      await page.goto('/compte/suppleances');
    },
    sombre: true,
  },
  {
    titre: 'Demander un accès',
    route: '/acces/demander',
    persona: DDPP_29,
    aller: '/acces/demander?objet=plan:01890000-0000-7000-8000-000000000000',
  },
  {
    titre: 'Demander un accès, refusé',
    route: '/acces/demander',
    persona: DDPP_29,
    aller: async (page) => {
      await page.goto('/acces/demander?objet=plan:01890000-0000-7000-8000-000000000000');
      await envoyerSansControle(page, 'Envoyer la demande');
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
  {
    titre: 'Journal',
    route: '/administration/journal',
    persona: DITP,
    aller: '/administration/journal',
    sombre: true,
  },
  {
    titre: 'Journal sans résultat',
    route: '/administration/journal',
    persona: DITP,
    aller: '/administration/journal?personne=zzzz&acte=plan.creer',
  },
  {
    titre: 'Journal, recherche à corriger',
    route: '/administration/journal',
    persona: DITP,
    aller: '/administration/journal?objet=le+plan',
  },
  { titre: 'Indicateurs', route: '/indicateurs', persona: DITP, aller: '/indicateurs', sombre: true },
  {
    titre: 'Indicateurs, pour un préfet',
    route: '/indicateurs',
    persona: PREFET_29,
    aller: '/indicateurs?maille=regional',
  },
  { titre: 'Indicateurs sans résultat', route: '/indicateurs', persona: DITP, aller: '/indicateurs?q=zzzz&etat=actif' },
  {
    titre: 'Créer un indicateur',
    route: '/indicateurs/nouveau',
    persona: DITP,
    aller: '/indicateurs/nouveau?identifiant=tx-nouveau',
    sombre: true,
  },
  {
    titre: 'Créer un indicateur, refusé',
    route: '/indicateurs/nouveau',
    persona: DITP,
    aller: async (page) => {
      await page.goto('/indicateurs/nouveau');
      await envoyerSansControle(page, 'Créer l’indicateur');
      await page.getByRole('alert').getByText('points à corriger').waitFor();
    },
  },
  {
    titre: 'Indicateur, tous les départements',
    route: '/indicateurs/:indicateur',
    persona: DITP,
    aller: async (page) => page.goto(`${await trouverIndicateur(page, 'fibre')}?maille=departemental`),
  },
  {
    titre: 'Indicateur dans un territoire',
    route: '/indicateurs/:indicateur',
    persona: DITP,
    aller: async (page) => page.goto(`${await trouverIndicateur(page, 'fibre')}?territoire=D29&maille=regional`),
    sombre: true,
  },
  {
    titre: 'Indicateur d’une région, calculé de ses départements',
    route: '/indicateurs/:indicateur',
    persona: SGAR_BRETAGNE,
    aller: async (page) => page.goto(`${await trouverIndicateur(page, 'fibre')}?territoire=R53&maille=departemental`),
  },
  {
    titre: 'Indicateur jamais mesuré',
    route: '/indicateurs/:indicateur',
    persona: DITP,
    aller: async (page) => page.goto(`${await creerIndicateur(page, 'Jamais mesuré')}?territoire=D29`),
  },
  {
    titre: 'Indicateur, valeur refusée',
    route: '/indicateurs/:indicateur',
    persona: DITP,
    aller: async (page) => {
      await page.goto(`${await creerIndicateur(page, 'À saisir')}?territoire=D29`);
      await ouvrir(page, 'Saisir une valeur : Finistère');
      await page.getByLabel('Valeur', { exact: true }).fill('douze');
      await envoyerSansControle(page, 'Enregistrer la valeur');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Indicateur, une valeur proposée',
    route: '/indicateurs/:indicateur',
    persona: DITP,
    aller: async (page) => {
      const adresse = await trouverIndicateur(page, 'fibre');
      await seConnecter(page, PREFET_29);
      await page.goto(adresse);
      await ouvrir(page, 'Proposer une valeur : Finistère');
      await page.getByRole('form', { name: 'Proposer une valeur' }).getByLabel('Date').fill('2026-03-31');
      await page.getByLabel('Valeur', { exact: true }).fill('71');
      await page.getByRole('button', { name: 'Proposer cette valeur' }).click();
      await page.getByText('Votre proposition est transmise').waitFor();
      await seConnecter(page, DITP);
      await page.goto(`${adresse}?territoire=D29&maille=national`);
      await page.getByText('Ne pas retenir cette valeur').first().click();
    },
    sombre: true,
  },
  {
    titre: 'Indicateur à une date passée',
    route: '/indicateurs/:indicateur',
    persona: PREFET_29,
    aller: async (page) => page.goto(`${await trouverIndicateur(page, 'fibre')}?au=2022-02-15`),
  },
  {
    titre: 'Indicateur d’un territoire fermé',
    route: '/indicateurs/:indicateur',
    persona: PREFET_44,
    aller: async (page) => page.goto(`${await trouverIndicateur(page, 'fibre')}?territoire=D29`),
    statut: 403,
  },
  {
    titre: 'Indicateur dont les valeurs ne sont pas ouvertes',
    route: '/indicateurs/:indicateur',
    persona: BCAM,
    aller: async (page) => page.goto(await trouverIndicateur(page, 'fibre')),
  },
  {
    titre: 'Régler un indicateur, ce que cela change',
    route: '/indicateurs/:indicateur/modifier',
    persona: DITP,
    aller: async (page) => {
      await page.goto(`${await trouverIndicateur(page, 'fibre')}/modifier`);
      await page.getByText('À la baisse', { exact: true }).click();
      await page.getByRole('button', { name: 'Voir ce que cela change' }).click();
      await page.getByRole('heading', { name: /taux changent?/ }).waitFor();
    },
    sombre: true,
  },
  {
    titre: 'Importer des valeurs',
    route: '/indicateurs/importer',
    persona: DITP,
    aller: '/indicateurs/importer',
    sombre: true,
  },
  {
    titre: 'Importer des valeurs, sans fichier',
    route: '/indicateurs/importer',
    persona: DGAFP,
    aller: async (page) => {
      await page.goto('/indicateurs/importer');
      await envoyerSansControle(page, 'Lire ce fichier');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Importer des valeurs, profil refusé',
    route: '/indicateurs/importer',
    persona: PREFET_29,
    aller: '/indicateurs/importer',
    statut: 403,
  },
  { titre: 'Imports de valeurs, aucun', route: '/indicateurs/imports', persona: DGAFP, aller: '/indicateurs/imports' },
  {
    titre: 'Imports de valeurs',
    route: '/indicateurs/imports',
    persona: DITP,
    aller: async (page) => {
      await deposerValeurs(page, fichierDeValeurs('inconnu', ['D29;;2022-01-31;va;77']));
      await page.goto('/indicateurs/imports');
    },
    sombre: true,
  },
  {
    titre: 'Import de valeurs à vérifier',
    route: '/indicateurs/imports/:importation',
    persona: DITP,
    aller: (page) => deposerValeurs(page, VALEURS_A_VERIFIER),
    sombre: true,
  },
  {
    titre: 'Import de valeurs, ce qui change',
    route: '/indicateurs/imports/:importation',
    persona: DITP,
    aller: async (page) => page.goto(`${await deposerValeurs(page, VALEURS_A_VERIFIER)}?voir=nouvelles`),
  },
  {
    titre: 'Import de valeurs, lignes refusées',
    route: '/indicateurs/imports/:importation',
    persona: DITP,
    aller: async (page) => page.goto(`${await deposerValeurs(page, VALEURS_A_VERIFIER)}?voir=refusees`),
  },
  {
    titre: 'Import de valeurs illisible',
    route: '/indicateurs/imports/:importation',
    persona: DITP,
    aller: (page) =>
      deposerValeurs(
        page,
        fichierCsv(
          [
            ['colonne', 'autre'],
            ['1', '2'],
          ],
          'autre.csv',
        ),
      ),
  },
  {
    titre: 'Import de valeurs fait',
    route: '/indicateurs/imports/:importation',
    persona: DITP,
    aller: async (page) => {
      const identifiant = `import-${Date.now()}`;
      await creerIndicateur(page, 'Indicateur importé', { identifiant });
      await deposerValeurs(page, fichierDeValeurs(identifiant, ['D29;;2022-01-31;va;77', 'D99;;2022-01-31;va;1']));
      await page.getByRole('button', { name: /^Importer / }).click();
      await page.getByRole('heading', { name: /^Import fait/ }).waitFor();
      await ouvrir(page, 'Annuler l’import entier');
    },
    sombre: true,
  },
  { titre: 'Territoires', route: '/territoires', persona: DITP, aller: '/territoires', sombre: true },
  { titre: 'Territoires, rien ne correspond', route: '/territoires', persona: DITP, aller: '/territoires?q=zzzz' },
  {
    titre: 'Territoire : un département',
    route: '/territoires/:territoire',
    persona: PREFET_29,
    aller: '/territoires/D29',
    sombre: true,
  },
  {
    titre: 'Territoire : une région, filtrée et triée',
    route: '/territoires/:territoire',
    persona: SGAR_BRETAGNE,
    aller: '/territoires/R53?position=en_retrait&tri=ecart&alerte=meteo_absente',
  },
  {
    titre: 'Territoire : la France',
    route: '/territoires/:territoire',
    persona: DITP,
    aller: '/territoires/FR?groupe=ministere',
  },
  {
    titre: 'Territoire : la seule réforme d’un service',
    route: '/territoires/:territoire',
    persona: SGCD_29,
    aller: '/territoires/D29',
  },
  {
    titre: 'Territoire : aucune réforme ne répond aux filtres',
    route: '/territoires/:territoire',
    persona: PREFET_29,
    aller: '/territoires/D29?q=zzzz',
  },
  {
    titre: 'Territoire refusé',
    route: '/territoires/:territoire',
    persona: PREFET_29,
    aller: '/territoires/D35',
    statut: 403,
  },
  {
    titre: 'Départements côte à côte',
    route: '/territoires/:territoire/departements',
    persona: SGAR_BRETAGNE,
    aller: '/territoires/R53/departements',
    sombre: true,
  },
  {
    titre: 'Carte de la France',
    route: '/territoires/:territoire/carte',
    persona: DITP,
    aller: '/territoires/FR/carte',
    sombre: true,
  },
  {
    titre: 'Carte d’une région',
    route: '/territoires/:territoire/carte',
    persona: SGAR_BRETAGNE,
    aller: '/territoires/R53/carte',
  },
  {
    titre: 'Comparaison sans noms',
    route: '/territoires/:territoire/comparaison',
    persona: PREFET_29,
    aller: '/territoires/D29/comparaison',
    sombre: true,
  },
  {
    titre: 'Comparaison avec ses voisins, fermés',
    route: '/territoires/:territoire/comparaison',
    persona: PREFET_29,
    aller: '/territoires/D29/comparaison?avec=voisins',
  },
  {
    titre: 'Comparaison avec une sélection',
    route: '/territoires/:territoire/comparaison',
    persona: DITP,
    aller: '/territoires/D29/comparaison?avec=choix',
  },
  {
    titre: 'Critères de ressemblance',
    route: '/territoires/criteres',
    persona: DITP,
    aller: '/territoires/criteres',
  },
  {
    titre: 'Évolution d’un territoire',
    route: '/territoires/:territoire/evolution',
    persona: PREFET_29,
    aller: '/territoires/D29/evolution',
    sombre: true,
  },
  {
    titre: 'Évolution sans réponse au filtre',
    route: '/territoires/:territoire/evolution',
    persona: PREFET_29,
    aller: '/territoires/D29/evolution?genre=plus_mesuree',
  },
  {
    titre: 'Points d’étape',
    route: '/territoires/:territoire/points',
    persona: PREFET_29,
    aller: '/territoires/D29/points',
    sombre: true,
  },
  {
    titre: 'Préparer un point d’étape, refusé',
    route: '/territoires/:territoire/points',
    persona: PREFET_29,
    aller: async (page) => {
      await ouvrirPreparation(page);
      await envoyerSansControle(page, 'Figer la situation');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Point d’étape en brouillon',
    route: '/points/:point',
    persona: PREFET_29,
    aller: (page) => preparerPoint(page, 'Comité de mai'),
    sombre: true,
  },
  {
    titre: 'Présentation d’un point d’étape',
    route: '/points/:point/presentation',
    persona: PREFET_29,
    aller: async (page) => {
      await page.goto(`${await preparerPoint(page, 'Comité de juin')}/presentation`);
    },
    sombre: true,
  },
  {
    titre: 'Fiche d’un territoire',
    route: '/territoires/:territoire/fiche',
    persona: PREFET_29,
    aller: '/territoires/D29/fiche',
    sombre: true,
  },
  {
    titre: 'Fiche d’une réforme',
    route: '/reformes/:reforme/fiche',
    persona: PREFET_29,
    aller: async (page) => {
      await page.goto('/territoires/D29');
      const lien = page.getByRole('main').getByRole('rowheader').getByRole('link').first();
      await page.goto(((await lien.getAttribute('href')) ?? '').replace('?', '/fiche?'));
    },
    sombre: true,
  },
  { titre: 'Page introuvable', route: '/*', persona: null, aller: '/nulle-part', statut: 404, sombre: true },
];

/** Values of the demonstration that jump, that are wrong, and of an indicator nobody created. */
const VALEURS_A_VERIFIER = fichierDeValeurs('demo-fibre', [
  'D29;;2026-06-30;va;9,5',
  'D29;;2020-03-31;va;31',
  'D35;;2020-03-31;va;32',
  'D99;;2026-06-30;va;1',
  'D29;;2026-06-31;va;1',
  'D22;;2026-06-30;va;douze',
  'D56;;2026-06-30;va;',
]);

/** An indicator of the demonstration, found by its name. */
async function trouverIndicateur(page: Page, mots: string): Promise<string> {
  const html = await (await page.request.get(`/indicateurs?q=${mots}`)).text();
  return /href="(\/indicateurs\/[0-9a-f-]{36})"/.exec(html)?.[1] ?? '';
}

const ENTETES = ['Code', 'Axe', 'Action', 'Pilote', 'Échéance', "État d'avancement", 'Taux'];

/** Three actions, one of which says things to check. */
export const TABLEAU = fichierCsv([
  ENTETES,
  ['1', 'Accueil', 'Ouvrir un guichet à Quimper', 'DNUM', '31/12/2026', 'En cours', '40 %'],
  ['2', 'Accueil', 'Former les référents de proximité', 'Bureau des bonnes idées', '31/02/2026', '', '140 %'],
  ['3', 'Moyens', 'Regrouper les achats du département', 'les SGC-D', '1er semestre 2024', 'Terminé', '100 %'],
]);

/** The same plan later: one action changed, one absent, one new. */
export const TABLEAU_MODIFIE = fichierCsv([
  ENTETES,
  ['1', 'Accueil', 'Ouvrir un guichet à Quimper et à Brest', 'DNUM', '30/06/2027', 'En cours', '60 %'],
  ['3', 'Moyens', 'Regrouper les achats du département', 'les SGC-D', '1er semestre 2024', 'Terminé', '100 %'],
  ['4', 'Moyens', 'Partager le parc automobile', 'DMATES', 'fin 2027', '', ''],
]);

/** Makes a token by its form, and gives it. One person has at most ten: the former ones are ended. */
export async function creerUnJeton(page: Page, libelle: string, portees: readonly string[] = []): Promise<string> {
  await page.goto('/compte/jetons');
  for (let reste = await page.getByRole('button', { name: /^Révoquer/ }).count(); reste > 5; reste--) {
    await page
      .getByRole('button', { name: /^Révoquer/ })
      .first()
      .click();
    await page.getByText('Le jeton est révoqué').waitFor();
  }
  await page.getByLabel('À quoi il sert').fill(libelle);
  for (const portee of portees) await page.getByLabel(portee).check({ force: true });
  await page.getByRole('button', { name: 'Créer le jeton' }).click();
  return page.getByText(/^jalon_[a-z2-7]{8}_[\w-]{43}$/).innerText();
}

async function courriels(page: Page): Promise<void> {
  await deposerCourrielDEssai(page, 'prenom.nom@exemple.gouv.fr');
  await page.goto('/administration/courriels');
}

/** Creates a plan by its form and gives its address. */
export async function creerPlanVide(page: Page, titre: string): Promise<string> {
  await page.goto('/plans/nouveau');
  await page.getByLabel('Titre').fill(titre);
  await page.getByRole('button', { name: 'Créer le plan' }).click();
  await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}
