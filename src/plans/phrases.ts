import { compter, formaterJour, formaterTaux } from '#interface';
import type { ActeSur, PhrasesDe } from '#journal';
import { lireCodeTerritoire, territoireDe } from '#territoires/regles';
import { LIBELLES_DE_STATUT, lireStatut } from './regles/statuts.ts';

/** How what happens to plans, their axes, their actions and their imports is said. */
export const PHRASES_DES_PLANS: PhrasesDe<ActeSur<'plan' | 'axe' | 'action' | 'import'>> = {
  'plan.creer': { nom: 'Plan créé', dire: ({ charge }) => ({ phrase: `Plan créé : ${charge.titre}` }) },
  'plan.modifier': { nom: 'Présentation du plan modifiée' },
  'plan.importer': {
    nom: 'Fichier importé dans le plan',
    dire: ({ charge: { fichier, nouvelles, modifiees, retirees } }) => ({
      phrase: `Fichier « ${fichier} » importé`,
      detail: `${compter(nouvelles, 'action nouvelle', 'actions nouvelles')}, ${compter(modifiees, 'modifiée', 'modifiées')}, ${compter(retirees, 'retirée', 'retirées')}.`,
    }),
  },
  'plan.exporter': {
    nom: 'Plan exporté',
    dire: ({ charge: { format, actions } }) => ({
      phrase: `Plan exporté (${format}, ${compter(actions, 'action', 'actions')})`,
    }),
  },
  'plan.ordonner': { nom: 'Ordre du plan modifié' },
  'import.deposer': {
    nom: 'Fichier déposé',
    dire: ({ charge }) => ({ phrase: `Fichier « ${charge.fichier} » déposé` }),
  },
  'import.abandonner': {
    nom: 'Import abandonné',
    dire: ({ charge }) => ({ phrase: `Import du fichier « ${charge.fichier} » abandonné` }),
  },
  'axe.creer': { nom: 'Axe ajouté', dire: ({ charge }) => ({ phrase: `Axe ajouté : ${charge.intitule}` }) },
  'axe.modifier': { nom: 'Axe modifié', dire: ({ charge }) => ({ phrase: `Axe modifié : ${charge.intitule}` }) },
  'axe.supprimer': { nom: 'Axe supprimé', dire: ({ charge }) => ({ phrase: `Axe supprimé : ${charge.intitule}` }) },
  'action.creer': { nom: 'Action ajoutée' },
  'action.modifier': { nom: 'Action modifiée' },
  'action.deplacer': { nom: 'Action déplacée' },
  'action.retirer': {
    nom: 'Action retirée',
    dire: ({ charge }) => ({ phrase: 'Action retirée', detail: `Motif : ${charge.motif}` }),
  },
  'action.noter': {
    nom: 'Note d’avancement',
    dire: ({ charge }) => {
      const statut = lireStatut(charge.statut);
      const parts = [
        statut === null ? '' : `« ${LIBELLES_DE_STATUT[statut].toLowerCase()} »`,
        charge.taux === null ? '' : formaterTaux(charge.taux),
      ].filter((part) => part !== '');
      const pieces = charge.pieces?.length ?? 0;
      return {
        phrase: ['Note d’avancement', ...parts, ...(pieces === 0 ? [] : [compter(pieces, 'pièce', 'pièces')])].join(
          ', ',
        ),
      };
    },
  },
  'note.corriger': { nom: 'Note d’avancement corrigée' },
  'action.decliner': {
    nom: 'Action déclinée par territoire',
    dire: ({ charge: { territoires } }) => ({
      phrase: `Action déclinée dans ${compter(territoires.length, 'territoire', 'territoires')}`,
    }),
  },
  'declinaison.retirer': {
    nom: 'Déclinaisons retirées',
    dire: ({ charge: { territoires, motif } }) => ({
      phrase: `Déclinaison retirée de ${compter(territoires.length, 'territoire', 'territoires')}`,
      detail: `Motif : ${motif}`,
    }),
  },
  // What a territory says is read by those its declination is open to, not in the story of the plan.
  'declinaison.noter': {
    nom: 'Nouvelles d’une déclinaison',
    dire: ({ territoire }) => ({ phrase: `Nouvelles données ${locutionDe(territoire)}` }),
  },
  'declinaison.corriger': {
    nom: 'Note d’une déclinaison corrigée',
    dire: ({ territoire }) => ({ phrase: `Note corrigée ${locutionDe(territoire)}` }),
  },
  'echeance.fixer': { nom: 'Échéance fixée', dire: ({ charge }) => ({ phrase: `Échéance fixée, ${charge.texte}` }) },
  'echeance.reporter': {
    nom: 'Échéance reportée',
    dire: ({ charge: { avant, apres, motif } }) => ({
      phrase: `Échéance reportée, de « ${avant} » à « ${apres} »`,
      detail: `Motif : ${motif}`,
    }),
  },
  'report.demander': {
    nom: 'Report demandé',
    dire: ({ charge: { avant, apres, motif } }) => ({
      phrase: `Report demandé, de « ${avant} » à « ${apres} »`,
      detail: `Motif : ${motif}`,
    }),
  },
  'report.accepter': {
    nom: 'Report accepté',
    dire: ({ charge: { avant, apres, motif } }) => ({
      phrase: `Report accepté, de « ${avant} » à « ${apres} »`,
      detail: `Motif : ${motif}`,
    }),
  },
  'report.refuser': {
    nom: 'Report refusé',
    dire: ({ charge: { avant, apres, motif } }) => ({
      phrase: `Report refusé : l’échéance reste « ${avant} », et non « ${apres} »`,
      detail: `Raison : ${motif}`,
    }),
  },
  'report.retirer': {
    nom: 'Demande de report retirée',
    dire: ({ charge: { avant, apres, motif } }) => ({
      phrase: `Demande de report retirée : l’échéance reste « ${avant} », et non « ${apres} »`,
      ...(motif === '' ? {} : { detail: `Raison : ${motif}` }),
    }),
  },
  'lien.donner': {
    nom: 'Lien personnel donné',
    dire: ({ charge: { expiration } }) => ({
      phrase: 'Lien personnel donné à un pilote sans compte',
      detail: `Ouvert jusqu’au ${formaterJour(expiration)}.`,
    }),
  },
  'lien.revoquer': { nom: 'Lien personnel révoqué' },
  'relances.regler': { nom: 'Relances du plan réglées' },
  'pilote.rattacher': {
    nom: 'Pilote rattaché à l’annuaire',
    dire: ({ charge: { texte, actions } }) => ({
      phrase: `« ${texte} » rattaché à l’annuaire dans ${compter(actions, 'action', 'actions')}`,
    }),
  },
};

/** « dans le Finistère », « en Bretagne ». */
function locutionDe(territoire: string | null): string {
  const code = lireCodeTerritoire(territoire ?? '');
  return code === null ? 'dans un territoire' : territoireDe(code).locution;
}
