import { describe, expect, test } from 'vitest';
import { DECISIONS, estTranche, GENRES_DE_DECISION, genresProposes, manquesDe } from './decisions.ts';

const RIEN = { action: null, plan: null, responsable: null, echeance: null, demandes: 0 };

describe('ce qu’une décision demande et ce qu’elle change', () => {
  test('seule l’information ne change rien', () => {
    expect(GENRES_DE_DECISION.filter((genre) => DECISIONS[genre].effet === 'aucun')).toEqual(['information']);
  });

  test('un report ou une clôture porte sur une action', () => {
    expect(manquesDe({ ...RIEN, genre: 'cloture' })).toHaveProperty('genre');
    expect(manquesDe({ ...RIEN, genre: 'report_accepte', echeance: 'fin 2022' })).toHaveProperty('genre');
    expect(manquesDe({ ...RIEN, genre: 'cloture', action: 'a', plan: 'p' })).toEqual({});
  });

  test('un report sans nouvelle échéance est refusé', () => {
    expect(manquesDe({ ...RIEN, genre: 'report_accepte', action: 'a', plan: 'p' })).toHaveProperty('echeance');
  });

  test('un report demandé s’accepte sans redire son échéance, ou se refuse ; sans demande, rien à refuser', () => {
    const surAction = { ...RIEN, action: 'a', plan: 'p' };
    expect(manquesDe({ ...surAction, genre: 'report_accepte', demandes: 1 })).toEqual({});
    expect(manquesDe({ ...surAction, genre: 'report_refuse', demandes: 1 })).toEqual({});
    expect(manquesDe({ ...surAction, genre: 'report_refuse' })).toHaveProperty('genre');
    expect(genresProposes(surAction)).not.toContain('report_refuse');
    expect(genresProposes({ ...surAction, demandes: 1 })).toContain('report_refuse');
    expect(genresProposes(RIEN)).toEqual(['arbitrage', 'orientation', 'action_nouvelle', 'information']);
  });

  test('une action nouvelle a un plan et un service', () => {
    expect(Object.keys(manquesDe({ ...RIEN, genre: 'action_nouvelle' }))).toEqual(['plan', 'responsable']);
  });

  test('un arbitrage, une orientation, une information se prennent sur n’importe quel point', () => {
    for (const genre of ['arbitrage', 'orientation', 'information'] as const)
      expect(manquesDe({ ...RIEN, genre })).toEqual({});
  });
});

describe('ce qui est tranché', () => {
  test('une information ne tranche pas ; une décision annulée non plus', () => {
    expect(estTranche({ clos: false, decisions: [{ genre: 'information', annulee: false }] })).toBe(false);
    expect(estTranche({ clos: false, decisions: [{ genre: 'arbitrage', annulee: true }] })).toBe(false);
  });

  test('un arbitrage tranche ; un point déclaré vu aussi', () => {
    expect(estTranche({ clos: false, decisions: [{ genre: 'arbitrage', annulee: false }] })).toBe(true);
    expect(estTranche({ clos: true, decisions: [] })).toBe(true);
  });
});
