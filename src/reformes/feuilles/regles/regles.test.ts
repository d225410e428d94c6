import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Jour, joursEntre, lireJour } from '#socle/valeurs';
import { contenuEnVigueur, type LigneDeContenu } from './contenu.ts';
import { etatDeFeuille, finDuMandat, seChevauchent } from './mandat.ts';
import { situerJalon } from './projets.ts';

const j = (texte: string): Jour => lireJour(texte) as Jour;

describe('le mandat donné par la feuille de route', () => {
  test('dure trois ans, jour pour jour', () => {
    expect(finDuMandat(j('2022-02-15'))).toBe('2025-02-15');
    expect(finDuMandat(j('2021-12-31'))).toBe('2024-12-31');
  });

  test('signé un 29 février, il finit le dernier jour de février trois ans plus tard', () => {
    expect(finDuMandat(j('2024-02-29'))).toBe('2027-02-28');
    expect(finDuMandat(j('2021-02-28'))).toBe('2024-02-28');
  });

  test('dure toujours 1 095 ou 1 096 jours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000 }), (decalage) => {
        const signature = new Date(Date.UTC(1950, 0, 1) + decalage * 86_400_000).toISOString().slice(0, 10);
        expect([1095, 1096]).toContain(joursEntre(j(signature), finDuMandat(j(signature))));
      }),
    );
  });

  test('l’état suit le calendrier : le dernier jour compte, le jour de la clôture ne compte plus', () => {
    const signee = { signeeLe: j('2022-02-15'), fin: j('2025-02-15'), closeLe: null };
    expect(etatDeFeuille({ signeeLe: null, fin: null, closeLe: null }, j('2022-02-15'))).toBe('en_preparation');
    expect(etatDeFeuille(signee, j('2022-02-14'))).toBe('en_preparation');
    expect(etatDeFeuille(signee, j('2022-02-15'))).toBe('en_vigueur');
    expect(etatDeFeuille(signee, j('2025-02-15'))).toBe('en_vigueur');
    expect(etatDeFeuille(signee, j('2025-02-16'))).toBe('echue');
    const close = { ...signee, closeLe: j('2024-03-01') };
    expect(etatDeFeuille(close, j('2024-02-29'))).toBe('en_vigueur');
    expect(etatDeFeuille(close, j('2024-03-01'))).toBe('close');
  });

  test('deux mandats d’un même territoire se suivent sans se chevaucher', () => {
    const premier = { signeeLe: j('2022-02-15'), fin: j('2025-02-15'), closeLe: null };
    const suivant = (signeeLe: string) => ({ signeeLe: j(signeeLe), fin: finDuMandat(j(signeeLe)), closeLe: null });
    expect(seChevauchent(premier, suivant('2025-02-15'))).toBe(true);
    expect(seChevauchent(premier, suivant('2025-02-16'))).toBe(false);
    expect(seChevauchent(suivant('2019-02-15'), premier)).toBe(true);
    expect(seChevauchent({ ...premier, closeLe: j('2023-06-01') }, suivant('2023-06-01'))).toBe(false);
    expect(seChevauchent({ signeeLe: null, fin: null, closeLe: null }, premier)).toBe(false);
  });
});

describe('ce que contient une feuille de route', () => {
  const ligne = (id: number, geste: 'ajout' | 'retrait', reforme: string, evenement: number | null = null) =>
    ({ id, geste, objet: { type: 'reforme', id: reforme }, engagement: `${id}`, evenement }) satisfies LigneDeContenu;
  const reformes = (...arguments_: Parameters<typeof contenuEnVigueur>) => [
    ...contenuEnVigueur(...arguments_).reformes.keys(),
  ];

  test('en préparation, les lignes valent dans leur ordre', () => {
    const lignes = [ligne(1, 'ajout', 'fibre'), ligne(2, 'ajout', 'mdph'), ligne(3, 'retrait', 'fibre')];
    expect(reformes(lignes, [])).toEqual(['mdph']);
  });

  test('un avenant ne change rien tant qu’il n’est pas accepté', () => {
    const lignes = [ligne(1, 'ajout', 'fibre'), ligne(2, 'ajout', 'mdph', 10), ligne(3, 'retrait', 'fibre', 10)];
    expect(reformes(lignes, [])).toEqual(['fibre']);
    expect(reformes(lignes, [{ id: 11, repondA: 10, acceptee: false }])).toEqual(['fibre']);
    const accepte = contenuEnVigueur(lignes, [{ id: 11, repondA: 10, acceptee: true }]);
    expect([...accepte.reformes.keys()]).toEqual(['mdph']);
    expect([...accepte.retires]).toEqual(['fibre']);
  });

  test('deux avenants valent dans l’ordre de leur acceptation, non de leur proposition', () => {
    const lignes = [ligne(1, 'ajout', 'fibre', 10), ligne(2, 'retrait', 'fibre', 11)];
    const acceptes = (premier: number, second: number) => [
      { id: 20, repondA: premier, acceptee: true },
      { id: 21, repondA: second, acceptee: true },
    ];
    expect(reformes(lignes, acceptes(10, 11))).toEqual([]);
    expect(reformes(lignes, acceptes(11, 10))).toEqual(['fibre']);
  });

  test('un nouvel engagement sur la même réforme remplace le précédent', () => {
    const { reformes: gardees } = contenuEnVigueur([ligne(1, 'ajout', 'fibre'), ligne(2, 'ajout', 'fibre')], []);
    expect([...gardees]).toEqual([['fibre', '2']]);
  });
});

describe('les jalons d’un projet local', () => {
  const echeance = (texte: string, fin: string) =>
    ({ genre: 'echeance', texte, nature: 'date', debut: j(fin), fin: j(fin), motif: null }) as const;

  test('sans échéance, un jalon n’est ni en retard ni tenu', () => {
    expect(situerJalon([], j('2022-02-15')).situation).toEqual({ situation: 'sans_echeance' });
  });

  test('un report garde l’engagement initial et se compte', () => {
    const faits = [echeance('15 janvier 2022', '2022-01-15'), echeance('fin mars', '2022-03-31')];
    expect(situerJalon(faits, j('2022-02-15'))).toMatchObject({
      reports: 1,
      initiale: { texte: '15 janvier 2022' },
      echeance: { texte: 'fin mars' },
      situation: { situation: 'a_venir', jours: 44 },
    });
  });

  test('passé son terme il est en retard, sauf atteint ou abandonné', () => {
    const due = echeance('15 janvier 2022', '2022-01-15');
    expect(situerJalon([due], j('2022-02-15')).situation).toEqual({ situation: 'en_retard', jours: 31 });
    expect(situerJalon([due, { genre: 'atteint', jour: j('2022-02-01') }], j('2022-02-15'))).toMatchObject({
      atteintLe: '2022-02-01',
      situation: { situation: 'echue_tenue' },
    });
    expect(situerJalon([due, { genre: 'abandon', motif: 'Site pollué' }], j('2022-02-15')).abandon).toBe('Site pollué');
  });
});
