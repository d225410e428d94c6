import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { planDu } from './essais/attentes.ts';
import { lireEcheances } from './lecture.ts';
import { separerLivrables } from './livrables.ts';

const PLAN = planDu('2021-11-01');

describe('la colonne « Livrables et échéances »', () => {
  test.each([
    ['1er semestre 2022', null, '1er semestre 2022'],
    ['Au plus tard fin 2021', null, 'Au plus tard fin 2021'],
    ['1ère étape : début 2022', null, '1ère étape : début 2022'],
    ['Phase 1 : mars 2023 Phase 2 : juin 2023', null, 'Phase 1 : mars 2023 Phase 2 : juin 2023'],
    [
      'Recrutement des référents qui manquent encore début 2022',
      'Recrutement des référents qui manquent encore',
      'début 2022',
    ],
    ['Livraison des 2021', 'Livraison des', '2021'],
    ['Guide de procédure, fin 2022', 'Guide de procédure', 'fin 2022'],
    ['Charte signée – juin 2022', 'Charte signée', 'juin 2022'],
    ['Publication du guide\nFin 2022', 'Publication du guide', 'Fin 2022'],
    ['Note de cadrage : mars 2022', 'Note de cadrage', 'mars 2022'],
    ['Cartographie des postes (1er semestre 2023)', 'Cartographie des postes', '1er semestre 2023'],
    ['Déploiement de 12 sites au plus tard fin 2023', 'Déploiement de 12 sites', 'au plus tard fin 2023'],
    ['Fin 2022 : publication du guide', 'publication du guide', 'Fin 2022'],
    ['Kit de formation', 'Kit de formation', null],
    ['Bilan 2022', 'Bilan 2022', null],
    ['Circulaire du 12 mars 2022', 'Circulaire du 12 mars 2022', null],
    ['', null, null],
  ])('« %s » : livrables %s, échéance %s', (cellule, livrables, echeance) => {
    expect(separerLivrables(cellule, PLAN)).toMatchObject({ livrables, echeance });
  });

  test('une échéance prise au milieu des étapes laisse la cellule entière dans les livrables', () => {
    const cellule =
      'Etape 1 : recensement des postes (échéance début 2022) Etape 2 : ouverture du service aux usagers.';
    expect(separerLivrables(cellule, PLAN)).toMatchObject({ livrables: cellule, echeance: 'début 2022' });
  });

  test('une coupe supposée se dit, une coupe ponctuée va de soi', () => {
    expect(separerLivrables('Livraison des 2021', PLAN).doute).toContain('2021');
    expect(separerLivrables('Guide de procédure, fin 2022', PLAN).doute).toBeNull();
  });
});

describe('les quatre plans réels', () => {
  const attendu = lirePartage('sources/tableaux/attendu.json');

  test.skipIf(attendu === null)(
    'les 29 lignes du plan des irritants se séparent comme attendu (dossier « shared » requis)',
    () => {
      const actions = actionsDe(JSON.parse(attendu ?? '{}'), 'plan-irritants-sgcd-2022');
      expect(actions).toHaveLength(29);
      for (const { livrables_et_echeances: cellule, livrables, echeance } of actions) {
        expect(separerLivrables(cellule ?? '', PLAN)).toMatchObject({ livrables, echeance });
      }
    },
  );

  test.skipIf(attendu === null)('toutes leurs échéances sont comprises (dossier « shared » requis)', () => {
    const tous: unknown = JSON.parse(attendu ?? '{}');
    const plans = [
      'plan-irritants-sgcd-2022',
      'plan-actions-sgcd-2023',
      'reprise-activites-spes-2020',
      'recommandations-transition-numerique-2016',
    ];
    const echeances = plans.flatMap((plan) => actionsDe(tous, plan).map(({ echeance }) => echeance ?? ''));
    expect(echeances).toHaveLength(72);
    for (const texte of echeances) {
      for (const lue of lireEcheances(texte, PLAN).echeances) {
        expect(lue.nature, texte).not.toBe('inconnue');
        expect(lue.nature, texte).not.toBe('invalide');
      }
    }
  });
});

type ActionAttendue = {
  readonly livrables_et_echeances?: string | null;
  readonly livrables: string | null;
  readonly echeance: string | null;
};

function actionsDe(attendu: unknown, plan: string): readonly ActionAttendue[] {
  const { plans } = attendu as { plans: Record<string, Record<string, readonly ActionAttendue[]>> };
  const lu = plans[plan] ?? {};
  return lu.actions ?? lu.missions ?? lu.recommandations ?? [];
}

/**
 * A file of the reference folder `shared`, kept beside the project and never inside: `JALON_SHARED`, else the first
 * `shared` found going up from the project. Null when this machine has none.
 */
function lirePartage(chemin: string): string | null {
  for (const dossier of dossiersPossibles()) {
    const fichier = join(dossier, chemin);
    if (existsSync(fichier)) return readFileSync(fichier, 'utf8');
  }
  return null;
}

function dossiersPossibles(): readonly string[] {
  const impose = process.env.JALON_SHARED;
  if (impose) return [impose];
  const dossiers: string[] = [];
  for (let dossier = process.cwd(); dossier !== dirname(dossier); dossier = dirname(dossier)) {
    dossiers.push(join(dossier, '..', 'shared'));
  }
  return dossiers;
}
