import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { POSITIONS } from '#indicateurs/regles';
import type { Jour } from '#socle/valeurs';
import type { SuiviPresente } from '../../presentation.ts';
import { criteresDeLAdresse, gardes } from '../adresses.ts';
import { choisir, groupeDe } from './criteres.ts';
import { accentDe, lesPlusEnDifficulte } from './difficultes.ts';
import { feuilleDeReformes } from './exports.ts';
import { phraseDuTerritoire, type ResumeDeTerritoire, resumer } from './resume.ts';

const AU = '2022-02-15' as Jour;

const SUIVI: SuiviPresente = {
  reforme: '1',
  nom: 'Fibre',
  theme: 'Cohésion des territoires',
  ministere: 'Ministère de l’économie',
  territoire: 'D29',
  demonstration: false,
  position: 'sur_trajectoire',
  taux: { valeur: '77', texte: '77\u00a0%', etat: 'en_cours' },
  brut: '77',
  tauxAnnuel: { valeur: '80', texte: '80\u00a0%' },
  ecart: { valeur: '-3', texte: '−3\u00a0points', retrait: false },
  mediane: { valeur: '4', texte: '+4\u00a0points', retrait: false },
  signal: null,
  meteo: null,
  silence: 38,
  jour: '2022-01-08' as SuiviPresente['jour'],
  plusAncienne: '2022-01-08' as SuiviPresente['jour'],
  couverture: null,
  reculs: 0,
  alertes: [],
};
const MDPH: SuiviPresente = {
  ...SUIVI,
  reforme: '2',
  nom: 'Délais des MDPH',
  theme: 'Solidarités',
  ministere: null,
  position: 'recul',
  taux: { valeur: '0', texte: 'recul de 12\u00a0points', etat: 'recul' },
  ecart: { valeur: '-31', texte: '−31\u00a0points', retrait: true },
  mediane: { valeur: '-22', texte: '−22\u00a0points', retrait: true },
  meteo: {
    code: 'soleil',
    nom: 'Soleil',
    sens: 'tout va bien',
    phrase: 'Tout va bien.',
    jour: '2021-09-28' as SuiviPresente['jour'] & string,
    auteur: null,
    age: 140,
    ancienne: true,
    divergente: true,
    divergence: 'Météo « soleil », mais l’indicateur est 31 points sous sa trajectoire',
  },
  alertes: [
    { code: 'meteo_divergente', texte: 'Météo divergente de l’indicateur' },
    { code: 'meteo_ancienne', texte: 'Météo à renouveler' },
  ],
};
const NON_MESUREE: SuiviPresente = {
  ...SUIVI,
  reforme: '3',
  nom: 'Écoles inclusives',
  position: 'non_mesuree',
  taux: { valeur: null, texte: 'non mesuré', etat: 'non_mesure' },
  ecart: { valeur: null, texte: '–', retrait: false },
  mediane: { valeur: null, texte: '–', retrait: false },
  silence: null,
  jour: null,
};
const TOUTES = [SUIVI, MDPH, NON_MESUREE];

const ecrire = (resume: ResumeDeTerritoire) => {
  const { debut, positions, divergences } = phraseDuTerritoire(resume);
  if (positions.length === 0) return debut;
  const fin = divergences === null ? '' : ` ${divergences.texte}.`;
  return `${debut}${positions.map(({ texte }) => texte).join(', ')}.${fin}`.replaceAll(/[\u00a0\u202f]/g, ' ');
};

describe('la phrase d’un territoire', () => {
  const positions = { sur_trajectoire: 51, en_retrait: 14, recul: 6, non_mesuree: 12, sans_objet: 0 };
  test('dit combien de réformes, où elles en sont, et combien de météos divergent', () => {
    const alertes = [{ code: 'meteo_divergente', nombre: 5 }] as const;
    expect(ecrire({ total: 83, positions, alertes })).toBe(
      '83 réformes suivies : 51 sur leur trajectoire, 14 en retrait, 6 en recul, 12 non mesurées. 5 météos divergent de l’indicateur.',
    );
  });
  test('s’accorde au singulier, et tait ce qui ne compte rien', () => {
    expect(ecrire(resumer([SUIVI]))).toBe('1 réforme suivie : 1 sur sa trajectoire.');
    expect(ecrire(resumer([MDPH]))).toBe('1 réforme suivie : 1 en recul. 1 météo diverge de l’indicateur.');
  });
  test('sans réforme, le dit', () => {
    expect(ecrire(resumer([]))).toBe('Aucune réforme n’est suivie ici.');
  });
  test('les positions font toujours la somme, et chaque mot filtre ce qu’il compte', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...POSITIONS), { maxLength: 40 }), (tirees) => {
        const suivis = tirees.map((position, rang) => ({ ...SUIVI, reforme: String(rang), position }));
        const resume = resumer(suivis);
        expect(Object.values(resume.positions).reduce((a, b) => a + b, 0)).toBe(suivis.length);
        for (const { texte, filtre } of phraseDuTerritoire(resume).positions) {
          const parametres = new URLSearchParams(filtre === null ? {} : { ...filtre });
          const gardees = choisir(suivis, criteresDeLAdresse(parametres));
          expect(texte.startsWith(`${gardees.length} `)).toBe(true);
        }
      }),
    );
  });
});

describe('les réformes montrées', () => {
  const noms = (adresse: string) =>
    choisir(TOUTES, criteresDeLAdresse(new URLSearchParams(adresse))).map(({ nom }) => nom);
  test('par thème, puis par nom, tant qu’aucun ordre n’est demandé', () => {
    expect(noms('')).toEqual(['Écoles inclusives', 'Fibre', 'Délais des MDPH']);
  });
  test('triées sur l’écart, la plus en difficulté d’abord ; ce qui manque reste à la fin dans les deux sens', () => {
    expect(noms('tri=ecart')).toEqual(['Délais des MDPH', 'Fibre', 'Écoles inclusives']);
    expect(noms('tri=ecart&sens=decroissant')).toEqual(['Fibre', 'Délais des MDPH', 'Écoles inclusives']);
  });
  test('filtrées par texte sans accents, thème, position, alerte, météo, signal', () => {
    expect(noms('q=ecole')).toEqual(['Écoles inclusives']);
    expect(noms('theme=Solidarités')).toEqual(['Délais des MDPH']);
    expect(noms('ministere=Sans+ministère')).toEqual(['Délais des MDPH']);
    expect(noms('position=non_mesuree')).toEqual(['Écoles inclusives']);
    expect(noms('alerte=meteo_ancienne&meteo=soleil')).toEqual(['Délais des MDPH']);
    expect(noms('meteo=aucune&tri=nom')).toEqual(['Écoles inclusives', 'Fibre']);
    expect(noms('signal=aucun')).toHaveLength(3);
    expect(noms('signal=degradation_significative')).toEqual([]);
  });
  test('un paramètre qui n’a pas de sens ne compte pas', () => {
    expect(noms('position=partout&tri=hasard&alerte=x&groupe=y')).toHaveLength(3);
  });
  test('groupées par ministère, ou sans groupe dès qu’un tri est demandé', () => {
    const groupes = (adresse: string) => groupeDe(criteresDeLAdresse(new URLSearchParams(adresse)), MDPH);
    expect([groupes(''), groupes('groupe=ministere'), groupes('tri=taux'), groupes('tri=taux&groupe=theme')]).toEqual([
      'Solidarités',
      'Sans ministère',
      null,
      'Solidarités',
    ]);
  });
  test('d’un territoire à l’autre, les filtres restent, pas le reste', () => {
    expect(gardes('?position=recul&tri=ecart&vers=D35&reforme=1&q=')).toBe('?position=recul&tri=ecart');
    expect(gardes('')).toBe('');
  });
});

describe('ce qui se voit d’abord', () => {
  test('les réformes les plus loin derrière, avec leurs raisons ; jamais celles qui sont sur leur trajectoire', () => {
    const retrait = { ...SUIVI, reforme: '4', nom: 'Bus', position: 'en_retrait' as const, ecart: MDPH.ecart };
    expect(lesPlusEnDifficulte([SUIVI, NON_MESUREE, retrait, MDPH]).map(({ nom }) => nom)).toEqual([
      'Bus',
      'Délais des MDPH',
    ]);
    expect(lesPlusEnDifficulte([MDPH])[0]?.raisons.map((raison) => raison.replaceAll(/\u00a0/g, ' '))).toEqual([
      'recul de 12 points',
      '31 points sous la trajectoire',
      '22 points sous la médiane',
      'météo « soleil » qui diverge',
      'météo de 140 jours, à renouveler',
    ]);
  });
  test('un seul accent par ligne, et aucun quand tout est dans l’ordre', () => {
    expect(accentDe(SUIVI)).toBeNull();
    expect(accentDe(MDPH)).toBe('taux');
    expect(accentDe({ ...MDPH, position: 'en_retrait' })).toBe('ecart');
    expect(accentDe({ ...MDPH, position: 'sur_trajectoire' })).toBe('meteo');
    expect(accentDe({ ...SUIVI, mediane: MDPH.mediane })).toBe('mediane');
  });
});

test('le fichier a les lignes de l’écran, dans son ordre, avec ses chiffres et ses mots', () => {
  const montres = choisir(TOUTES, criteresDeLAdresse(new URLSearchParams('tri=ecart')));
  const { lignes, entetes } = feuilleDeReformes('Réformes', montres, { jour: AU, passe: false });
  const colonne = (nom: string) => lignes.map((ligne) => ligne[entetes.indexOf(nom)] ?? null);
  expect(colonne('Réforme')).toEqual(montres.map(({ nom }) => nom));
  expect(colonne('Avancement')).toEqual(montres.map(({ taux }) => taux.texte));
  expect(colonne('Taux')).toEqual([{ pourcentage: 0 }, { pourcentage: 77 }, null]);
  expect(
    colonne('Écart à la trajectoire (points)').map((cellule) => (cellule === null ? null : String(cellule))),
  ).toEqual(montres.map(({ ecart }) => ecart.valeur));
  expect(colonne('Situation au')).toEqual(montres.map(() => ({ jour: AU })));
});

test('le fichier d’un jour passé dit sa date, et que la médiane n’y est pas recalculée', () => {
  const { lignes, entetes, notes } = feuilleDeReformes('Réformes', TOUTES, { jour: AU, passe: true });
  const mediane = entetes.indexOf('Écart à la médiane (points)');
  expect(lignes.map((ligne) => ligne[mediane])).toEqual(TOUTES.map(() => 'non recalculé'));
  expect(lignes.map((ligne) => ligne.at(-1))).toEqual(TOUTES.map(() => ({ jour: AU })));
  expect(notes?.[0]).toMatch(/^Situation au 15\sfévrier 2022/);
});
