import { compter } from '#interface';
import type { ActeSur, PhrasesDe } from '#journal';
import { PHRASES_DES_CIBLES } from './cibles/phrases.ts';
import { LIBELLES_DE_METEO } from './regles/meteo.ts';

/** How what happens to reforms is said. */
export const PHRASES_DES_REFORMES: PhrasesDe<ActeSur<'reforme' | 'territoire'>> = {
  'reforme.creer': {
    nom: 'Réforme créée',
    dire: ({ charge }) => ({ phrase: `Réforme créée\u00a0: ${charge.nom}` }),
  },
  'reforme.modifier': {
    nom: 'Réforme modifiée',
    dire: ({ charge }) => ({
      detail: charge.champs.length === 0 ? null : `Champs\u00a0: ${charge.champs.join(', ')}.`,
    }),
  },
  'reforme.composer': {
    nom: 'Indicateurs de la réforme réglés',
    dire: ({ charge }) => ({ detail: `${compter(charge.indicateurs, 'indicateur', 'indicateurs')}.` }),
  },
  'reforme.lier': {
    nom: 'Plan lié à la réforme',
    dire: ({ charge }) => ({ cites: cites(charge) }),
  },
  'reforme.delier': {
    nom: 'Plan détaché de la réforme',
    dire: ({ charge }) => ({ cites: cites(charge) }),
  },
  'territoire.exporter': { nom: 'Réformes d’un territoire exportées', dire: direExport },
  'reforme.exporter': { nom: 'Réforme exportée', dire: direExport },
  'comparaison.choisir': {
    nom: 'Territoires de comparaison choisis',
    dire: ({ charge }) => ({ detail: `${compter(charge.territoires.length, 'territoire', 'territoires')}.` }),
  },
  'criteres.importer': {
    nom: 'Critères de ressemblance enregistrés',
    dire: ({ charge }) => ({
      detail: `${compter(charge.valeurs, 'valeur', 'valeurs')}\u00a0: ${charge.criteres.join(', ')}.`,
    }),
  },
  'reforme.contacter': { nom: 'Contacts de la réforme modifiés' },
  'meteo.declarer': {
    nom: 'Météo déclarée',
    dire: ({ charge }) => ({ phrase: `Météo déclarée\u00a0: ${LIBELLES_DE_METEO[charge.meteo].nom.toLowerCase()}` }),
  },
  'analyse.ecrire': {
    nom: 'Analyse écrite',
    dire: ({ charge }) => ({ detail: compter(charge.champs.length, 'champ modifié', 'champs modifiés') }),
  },
  ...PHRASES_DES_CIBLES,
};

function direExport({ charge }: { readonly charge: { readonly format: string; readonly lignes: number } }) {
  return { detail: `${compter(charge.lignes, 'ligne', 'lignes')}, format ${charge.format}.` };
}

function cites({ plan, action }: { readonly plan: string; readonly action: string | null }) {
  return action === null
    ? ([{ titre: 'Plan', type: 'plan', id: plan }] as const)
    : ([{ titre: 'Action', type: 'action', id: action }] as const);
}
