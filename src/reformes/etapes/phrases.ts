import { compter, formaterJour } from '#interface';
import type { ActeSur, PhrasesDe } from '#journal';

/** How what happens to points d'étape is said. */
export const PHRASES_DES_POINTS: PhrasesDe<ActeSur<'point_d_etape'>> = {
  'point.creer': {
    nom: 'Point d’étape préparé',
    dire: ({ charge }) => ({ phrase: `Point d’étape préparé\u00a0: ${charge.titre}`, detail: instantane(charge) }),
  },
  'point.modifier': {
    nom: 'Point d’étape modifié',
    dire: ({ charge }) => ({ phrase: `Point d’étape modifié\u00a0: ${charge.titre}`, detail: instantane(charge) }),
  },
  'point.commenter': {
    nom: 'Point d’étape commenté',
    dire: ({ charge }) =>
      charge.reforme === null ? {} : { cites: [{ titre: 'Réforme', type: 'reforme', id: charge.reforme }] },
  },
  'point.arreter': {
    nom: 'Point d’étape arrêté',
    dire: ({ charge }) => ({ phrase: `Point d’étape arrêté\u00a0: ${charge.titre}` }),
  },
  'point.abandonner': {
    nom: 'Point d’étape abandonné',
    dire: ({ charge }) => ({ phrase: `Point d’étape abandonné\u00a0: ${charge.titre}` }),
  },
  'point.exporter': {
    nom: 'Point d’étape exporté',
    dire: ({ charge }) => ({ detail: `Format\u00a0: ${charge.format}.` }),
  },
};

function instantane({ jour, reformes }: { readonly jour: string; readonly reformes: number }): string {
  return `Situation au ${formaterJour(jour)}, ${compter(reformes, 'réforme', 'réformes')}.`;
}
