import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entier } from '#socle/valeurs';
import { acter, type Cote, coteAttendu, type Discussion, proposer, retirer } from './discussion.ts';

const regle = (resultat: ReturnType<typeof proposer>) => (resultat.ok ? 'permis' : resultat.refus.regle);

/** The prefect of the Finistère proposed 80, as fact number 1. */
const proposee: Discussion = {
  etat: 'en_discussion',
  valeur: entier(80),
  cote: 'territoire',
  valeurActee: null,
  proposition: 1,
};
const actee: Discussion = { ...proposee, etat: 'actee', valeurActee: entier(80) };

describe('convenir d’une cible', () => {
  test('personne n’acte la valeur que sa propre partie a proposée', () => {
    expect(regle(acter(proposee, 'territoire', 1))).toBe('cible.acter.cote');
    expect(regle(acter({ ...proposee, cote: 'centrale' }, 'centrale', 1))).toBe('cible.acter.cote');
  });

  test('on n’acte pas une valeur qui a changé pendant qu’on la lisait', () => {
    expect(regle(acter({ ...proposee, proposition: 2 }, 'centrale', 1))).toBe('cible.changee');
    expect(regle(proposer(proposee, 'centrale', entier(85), null))).toBe('cible.changee');
  });

  test('l’autre partie acte : la valeur proposée devient la cible', () => {
    const resultat = acter(proposee, 'centrale', 1);
    expect(resultat).toMatchObject({ ok: true, valeur: { etat: 'actee', valeurActee: entier(80) } });
  });

  test('contre-proposer change de côté : c’est l’autre qui est attendu', () => {
    const resultat = proposer(proposee, 'centrale', entier(85), 1);
    expect(resultat).toMatchObject({ ok: true, valeur: { etat: 'en_discussion', cote: 'centrale' } });
    expect(coteAttendu(proposee)).toBe('centrale');
    expect(resultat.ok && coteAttendu(resultat.valeur)).toBe('territoire');
  });

  test('proposer ce que l’autre propose n’est pas un accord : il faut l’acter', () => {
    expect(regle(proposer(proposee, 'centrale', entier(80), 1))).toBe('cible.proposer.accord');
    expect(regle(proposer(proposee, 'territoire', entier(80), 1))).toBe('cible.proposer.identique');
    expect(regle(proposer(actee, 'territoire', entier(80), 1))).toBe('cible.proposer.actee');
  });

  test('rouvrir une cible actée la garde en vigueur jusqu’au nouvel accord', () => {
    expect(proposer(actee, 'centrale', entier(90), 1)).toMatchObject({
      ok: true,
      valeur: { etat: 'en_discussion', valeur: entier(90), valeurActee: entier(80) },
    });
  });

  test('on ne retire que sa propre proposition ; ce qui était acté l’est de nouveau', () => {
    expect(regle(retirer(proposee, 'centrale', 1))).toBe('cible.retirer.cote');
    expect(retirer(proposee, 'territoire', 1)).toMatchObject({ ok: true, valeur: { etat: 'retiree' } });
    const rouverte: Discussion = { ...proposee, valeur: entier(90), valeurActee: entier(80), proposition: 3 };
    expect(retirer(rouverte, 'territoire', 3)).toMatchObject({
      ok: true,
      valeur: { etat: 'actee', valeur: entier(80) },
    });
    expect(regle(retirer(actee, 'territoire', 1))).toBe('cible.sans_discussion');
  });

  test('quoi qu’il arrive, une valeur actée a été proposée par un côté et acceptée par l’autre', () => {
    const geste = fc.record({
      genre: fc.constantFrom('proposer', 'acter', 'retirer'),
      cote: fc.constantFrom<Cote>('centrale', 'territoire'),
      valeur: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(geste, { maxLength: 20 }), (gestes) => {
        const ou: { actuelle: Discussion | null } = { actuelle: null };
        for (const [rang, { genre, cote, valeur }] of gestes.entries()) {
          const avant = ou.actuelle;
          const vue = avant?.proposition ?? null;
          const suite =
            genre === 'proposer'
              ? proposer(avant, cote, entier(valeur), vue)
              : avant === null || vue === null
                ? null
                : genre === 'acter'
                  ? acter(avant, cote, vue)
                  : retirer(avant, cote, vue);
          if (!suite?.ok) continue;
          if (genre === 'acter') {
            expect(avant?.cote).not.toBe(cote);
            expect(suite.valeur.valeurActee).toEqual(avant?.valeur);
          } else expect(suite.valeur.valeurActee).toEqual(avant?.valeurActee ?? null);
          ou.actuelle = genre === 'proposer' ? { ...suite.valeur, proposition: rang } : suite.valeur;
        }
      }),
    );
  });
});
