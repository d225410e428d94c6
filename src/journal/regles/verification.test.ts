import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonique, type Valeur } from './canonique.ts';
import { aHacher, EMPREINTE_INITIALE, type Tete } from './chaine.ts';
import { effacementDe, engagementDe } from './personnel.ts';
import { type LigneScellee, ouvrirVerification, type PartGardee } from './verification.ts';

const sha = (texte: string) => createHash('sha256').update(texte).digest('hex');

type Ecrite = { readonly charge?: Valeur; readonly contenu?: string; readonly effacePar?: number };
type Journal = { readonly lignes: readonly LigneScellee[]; readonly tete: Tete };

/** A journal of these lines; `contenu` gives a line a personal part, `effacePar` says which line erased it. */
function journal(ecrites: readonly Ecrite[]): Journal {
  const lignes: LigneScellee[] = [];
  let precedente = EMPREINTE_INITIALE;
  for (const [i, ecrite] of ecrites.entries()) {
    const sequence = i + 1;
    const charge = ecrite.charge ?? { texte: `Note n° ${sequence}` };
    const part = ecrite.contenu === undefined ? null : { concerne: 'compte-du-finistere', contenu: ecrite.contenu };
    const ligne = {
      sequence,
      instant: new Date(Date.UTC(2024, 2, 12, 14, 0, sequence)).toISOString(),
      auteur: 'compte-du-finistere',
      acte: 'action.noter',
      objetType: 'action',
      objetId: `2-${sequence}`,
      territoire: 'D29',
      engagement: part && engagementDe(`sel-${sequence}`, part, sha),
    };
    const empreinte = sha(aHacher(precedente, { ...ligne, charge }));
    lignes.push({ ...ligne, charge: canonique(charge), empreinte, personnel: part && gardee(sequence, ecrite) });
    precedente = empreinte;
  }
  return { lignes, tete: { sequence: ecrites.length, empreinte: precedente } };
}

function gardee(sequence: number, { contenu, effacePar }: Ecrite): PartGardee {
  const concerne = 'compte-du-finistere';
  return effacePar === undefined
    ? { concerne, sel: `sel-${sequence}`, contenu: canonique(contenu ?? ''), effacePar: null }
    : { concerne, sel: null, contenu: null, effacePar };
}

function verifier({ lignes, tete }: Journal, ancres: readonly (Tete & { instant: string })[] = []) {
  const verification = ouvrirVerification(ancres, sha);
  for (const ligne of lignes) verification.lire(ligne);
  return verification.conclure(tete);
}

const notes = (nombre: number): Ecrite[] => Array.from({ length: nombre }, () => ({}));
const retoucher = (j: Journal, sequence: number, changement: Partial<LigneScellee>): Journal => ({
  ...j,
  lignes: j.lignes.map((ligne) => (ligne.sequence === sequence ? { ...ligne, ...changement } : ligne)),
});
const premier = (j: Journal) => verifier(j).defauts[0];

describe('la chaîne', () => {
  test('un journal intact se vérifie, et dit combien de lignes il porte', () => {
    const intact = journal(notes(20));
    expect(verifier(intact)).toMatchObject({ intact: true, lignes: 20, tete: intact.tete, defauts: [], reculs: 0 });
    expect(verifier(journal([]))).toMatchObject({ intact: true, lignes: 0 });
  });

  test.each<[string, Partial<LigneScellee>]>([
    ['une note retouchée', { charge: '{"texte":"Tout va bien"}' }],
    ['un auteur changé', { auteur: 'quelqu’un d’autre' }],
    ['un instant changé', { instant: '2024-03-12T14:00:08.000Z' }],
    ['un territoire retiré', { territoire: null }],
    ['un engagement ajouté', { engagement: sha('autre') }],
    ['une charge qui n’est plus du JSON', { charge: 'Tout va bien' }],
    ['une charge de même sens, autrement écrite', { charge: '{ "texte": "Note n° 7" }' }],
  ])('%s après coup se voit, à sa ligne', (_, changement) => {
    expect(premier(retoucher(journal(notes(20)), 7, changement))).toMatchObject({ sequence: 7 });
  });

  test('une ligne supprimée, des lignes inversées, la fin coupée, une ligne en trop se voient', () => {
    const { lignes, tete } = journal(notes(20));
    expect(premier({ lignes: lignes.filter(({ sequence }) => sequence !== 5), tete })).toEqual({
      sequence: 5,
      raison: 'la ligne 5 manque, la suivante porte le n° 6',
    });
    expect(premier({ lignes: [...lignes].reverse(), tete })?.sequence).toBe(1);
    expect(premier({ lignes: lignes.slice(0, 12), tete })).toEqual({
      sequence: 13,
      raison: 'la fin du journal manque : la tête annonce la ligne 20, la dernière présente est la 12',
    });
    const ancienne = { sequence: 19, empreinte: lignes[18]?.empreinte ?? '' };
    expect(premier({ lignes, tete: ancienne })?.raison).toMatch(/ajoutées sans passer par Jalon/);
    expect(premier({ lignes, tete: { sequence: 20, empreinte: sha('autre') } })?.raison).toMatch(/tête/);
  });

  test('chaque défaut est compté, les premiers sont nommés dans l’ordre', () => {
    const { lignes, tete } = journal(notes(60));
    const retouchees = lignes.map((ligne) => (ligne.sequence % 2 ? { ...ligne, territoire: 'D44' } : ligne));
    const verdict = verifier({ lignes: retouchees, tete });
    expect(verdict.nombreDeDefauts).toBe(30);
    expect(verdict.defauts.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 20 }, (_, i) => 2 * i + 1));
  });

  test('une horloge qui recule est comptée, ce n’est pas une altération', () => {
    const lignes: LigneScellee[] = [];
    let precedente = EMPREINTE_INITIALE;
    for (const [i, seconde] of [10, 20, 15, 30].entries()) {
      const { charge, ...ligne } = {
        ...(journal([{}]).lignes[0] as LigneScellee),
        sequence: i + 1,
        instant: new Date(Date.UTC(2024, 2, 12, 14, 0, seconde)).toISOString(),
      };
      const { empreinte: _, personnel, ...nue } = ligne;
      precedente = sha(aHacher(precedente, { ...nue, charge: JSON.parse(charge) }));
      lignes.push({ ...nue, charge, personnel, empreinte: precedente });
    }
    expect(verifier({ lignes, tete: { sequence: 4, empreinte: precedente } })).toMatchObject({
      intact: true,
      reculs: 1,
    });
  });

  test('les lignes d’avant les données personnelles gardent leur empreinte', () => {
    expect(
      aHacher(EMPREINTE_INITIALE, {
        sequence: 1,
        instant: '2024-03-12T14:00:00.000Z',
        auteur: null,
        acte: 'plan.creer',
        objetType: 'plan',
        objetId: 'p',
        territoire: null,
        charge: {},
        engagement: null,
      }),
    ).toBe(
      `${EMPREINTE_INITIALE}\n{"acte":"plan.creer","auteur":null,"charge":{},"instant":"2024-03-12T14:00:00.000Z","objetId":"p","objetType":"plan","sequence":1,"territoire":null}`,
    );
  });
});

describe('les ancres', () => {
  const jour = '2024-03-13T01:30:00.000Z';

  test('une chaîne réécrite en entier, cohérente, est vue par l’ancre et par elle seule', () => {
    const vraie = journal(notes(20));
    const reecrite = journal(notes(20).map((note, i) => (i === 3 ? { charge: { texte: 'Tout va bien' } } : note)));
    expect(verifier(reecrite).intact).toBe(true);
    expect(verifier(vraie, [{ instant: jour, ...vraie.tete }])).toMatchObject({ intact: true, ancresControlees: 1 });
    expect(verifier(reecrite, [{ instant: jour, ...vraie.tete }]).defauts[0]).toMatchObject({ sequence: 20 });
    const debut = { sequence: 2, empreinte: vraie.lignes[1]?.empreinte ?? '' };
    expect(verifier(reecrite, [{ instant: jour, ...debut }])).toMatchObject({ intact: true, ancresControlees: 1 });
  });

  test('une ancre au-delà de la fin dit que la fin manque', () => {
    const vraie = journal(notes(20));
    const courte = journal(notes(12));
    expect(verifier(courte, [{ instant: jour, ...vraie.tete }]).defauts[0]).toMatchObject({
      sequence: 13,
      raison: expect.stringMatching(/^la ligne 20, ancrée le .* n’est plus dans le journal/),
    });
  });

  test('un journal vide a aussi son ancre', () => {
    const ancre = { instant: jour, sequence: 0, empreinte: EMPREINTE_INITIALE };
    expect(verifier(journal(notes(3)), [ancre])).toMatchObject({ intact: true, ancresControlees: 1 });
  });
});

describe('les parts personnelles', () => {
  const effacement = (sequences: number[]): Ecrite => ({
    charge: { motif: 'demande', effacement: effacementDe(sequences, sha) },
  });

  test('présentes et justes, elles se vérifient', () => {
    const verdict = verifier(journal([{}, { contenu: 'Camille' }, {}, { contenu: 'camille@exemple.gouv.fr' }]));
    expect(verdict).toMatchObject({ intact: true, partsPersonnelles: 2, partsEffacees: 0 });
  });

  test('effacées par un événement qui le dit, la chaîne reste intacte', () => {
    const verdict = verifier(
      journal([{ contenu: 'a', effacePar: 4 }, { contenu: 'b' }, { contenu: 'c', effacePar: 4 }, effacement([3, 1])]),
    );
    expect(verdict).toMatchObject({ intact: true, partsPersonnelles: 3, partsEffacees: 2 });
  });

  test.each<[string, number, Ecrite[]]>([
    ['disparue sous couvert d’un événement qui n’efface rien', 1, [{ contenu: 'a', effacePar: 2 }, {}]],
    ['disparue sous couvert d’une ligne qui n’existe pas', 1, [{ contenu: 'a', effacePar: 9 }, {}]],
    [
      'disparue en plus de celles qui sont dites',
      3,
      [{ contenu: 'a', effacePar: 3 }, { contenu: 'b', effacePar: 3 }, effacement([1])],
    ],
    ['disparue à la place d’une autre', 3, [{ contenu: 'a' }, { contenu: 'b', effacePar: 3 }, effacement([1])]],
    ['revenue après son effacement', 2, [{ contenu: 'a' }, effacement([1])]],
  ])('une part %s se voit', (_, sequence, ecrites) => {
    expect(premier(journal(ecrites))).toMatchObject({ sequence });
  });

  test.each<[string, PartGardee | null]>([
    ['modifiée', { concerne: 'compte-du-finistere', sel: 'sel-1', contenu: '"Dominique"', effacePar: null }],
    ['attribuée à une autre personne', { concerne: 'autre', sel: 'sel-1', contenu: '"Camille"', effacePar: null }],
    ['privée de son sel', { concerne: 'compte-du-finistere', sel: null, contenu: '"Camille"', effacePar: null }],
    ['vidée sans rien dire', { concerne: 'compte-du-finistere', sel: null, contenu: null, effacePar: null }],
    ['disparue', null],
  ])('une part %s se voit', (_, personnel) => {
    expect(premier(retoucher(journal([{ contenu: 'Camille' }, {}]), 1, { personnel }))).toMatchObject({ sequence: 1 });
  });

  test('une part ajoutée à une ligne qui n’en avait pas se voit', () => {
    const personnel = { concerne: null, sel: 's', contenu: '"x"', effacePar: null };
    expect(premier(retoucher(journal([{}, {}]), 2, { personnel }))).toMatchObject({ sequence: 2 });
  });
});

test('l’ordre des clés ne change pas la forme canonique', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))),
      (objet) => {
        const inverse = Object.fromEntries(Object.entries(objet).reverse());
        expect(canonique(inverse as Valeur)).toBe(canonique(objet as Valeur));
        expect(JSON.parse(canonique(objet as Valeur))).toEqual(JSON.parse(JSON.stringify(objet)));
      },
    ),
  );
});
