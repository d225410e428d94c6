import { expect, test } from 'vitest';
import { type Jour, lireJour } from '#socle/valeurs';
import { type Engagement, horizonDesEngagements } from './horizon.ts';
import { bilan, type FaitsDAction, marques, situationDAction } from './situation.ts';

const jour = (texte: string): Jour => {
  const lu = lireJour(texte);
  if (!lu) throw new Error(texte);
  return lu;
};

function engagement(
  texte: string,
  debut: string | null,
  fin: string | null,
  autres: Partial<Engagement> = {},
): Engagement {
  const bornes = { debut: debut === null ? null : jour(debut), fin: fin === null ? null : jour(fin) };
  return {
    numero: 1,
    libelle: null,
    texte,
    nature: 'periode',
    ...bornes,
    ambigu: false,
    hypotheses: [],
    initial: { texte, ...bornes },
    reports: 0,
    ...autres,
  };
}

type Cas = Partial<Omit<FaitsDAction, 'horizon'>> & { readonly engagements?: readonly Engagement[] };

function action({ engagements = [], ...autres }: Cas): FaitsDAction {
  return {
    statut: 'en_cours',
    horizon: horizonDesEngagements(engagements),
    derniereNouvelle: jour('2022-02-10'),
    creeLe: jour('2021-11-01'),
    ...autres,
  };
}

test('« Au plus tard fin 2021 » : à l’heure le 31 décembre, en retard d’un jour le 1er janvier', () => {
  const faits = action({
    engagements: [engagement('Au plus tard fin 2021', null, '2021-12-31', { nature: 'au_plus_tard' })],
  });
  expect(situationDAction(faits, jour('2021-12-31'), 30).retard).toBe(0);
  expect(situationDAction(faits, jour('2021-12-31'), 30).proche).toBe(0);
  expect(situationDAction(faits, jour('2022-01-01'), 30).retard).toBe(1);
  expect(situationDAction(faits, jour('2022-02-15'), 30).retard).toBe(46);
});

test('une action terminée ou abandonnée n’est ni en retard ni silencieuse', () => {
  const engagements = [engagement('fin 2021', null, '2021-12-31')];
  for (const statut of ['terminee', 'abandonnee'] as const) {
    const situation = situationDAction(action({ statut, engagements, derniereNouvelle: null }), jour('2024-06-01'), 30);
    expect(marques(situation)).toEqual([]);
  }
});

test('« À partir de la rentrée 2023 » n’est jamais en retard : l’action est sans terme', () => {
  const faits = action({
    engagements: [engagement('À partir de la rentrée 2023', '2023-09-01', null, { nature: 'a_partir_de' })],
  });
  const situation = situationDAction(faits, jour('2026-01-01'), 30);
  expect(situation.retard).toBe(0);
  expect(situation.sansTerme).toBe(true);
});

test('« Immédiat » ne met pas en retard : le silence parle', () => {
  const faits = action({
    engagements: [engagement('Immédiat', '2021-11-01', null, { nature: 'immediat' })],
    derniereNouvelle: jour('2021-11-10'),
  });
  const situation = situationDAction(faits, jour('2022-01-10'), 30);
  expect(situation.retard).toBe(0);
  expect(situation.silence).toBe(61);
});

test('deux étapes : en retard seulement quand la dernière est passée', () => {
  const engagements = [
    engagement('début 2022', '2022-01-01', '2022-03-31'),
    engagement('fin 2022', '2022-10-01', '2022-12-31', { numero: 2 }),
  ];
  expect(situationDAction(action({ engagements }), jour('2022-05-01'), 365).retard).toBe(0);
  expect(situationDAction(action({ engagements }), jour('2023-01-02'), 365).retard).toBe(2);
});

test('un report laisse voir l’engagement initial et les jours de glissement', () => {
  const report = engagement('30 juin 2025', null, '2025-06-30', {
    reports: 1,
    initial: { texte: '31 décembre 2024', debut: null, fin: jour('2024-12-31') },
  });
  const situation = situationDAction(action({ engagements: [report] }), jour('2025-01-15'), 3650);
  expect(situation).toMatchObject({ reports: 1, glissement: 181, retard: 0 });
});

test('une action à lancer dont le début est à venir n’est pas silencieuse', () => {
  const faits = action({
    statut: 'a_lancer',
    derniereNouvelle: null,
    engagements: [engagement('2023', '2023-01-01', '2023-12-31')],
  });
  expect(situationDAction(faits, jour('2022-12-31'), 30).silence).toBeNull();
  expect(situationDAction(faits, jour('2023-01-01'), 30).silence).toBe(426);
});

test('le bilan compte chaque action une fois par statut, et « non déclaré » n’est pas « à lancer »', () => {
  const faits = [action({ statut: null }), action({ statut: 'terminee' }), action({ statut: 'a_lancer' })];
  const compte = bilan(
    faits.map((f) => ({ statut: f.statut, situation: situationDAction(f, jour('2022-02-15'), 30) })),
  );
  expect(compte.total).toBe(3);
  expect(compte.parStatut).toMatchObject({ non_declare: 1, terminee: 1, a_lancer: 1 });
  expect(compte.parMarque.sans_echeance).toBe(2);
});
