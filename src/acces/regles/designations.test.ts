import { describe, expect, test } from 'vitest';
import type { Acteur } from './acteur.ts';
import type { CompteVu } from './administration.ts';
import { peutDesignerSuppleant, peutRetirerHabilitation } from './designations.ts';

const administratrice: Acteur = {
  compte: 'administratrice',
  personne: 'administratrice',
  nom: 'Administratrice du Finistère',
  genre: 'personne',
  portees: null,
  profil: 'prefet_departement',
  organisation: 'd29-prefecture',
  organisationLibelle: 'Préfecture du Finistère',
  organisations: ['d29-prefecture'],
  collectifs: [],
  ministere: null,
  territoire: 'D29',
  territoires: ['D29'],
  territoiresEnglobants: ['R53', 'FR'],
  habilitations: [
    { droit: 'administrer', objet: 'comptes', id: null, territoires: ['D29'], territoiresEnglobants: ['R53', 'FR'] },
  ],
};
const agent: Acteur = { ...administratrice, compte: 'agent', personne: 'agent', habilitations: [] };

const compte = (nom: string, territoire = 'D29'): CompteVu => ({
  compte: nom,
  profil: 'service_deconcentre',
  territoire,
  organisation: { id: 'service', territoire, ministere: null },
});
const regle = (decision: ReturnType<typeof peutDesignerSuppleant>) => (decision.permis ? 'permis' : decision.regle);

describe('suppléant', () => {
  test('refusé : soi-même, pour un autre sans l’administrer, l’administrateur pour lui-même, quelqu’un d’ailleurs', () => {
    expect(regle(peutDesignerSuppleant(agent, compte('agent'), compte('agent')))).toBe('suppleance.soi');
    expect(regle(peutDesignerSuppleant(agent, compte('directrice'), compte('adjoint')))).toBe('comptes.territoire');
    expect(regle(peutDesignerSuppleant(administratrice, compte('directrice'), compte('administratrice')))).toBe(
      'suppleance.pour_soi',
    );
    expect(regle(peutDesignerSuppleant(administratrice, compte('directrice'), compte('voisin', 'D22')))).toBe(
      'comptes.territoire',
    );
  });

  test('refusé : nommer un suppléant pendant que l’on supplée soi-même', () => {
    const suppleant: Acteur = { ...agent, compte: 'suppleance-1', genre: 'suppleance' };
    expect(regle(peutDesignerSuppleant(suppleant, compte('directrice'), compte('adjoint')))).toBe('comptes.territoire');
    expect(regle(peutDesignerSuppleant(suppleant, compte('agent'), compte('adjoint')))).toBe('comptes.soi');
  });

  test('chacun choisit le sien, où qu’il soit ; un administrateur choisit parmi les comptes qu’il gère', () => {
    expect(regle(peutDesignerSuppleant(agent, compte('agent'), compte('voisin', 'D22')))).toBe('permis');
    expect(regle(peutDesignerSuppleant(administratrice, compte('directrice'), compte('adjoint')))).toBe('permis');
  });
});

describe('retirer une habilitation', () => {
  test('refusé à qui ne gère pas le compte, à qui elle appartient, à une suppléance de l’équipe', () => {
    expect(regle(peutRetirerHabilitation(agent, compte('collegue'), false))).toBe('comptes.territoire');
    expect(regle(peutRetirerHabilitation(agent, compte('agent'), true))).toBe('comptes.soi');
    expect(regle(peutRetirerHabilitation({ ...agent, genre: 'suppleance' }, compte('collegue'), true))).toBe(
      'comptes.territoire',
    );
  });

  test('permis à qui gère le compte, et à l’équipe de l’objet', () => {
    expect(regle(peutRetirerHabilitation(administratrice, compte('collegue'), false))).toBe('permis');
    expect(regle(peutRetirerHabilitation(agent, compte('collegue', 'D44'), true))).toBe('permis');
  });
});
