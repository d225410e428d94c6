import type { Acteur } from '#acces';
import type { Services } from '#socle';
import { apercuDImport, type Import } from '../../importer/apercu.ts';
import { CHAMPS_DE_PLAN } from '../../importer/choix.ts';
import {
  ligneACorriger,
  presenterApercu,
  presenterLignes,
  VUES,
  type VueDeLignes,
} from '../../importer/presentation.ts';
import { presenterDifference } from '../../importer/presentation-difference.ts';
import { proprietairesPossibles, territoiresEnOptions } from '../../lectures/referentiel.ts';

/** Where an import stands, for its page. Only `lu` has something to check. */
export type ImportEnPage = Awaited<ReturnType<typeof chargerImport>>;
export type ImportLu = Extract<ImportEnPage, { etat: 'lu' }>;

export async function chargerImport(services: Services, acteur: Acteur, unImport: Import, parametres: URLSearchParams) {
  const commun = {
    id: unImport.id,
    fichier: unImport.fichier.nom,
    taille: unImport.fichier.taille,
    plan: unImport.plan && { id: unImport.plan.id, titre: unImport.plan.titre },
  };
  if (unImport.etat === 'lecture') {
    const depuis = services.horloge.maintenant().getTime() - unImport.commenceLe.getTime();
    return { ...commun, etat: 'lecture' as const, secondes: Math.max(0, Math.round(depuis / 1000)) };
  }
  if (unImport.etat !== 'lu') return { ...commun, etat: unImport.etat, refus: unImport.refus };
  const apercu = await apercuDImport(services.base, unImport);
  const page = Math.min(Math.max(Math.trunc(Number(parametres.get('page')) || 1), 1), 10_000);
  const vue = lireVue(parametres.get('voir'));
  const corriger = parametres.get('corriger');
  return {
    ...commun,
    etat: 'lu' as const,
    version: unImport.version,
    ...presenterApercu(unImport, apercu),
    tableauChoisi: unImport.choix.tableau,
    corrections: unImport.choix.corrections.length,
    reference: unImport.choix.reference ?? unImport.plan?.dateDeReference ?? '',
    vue,
    champs: Object.entries(CHAMPS_DE_PLAN).map(([valeur, texte]) => ({ valeur, texte })),
    lignes: unImport.plan === null ? presenterLignes(unImport, apercu, { vue, page }) : null,
    difference: presenterDifference(unImport, apercu, page),
    correction: corriger === null ? null : ligneACorriger(unImport, apercu, corriger),
    nouveau: unImport.plan === null ? await nouveauPlan(services, acteur, unImport, apercu.lu.titre) : null,
    requete: parametres.toString(),
  };
}

/** The fields of the plan to create: what was typed, else what the file and the person's place suggest. */
async function nouveauPlan({ base }: Services, acteur: Acteur, { choix }: Import, titre: string | null) {
  const [proprietaires, territoires] = await Promise.all([
    proprietairesPossibles(base, acteur),
    territoiresEnOptions(base, acteur),
  ]);
  return {
    proprietaires,
    territoires,
    valeurs: {
      titre: titre ?? '',
      genre: 'plan_d_actions',
      proprietaire: acteur.organisation,
      territoire: acteur.territoire,
      diffusion: 'administration',
      etat: 'actif',
      periodeDebut: '',
      periodeFin: '',
      ...choix.attributs,
      dateDeReference: choix.reference ?? '',
    },
  };
}

function lireVue(texte: string | null): VueDeLignes {
  return VUES.find((vue) => vue === texte) ?? 'toutes';
}
