import { describe, expect, test } from 'vitest';
import { type Dessin, pdf, tableTracee } from '../../essais/pdf.ts';
import { type DocumentLu, lireDocument } from '../../index.ts';

const ENTETE = ['Code', 'Action', 'Pilote'];

describe('un tableau PDF tracé par des filets', () => {
  test('se lit cellule par cellule, avec le titre au-dessus et la note au-dessous', async () => {
    const page: Dessin[] = [
      { texte: 'Plan du Finistère', x: 50, y: 780, corps: 18 },
      ...tableTracee(740, [ENTETE, ['1-1', 'Ouvrir la maison', 'DDTM'], ['1-2', 'Recruter', '']]),
      { texte: 'DDTM : direction des territoires.', x: 50, y: 600 },
    ];
    const lu = await lire(pdf([page]));
    expect(resume(lu)).toEqual([
      '# Plan du Finistère',
      [ENTETE, ['1-1', 'Ouvrir la maison', 'DDTM'], ['1-2', 'Recruter', '']],
      'DDTM : direction des territoires.',
    ]);
  });

  test('continue sur la page suivante sans redire son en-tête', async () => {
    const lu = await lire(
      pdf([
        [...tableTracee(200, [ENTETE, ['1-1', 'Ouvrir', 'DDTM']]), { texte: 'Page 1 sur 2', x: 500, y: 20 }],
        [...tableTracee(800, [ENTETE, ['1-2', 'Recruter', 'SGC-D']]), { texte: 'Page 2 sur 2', x: 500, y: 20 }],
      ]),
    );
    expect(resume(lu)).toEqual([[ENTETE, ['1-1', 'Ouvrir', 'DDTM'], ['1-2', 'Recruter', 'SGC-D']]]);
    expect(lu.remarques.map(({ message }) => message)).toEqual([
      'Mention répétée en haut ou en bas des pages, laissée de côté : « Page 1 sur 2 ».',
    ]);
  });

  test('réunit une ligne coupée par le saut de page, et le dit', async () => {
    const lu = await lire(
      pdf([
        tableTracee(200, [ENTETE, ['1-1', 'Ouvrir', 'DDTM'], ['1-2', 'Recruter dix', 'SGC-D']]),
        tableTracee(800, [ENTETE, ['', 'agents', ''], ['1-3', 'Former', 'DRH']]),
      ]),
    );
    expect(resume(lu)).toEqual([
      [ENTETE, ['1-1', 'Ouvrir', 'DDTM'], ['1-2', 'Recruter dix\nagents', 'SGC-D'], ['1-3', 'Former', 'DRH']],
    ]);
    expect(lu.remarques.map(({ gravite, ligne }) => ({ gravite, ligne }))).toEqual([
      { gravite: 'avertissement', ligne: 3 },
    ]);
  });

  test('deux tableaux aux colonnes différentes restent deux tableaux', async () => {
    const lu = await lire(
      pdf([
        tableTracee(200, [ENTETE, ['1', 'a', 'b']]),
        tableTracee(800, [
          ['Sigle', 'Sens'],
          ['DDT', 'territoires'],
        ]),
      ]),
    );
    expect(lu.blocs).toHaveLength(2);
  });
});

describe('un tableau PDF sans filets', () => {
  test('se lit d’après l’alignement des textes', async () => {
    const rangee = (y: number, textes: readonly string[]): Dessin[] =>
      textes.map((texte, colonne) => ({ texte, x: [50, 120, 330][colonne] ?? 0, y }));
    const page = [
      {
        texte: 'Voici le plan, en une phrase assez longue pour traverser toutes les colonnes de la page.',
        x: 50,
        y: 760,
      },
      ...rangee(700, ENTETE),
      ...rangee(680, ['1-1', 'Ouvrir la maison France', 'DDTM']),
      ...rangee(668, ['', 'services de Carhaix', '']).filter((dessin) => 'texte' in dessin && dessin.texte !== ''),
      ...rangee(648, ['1-2', 'Recruter', 'SGC-D']),
    ];
    const lu = await lire(pdf([page]));
    expect(resume(lu)[1]).toEqual([
      ENTETE,
      ['1-1', 'Ouvrir la maison France services de Carhaix', 'DDTM'],
      ['1-2', 'Recruter', 'SGC-D'],
    ]);
  });
});

describe('un PDF qui ne se lit pas', () => {
  test('numérisé, sans texte : le refus le dit', async () => {
    expect(await lireDocument(pdf([[{ trait: [0, 0, 100, 100] }]]), 'scan.pdf')).toMatchObject({
      refus: { regle: 'tableur.sans_texte' },
    });
  });

  test('protégé par un mot de passe : le refus le dit', async () => {
    const contenu = pdf([[{ texte: 'secret', x: 50, y: 50 }]], true);
    expect(await lireDocument(contenu, 'plan.pdf')).toMatchObject({ refus: { regle: 'tableur.chiffre' } });
  });
});

async function lire(octets: Uint8Array): Promise<DocumentLu> {
  const lu = await lireDocument(octets, 'plan.pdf');
  if (!lu.ok) throw new Error(lu.refus.message);
  return lu.valeur;
}

function resume({ blocs }: DocumentLu): unknown[] {
  return blocs.map((bloc) =>
    bloc.type === 'tableau'
      ? bloc.lignes.map((ligne) => ligne.cellules.map(({ texte }) => texte))
      : `${bloc.titre ? '# ' : ''}${bloc.texte}`,
  );
}
