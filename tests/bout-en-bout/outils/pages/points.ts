import { PREFET_29 } from '../personas.ts';
import { preparerPoint } from '../points.ts';
import type { Cas } from './cas.ts';

/** Points d’étape. */
export const CAS_DES_POINTS: readonly Cas[] = [
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
];
