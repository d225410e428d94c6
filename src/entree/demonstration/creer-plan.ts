import type { Acteur } from '#acces';
import { inscrire } from '#journal';
import {
  type Atelier,
  ecrireNouveauPlan,
  insererActions,
  lirePlanSansPolitique,
  type NouvelleAction,
  reperesDuPlan,
} from '#plans/commandes';
import { outilsDeLecture, rangerDansLesAxes } from '#plans/importer';
import type { Services } from '#socle';
import { ajouterJours, anneeDe, type Jour, jour } from '#socle/valeurs';
import type { ActionDeDemonstration, PlanDeDemonstration } from './donnees.ts';
import { garderFichierSource } from './fichier-source.ts';
import { ecrireMoments, jourEnLettres, premierDuMois } from './moments.ts';

export type PlanCree = { readonly id: string /** In the order of the data. */; readonly actions: readonly string[] };

/** Writes the plan as it was on the day it entered Jalon: imported from its file, or typed by hand. */
export async function creerPlanDeDemonstration(
  services: Services,
  acteur: Acteur,
  donnees: PlanDeDemonstration,
  depuis: Jour,
): Promise<PlanCree> {
  const naissance = ajouterJours(depuis, -donnees.creeIlYA);
  const cree = await ecrireNouveauPlan(
    services.base,
    services,
    acteur,
    {
      titre: ecrireMoments(donnees.titre, depuis),
      genre: donnees.genre,
      proprietaire: donnees.proprietaire,
      territoire: donnees.territoire,
      diffusion: donnees.diffusion,
      etat: donnees.etat,
      description: ecrireMoments(donnees.description, depuis),
      periodeDebut: jour(anneeDe(naissance), 1, 1),
      periodeFin: jour(anneeDe(depuis) + 1, 12, 31),
      dateDeReference: naissance,
      silenceJours: donnees.silenceJours,
      reportsAValider: donnees.reportsAValider ?? 'non',
    },
    { demonstration: true },
  );
  if (!cree.ok) throw new Error(`${donnees.titre} : ${cree.refus.message}`);
  const plan = await lirePlanSansPolitique(services.base, cree.valeur);
  if (!plan) throw new Error(`${donnees.titre} : le plan écrit ne se relit pas.`);
  const atelier: Atelier = {
    transaction: services.base,
    plan,
    acteur,
    services,
    maintenant: services.horloge.maintenant(),
    journaliser: (evenement) =>
      inscrire(services.base, evenement, { auteur: acteur.compte, horloge: services.horloge }),
  };
  const axeDe = await rangerDansLesAxes(
    atelier,
    donnees.actions.map(({ axes }) => axes),
  );
  const nouvelles = donnees.actions.map((action, rang) => ({
    ...enNouvelleAction(atelier, action, depuis),
    axe: axeDe(action.axes),
    rang,
  }));
  const actions = await insererActions(atelier, nouvelles, donnees.fichier === null ? 'saisie' : 'import');
  if (donnees.fichier === null) {
    for (const [i, { intitule }] of nouvelles.entries()) {
      await atelier.journaliser({
        acte: 'action.creer',
        objet: { type: 'action', id: actions[i] ?? '' },
        territoire: plan.territoire,
        charge: { plan: plan.id, intitule },
      });
    }
  } else {
    const lignes = nouvelles.map((nouvelle, i) => ({ nouvelle, axes: donnees.actions[i]?.axes ?? [] }));
    await garderFichierSource(atelier, donnees.fichier, lignes);
  }
  return { id: plan.id, actions };
}

function enNouvelleAction(
  { plan }: Atelier,
  action: ActionDeDemonstration,
  depuis: Jour,
): Omit<NouvelleAction, 'axe' | 'rang'> {
  const ecrire = (texte: string | undefined) => (texte === undefined ? null : ecrireMoments(texte, depuis));
  const outils = outilsDeLecture(plan.proprietaire);
  const pilotes = outils.separerPilotes(action.pilotes ?? '');
  const echeances = ecrire(action.echeances);
  const { alImport } = action;
  return {
    code: action.code ?? null,
    intitule: ecrireMoments(action.intitule, depuis),
    miseEnOeuvre: ecrire(action.miseEnOeuvre),
    livrables: ecrire(action.livrables),
    recommandations: action.recommandations ?? [],
    pilotesTexte: action.pilotes ?? null,
    pilotes: pilotes.map((pilote) => ({ ...pilote, organisation: outils.trouverOrganisation(pilote.texte) })),
    echeancesTexte: echeances,
    echeances: echeances === null ? [] : outils.lireEcheances(echeances, reperesDuPlan(plan)).echeances,
    trajectoire: (action.trajectoire ?? []).map(([mois, taux]) => {
      const date = premierDuMois(mois, depuis);
      return { texte: jourEnLettres(date), date, taux };
    }),
    note: alImport
      ? {
          ...alImport,
          taux: alImport.taux === null ? null : String(alImport.taux),
          texte: ecrire(alImport.texte ?? undefined),
        }
      : null,
  };
}
