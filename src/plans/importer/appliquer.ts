import { z } from 'zod';
import { type Acteur, selon } from '#acces';
import { inscrire } from '#journal';
import { enTransaction, lireSaisie, type Services } from '#socle';
import type { Base } from '#socle/base';
import { echec, fauteDeSaisie, lireJour, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { ecrireNouveauPlan, SAISIE_DE_PLAN, type SaisieDePlan } from '../commandes/creer-plan.ts';
import { insererActions, type NouvelleAction } from '../commandes/ecriture.ts';
import { type Atelier, surLePlan } from '../commandes/sur-le-plan.ts';
import { lirePlanSansPolitique } from '../lectures/plan.ts';
import { peutCreerPlan, peutModifierPlan } from '../politique.ts';
import type { LigneDeDifference } from '../regles/comparaison.ts';
import type { ActionLue } from '../regles/lecture.ts';
import { type Apercu, apercuDImport, type Import, trouverImport } from './apercu.ts';
import { appliquerModification, retirer } from './changements.ts';
import { type Choix, cleDeLigne, estRetenue, retenir } from './choix.ts';
import { rangerDansLesAxes } from './ranger.ts';

const DEJA: Refus = {
  nature: 'conflit',
  regle: 'import.deja',
  message: 'Cet import a déjà été fait ou abandonné : rien n’a été écrit une seconde fois.',
};

/** A new plan made of the rows kept on the preview, in one transaction. Gives the plan's identifier. */
export async function appliquerNouveauPlan(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<string>> {
  const saisie = lireSaisie(SAISIE_DE_PLAN, valeurs);
  if (!saisie.ok) return saisie;
  const permis = selon(peutCreerPlan(acteur, saisie.valeur.proprietaire, saisie.valeur.territoire));
  if (!permis.ok) return permis;
  const prepare = await preparer(services, acteur, id);
  if (!prepare.ok) return prepare;
  const { unImport, apercu } = prepare.valeur;
  const relecture = await relue(services.base, prepare.valeur, saisie.valeur);
  if (!relecture.ok) return relecture;
  const retenues = actionsRetenues(unImport, apercu);
  if (retenues.length === 0) return echec(RIEN);
  return enTransaction(services, async (transaction) => {
    if (!(await prendre(transaction, services, unImport, 'applique'))) return echec(DEJA);
    const cree = await ecrireNouveauPlan(transaction, services, acteur, saisie.valeur);
    if (!cree.ok) return cree;
    const plan = await lirePlanSansPolitique(transaction, cree.valeur);
    if (!plan) return echec(DEJA);
    const atelier: Atelier = {
      transaction,
      plan,
      acteur,
      services,
      maintenant: services.horloge.maintenant(),
      journaliser: (evenement) =>
        inscrire(transaction, evenement, { auteur: acteur.compte, horloge: services.horloge }),
    };
    await ecrireActions(atelier, retenues);
    await conclure(atelier, unImport, { nouvelles: retenues.length, modifiees: 0, retirees: 0 });
    return reussite(plan.id);
  });
}

const textes = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((valeur) => (valeur === undefined ? [] : [valeur].flat()));

const SELECTION = z.object({
  /** Keys of the differences shown on the page, and those ticked (`cleDeDifference`). */
  vue: textes,
  retenue: textes,
  /** The difference the page showed, as `Apercu.empreinte` names it. */
  empreinte: z.string().default(''),
});

/** Applies to the plan only the differences that were ticked, in one transaction. */
export async function appliquerDifference(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<string>> {
  const saisie = lireSaisie(SELECTION, valeurs);
  if (!saisie.ok) return saisie;
  const { vue, retenue, empreinte } = saisie.valeur;
  const trouve = await lu(services, acteur, id);
  if (!trouve.ok) return trouve;
  const unImport = trouve.valeur;
  const { plan } = unImport;
  if (plan === null) return echec(DEJA);
  const choix = retenir(unImport.choix, vue, new Set(retenue));
  return surLePlan(
    services,
    acteur,
    plan.id,
    (vu) => peutModifierPlan(acteur, vu),
    async (atelier) => {
      if (!(await prendre(atelier.transaction, services, unImport, 'applique'))) return echec(DEJA);
      // Computed again now that nobody else writes in the plan: what was shown is what is applied, or nothing is.
      const apercu = await apercuDImport(atelier.transaction, { ...unImport, plan: atelier.plan });
      if (apercu.difference === null || apercu.empreinte !== empreinte) return echec(PERIME);
      const lignes = apercu.difference.lignes.filter(
        (ligne, i) => estRetenue(choix, cleDeDifference(ligne, i)) && ligne.etat !== 'inchangee',
      );
      if (lignes.length === 0) return echec(RIEN);
      const nouvelles = lignes.flatMap((ligne) => (ligne.etat === 'nouvelle' ? [ligne.lue] : []));
      await ecrireActions(atelier, nouvelles);
      let modifiees = 0;
      let retirees = 0;
      for (const ligne of lignes) {
        if (ligne.etat === 'modifiee') {
          await appliquerModification(atelier, ligne, unImport.fichier.nom);
          modifiees += 1;
        } else if (ligne.etat === 'absente') {
          await retirer(atelier, ligne.existante.id, unImport.fichier.nom);
          retirees += 1;
        }
      }
      await conclure(atelier, unImport, { nouvelles: nouvelles.length, modifiees, retirees });
      return reussite(plan.id);
    },
  );
}

/** Gives up an import: the file and its reading are forgotten by the page, no plan was touched. */
export async function abandonnerImport(services: Services, acteur: Acteur, id: string): Promise<Resultat<null>> {
  const trouve = await trouverImport(services, acteur, id);
  if (!trouve.ok) return trouve;
  return enTransaction(services, async (transaction) => {
    if (!(await prendre(transaction, services, trouve.valeur, 'abandonne'))) return echec(DEJA);
    await inscrire(
      transaction,
      {
        acte: 'import.abandonner',
        objet: { type: 'import', id },
        territoire: null,
        charge: { fichier: trouve.valeur.fichier.nom },
      },
      { auteur: acteur.compte, horloge: services.horloge },
    );
    return reussite(null);
  });
}

/** Names a difference of the page, so that what was ticked is what is applied. */
export function cleDeDifference(ligne: LigneDeDifference, rang: number): string {
  switch (ligne.etat) {
    case 'nouvelle':
      return `n:${rang}`;
    case 'modifiee':
      return `m:${ligne.existante.id}`;
    case 'absente':
      return `a:${ligne.existante.id}`;
    case 'inchangee':
      return `i:${ligne.existante.id}`;
  }
}

const PERIME: Refus = {
  nature: 'conflit',
  regle: 'import.perime',
  message:
    'Le plan ou l’import a changé depuis l’affichage de cette page : rien n’a été écrit. Voici la différence à jour, vos choix sont gardés.',
};

const RIEN: Refus = {
  nature: 'invalide',
  regle: 'import.rien',
  message: 'Rien n’est coché : choisissez au moins une ligne à importer.',
};

type Prepare = { readonly unImport: Import; readonly apercu: Apercu };

async function preparer(services: Services, acteur: Acteur, id: string): Promise<Resultat<Prepare>> {
  const trouve = await lu(services, acteur, id);
  if (!trouve.ok) return trouve;
  return reussite({ unImport: trouve.valeur, apercu: await apercuDImport(services.base, trouve.valeur) });
}

async function lu(services: Services, acteur: Acteur, id: string): Promise<Resultat<Import>> {
  const trouve = await trouverImport(services, acteur, id);
  return trouve.ok && trouve.valeur.etat !== 'lu' ? echec(DEJA) : trouve;
}

/** What is typed of the plan must be what its rows were read with, as far as it changes what they mean. */
async function relue(base: Base, prepare: Prepare, saisie: SaisieDePlan): Promise<Resultat<null>> {
  const { choix } = prepare.unImport;
  const { dateDeReference, proprietaire } = saisie;
  const attributs = { ...choix.attributs, proprietaire };
  if (
    dateDeReference !== lireJour(choix.reference ?? '') &&
    (await change(base, prepare, { ...choix, reference: dateDeReference }))
  ) {
    return aRelire('dateDeReference', 'Cette date change le sens d’échéances écrites sans année');
  }
  if (proprietaire !== choix.attributs.proprietaire && (await change(base, prepare, { ...choix, attributs }))) {
    return aRelire(
      'proprietaire',
      'Sous ce service, des sigles que plusieurs ministères partagent désignent d’autres organisations',
    );
  }
  return reussite(null);
}

async function change(base: Base, { unImport, apercu }: Prepare, choix: Choix): Promise<boolean> {
  const autre = await apercuDImport(base, { ...unImport, choix });
  return JSON.stringify(autre.lu.actions) !== JSON.stringify(apercu.lu.actions);
}

function aRelire(champ: string, constat: string): Resultat<never> {
  const message = `${constat}\u00a0: relisez le fichier, regardez les lignes, puis importez.`;
  return echec(fauteDeSaisie(`import.${champ}`, champ, message));
}

function actionsRetenues({ choix }: Import, { lu }: Apercu): ActionLue[] {
  const ecartees = new Set(choix.ecartees);
  return lu.actions.filter((action) => !ecartees.has(cleDeLigne(action)));
}

/** Moves an import out of « lu » ; false when someone, or a second click, did it first. */
async function prendre(
  transaction: Base,
  services: Services,
  { id, version }: Import,
  etat: 'applique' | 'abandonne',
): Promise<boolean> {
  const prise = await transaction
    .updateTable('import_de_plan')
    .set({ etat, fini_le: services.horloge.maintenant() })
    .where('id', '=', id)
    .where('etat', 'in', etat === 'applique' ? ['lu'] : ['lecture', 'lu', 'refuse'])
    // The choices applied are those that were read: nobody changed them in between.
    .$if(etat === 'applique', (requete) => requete.where('version', '=', version))
    .returning('id')
    .executeTakeFirst();
  return prise !== undefined;
}

async function ecrireActions(atelier: Atelier, lues: readonly ActionLue[]): Promise<void> {
  const axeDe = await rangerDansLesAxes(
    atelier,
    lues.map(({ axes }) => axes),
  );
  const { dernier } = await atelier.transaction
    .selectFrom('action')
    .select(({ fn }) => fn.max<number | null>('rang').as('dernier'))
    .where('plan_id', '=', atelier.plan.id)
    .executeTakeFirstOrThrow();
  const depart = (dernier ?? -1) + 1;
  const nouvelles = lues.map(
    (lue, i): NouvelleAction => ({
      axe: axeDe(lue.axes),
      rang: depart + i,
      code: lue.code,
      intitule: lue.intitule,
      miseEnOeuvre: lue.miseEnOeuvre,
      livrables: lue.livrables,
      recommandations: lue.recommandations,
      pilotesTexte: lue.pilotesTexte,
      pilotes: lue.pilotes,
      echeancesTexte: lue.echeancesTexte,
      echeances: lue.echeances,
      trajectoire: lue.trajectoire,
      note:
        lue.statut === null && lue.tauxRealisation === null && lue.avancement === null
          ? null
          : { statut: lue.statut, taux: lue.tauxRealisation, texte: lue.avancement },
    }),
  );
  await insererActions(atelier, nouvelles, 'import');
}

async function conclure(
  atelier: Atelier,
  { id, fichier }: Import,
  comptes: { nouvelles: number; modifiees: number; retirees: number },
): Promise<void> {
  const { transaction, plan, maintenant } = atelier;
  await transaction.updateTable('import_de_plan').set({ plan_id: plan.id }).where('id', '=', id).execute();
  await transaction
    .insertInto('plan_document')
    .values({ plan_id: plan.id, document_id: fichier.id, importe_le: maintenant })
    .execute();
  await atelier.journaliser({
    acte: 'plan.importer',
    objet: { type: 'plan', id: plan.id },
    territoire: plan.territoire,
    charge: { fichier: fichier.nom, empreinte: fichier.empreinte, ...comptes },
  });
}
