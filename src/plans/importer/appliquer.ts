import { z } from 'zod';
import type { Acteur } from '#acces';
import { inscrire } from '#journal';
import { lireSaisie, type Services } from '#socle';
import type { Base } from '#socle/base';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { ecrireNouveauPlan, SAISIE_DE_PLAN } from '../commandes/creer-plan.ts';
import { insererActions, type NouvelleAction } from '../commandes/ecriture.ts';
import { type Atelier, enTransaction, surLePlan } from '../commandes/sur-le-plan.ts';
import { lirePlanSansPolitique } from '../lectures/plan.ts';
import { peutModifierPlan } from '../politique.ts';
import type { LigneDeDifference } from '../regles/comparaison.ts';
import type { ActionLue } from '../regles/lecture.ts';
import { type Apercu, apercuDImport, type Import, trouverImport } from './apercu.ts';
import { appliquerModification, retirer } from './changements.ts';
import { clesDeLignes } from './choix.ts';
import { rangerDansLesAxes } from './ranger.ts';

const DEJA: Refus = {
  nature: 'conflit',
  regle: 'import.deja',
  message: 'Cet import a déjà été fait ou abandonné : rien n’a été écrit une seconde fois.',
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
  const prepare = await preparer(services, acteur, id);
  if (!prepare.ok) return prepare;
  const { unImport, apercu } = prepare.valeur;
  const reference = saisie.valeur.dateDeReference;
  const retenues = actionsRetenues(unImport, apercu);
  if (retenues.length === 0) return echec(RIEN);
  return enTransaction(services, async (transaction) => {
    if (!(await prendre(transaction, services, id, 'applique'))) return echec(DEJA);
    const cree = await ecrireNouveauPlan(transaction, services, acteur, {
      ...saisie.valeur,
      dateDeReference: reference,
    });
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

const SELECTION = z.object({
  /** Keys of the differences ticked on the page: `n:` new row, `m:` changed action, `a:` action the file no longer has. */
  retenue: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((valeur) => new Set(valeur === undefined ? [] : [valeur].flat())),
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
  const { retenue } = saisie.valeur;
  const prepare = await preparer(services, acteur, id);
  if (!prepare.ok) return prepare;
  const { unImport, apercu } = prepare.valeur;
  const { plan } = unImport;
  if (plan === null || apercu.difference === null) return echec(DEJA);
  const lignes = apercu.difference.lignes.filter((ligne, i) => retenue.has(cleDeDifference(ligne, i)));
  if (lignes.length === 0) return echec(RIEN);
  return surLePlan(
    services,
    acteur,
    plan.id,
    (vu) => peutModifierPlan(acteur, vu),
    async (atelier) => {
      if (!(await prendre(atelier.transaction, services, id, 'applique'))) return echec(DEJA);
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
  return (await prendre(services.base, services, id, 'abandonne')) ? reussite(null) : echec(DEJA);
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

const RIEN: Refus = {
  nature: 'invalide',
  regle: 'import.rien',
  message: 'Rien n’est coché : choisissez au moins une ligne à importer.',
};

async function preparer(
  services: Services,
  acteur: Acteur,
  id: string,
): Promise<Resultat<{ unImport: Import; apercu: Apercu }>> {
  const trouve = await trouverImport(services, acteur, id);
  if (!trouve.ok) return trouve;
  if (trouve.valeur.etat !== 'lu') return echec(DEJA);
  return reussite({ unImport: trouve.valeur, apercu: await apercuDImport(services.base, trouve.valeur) });
}

function actionsRetenues({ choix }: Import, { lu }: Apercu): ActionLue[] {
  const ecartees = new Set(choix.ecartees);
  const cles = clesDeLignes(lu.actions);
  return lu.actions.filter((_, i) => !ecartees.has(cles[i] ?? ''));
}

/** Moves an import out of « lu » ; false when someone, or a second click, did it first. */
async function prendre(
  transaction: Base,
  services: Services,
  id: string,
  etat: 'applique' | 'abandonne',
): Promise<boolean> {
  const prise = await transaction
    .updateTable('import_de_plan')
    .set({ etat, fini_le: services.horloge.maintenant() })
    .where('id', '=', id)
    .where('etat', 'in', etat === 'applique' ? ['lu'] : ['lu', 'refuse'])
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
