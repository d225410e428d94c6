import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrondir, comparerDecimaux, decimalDe, ecrireDecimal, entier, type Jour } from '#socle/valeurs';
import { ANONYMES_AU_MOINS, coupesPubliables } from './anonymat.ts';
import { couvrir, tauxDeReponse } from './couverture.ts';
import { etatAu, fautesDeJours } from './etat.ts';
import { intervalleDePart } from './intervalle.ts';
import { lireReponse } from './lire-reponse.ts';
import { cleSuivante, fautesDeQuestion, type Question } from './questions.ts';
import { servicesDuReseau } from './reseaux.ts';
import { resumer } from './resumer.ts';

const question = (cle: string, genre: Question['genre'], plus: Partial<Question> = {}): Question => ({
  cle,
  genre,
  intitule: `Question ${cle}`,
  aide: null,
  obligatoire: false,
  choix: [],
  unite: null,
  poids: null,
  ...plus,
});

const AGENTS = question('q1', 'nombre', { intitule: 'Agents du département', obligatoire: true });
const SANS_CARTE = question('q2', 'nombre', { intitule: 'Agents non encore dotés d’une carte' });
const EQUIPES = question('q3', 'pourcentage', { intitule: 'Part des agents équipés', poids: 'q1' });

describe('lire une réponse', () => {
  test('chaque faute dit la question, ce qui ne va pas et ce qu’il faut écrire', () => {
    const questions = [
      AGENTS,
      question('q2', 'pourcentage'),
      question('q3', 'oui_non'),
      question('q4', 'choix', { choix: ['Rouge', 'Vert'] }),
      question('q5', 'nombre'),
      question('q6', 'texte'),
    ];
    const lue = lireReponse(questions, { q2: '104', q3: 'peut-être', q4: 'Bleu', q5: '-3', q6: 'x'.repeat(4_001) });
    expect(lue).toEqual({
      ok: false,
      refus: {
        q1: 'Une réponse manque\u00a0: cette question est obligatoire.',
        q2: 'Un pourcentage va de 0 à 100 : vérifiez ce nombre.',
        q3: 'Répondez par oui ou par non.',
        q4: 'Choisissez une réponse de la liste.',
        q5: 'Ce nombre est négatif : écrivez 0 ou un nombre positif.',
        q6: 'Ce texte dépasse 4000 caractères : raccourcissez-le.',
      },
    });
    expect(lireReponse([AGENTS], { q1: 'beaucoup' })).toMatchObject({
      ok: false,
      refus: { q1: expect.stringContaining('1 250') },
    });
    expect(lireReponse([EQUIPES], { q3: 'presque tous' })).toMatchObject({ ok: false });
    expect(lireReponse([SANS_CARTE], {})).toMatchObject({ ok: false, refus: { formulaire: expect.any(String) } });
  });

  test('un nombre se lit comme on l’écrit, et « 0 » n’est pas une absence de réponse', () => {
    expect(lireReponse([AGENTS, SANS_CARTE, EQUIPES], { q1: '1 250', q2: '0', q3: '93,5 %' })).toEqual({
      ok: true,
      valeur: { q1: '1250', q2: '0', q3: '93.5' },
    });
  });
});

describe('composer des questions', () => {
  test('une question qui ne peut pas être posée dit pourquoi', () => {
    expect(fautesDeQuestion(question('', 'choix', { choix: ['Seul'] }), [])).toHaveProperty('choix');
    expect(fautesDeQuestion(question('', 'choix', { choix: ['A', 'A'] }), [])).toHaveProperty('choix');
    expect(fautesDeQuestion(question('', 'pourcentage', { poids: 'q9' }), [AGENTS])).toHaveProperty('poids');
    expect(fautesDeQuestion(question('', 'texte', { poids: 'q1' }), [AGENTS])).toHaveProperty('poids');
    expect(fautesDeQuestion({ ...AGENTS }, [AGENTS])).toHaveProperty('intitule');
    expect(fautesDeQuestion(EQUIPES, [AGENTS])).toBeNull();
  });

  test('la clé d’une question retirée du milieu n’est pas reprise', () => {
    expect(cleSuivante([])).toBe('q1');
    expect(cleSuivante([AGENTS, EQUIPES])).toBe('q4');
  });
});

describe('agréger', () => {
  test('agents non encore dotés d’une carte : 40 % des départements, 2 671 agents, 93 % équipés', () => {
    // 40 départements sur 101 ; 38 157 agents, dont 2 671 sans carte.
    const reponses = Array.from({ length: 40 }, (_, rang) => {
      const sans = rang < 31 ? 67 : 66;
      const agents = rang < 37 ? 954 : 953;
      const equipes = ecrireDecimal(decimalDe(Math.round(((agents - sans) * 1000) / agents), 1));
      return { q1: String(agents), q2: String(sans), q3: equipes };
    });
    expect(ecrireDecimal(tauxDeReponse({ attendues: 101, recues: 40 }) ?? entier(0), 0)).toBe('40');
    const sans = resumer(SANS_CARTE, reponses, 101);
    expect(sans).toMatchObject({ genre: 'nombre', n: 40 });
    expect(sans.genre === 'nombre' && ecrireDecimal(sans.somme)).toBe('2671');
    const equipes = resumer(EQUIPES, reponses, 101);
    expect(equipes.genre === 'pourcentage' && ecrireDecimal(equipes.moyenne, 0)).toBe('93');
    expect(equipes.genre === 'pourcentage' && equipes.poids && ecrireDecimal(equipes.poids)).toBe('38157');
  });

  test('une moyenne pondérée suit les agents, pas les départements', () => {
    const equipes = resumer(EQUIPES, [{ q1: '900', q3: '100' }, { q1: '100', q3: '0' }, { q3: '50' }], 3);
    expect(equipes).toMatchObject({ genre: 'pourcentage', n: 2 });
    expect(equipes.genre === 'pourcentage' && ecrireDecimal(equipes.moyenne)).toBe('90');
  });

  test('rien de répondu ne vaut pas zéro', () => {
    expect(resumer(SANS_CARTE, [{ q1: '3' }], 101)).toEqual({ genre: 'aucune', n: 0 });
  });

  test('quand tous ont répondu, l’intervalle est la part elle-même ; sinon il l’entoure', () => {
    expect(intervalleDePart(3, 4, 4)).toEqual({ bas: entier(75), haut: entier(75) });
    // 20 oui sur 40, 101 interrogés : de 38 à 62 %, contre 35 à 65 % sans compter que 61 seulement manquent.
    const intervalle = intervalleDePart(20, 40, 101);
    expect(
      intervalle && [arrondir(intervalle.bas, 0), arrondir(intervalle.haut, 0)].map((b) => ecrireDecimal(b)),
    ).toEqual(['38', '62']);
    expect(intervalleDePart(0, 0, 10)).toBeNull();
  });

  test('propriété : une part est toujours dans son intervalle, lui-même entre 0 et 100', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 101 }), fc.nat(100), fc.nat(200), (n, tirage, plus) => {
        const oui = tirage % (n + 1);
        const intervalle = intervalleDePart(oui, n, n + plus);
        if (intervalle === null) return false;
        const part = decimalDe(Math.round((oui * 1e8) / n), 6);
        const marge = decimalDe(1, 4);
        return (
          comparerDecimaux(intervalle.bas, entier(0)) >= 0 &&
          comparerDecimaux(intervalle.haut, entier(100)) <= 0 &&
          Number(ecrireDecimal(intervalle.bas)) <= Number(ecrireDecimal(part)) + Number(ecrireDecimal(marge)) &&
          Number(ecrireDecimal(intervalle.haut)) >= Number(ecrireDecimal(part)) - Number(ecrireDecimal(marge))
        );
      }),
      { numRuns: 200 },
    );
  });

  test('la couverture se compte par partie', () => {
    const cibles = [
      { region: 'R53', repondu: true },
      { region: 'R53', repondu: false },
      { region: 'R52', repondu: true },
    ];
    expect([...couvrir(cibles, ({ region }) => region)]).toEqual([
      ['R53', { attendues: 2, recues: 1 }],
      ['R52', { attendues: 1, recues: 1 }],
    ]);
    expect(tauxDeReponse({ attendues: 0, recues: 0 })).toBeNull();
  });
});

describe('anonymat', () => {
  test('une seule petite région en cache une seconde, la plus petite des grandes', () => {
    const coupes = [
      { cle: 'R94', n: 2 },
      { cle: 'R53', n: 5 },
      { cle: 'R76', n: 13 },
    ];
    expect([...coupesPubliables(coupes)]).toEqual(['R76']);
    expect([...coupesPubliables([{ cle: 'R53', n: 4 }])]).toEqual([]);
    expect([...coupesPubliables([{ cle: 'R53', n: 5 }])]).toEqual(['R53']);
    expect([...coupesPubliables([...coupes.slice(1), { cle: 'R01', n: 0 }])]).toEqual(['R53', 'R76']);
  });

  test('propriété : de tout ce qui est publié on ne déduit aucune coupe de moins de cinq réponses', () => {
    const coupes = fc.array(fc.nat(14), { minLength: 1, maxLength: 18 });
    fc.assert(
      fc.property(coupes, (effectifs) => {
        const toutes = effectifs.map((n, rang) => ({ cle: `R${rang}`, n }));
        const publiees = coupesPubliables(toutes);
        const total = effectifs.reduce((somme, n) => somme + n, 0);
        if (total < ANONYMES_AU_MOINS) return publiees.size === 0;
        if (toutes.some(({ cle, n }) => publiees.has(cle) && n < ANONYMES_AU_MOINS)) return false;
        // All that sums and differences of the whole and the published cuts can reach beside them: what is kept back.
        const retenues = toutes.filter(({ cle, n }) => !publiees.has(cle) && n > 0);
        const reste = retenues.reduce((somme, { n }) => somme + n, 0);
        return (
          reste === 0 ||
          (reste >= ANONYMES_AU_MOINS && (retenues.length > 1 || retenues.every(({ n }) => n >= ANONYMES_AU_MOINS)))
        );
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('ouvrir et fermer', () => {
  const remontee = { etat: 'envoyee', ouvreLe: '2022-02-15' as Jour, fermeLe: '2022-03-01' as Jour } as const;
  test('le dernier jour compte jusqu’au soir', () => {
    expect(etatAu(remontee, '2022-02-14' as Jour)).toBe('a_venir');
    expect(etatAu(remontee, '2022-02-15' as Jour)).toBe('ouverte');
    expect(etatAu(remontee, '2022-03-01' as Jour)).toBe('ouverte');
    expect(etatAu(remontee, '2022-03-02' as Jour)).toBe('fermee');
    expect(etatAu({ ...remontee, etat: 'brouillon' }, '2022-02-20' as Jour)).toBe('brouillon');
  });

  test('des jours qui ne vont pas disent pourquoi', () => {
    const [fevrier, mars] = ['2022-02-15' as Jour, '2022-03-01' as Jour];
    expect(fautesDeJours(mars, fevrier, fevrier)).toHaveProperty('fermeLe');
    expect(fautesDeJours(fevrier, fevrier, mars)).toHaveProperty('fermeLe');
    expect(fautesDeJours(fevrier, mars, fevrier)).toBeNull();
  });
});

test('un réseau retient ses services, dans les territoires voulus seulement', () => {
  const organisations = [
    'd29-prefecture',
    'd2a-prefecture',
    'd29-sgcd',
    'r53-prefecture',
    'd29-prefecture-cabinet',
  ].map((id) => ({ id, territoire: id.startsWith('r') ? 'R53' : id.startsWith('d2a') ? 'D2A' : 'D29' }));
  const ids = (...args: Parameters<typeof servicesDuReseau>) => servicesDuReseau(...args).map(({ id }) => id);
  expect(ids(organisations, 'prefectures', ['D29', 'D2A'])).toEqual(['d29-prefecture', 'd2a-prefecture']);
  expect(ids(organisations, 'sgcd', ['D29'])).toEqual(['d29-sgcd']);
  expect(ids(organisations, 'prefectures_de_region', ['D29'])).toEqual([]);
});
