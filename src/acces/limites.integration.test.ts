import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Essai, ouvrirEssai } from '#outils-d-essai';
import { conservationDesLimites, limiterDebit } from './limites.ts';

let essai: Essai;
beforeAll(async () => {
  essai = await ouvrirEssai();
});
afterAll(() => essai.fermer());

const TROIS_PAR_MINUTE = { nombre: 3, fenetreS: 60 };
const essayer = (cle: string) => limiterDebit(essai.base, essai.horloge, cle, TROIS_PAR_MINUTE);

test('la quatrième fois est refusée, et dit combien attendre ; une autre clé n’en souffre pas', async () => {
  for (const reste of [2, 1, 0]) expect(await essayer('a')).toMatchObject({ permis: true, reste });
  essai.horloge.avancer(20_000);
  expect(await essayer('a')).toEqual({ permis: false, reste: 0, attendreS: 40 });
  expect(await essayer('b')).toMatchObject({ permis: true, reste: 2 });
});

test('la fenêtre passée, on recommence', async () => {
  essai.horloge.avancer(40_000);
  expect(await essayer('a')).toMatchObject({ permis: true, reste: 2 });
});

test('trente essais au même instant : trois passent', async () => {
  const reponses = await Promise.all(Array.from({ length: 30 }, () => essayer('ensemble')));
  expect(reponses.filter(({ permis }) => permis)).toHaveLength(3);
});

test('la clé n’est pas gardée en clair, et disparaît après un jour', async () => {
  await essayer('connexion:192.0.2.7');
  const lignes = await essai.base.selectFrom('limite_de_debit').select('cle').execute();
  expect(lignes.some(({ cle }) => cle.includes('192.0.2.7'))).toBe(false);
  essai.horloge.avancer(86_400_001);
  expect(await conservationDesLimites.purger(essai.services)).toBe(lignes.length);
});
