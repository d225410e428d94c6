import { describe, expect, test } from 'vitest';
import { d, dOuAbsent, ecrit } from '../essais/valeurs.ts';
import { type PartDePanier, situerPanier } from './panier.ts';
import type { VerdictDeSignal } from './signal.ts';
import type { EtatDeTaux } from './taux.ts';

type Situation = NonNullable<PartDePanier['situation']>;

const part = (poids: string, taux: string, plus: Partial<Situation> & { etat?: EtatDeTaux } = {}): PartDePanier => ({
  indicateur: `poids ${poids}`,
  poids: d(poids),
  situation: {
    annuel: { taux: dOuAbsent(taux) },
    global: {
      taux: dOuAbsent(taux),
      brut: dOuAbsent(taux),
      etat: plus.etat ?? (taux === '–' ? 'non_mesure' : 'en_cours'),
    },
    ecartEnPoints: d('0'),
    signal: null,
    ...plus,
  },
});
const sansObjet = (poids: string): PartDePanier => ({ indicateur: `poids ${poids}`, poids: d(poids), situation: null });

describe('plusieurs indicateurs lus comme un seul', () => {
  test('60 et 40, à 50 et 100 : 70', () => {
    expect(ecrit(situerPanier([part('60', '50'), part('40', '100')]).tauxGlobal)).toBe('70');
  });

  test('un taux manque : pas de taux, « incomplet », et combien sont mesurés', () => {
    const vu = situerPanier([part('60', '50'), part('40', '–')]);
    expect(vu).toMatchObject({ tauxGlobal: null, etat: 'incomplet', position: 'non_mesuree', mesures: 1, attendus: 2 });
  });

  test('l’indicateur sans objet ici laisse son poids aux autres', () => {
    const vu = situerPanier([part('60', '50'), sansObjet('40')]);
    expect([ecrit(vu.tauxGlobal), vu.attendus]).toEqual(['50', 1]);
  });

  test('rien ne compte : « sans objet », jamais 0', () => {
    expect(situerPanier([])).toMatchObject({ tauxGlobal: null, etat: 'sans_objet', position: 'sans_objet' });
    expect(situerPanier([sansObjet('60')])).toMatchObject({ tauxGlobal: null, etat: 'sans_objet' });
  });

  test('un seul indicateur : son état est celui de la réforme', () => {
    for (const etat of ['sans_cible', 'sans_valeur_initiale', 'non_mesure'] as const)
      expect(situerPanier([part('1', '–', { etat })])).toMatchObject({ etat, position: 'non_mesuree' });
    expect(situerPanier([part('1', '100', { etat: 'atteinte' })])).toMatchObject({ etat: 'atteinte' });
  });

  test('toutes les cibles atteintes, dont une avant son terme : à rehausser', () => {
    const vu = situerPanier([
      part('1', '100', { etat: 'atteinte' }),
      part('1', '100', { etat: 'depassee_avant_terme' }),
    ]);
    expect(vu.etat).toBe('depassee_avant_terme');
  });

  test('un recul que la moyenne cache est compté', () => {
    const recul = part('50', '0', { global: { taux: d('0'), brut: d('-20'), etat: 'recul' } });
    expect(situerPanier([recul, part('50', '60')])).toMatchObject({ etat: 'en_cours', reculs: 1 });
    expect(situerPanier([recul, part('50', '10')])).toMatchObject({ etat: 'recul', position: 'recul', reculs: 1 });
  });

  test('en retrait : plus de 10 points sous la trajectoire, strictement', () => {
    const a = (ecart: string) => situerPanier([part('1', '40', { ecartEnPoints: d(ecart) })]).position;
    expect([a('-10'), a('-10.001'), a('3')]).toEqual(['sur_trajectoire', 'en_retrait', 'sur_trajectoire']);
  });

  test('une dégradation ne se compense pas', () => {
    const avec = (...signaux: (VerdictDeSignal | null)[]) =>
      situerPanier(signaux.map((signal) => part('1', '40', { signal }))).signal;
    expect(avec('amelioration_significative', 'degradation_significative')).toBe('degradation_significative');
    expect(avec('variation_ordinaire', 'amelioration_significative')).toBe('amelioration_significative');
    expect(avec(null, 'variation_ordinaire')).toBe('variation_ordinaire');
    expect(avec(null)).toBeNull();
  });
});
