import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { jour } from '#socle/valeurs';
import { octets } from './essais/archives.ts';
import { ecrireClasseur, type FeuilleAEcrire, lireLignes } from './index.ts';

const TEXTE = 'a;b\n\n"deux\nlignes";1 234,5\n;';

describe('les lignes d’un long fichier, en textes', () => {
  test('un csv, compressé ou non, avec les numéros de ligne du fichier', async () => {
    const attendu = {
      ok: true,
      valeur: [
        {
          nom: null,
          lignes: [
            { numero: 1, cellules: ['a', 'b'] },
            { numero: 3, cellules: ['deux\nlignes', '1 234,5'] },
          ],
        },
      ],
    };
    expect(await lireLignes(octets(TEXTE), 'v.csv')).toEqual(attendu);
    expect(await lireLignes(gzipSync(octets(TEXTE)), 'v.csv.gz')).toEqual(attendu);
  });

  test.each([
    'xlsx',
    'ods',
  ] as const)('un classeur %s : ses dates et ses nombres tels qu’un programme les écrit', async (format) => {
    const feuille: FeuilleAEcrire = {
      nom: 'Valeurs',
      entetes: ['zone', 'date', 'valeur', 'part'],
      lignes: [['D29', { jour: jour(2022, 1, 31) ?? never() }, 12.5, { pourcentage: 75 }]],
    };
    expect(await lireLignes(await ecrireClasseur([feuille], format), `v.${format}`)).toMatchObject({
      ok: true,
      valeur: [
        { nom: 'Valeurs', lignes: [{ numero: 1 }, { numero: 2, cellules: ['D29', '2022-01-31', '12.5', '75'] }] },
      ],
    });
  });

  test('une archive qui se déplie sans fin est refusée', async () => {
    const bombe = gzipSync(Buffer.alloc(101 * 1024 * 1024));
    expect(await lireLignes(bombe, 'v.csv.gz')).toMatchObject({ ok: false, refus: { regle: 'tableur.bombe' } });
    expect(await lireLignes(new Uint8Array([0x1f, 0x8b, 1, 2, 3]), 'v.csv.gz')).toMatchObject({
      refus: { regle: 'tableur.corrompu' },
    });
  });
});

function never(): never {
  throw new Error('jour attendu');
}
