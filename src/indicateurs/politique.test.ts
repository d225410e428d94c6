import { describe, expect, test } from 'vitest';
import { type Acteur, neFontQueLire, PROFILS, type Profil } from '#acces';
import {
  type IndicateurVu,
  peutConfigurerIndicateurs,
  peutEcrireValeurs,
  peutImporterDesValeurs,
  peutLireIndicateur,
  peutProposerValeur,
} from './politique.ts';

/** Someone of `service`, in the Finistère. */
function acteur(profil: Profil): Acteur {
  return {
    compte: 'compte',
    personne: 'compte',
    nom: profil,
    genre: 'personne',
    portees: null,
    profil,
    organisation: 'service',
    organisationLibelle: 'Service',
    organisations: ['service'],
    collectifs: [],
    ministere: 'ministere',
    territoire: 'D29',
    territoires: ['D29'],
    territoiresEnglobants: ['R53', 'FR'],
    habilitations: [],
  };
}

const FIBRE: IndicateurVu = { id: 'fibre', etat: 'actif', responsable: 'service' };
const permis = (decide: (qui: Acteur) => { permis: boolean }) =>
  PROFILS.filter((profil) => decide(acteur(profil)).permis);

describe('la table d’accès, pour les indicateurs', () => {
  test('seule la DITP les crée et les règle', () => {
    expect(permis(peutConfigurerIndicateurs)).toEqual(['ditp']);
  });

  test('la DITP écrit partout, le chef de projet dans les siens ; les lecteurs et les préfets, nulle part', () => {
    expect(permis((qui) => peutEcrireValeurs(qui, FIBRE))).toEqual(['chef_de_projet', 'ditp']);
    expect(permis((qui) => peutEcrireValeurs(qui, { ...FIBRE, responsable: 'autre' }))).toEqual(['ditp']);
    expect(permis((qui) => peutEcrireValeurs(qui, { ...FIBRE, responsable: null }))).toEqual(['ditp']);
    expect(permis((qui) => peutEcrireValeurs(qui, { ...FIBRE, etat: 'archive' }))).toEqual([]);
    expect(permis((qui) => peutImporterDesValeurs(qui))).toEqual(['chef_de_projet', 'ditp']);
  });

  test('qui tient une réforme en écrit et en importe les valeurs, quel que soit son profil ; jamais un profil qui lit', () => {
    const tenus = new Set(['fibre']);
    const ecrivent = PROFILS.filter((profil) => !neFontQueLire(profil));
    const autre = { ...FIBRE, id: 'autre', responsable: null };
    expect(permis((qui) => peutEcrireValeurs(qui, { ...FIBRE, responsable: null }, tenus))).toEqual(ecrivent);
    expect(permis((qui) => peutImporterDesValeurs(qui, tenus))).toEqual(ecrivent);
    expect(permis((qui) => peutEcrireValeurs(qui, autre, tenus))).toEqual(['ditp']);
    expect(permis((qui) => peutEcrireValeurs(qui, { ...FIBRE, etat: 'archive' }, tenus))).toEqual([]);
    expect(permis((qui) => peutLireIndicateur(qui, { ...autre, id: 'fibre', etat: 'brouillon' }, tenus))).toEqual(
      ecrivent,
    );
  });

  test('seul le préfet de département propose, pour le sien', () => {
    expect(permis((qui) => peutProposerValeur(qui, FIBRE, 'D29'))).toEqual(['prefet_departement']);
    expect(permis((qui) => peutProposerValeur(qui, FIBRE, 'D35'))).toEqual([]);
    expect(permis((qui) => peutProposerValeur(qui, { ...FIBRE, etat: 'brouillon' }, 'D29'))).toEqual([]);
  });

  test('un brouillon n’est lu que de la DITP et de son chef de projet', () => {
    expect(permis((qui) => peutLireIndicateur(qui, { ...FIBRE, etat: 'brouillon' }))).toEqual([
      'chef_de_projet',
      'ditp',
    ]);
    expect(permis((qui) => peutLireIndicateur(qui, { ...FIBRE, etat: 'archive' }))).toEqual([...PROFILS]);
  });
});
