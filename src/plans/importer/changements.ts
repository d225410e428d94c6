import { colonnesDEcheance, insererJalons, insererPilotes } from '../commandes/ecriture.ts';
import { rafraichir } from '../commandes/rafraichir.ts';
import type { Atelier } from '../commandes/sur-le-plan.ts';
import type { ChampCompare, LigneDeDifference } from '../regles/comparaison.ts';
import { regrouperLesReports } from '../regles/engagements.ts';
import type { ActionLue } from '../regles/lecture.ts';
import { rangerDansLesAxes } from './ranger.ts';

type Modifiee = Extract<LigneDeDifference, { etat: 'modifiee' }>;

/** Writes the fields that differ. What was declared is appended: a deadline is put off, news are a new note. */
export async function appliquerModification(
  atelier: Atelier,
  { existante, lue, changements }: Modifiee,
  fichier: string,
): Promise<void> {
  const { transaction } = atelier;
  const champs = new Set<ChampCompare>(changements.map(({ champ }) => champ));
  const axeDe = champs.has('axes') ? await rangerDansLesAxes(atelier, [lue.axes]) : null;
  await transaction
    .updateTable('action')
    .set((eb) => ({
      version: eb('version', '+', 1),
      ...(champs.has('code') ? { code: lue.code } : {}),
      ...(champs.has('intitule') ? { intitule: lue.intitule } : {}),
      ...(champs.has('miseEnOeuvre') ? { mise_en_oeuvre: lue.miseEnOeuvre } : {}),
      ...(champs.has('livrables') ? { livrables: lue.livrables } : {}),
      ...(champs.has('recommandations') ? { recommandations: [...lue.recommandations] } : {}),
      ...(champs.has('pilotes') ? { pilotes_texte: lue.pilotesTexte } : {}),
      ...(champs.has('echeances') ? { echeances_texte: lue.echeancesTexte } : {}),
      ...(axeDe ? { axe_id: axeDe(lue.axes) } : {}),
    }))
    .where('id', '=', existante.id)
    .execute();
  if (champs.has('pilotes')) {
    await transaction.deleteFrom('action_pilote').where('action_id', '=', existante.id).execute();
    await insererPilotes(atelier, [{ action: existante.id, pilotes: lue.pilotes }]);
  }
  if (champs.has('echeances')) await reporterSelonLeFichier(atelier, existante.id, lue, fichier);
  if (champs.has('trajectoire')) {
    await transaction
      .updateTable('jalon_de_trajectoire')
      .set({ remplace_le: atelier.maintenant })
      .where('action_id', '=', existante.id)
      .where('remplace_le', 'is', null)
      .execute();
    await insererJalons(atelier, [{ action: existante.id, jalons: lue.trajectoire }]);
  }
  await noterSelonLeFichier(atelier, existante.id, lue, champs);
  await rafraichir(transaction, [existante.id]);
  await atelier.journaliser({
    acte: 'action.modifier',
    objet: { type: 'action', id: existante.id },
    territoire: atelier.plan.territoire,
    charge: {
      plan: atelier.plan.id,
      avant: Object.fromEntries(changements.map(({ champ, avant }) => [champ, avant])),
      apres: Object.fromEntries(changements.map(({ champ, apres }) => [champ, apres])),
    },
  });
}

/** An action the file no longer has, and that the user ticked, leaves the plan with that reason. */
export async function retirer(atelier: Atelier, action: string, fichier: string): Promise<void> {
  const motif = `Absente du fichier « ${fichier} » importé.`;
  await atelier.transaction
    .updateTable('action')
    .set((eb) => ({
      retiree_le: atelier.maintenant,
      retiree_par: atelier.acteur.compte,
      retiree_motif: motif,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', action)
    .where('retiree_le', 'is', null)
    .execute();
  await atelier.journaliser({
    acte: 'action.retirer',
    objet: { type: 'action', id: action },
    territoire: atelier.plan.territoire,
    charge: { plan: atelier.plan.id, motif },
  });
}

/** Each deadline of the file beside the one of the same rank: other words are a report, one more is added, one less is dropped. */
async function reporterSelonLeFichier(
  atelier: Atelier,
  action: string,
  lue: ActionLue,
  fichier: string,
): Promise<void> {
  const { transaction, plan, maintenant, acteur, services } = atelier;
  const actuelles = await transaction
    .selectFrom('echeance')
    .selectAll()
    .distinctOn('engagement')
    .where('action_id', '=', action)
    .orderBy('engagement')
    .orderBy('enregistre_le', 'desc')
    .orderBy('rang', 'desc')
    .execute();
  const vivantes = actuelles.filter(({ abandonnee }) => !abandonnee);
  const dernierEngagement = Math.max(0, ...actuelles.map(({ engagement }) => engagement));
  const commun = {
    action_id: action,
    plan_id: plan.id,
    motif: `Import du fichier « ${fichier} »`,
    enregistre_le: maintenant,
    auteur: acteur.compte,
  };
  const apresFichier = regrouperLesReports(lue.echeances).map(({ actuelle }) => actuelle);
  const lignes = Array.from({ length: Math.max(vivantes.length, apresFichier.length) }, (_, i) => {
    const avant = vivantes[i];
    const apres = apresFichier[i];
    if (avant && apres && avant.texte === apres.texte && avant.libelle === apres.libelle) return null;
    if (avant && !apres) {
      const { libelle, texte, nature, debut, fin, ambigu, hypotheses } = avant;
      return {
        ...commun,
        libelle,
        texte,
        nature,
        debut,
        fin,
        ambigu,
        hypotheses,
        id: services.ids.nouveau(),
        engagement: avant.engagement,
        rang: avant.rang + 1,
        abandonnee: true,
      };
    }
    if (!apres) return null;
    return {
      ...commun,
      ...colonnesDEcheance(apres),
      id: services.ids.nouveau(),
      engagement: avant?.engagement ?? dernierEngagement + 1 + i - vivantes.length,
      rang: avant ? avant.rang + 1 : 0,
    };
  }).filter((ligne) => ligne !== null);
  if (lignes.length > 0) await transaction.insertInto('echeance').values(lignes).execute();
}

async function noterSelonLeFichier(
  atelier: Atelier,
  action: string,
  lue: ActionLue,
  champs: ReadonlySet<ChampCompare>,
): Promise<void> {
  const note = {
    statut: champs.has('statut') ? lue.statut : null,
    taux: champs.has('tauxRealisation') ? lue.tauxRealisation : null,
    texte: champs.has('avancement') ? lue.avancement : null,
  };
  if (note.statut === null && note.taux === null && note.texte === null) return;
  await atelier.transaction
    .insertInto('note_avancement')
    .values({
      ...note,
      id: atelier.services.ids.nouveau(),
      action_id: action,
      plan_id: atelier.plan.id,
      origine: 'import',
      enregistre_le: atelier.maintenant,
      auteur: atelier.acteur.compte,
    })
    .execute();
}
