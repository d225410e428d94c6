import { describe, expect, test } from 'vitest';
import { type Constat, deciderConnexion } from './connexion.ts';

const INCONNU: Constat = { compte: null, compteDuCourriel: null, courrielVerifie: true, demande: null };
const ouvert = { id: 'compte-sgcd-29', etat: 'ouvert' } as const;

describe('ce qui est refusé', () => {
  test('un compte fermé n’ouvre plus, et dit à qui s’adresser', () => {
    const decision = deciderConnexion({ ...INCONNU, compte: { ...ouvert, etat: 'ferme' } });
    expect(decision).toMatchObject({ issue: 'refuser', regle: 'connexion.compte.ferme' });
    expect(decision.issue === 'refuser' && decision.message).toContain(
      'l’administrateur des comptes de votre territoire',
    );
  });

  test('un compte effacé non plus', () => {
    expect(deciderConnexion({ ...INCONNU, compte: { ...ouvert, etat: 'efface' } })).toMatchObject({
      issue: 'refuser',
      regle: 'connexion.compte.efface',
    });
  });

  test('un compte accordé puis fermé avant la première connexion reste fermé', () => {
    const demande = { etat: 'accordee', compte: { ...ouvert, etat: 'ferme' } } as const;
    expect(deciderConnexion({ ...INCONNU, demande })).toMatchObject({ issue: 'refuser' });
  });

  test('une autre identité du même fournisseur n’entre pas par le courriel : l’adresse a pu changer de main', () => {
    const compteDuCourriel = { id: 'compte-sgcd-29', dejaReliee: true };
    expect(deciderConnexion({ ...INCONNU, compteDuCourriel })).toEqual({ issue: 'inconnu', demander: true });
  });

  test('un courriel que le fournisseur n’a pas vérifié n’ouvre aucun compte', () => {
    const compteDuCourriel = { id: 'compte-sgcd-29', dejaReliee: false };
    expect(deciderConnexion({ ...INCONNU, compteDuCourriel, courrielVerifie: false })).toEqual({
      issue: 'inconnu',
      demander: true,
    });
  });
});

describe('ce qui entre', () => {
  test('une identité connue, même si son courriel est devenu celui d’un autre compte', () => {
    const compteDuCourriel = { id: 'autre-compte', dejaReliee: false };
    expect(deciderConnexion({ ...INCONNU, compte: ouvert, compteDuCourriel })).toEqual({
      issue: 'entrer',
      compte: 'compte-sgcd-29',
      rattacher: null,
    });
  });

  test('la première identité d’un compte ouvert par un administrateur avec ce courriel', () => {
    const compteDuCourriel = { id: 'compte-sgcd-29', dejaReliee: false };
    expect(deciderConnexion({ ...INCONNU, compteDuCourriel })).toEqual({
      issue: 'entrer',
      compte: 'compte-sgcd-29',
      rattacher: 'courriel',
    });
  });

  test('l’identité dont la demande a été accordée', () => {
    expect(deciderConnexion({ ...INCONNU, demande: { etat: 'accordee', compte: ouvert } })).toEqual({
      issue: 'entrer',
      compte: 'compte-sgcd-29',
      rattacher: 'demande',
    });
  });
});

describe('qui n’est pas connu', () => {
  test('fait une demande à sa première arrivée', () => {
    expect(deciderConnexion(INCONNU)).toEqual({ issue: 'inconnu', demander: true });
  });

  test.each([
    'ouverte',
    'refusee',
    'accordee',
  ] as const)('n’en fait pas une seconde quand la première est %s', (etat) => {
    expect(deciderConnexion({ ...INCONNU, demande: { etat, compte: null } })).toEqual({
      issue: 'inconnu',
      demander: false,
    });
  });
});
