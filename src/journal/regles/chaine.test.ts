import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonique, type Valeur } from './canonique.ts';
import { aHacher, EMPREINTE_INITIALE, type LigneScellee, verifierChaine } from './chaine.ts';

const sha = (texte: string) => createHash('sha256').update(texte).digest('hex');

function journal(nombre: number): { lignes: LigneScellee[]; tete: { sequence: number; empreinte: string } } {
  const lignes: LigneScellee[] = [];
  let precedente = EMPREINTE_INITIALE;
  for (let sequence = 1; sequence <= nombre; sequence++) {
    const ligne = {
      sequence,
      instant: `2024-03-12T14:00:0${sequence % 10}.000Z`,
      auteur: 'compte-du-finistere',
      acte: 'action.noter',
      objetType: 'action',
      objetId: `2-${sequence}`,
      territoire: 'D29',
      charge: { texte: `Note n° ${sequence}` },
    };
    const empreinte = sha(aHacher(precedente, ligne));
    lignes.push({ ...ligne, empreinte });
    precedente = empreinte;
  }
  return { lignes, tete: { sequence: nombre, empreinte: precedente } };
}

test('un journal intact se vérifie, et dit combien de lignes il porte', () => {
  const { lignes, tete } = journal(20);
  expect(verifierChaine(lignes, tete, sha)).toEqual({ intact: true, lignes: 20, tete: tete.empreinte });
});

test('une note retouchée après coup se voit, à sa ligne', () => {
  const { lignes, tete } = journal(20);
  const retouchees = lignes.map((l) => (l.sequence === 7 ? { ...l, charge: { texte: 'Tout va bien' } } : l));
  expect(verifierChaine(retouchees, tete, sha)).toMatchObject({ intact: false, sequence: 7 });
});

test('une ligne supprimée, déplacée, ou la fin coupée se voient', () => {
  const { lignes, tete } = journal(20);
  expect(
    verifierChaine(
      lignes.filter((l) => l.sequence !== 5),
      tete,
      sha,
    ),
  ).toMatchObject({ intact: false, sequence: 5 });
  expect(verifierChaine([...lignes].reverse(), tete, sha)).toMatchObject({ intact: false, sequence: 1 });
  expect(verifierChaine(lignes.slice(0, 12), tete, sha)).toMatchObject({ intact: false, sequence: 13 });
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
