const OUVERTURES: ReadonlySet<string> = new Set([
  'tous',
  'porteur',
  'agents',
  'administrateurs',
  'administrateurs nationaux',
]);

/**
 * Every address of the pages, with the file that answers and who may ask for it. The router is made from this list
 * (`routes.ts`), the guard reads it at each request (`garde.ts`), and the tests try every entry of it: an address without
 * a policy cannot be built.
 */
export const CARTE = verifierCarte([
  page('/', 'accueil/pages/accueil.tsx', 'tous'),
  page('/connexion', 'acces/pages/connexion.tsx', 'tous'),
  page('/connexion/professionnelle', 'acces/pages/connexion-professionnelle.tsx', 'tous'),
  page('/connexion/retour', 'acces/pages/connexion-retour.tsx', 'tous'),
  page('/connexion/inconnu', 'acces/pages/connexion-inconnu.tsx', 'tous'),
  page('/deconnexion', 'acces/pages/deconnexion.tsx', 'tous'),
  page('/deconnexion/retour', 'acces/pages/deconnexion-retour.tsx', 'tous'),
  page('/aide', 'accueil/pages/aide.tsx', 'tous'),
  page('/api', 'accueil/pages/api.tsx', 'tous'),
  page('/accessibilite', 'accueil/pages/accessibilite.tsx', 'tous'),
  page('/donnees-personnelles', 'administration/pages/donnees-personnelles.tsx', 'tous'),

  page('/compte/donnees', 'administration/pages/mes-donnees.tsx', 'agents'),
  page('/compte/donnees.json', 'administration/pages/mes-donnees-fichier.ts', 'agents'),
  page('/administration/comptes/:compte/donnees', 'administration/pages/donnees-du-compte.tsx', { objet: 'compte' }),
  page('/administration/comptes/:compte/donnees.json', 'administration/pages/donnees-du-compte-fichier.ts', {
    objet: 'compte',
  }),

  page('/compte', 'acces/pages/compte.tsx', 'agents'),
  page('/compte/jetons', 'acces/pages/jetons.tsx', 'agents'),
  page('/compte/sessions', 'acces/pages/sessions.tsx', 'agents'),
  page('/compte/suppleances', 'acces/pages/suppleances.tsx', 'agents'),
  page('/mes-courriers', 'relances/pages/mes-courriers.tsx', 'agents'),
  page('/acces/demander', 'acces/pages/demander.tsx', 'agents'),

  page('/attendu', 'accueil/pages/attendu.tsx', 'agents'),
  page('/attendu/mentions', 'accueil/pages/mentions.tsx', 'agents'),
  page('/recherche', 'accueil/pages/recherche.tsx', 'agents'),
  page('/organisations', 'accueil/pages/organisations.tsx', 'agents'),

  page('/plans', 'plans/pages/plans.tsx', 'agents'),
  page('/plans/nouveau', 'plans/pages/nouveau-plan.tsx', 'agents'),
  page('/plans/importer', 'plans/pages/deposer.tsx', 'agents'),
  ...parFormat('/plans/modele', 'plans/pages/modele.ts', 'agents'),
  page('/imports/:id', 'plans/pages/import.tsx', { objet: 'import' }),
  page('/plans/:plan', 'plans/pages/plan.tsx', { objet: 'plan' }),
  page('/plans/:plan/importer', 'plans/pages/deposer-dans-le-plan.tsx', { objet: 'plan' }),
  ...parFormat('/plans/:plan/export', 'plans/pages/export.ts', { objet: 'plan' }),
  page('/plans/:plan/documents', 'plans/pages/documents.tsx', { objet: 'plan' }),
  page('/plans/:plan/documents/:document', 'plans/pages/document.ts', { objet: 'plan' }),
  page('/plans/:plan/frise', 'plans/pages/frise.tsx', { objet: 'plan' }),
  page('/plans/:plan/engagements', 'plans/pages/engagements.tsx', { objet: 'plan' }),
  ...parFormatDeTableau('/plans/:plan/engagements', 'plans/pages/engagements-export.ts', { objet: 'plan' }),
  page('/plans/:plan/changements', 'plans/pages/changements.tsx', { objet: 'plan' }),
  ...parFormat('/plans/:plan/changements', 'plans/pages/changements-export.ts', { objet: 'plan' }),
  page('/plans/:plan/axes', 'plans/pages/axes.tsx', { objet: 'plan' }),
  page('/plans/:plan/historique', 'plans/pages/historique.tsx', { objet: 'plan' }),
  page('/plans/:plan/pilotes', 'plans/pages/pilotes.tsx', { objet: 'plan' }),
  page('/plans/:plan/liens', 'plans/pages/liens.tsx', { objet: 'plan' }),
  page('/plans/:plan/relances', 'relances/pages/relances.tsx', { objet: 'plan' }),
  page('/plans/:plan/relances/regler', 'relances/pages/regler.tsx', { objet: 'plan' }),
  page('/lien/:lien', 'plans/pages/lien-personnel.tsx', 'porteur'),
  page('/plans/:plan/acces', 'plans/pages/acces.tsx', { objet: 'plan' }),
  page('/plans/:plan/modifier', 'plans/pages/modifier-plan.tsx', { objet: 'plan' }),
  page('/plans/:plan/actions/nouvelle', 'plans/pages/nouvelle-action.tsx', { objet: 'plan' }),
  page('/plans/:plan/actions/:action', 'plans/pages/action.tsx', { objet: 'plan' }),
  page('/plans/:plan/actions/:action/pieces/:piece', 'plans/pages/piece.ts', { objet: 'plan' }),
  page('/plans/:plan/actions/:action/modifier', 'plans/pages/modifier-action.tsx', { objet: 'plan' }),
  page('/plans/:plan/actions/:action/deploiement', 'plans/pages/deploiement.tsx', { objet: 'plan' }),
  ...parFormat('/plans/:plan/actions/:action/deploiement', 'plans/pages/deploiement-export.ts', { objet: 'plan' }),
  page('/plans/:plan/actions/:action/deploiement/pieces/:piece', 'plans/pages/piece-de-territoire.ts', {
    objet: 'plan',
  }),

  page('/territoires', 'reformes/territoires/pages/territoires.tsx', 'agents'),
  page('/territoires/criteres', 'reformes/territoires/pages/criteres.tsx', 'agents'),
  page('/territoires/:territoire', 'reformes/territoires/pages/territoire.tsx', { objet: 'territoire' }),
  ...parFormatDeTableau('/territoires/:territoire/export', 'reformes/territoires/pages/export.ts', {
    objet: 'territoire',
  }),
  page('/territoires/:territoire/indicateurs', 'reformes/territoires/pages/indicateurs.tsx', { objet: 'territoire' }),
  ...parFormatDeTableau('/territoires/:territoire/indicateurs', 'reformes/territoires/pages/indicateurs-export.ts', {
    objet: 'territoire',
  }),
  page('/territoires/:territoire/departements', 'reformes/territoires/pages/chaleur.tsx', { objet: 'territoire' }),
  ...parFormatDeTableau('/territoires/:territoire/departements', 'reformes/territoires/pages/chaleur-export.ts', {
    objet: 'territoire',
  }),
  page('/territoires/:territoire/carte', 'reformes/territoires/pages/carte.tsx', { objet: 'territoire' }),
  page('/territoires/:territoire/evolution', 'reformes/etapes/pages/evolution.tsx', { objet: 'territoire' }),
  ...parFormatDeTableau('/territoires/:territoire/evolution', 'reformes/etapes/pages/evolution-export.ts', {
    objet: 'territoire',
  }),
  page('/territoires/:territoire/points', 'reformes/etapes/pages/points.tsx', { objet: 'territoire' }),
  page('/territoires/:territoire/fiche', 'reformes/etapes/pages/fiche-de-territoire.tsx', { objet: 'territoire' }),
  page('/territoires/:territoire/fiche.pdf', 'reformes/etapes/pages/fiche-de-territoire-pdf.ts', {
    objet: 'territoire',
  }),
  page('/reformes/:reforme/fiche', 'reformes/etapes/pages/fiche-de-reforme.tsx', { objet: 'reforme' }),
  page('/reformes/:reforme/fiche.pdf', 'reformes/etapes/pages/fiche-de-reforme-pdf.ts', { objet: 'reforme' }),
  page('/points/:point', 'reformes/etapes/pages/point.tsx', { objet: 'point_d_etape' }),
  page('/points/:point/presentation', 'reformes/etapes/pages/presentation.tsx', { objet: 'point_d_etape' }),
  ...['docx', 'odt', 'pdf', 'xlsx'].map((format) =>
    page(`/points/:point/export.${format}`, 'reformes/etapes/pages/point-export.ts', { objet: 'point_d_etape' }),
  ),
  page('/territoires/:territoire/comparaison', 'reformes/territoires/pages/comparaison.tsx', { objet: 'territoire' }),
  page('/reformes', 'reformes/fiche/pages/reformes.tsx', 'agents'),
  page('/reformes/export.csv', 'reformes/fiche/pages/export-des-reformes.ts', 'agents'),
  page('/reformes/nouvelle', 'reformes/fiche/pages/nouvelle.tsx', 'agents'),
  page('/reformes/:reforme', 'reformes/fiche/pages/reforme.tsx', { objet: 'reforme' }),
  page('/reformes/:reforme/territoires', 'reformes/fiche/pages/territoires.tsx', { objet: 'reforme' }),
  ...['csv', 'xlsx', 'ods'].map((format) =>
    page(`/reformes/:reforme/territoires/export.${format}`, 'reformes/fiche/pages/export-des-territoires.ts', {
      objet: 'reforme',
    }),
  ),
  page('/reformes/:reforme/liens', 'reformes/fiche/pages/liens.tsx', { objet: 'reforme' }),
  page('/reformes/:reforme/historique', 'reformes/fiche/pages/historique.tsx', { objet: 'reforme' }),
  page('/reformes/:reforme/acces', 'reformes/fiche/pages/acces.tsx', { objet: 'reforme' }),
  page('/reformes/:reforme/modifier', 'reformes/fiche/pages/modifier.tsx', { objet: 'reforme' }),
  page('/reformes/:reforme/indicateurs', 'reformes/fiche/pages/indicateurs.tsx', { objet: 'reforme' }),
  page('/plans/:plan/reformes', 'reformes/fiche/pages/du-plan.tsx', { objet: 'plan' }),
  page('/indicateurs', 'indicateurs/pages/indicateurs.tsx', 'agents'),
  page('/indicateurs/export.csv', 'indicateurs/pages/export.ts', 'agents'),
  page('/indicateurs/nouveau', 'indicateurs/pages/nouveau.tsx', 'agents'),
  page('/indicateurs/:indicateur', 'reformes/pages/indicateurs/fiche.tsx', { objet: 'indicateur' }),
  page('/indicateurs/:indicateur/situations.csv', 'reformes/pages/indicateurs/situations-csv.ts', {
    objet: 'indicateur',
  }),
  page('/indicateurs/:indicateur/modifier', 'indicateurs/pages/modifier.tsx', { objet: 'indicateur' }),
  page('/indicateurs/importer', 'indicateurs/pages/deposer.tsx', 'agents'),
  page('/indicateurs/modele.csv', 'indicateurs/pages/modele.ts', 'agents'),
  page('/indicateurs/imports', 'indicateurs/pages/imports.tsx', 'agents'),
  page('/indicateurs/imports/:importation', 'indicateurs/pages/import.tsx', { objet: 'import_de_valeurs' }),
  page('/indicateurs/imports/:importation/lignes.csv', 'indicateurs/pages/lignes-d-import.ts', {
    objet: 'import_de_valeurs',
  }),

  page('/feuilles-de-route', 'reformes/feuilles/pages/feuilles.tsx', 'agents'),
  page('/feuilles-de-route/nouvelle', 'reformes/feuilles/pages/nouvelle-feuille.tsx', 'agents'),
  page('/feuilles-de-route/:feuille', 'reformes/feuilles/pages/feuille.tsx', { objet: 'feuille_de_route' }),
  page('/feuilles-de-route/:feuille/preparer', 'reformes/feuilles/pages/preparer.tsx', { objet: 'feuille_de_route' }),
  page('/feuilles-de-route/:feuille/vie', 'reformes/feuilles/pages/vie.tsx', { objet: 'feuille_de_route' }),
  page('/feuilles-de-route/:feuille/evolution', 'reformes/feuilles/pages/evolution.tsx', { objet: 'feuille_de_route' }),
  page('/feuilles-de-route/:feuille/projets/:projet', 'reformes/feuilles/pages/projet.tsx', {
    objet: 'feuille_de_route',
  }),
  page('/feuilles-de-route/:feuille/compte-rendu', 'reformes/feuilles/pages/compte-rendu.tsx', {
    objet: 'feuille_de_route',
  }),
  ...['docx', 'odt', 'pdf'].map((format) =>
    page(`/feuilles-de-route/:feuille/compte-rendu.${format}`, 'reformes/feuilles/pages/compte-rendu-fichier.ts', {
      objet: 'feuille_de_route',
    }),
  ),
  page('/reformes/:reforme/cibles', 'reformes/cibles/pages/cibles.tsx', { objet: 'reforme' }),

  page('/instances', 'instances/pages/instances.tsx', 'agents'),
  page('/instances/calendrier.ics', 'instances/pages/calendrier.ts', 'tous'),
  page('/instances/nouvelle', 'instances/pages/nouvelle-instance.tsx', 'agents'),
  page('/instances/:instance', 'instances/pages/instance.tsx', { objet: 'instance' }),
  page('/instances/:instance/modifier', 'instances/pages/modifier-instance.tsx', { objet: 'instance' }),
  page('/instances/:instance/membres/:membre/donnees.json', 'instances/pages/donnees-du-membre.ts', {
    objet: 'instance',
  }),
  page('/reunions/:reunion', 'instances/pages/reunion.tsx', { objet: 'reunion' }),
  page('/instances/:instance/decisions', 'instances/pages/decisions.tsx', { objet: 'instance' }),
  page('/decisions/:decision', 'instances/pages/decision.tsx', { objet: 'decision' }),
  page('/plans/:plan/actions/:action/decisions', 'instances/pages/decisions-de-l-action.tsx', { objet: 'plan' }),
  page('/plans/:plan/comites', 'instances/pages/comites-du-plan.tsx', { objet: 'plan' }),
  page('/reformes/:reforme/comites', 'instances/pages/comites-de-la-reforme.tsx', { objet: 'reforme' }),
  page('/reunions/:reunion/seance', 'instances/pages/seance.tsx', { objet: 'reunion' }),
  page('/reunions/:reunion/saisie', 'instances/pages/saisie.ts', { objet: 'reunion' }),
  page('/reunions/:reunion/releve', 'instances/pages/releve.tsx', { objet: 'reunion' }),
  ...['docx', 'odt', 'pdf'].flatMap((format) => [
    page(`/reunions/:reunion/dossier.${format}`, 'instances/pages/document.ts', { objet: 'reunion' }),
    page(`/reunions/:reunion/releve.${format}`, 'instances/pages/document.ts', { objet: 'reunion' }),
  ]),
  page('/reunions/:reunion/invitation.ics', 'instances/pages/invitation.ts', { objet: 'reunion' }),
  page('/remontees', 'enquetes/pages/remontees.tsx', 'agents'),
  page('/remontees/nouvelle', 'enquetes/pages/nouvelle.tsx', 'agents'),
  page('/remontees/:remontee', 'enquetes/pages/remontee.tsx', { objet: 'remontee' }),
  page('/remontees/:remontee/preparer', 'enquetes/pages/preparer.tsx', { objet: 'remontee' }),
  page('/remontees/:remontee/repondre/:service', 'enquetes/pages/repondre.tsx', { objet: 'remontee' }),
  page('/remontees/:remontee/resultats', 'enquetes/pages/resultats.tsx', { objet: 'remontee' }),
  page('/remontees/:remontee/resultats/:question/reprendre', 'enquetes/pages/reprendre.tsx', { objet: 'remontee' }),
  page('/remontees/:remontee/fichiers/:fichier', 'enquetes/pages/fichier.ts', { objet: 'remontee' }),
  ...parFormatDeTableau('/remontees/:remontee/resultats', 'enquetes/pages/resultats-export.ts', { objet: 'remontee' }),

  page('/administration/jetons', 'administration/pages/jetons.tsx', 'administrateurs nationaux'),
  page('/administration', 'administration/pages/administration.tsx', 'administrateurs'),
  page('/administration/comptes', 'administration/pages/comptes.tsx', 'administrateurs'),
  page('/administration/comptes/nouveau', 'administration/pages/comptes-nouveau.tsx', 'administrateurs'),
  page('/administration/comptes/:compte', 'administration/pages/comptes-fiche.tsx', { objet: 'compte' }),
  page('/administration/comptes/:compte/modifier', 'administration/pages/comptes-modifier.tsx', { objet: 'compte' }),
  page('/administration/comptes/:compte/habiliter', 'administration/pages/comptes-habiliter.tsx', { objet: 'compte' }),
  page('/administration/comptes/:compte/acces', 'administration/pages/comptes-acces.tsx', { objet: 'compte' }),
  page('/administration/habilitations/:habilitation', 'administration/pages/habilitations-gerer.tsx', {
    objet: 'habilitation',
  }),
  page('/administration/demandes', 'administration/pages/demandes.tsx', 'administrateurs'),
  page('/administration/demandes/:demande', 'administration/pages/demandes-repondre.tsx', { objet: 'demande' }),
  page('/administration/courriels', 'administration/pages/courriels.tsx', 'administrateurs nationaux'),
  page('/administration/courriels/:courriel', 'administration/pages/courriel.tsx', { objet: 'courriel' }),
  page('/administration/journal', 'administration/pages/journal.tsx', 'administrateurs'),
  page('/administration/journal/export.csv', 'administration/pages/journal-export.ts', 'administrateurs'),
  page('/administration/journal/export.json', 'administration/pages/journal-export.ts', 'administrateurs'),

  page('/*', 'accueil/pages/introuvable.tsx', 'tous'),
]);

/**
 * Who may ask for an address. `tous`: anyone. `porteur`: whoever bears the secret that the address holds, and no session is
 * asked. `agents`: any person signed in, the content being bounded by policy.
 * `administrateurs`: who manages accounts somewhere; `administrateurs nationaux`: everywhere. `{ objet }`: whom the policy
 * of that object allows; the tests know how to make one of each kind that someone may not see.
 */
export type PolitiqueDAdresse =
  | 'tous'
  | 'porteur'
  | 'agents'
  | 'administrateurs'
  | 'administrateurs nationaux'
  | { readonly objet: ObjetDAdresse };

/** Kinds of objects that addresses name by an identifier. */
export type ObjetDAdresse =
  | 'plan'
  | 'import'
  | 'indicateur'
  | 'import_de_valeurs'
  | 'territoire'
  | 'point_d_etape'
  | 'reforme'
  | 'compte'
  | 'habilitation'
  | 'demande'
  | 'courriel'
  | 'feuille_de_route'
  | 'instance'
  | 'reunion'
  | 'decision'
  | 'remontee';

export type EntreeDeCarte = {
  /** As the router writes it: `/plans/:plan`. */
  readonly chemin: string;
  /** From `src/`. */
  readonly fichier: string;
  readonly politique: PolitiqueDAdresse;
};

function page(chemin: string, fichier: string, politique: PolitiqueDAdresse): EntreeDeCarte {
  return { chemin, fichier, politique };
}

/** One address for each format that a plan and its template are written in. */
function parFormat(chemin: string, fichier: string, politique: PolitiqueDAdresse): EntreeDeCarte[] {
  return ['xlsx', 'ods', 'csv', 'docx'].map((format) => page(`${chemin}.${format}`, fichier, politique));
}

/** The same without Word: a table of figures. */
function parFormatDeTableau(chemin: string, fichier: string, politique: PolitiqueDAdresse): EntreeDeCarte[] {
  return ['xlsx', 'ods', 'csv'].map((format) => page(`${chemin}.${format}`, fichier, politique));
}

/** Refuses a list that leaves a door open: no policy, the same address twice, an identifier that no object's policy guards. */
export function verifierCarte(entrees: readonly EntreeDeCarte[]): readonly EntreeDeCarte[] {
  const vues = new Set<string>();
  for (const { chemin, politique } of entrees) {
    if (!estPolitique(politique))
      throw new Error(`L’adresse ${chemin} n’a pas de politique : dites qui peut la demander.`);
    if (vues.has(chemin)) throw new Error(`L’adresse ${chemin} est déclarée deux fois.`);
    if (chemin.includes(':') && typeof politique === 'string' && politique !== 'porteur')
      throw new Error(`L’adresse ${chemin} nomme un objet : dites lequel, pour que sa politique décide.`);
    vues.add(chemin);
  }
  return entrees;
}

function estPolitique(politique: unknown): boolean {
  if (typeof politique === 'string') return OUVERTURES.has(politique);
  return typeof politique === 'object' && politique !== null && 'objet' in politique && Boolean(politique.objet);
}
