import { describe, expect, test } from 'vitest';
import { type Acteur, type HabilitationEnVigueur, neFontQueLire, PROFILS, type Profil } from '#acces';
import type { ReformeVue } from '../politique.ts';
import {
  type FeuilleVue,
  lectureDeFeuille,
  peutCloreFeuille,
  peutComposerFeuille,
  peutFaireEvoluerFeuille,
  peutRepondreAuPrefet,
  peutSignerFeuille,
  peutTenirFeuille,
} from './politique.ts';

/**
 * The matrix of rights on roadmaps: profile × territory of the roadmap × state, and grants. It is generated from the policy
 * and kept in `matrice-des-droits.txt`, where a change of the policy shows as a change someone must read and accept.
 */

const REFORME: ReformeVue = {
  id: 'fibre',
  ministere: 'ministere',
  equipe: 'service',
  services: ['service'],
  mailles: ['national', 'regional', 'departemental'],
  etat: 'active',
};

const LIEUX = ['D29', 'R53', 'D44'] as const;
const ETATS = ['en_preparation', 'en_vigueur', 'echue', 'close'] as const;

const feuille = (territoire: string, etat: FeuilleVue['etat'], reformes = [REFORME]): FeuilleVue => ({
  id: 'feuille',
  territoire,
  etat,
  reformes,
});

/** Everyone works in the service of the reform and of its ministry; prefects in their own place. */
const quelquUn = (profil: Profil, habilitations: readonly HabilitationEnVigueur[] = []): Acteur => {
  const region = profil === 'prefet_region';
  const local = region || profil === 'prefet_departement' || profil === 'service_deconcentre';
  return {
    compte: profil,
    personne: profil,
    nom: profil,
    genre: 'personne',
    portees: null,
    profil,
    organisation: 'service',
    organisationLibelle: 'Service',
    organisations: ['service'],
    collectifs: [],
    ministere: local ? null : 'ministere',
    territoire: region ? 'R53' : local ? 'D29' : 'FR',
    territoires: region ? ['R53', 'D29', 'D22', 'D35', 'D56'] : local ? ['D29'] : ['FR', 'R53', 'D29', 'D44'],
    territoiresEnglobants: [],
    habilitations,
  };
};

const D44 = { territoires: ['D44'], territoiresEnglobants: ['R52', 'FR'], id: 'fibre', objet: 'reforme' } as const;
const HABILITATIONS: Readonly<Record<string, HabilitationEnVigueur>> = {
  'lire la réforme, pour D44': { droit: 'lire', ...D44 },
  'modifier la réforme, pour D44': { droit: 'modifier', ...D44 },
};

/** `-` nothing, `r` the part of its reforms, `L` reads, `T` keeps, `P` chooses the content as well; `+` what only the DITP does. */
function pouvoir(acteur: Acteur, vue: FeuilleVue): string {
  const { part } = lectureDeFeuille(acteur, vue);
  if (part === 'fermee') return '-';
  if (part === 'reformes') return 'r';
  const ecrit = peutComposerFeuille(acteur, vue).permis ? 'P' : peutTenirFeuille(acteur, vue).permis ? 'T' : 'L';
  return reserve(acteur, vue) ? `${ecrit}+` : ecrit;
}

function reserve(acteur: Acteur, vue: FeuilleVue): boolean {
  return [peutSignerFeuille, peutRepondreAuPrefet, peutCloreFeuille].some((peut) => peut(acteur, vue).permis);
}

function tableau(): string {
  const lignes = [
    'Droits sur une feuille de route qui contient une réforme du champ de chacun : - rien, r la part de ses réformes,',
    'L lit, T tient, P prépare ; + signe, répond aux avenants ou clôt. Préfet de région : R53 ; de département et service : D29.',
    ...PROFILS.map((profil, rang) => `  ${String(rang + 1).padStart(2)} ${profil}`),
    '',
    PROFILS.map((_, rang) => String(rang + 1).padStart(2)).join(' '),
  ];
  const ligne = (titre: string, lire: (profil: Profil) => string) =>
    lignes.push(`${PROFILS.map((profil) => lire(profil).padStart(2)).join(' ')}   ${titre}`);
  for (const lieu of LIEUX)
    for (const etat of ETATS)
      ligne(`feuille de ${lieu}, ${etat}`, (profil) => pouvoir(quelquUn(profil), feuille(lieu, etat)));
  ligne('feuille de D29 sans réforme, en_vigueur', (profil) =>
    pouvoir(quelquUn(profil), feuille('D29', 'en_vigueur', [])),
  );
  lignes.push('', 'Avec une habilitation, feuille de D44 :');
  for (const [nom, habilitation] of Object.entries(HABILITATIONS))
    for (const etat of ['en_preparation', 'en_vigueur'] as const)
      ligne(`${nom}, ${etat}`, (profil) => pouvoir(quelquUn(profil, [habilitation]), feuille('D44', etat)));
  return `${lignes.join('\n')}\n`;
}

test('la matrice des droits sur les feuilles de route est celle qui a été relue', async () => {
  await expect(tableau()).toMatchFileSnapshot('./matrice-des-droits.txt');
});

describe('ce que personne n’obtient', () => {
  test('qui ne fait que lire n’écrit rien, même habilité', () => {
    for (const profil of PROFILS.filter(neFontQueLire))
      for (const habilitations of [[], ...Object.values(HABILITATIONS).map((une) => [une])])
        for (const lieu of LIEUX)
          for (const etat of ETATS)
            expect(['-', 'r', 'L']).toContain(pouvoir(quelquUn(profil, habilitations), feuille(lieu, etat)));
  });

  test('un mandat qui n’est pas signé n’est vu que de son préfet et de la DITP', () => {
    for (const profil of PROFILS)
      for (const habilitations of [[], ...Object.values(HABILITATIONS).map((une) => [une])]) {
        const sien = profil === 'ditp' || profil === 'prefet_departement';
        const vu = pouvoir(quelquUn(profil, habilitations), feuille('D29', 'en_preparation'));
        expect(vu !== '-', profil).toBe(sien);
      }
  });

  test('seule la DITP signe, répond aux avenants et clôt', () => {
    for (const profil of PROFILS)
      for (const lieu of LIEUX)
        for (const etat of ETATS)
          if (profil !== 'ditp') expect(reserve(quelquUn(profil), feuille(lieu, etat)), profil).toBe(false);
  });

  test('le préfet de région lit les mandats de ses départements sans les tenir', () => {
    expect(pouvoir(quelquUn('prefet_region'), feuille('D29', 'en_vigueur'))).toBe('L');
    expect(pouvoir(quelquUn('prefet_region'), feuille('R53', 'en_vigueur'))).toBe('T');
    expect(pouvoir(quelquUn('prefet_departement'), feuille('R53', 'en_vigueur'))).toBe('-');
  });

  test('signée, son contenu n’évolue que par avenant, et plus du tout une fois échue ou close', () => {
    for (const profil of ['ditp', 'prefet_departement'] as const)
      for (const etat of ETATS) {
        const vue = feuille('D29', etat);
        expect(peutComposerFeuille(quelquUn(profil), vue).permis, etat).toBe(etat === 'en_preparation');
        expect(peutFaireEvoluerFeuille(quelquUn(profil), vue).permis, etat).toBe(etat === 'en_vigueur');
        expect(peutTenirFeuille(quelquUn(profil), vue).permis, etat).toBe(etat !== 'close');
      }
  });
});
