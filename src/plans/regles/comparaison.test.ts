import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jour } from '#socle/valeurs';
import type { ActionComparable } from './action-comparable.ts';
import { champsDuFichier, comparer } from './comparaison.ts';
import type { ActionLue } from './lecture.ts';

const OUVRIR = action({ id: 'a', code: '1-1', intitule: 'Ouvrir un guichet commun à Quimper' });
const FORMER = action({ id: 'b', code: '1-2', intitule: 'Former les agents d’accueil du Finistère' });

describe('réimporter un plan', () => {
  test('le même fichier ne change rien, même si l’ordre et les espaces changent', () => {
    const lues = [lue(FORMER), lue({ ...OUVRIR, intitule: 'Ouvrir  un guichet\ncommun à\u00a0Quimper' })];
    expect(comparer([OUVRIR, FORMER], lues).comptes).toEqual({ nouvelle: 0, modifiee: 0, absente: 0, inchangee: 2 });
  });

  test('une action modifiée est dite champ par champ, avant et après', () => {
    const apres = lue({ ...OUVRIR, statut: 'terminee', tauxRealisation: '100', avancement: 'Ouvert le 3 mars.' });
    const [ligne] = comparer([{ ...OUVRIR, statut: 'en_cours' }], [apres]).lignes;
    expect(ligne).toMatchObject({
      etat: 'modifiee',
      motif: { par: 'code' },
      changements: [
        { champ: 'avancement', avant: null, apres: 'Ouvert le 3 mars.' },
        { champ: 'statut', avant: 'en_cours', apres: 'terminee' },
        { champ: 'tauxRealisation', avant: null, apres: '100' },
      ],
    });
  });

  test('une case vide ne retire ni une note, ni un statut, ni un taux déclarés ; elle vide en revanche un livrable', () => {
    const suivie = {
      ...OUVRIR,
      statut: 'en_cours',
      tauxRealisation: '40',
      avancement: 'Bail signé.',
      livrables: 'Local',
    } as const;
    const muette = lue({ ...suivie, statut: null, tauxRealisation: null, avancement: null });
    expect(comparer([suivie], [muette]).comptes.inchangee).toBe(1);
    const [ligne] = comparer([suivie], [lue({ ...suivie, livrables: null })]).lignes;
    expect(ligne).toMatchObject({ changements: [{ champ: 'livrables', avant: 'Local', apres: null }] });
  });

  test('une action sans code est retrouvée par son intitulé, puis par un intitulé très proche', () => {
    const sansCode = { ...OUVRIR, code: null };
    const memes = comparer([sansCode], [lue({ ...sansCode, livrables: 'Local' })]).lignes[0];
    expect(memes).toMatchObject({ etat: 'modifiee', motif: { par: 'intitule' } });
    const proche = lue({ ...sansCode, intitule: 'Ouvrir un guichet commun à Quimper et Brest' });
    const ligne = comparer([sansCode, FORMER], [proche]).lignes[0];
    expect(ligne).toMatchObject({ etat: 'modifiee', motif: { par: 'ressemblance' }, existante: { id: 'a' } });
  });

  test('entre deux actions aussi proches, rien n’est choisi : la ligne est nouvelle et les candidates sont dites', () => {
    const brest = action({ id: 'c', intitule: 'Ouvrir un guichet commun à Brest 1' });
    const brest2 = action({ id: 'd', intitule: 'Ouvrir un guichet commun à Brest 2' });
    const [ligne] = comparer([brest, brest2], [lue(action({ intitule: 'Ouvrir un guichet commun à Brest 3' }))]).lignes;
    expect(ligne).toMatchObject({ etat: 'nouvelle', candidates: [{ id: 'c' }, { id: 'd' }] });
  });

  test('un code porté par deux actions n’est pas deviné', () => {
    const double = { ...FORMER, id: 'c', code: '1-1' };
    const lues = [lue({ ...OUVRIR, intitule: 'Fermer le guichet de Morlaix' })];
    expect(comparer([OUVRIR, double], lues).comptes).toMatchObject({ nouvelle: 1, absente: 2 });
  });

  test('ce qui n’est plus dans le fichier est absent, ce qui y arrive est nouveau', () => {
    const neuve = lue(action({ code: '9', intitule: 'Recenser les locaux vacants du Morbihan' }));
    const { lignes } = comparer([OUVRIR, FORMER], [lue(FORMER), neuve]);
    expect(lignes.map(({ etat }) => etat)).toEqual(['inchangee', 'nouvelle', 'absente']);
  });

  test('un champ dont le fichier ne parle pas n’est pas vidé', () => {
    const suivie = { ...OUVRIR, avancement: 'En bonne voie', livrables: 'Local' };
    const champs = champsDuFichier([{ champ: 'code' }, { champ: 'intitule' }, { champ: 'livrables' }]);
    const [ligne] = comparer([suivie], [lue(OUVRIR)], champs).lignes;
    expect(ligne).toMatchObject({ etat: 'modifiee', changements: [{ champ: 'livrables', apres: null }] });
  });

  test('les mots d’une échéance comptent, pas la façon de les découper en étapes', () => {
    const etapes = [
      { libelle: 'Étape 1', texte: 'mars 2026' },
      { libelle: null, texte: 'fin 2026' },
    ];
    const enUne = { ...lue(OUVRIR), echeancesTexte: 'Étape 1 : mars 2026\nfin 2026' };
    expect(comparer([{ ...OUVRIR, echeances: etapes }], [enUne]).comptes.inchangee).toBe(1);
    const reportee = { ...lue(OUVRIR), echeancesTexte: 'fin 2027', echeances: [echeance('fin 2027')] };
    expect(comparer([{ ...OUVRIR, echeances: etapes }], [reportee]).comptes.modifiee).toBe(1);
  });

  test('un jalon se compare à sa date et à son taux', () => {
    const date = jour(2026, 6, 30);
    const avant = { ...OUVRIR, trajectoire: [{ texte: '30 juin', date, taux: 50 }] };
    const apres = lue({ ...OUVRIR, trajectoire: [{ texte: '30/06/2026', date, taux: 50 }] });
    expect(comparer([avant], [apres]).comptes.inchangee).toBe(1);
  });

  test('chaque action existante et chaque ligne lue est comptée une fois et une seule', () => {
    const quelconque = fc.record({
      code: fc.constantFrom(null, '1', '2'),
      intitule: fc.constantFrom('Ouvrir un guichet', 'Ouvrir un guichet.', 'Former', 'Recenser les locaux'),
      livrables: fc.constantFrom(null, 'Guide'),
    });
    fc.assert(
      fc.property(fc.array(quelconque), fc.array(quelconque), (avant, apres) => {
        const existant = avant.map((autre, rang) => action({ ...autre, id: String(rang) }));
        const lues = apres.map((autre) => lue(action(autre)));
        const { lignes } = comparer(existant, lues);
        const existantes = lignes.flatMap((ligne) => ('existante' in ligne ? [ligne.existante] : []));
        expect(new Set(existantes).size).toBe(existantes.length);
        expect(existantes).toHaveLength(existant.length);
        expect(lignes.flatMap((ligne) => ('lue' in ligne ? [ligne.lue] : []))).toEqual(lues);
      }),
    );
  });
});

function action(champs: Partial<ActionComparable>): ActionComparable {
  return {
    id: 'x',
    code: null,
    axes: [],
    intitule: 'Action',
    miseEnOeuvre: null,
    pilotes: [],
    echeances: [],
    livrables: null,
    avancement: null,
    statut: null,
    tauxRealisation: null,
    trajectoire: [],
    recommandations: [],
    ...champs,
  };
}

function echeance(texte: string): ActionLue['echeances'][number] {
  return { libelle: null, texte, nature: 'inconnue', debut: null, fin: null, ambigu: false, hypotheses: [] };
}

function lue({ id: _, ...champs }: ActionComparable): ActionLue {
  const echeances = champs.echeances.map(({ texte }) => echeance(texte));
  return {
    ...champs,
    ligne: 2,
    pilotesTexte: null,
    pilotes: champs.pilotes.map((pilote) => ({ ...pilote, organisation: null })),
    echeancesTexte: champs.echeances.map(({ texte }) => texte).join('\n') || null,
    echeances,
  };
}
