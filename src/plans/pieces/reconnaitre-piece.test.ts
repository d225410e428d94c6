import { describe, expect, test } from 'vitest';
import { reconnaitrePieces } from './reconnaitre-piece.ts';

const depot = (nom: string, contenu: string | number[], typeMime = 'application/octet-stream') => ({
  nom,
  typeMime,
  octets: typeof contenu === 'string' ? new TextEncoder().encode(contenu) : new Uint8Array(contenu),
});
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0];

describe('une pièce est du type que disent ses octets', () => {
  test('un PDF annoncé comme une image reste un PDF', () => {
    expect(reconnaitrePieces([depot('arrete.pdf', '%PDF-1.7\n', 'image/png')])).toMatchObject({
      ok: true,
      valeur: [{ typeMime: 'application/pdf' }],
    });
  });
  test('une photographie du chantier est acceptée', () => {
    expect(reconnaitrePieces([depot('accueil.txt', PNG)])).toMatchObject({
      ok: true,
      valeur: [{ typeMime: 'image/png' }],
    });
  });
});

describe('ce qui n’est pas une pièce est refusé, et la phrase dit que faire', () => {
  test('une page web, même nommée .pdf', () => {
    const refus = reconnaitrePieces([depot('preuve.pdf', '<html><script>alert(1)</script></html>', 'application/pdf')]);
    expect(refus).toMatchObject({ ok: false, refus: { nature: 'invalide', regle: 'piece.page' } });
  });
  test('un programme', () => {
    expect(reconnaitrePieces([depot('outil.pdf', [0x4d, 0x5a, 0, 1, 2, 3, 0, 0])])).toMatchObject({
      ok: false,
      refus: { champs: { fichier: expect.any(String) } },
    });
  });
  test('un fichier vide', () => {
    expect(reconnaitrePieces([depot('vide.pdf', '')])).toMatchObject({ ok: false });
  });
  test('six fichiers', () => {
    const refus = reconnaitrePieces(Array.from({ length: 6 }, () => depot('a.pdf', '%PDF-1.7\n')));
    expect(refus).toMatchObject({ ok: false, refus: { regle: 'piece.nombre' } });
  });
});
