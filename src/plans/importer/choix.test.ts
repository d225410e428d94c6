import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AUCUN_CHOIX, cleDeLigne, estRetenue, retenir } from './choix.ts';

test('sans rien décider, les actions nouvelles et modifiées sont cochées, les absentes ne le sont pas', () => {
  expect(['n:0', 'm:1', 'a:2'].map((cle) => estRetenue(AUCUN_CHOIX, cle))).toEqual([true, true, false]);
});

test('ce qui est coché sur une page le reste quand on en envoie une autre', () => {
  const cle = fc.tuple(fc.constantFrom('n', 'm', 'a'), fc.nat(30)).map(([etat, rang]) => `${etat}:${rang}`);
  const page = fc.uniqueArray(fc.tuple(cle, fc.boolean()), { selector: ([nom]) => nom });
  fc.assert(
    fc.property(page, page, (premiere, seconde) => {
      const envoyer = (choix: typeof AUCUN_CHOIX, vues: typeof premiere) =>
        retenir(
          choix,
          vues.map(([nom]) => nom),
          new Set(vues.flatMap(([nom, coche]) => (coche ? [nom] : []))),
        );
      const choix = envoyer(envoyer(AUCUN_CHOIX, premiere), seconde);
      const voulu = new Map([...premiere, ...seconde]);
      for (const [nom, coche] of voulu) expect(estRetenue(choix, nom)).toBe(coche);
    }),
  );
});

test('deux tableaux d’un même document peuvent avoir chacun leur ligne 12', () => {
  expect(cleDeLigne({ tableau: 0, ligne: 12 })).not.toBe(cleDeLigne({ tableau: 1, ligne: 12 }));
});
