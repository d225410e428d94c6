import { describe, expect, test } from 'vitest';
import { type Jour, jour } from '#socle/valeurs';
import { type ActionSuivie, POINTS_AU_PLUS, redigerOrdreDuJour } from './ordre-du-jour.ts';

const LE_8_FEVRIER = jour(2022, 2, 8) as Jour;

const action = (id: string, vu: Partial<ActionSuivie> = {}): ActionSuivie => ({
  id,
  plan: 'plan',
  code: null,
  intitule: `Action ${id}`,
  close: false,
  bloquee: false,
  retard: 0,
  silence: null,
  reports: 0,
  dernierReport: null,
  demandes: [],
  ...vu,
});

const rediger = (actions: readonly ActionSuivie[], laisses: Parameters<typeof redigerOrdreDuJour>[0]['laisses'] = []) =>
  redigerOrdreDuJour({ actions, divergentes: [], laisses, derniere: LE_8_FEVRIER });

describe('l’ordre du jour rédigé par la machine', () => {
  test('une action qui va bien n’y est pas', () => {
    expect(rediger([action('1-1')])).toEqual([]);
  });

  test('chaque point dit pourquoi il est là, en une phrase', () => {
    const [point] = rediger([
      action('2-1', {
        code: '2-1',
        intitule: 'Cartes agents',
        retard: 46,
        silence: 38,
        reports: 2,
        dernierReport: LE_8_FEVRIER,
      }),
    ]);
    expect(point).toMatchObject({
      motif: 'en_retard',
      intitule: '2-1 · Cartes agents',
      raison: 'Échéance dépassée de 46\u00a0jours et sans nouvelle depuis 38\u00a0jours.',
      action: '2-1',
    });
  });

  test('un report demandé attend la réponse du comité : il passe devant le retard', () => {
    const [premier, second] = rediger([
      action('1', { retard: 90 }),
      action('2', { demandes: ['30 juin 2022'], retard: 2 }),
    ]);
    expect(premier).toMatchObject({
      motif: 'report_demande',
      raison: 'Report demandé à « 30 juin 2022 » et échéance dépassée de 2\u00a0jours.',
    });
    expect(second).toMatchObject({ motif: 'en_retard', action: '1' });
  });

  test('un report compte s’il est venu après la dernière réunion', () => {
    const apres = jour(2022, 2, 9) as Jour;
    expect(rediger([action('a', { reports: 2, dernierReport: apres })])[0]).toMatchObject({
      motif: 'reportee',
      raison: 'Échéance reportée 2 fois, la dernière depuis la dernière réunion.',
    });
    expect(rediger([action('a', { reports: 2, dernierReport: LE_8_FEVRIER })])).toEqual([]);
  });

  test('les plus pressants d’abord : non tranché, retard, blocage, silence ; le plus grand retard avant le plus petit', () => {
    const points = rediger(
      [
        action('silence', { silence: 90 }),
        action('bloquee', { bloquee: true }),
        action('retard-3', { retard: 3 }),
        action('retard-46', { retard: 46 }),
      ],
      [{ id: 'p', intitule: 'Budget', action: null, plan: null, reforme: null, fois: 1 }],
    );
    expect(points.map(({ motif, action: id }) => id ?? motif)).toEqual([
      'non_tranche',
      'retard-46',
      'retard-3',
      'bloquee',
      'silence',
    ]);
  });

  test('un point non tranché revient une seule fois, avec ce qui presse encore', () => {
    const points = rediger(
      [action('2-1', { retard: 60 })],
      [{ id: 'p', intitule: 'Cartes agents', action: '2-1', plan: 'plan', reforme: null, fois: 2 }],
    );
    expect(points).toHaveLength(1);
    expect(points[0]).toMatchObject({
      motif: 'non_tranche',
      venuDe: 'p',
      raison: 'Non tranché lors des 2 dernières réunions et échéance dépassée de 60\u00a0jours.',
    });
  });

  test('une action close n’est plus un sujet', () => {
    expect(rediger([action('close', { close: true, retard: 10, silence: 90 })])).toEqual([]);
  });

  test('une météo qui dit le contraire de l’indicateur est à l’ordre du jour', () => {
    const [point] = redigerOrdreDuJour({
      actions: [],
      laisses: [],
      derniere: null,
      divergentes: [{ id: 'mdph', nom: 'Délais MDPH', divergence: 'Météo au soleil, indicateur en recul.' }],
    });
    expect(point).toMatchObject({
      motif: 'divergente',
      reforme: 'mdph',
      raison: 'Météo au soleil, indicateur en recul.',
    });
  });

  test('un comité n’examine pas tout : la liste s’arrête', () => {
    const toutes = Array.from({ length: 200 }, (_, i) => action(String(i), { retard: i + 1 }));
    const points = rediger(toutes);
    expect(points).toHaveLength(POINTS_AU_PLUS);
    expect(points[0]?.action).toBe('199');
  });
});
