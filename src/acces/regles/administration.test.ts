import { describe, expect, test } from 'vitest';
import type { Acteur } from './acteur.ts';
import {
  type CompteVu,
  type HabilitationDemandee,
  PROFILS_DONNES,
  peutAdministrer,
  peutAdministrerTout,
  peutGererCompte,
  peutHabiliter,
  peutNommerSuppleant,
  territoiresAdministres,
} from './administration.ts';
import type { HabilitationEnVigueur } from './habilitations.ts';
import { PROFILS } from './profils.ts';

const administrer = (...territoires: string[]): HabilitationEnVigueur => ({
  droit: 'administrer',
  objet: 'comptes',
  id: null,
  territoires,
  territoiresEnglobants: [],
});

const finistere: Acteur = {
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
  habilitations: [administrer('D29')],
};
const ditp: Acteur = { ...finistere, compte: 'ditp', personne: 'ditp', profil: 'ditp', habilitations: [] };

const compte = (retouche: Partial<CompteVu> = {}): CompteVu => ({
  compte: 'collegue',
  profil: 'service_deconcentre',
  territoire: 'D29',
  organisation: { id: 'd29-prefecture', territoire: 'D29', ministere: null },
  ...retouche,
});

const regle = (decision: ReturnType<typeof peutGererCompte>) => (decision.permis ? 'permis' : decision.regle);

describe('refus', () => {
  test('sans habilitation d’administrer, on n’administre rien', () => {
    const simple = { ...finistere, habilitations: [] };
    expect(regle(peutAdministrer(simple))).toBe('comptes.administrer');
    expect(regle(peutGererCompte(simple, compte()))).toBe('comptes.territoire');
  });

  test('une suppléance ou un jeton n’administrent pas, même au nom d’un administrateur ou de la DITP', () => {
    for (const genre of ['suppleance', 'machine'] as const) {
      expect(territoiresAdministres({ ...finistere, genre })).toEqual([]);
      expect(territoiresAdministres({ ...ditp, genre })).toEqual([]);
      expect(peutAdministrer({ ...ditp, genre }).permis).toBe(false);
    }
    expect(regle(peutAdministrer({ ...finistere, genre: 'suppleance' }))).toBe('comptes.suppleance');
  });

  test('un autre territoire, même voisin, même celui qui contient le sien', () => {
    for (const territoire of ['D22', 'D44', 'R53', 'FR'])
      expect(regle(peutGererCompte(finistere, compte({ territoire })))).toBe('comptes.territoire');
  });

  test('un profil plus fort que le sien', () => {
    for (const profil of PROFILS.filter((un) => !['prefet_departement', 'service_deconcentre'].includes(un)))
      expect(regle(peutGererCompte(finistere, compte({ profil }))), profil).toBe('comptes.profil');
  });

  test('un service d’ailleurs, rattaché chez soi', () => {
    const ailleurs = compte({ organisation: { id: 'd44-sgcd', territoire: 'D44', ministere: null } });
    expect(regle(peutGererCompte(finistere, ailleurs))).toBe('comptes.service');
  });

  test('un profil qui modifie des plans, dans un service qui ne dépend pas du sien', () => {
    const ddfip = { id: 'd29-ddfip', territoire: 'D29', ministere: 'mefr' };
    const chezLui = compte({ profil: 'prefet_departement', organisation: ddfip });
    expect(regle(peutGererCompte(finistere, chezLui))).toBe('comptes.ecriture');
    expect(regle(peutGererCompte(finistere, { ...chezLui, profil: 'service_deconcentre' }))).toBe('permis');
    expect(regle(peutGererCompte(ditp, chezLui))).toBe('permis');
  });

  test('un service central d’un autre ministère', () => {
    const interieur: Acteur = {
      ...finistere,
      profil: 'responsable_de_plan',
      ministere: 'mi',
      habilitations: [administrer('FR', 'R53', 'D29')],
    };
    const central = (ministere: string) =>
      compte({ profil: 'pilote', territoire: 'FR', organisation: { id: 'central', territoire: 'FR', ministere } });
    expect(regle(peutGererCompte(interieur, central('mtect')))).toBe('comptes.ministere');
    expect(regle(peutGererCompte(interieur, central('mi')))).toBe('permis');
  });

  test('ses propres droits, y compris pour la DITP', () => {
    expect(regle(peutGererCompte(finistere, compte({ compte: 'administratrice' })))).toBe('comptes.soi');
    expect(regle(peutGererCompte(ditp, compte({ compte: 'ditp' })))).toBe('comptes.soi');
  });

  test('un droit que l’on n’a pas soi-même, ou pour un territoire que l’on n’administre pas', () => {
    const lire = (territoire: string): HabilitationDemandee => ({ droit: 'lire', objet: 'plan', territoire });
    expect(regle(peutHabiliter(finistere, compte(), lire('D29'), false))).toBe('habilitation.plus_que_soi');
    expect(regle(peutHabiliter(finistere, compte(), lire('R53'), true))).toBe('habilitation.territoire');
    expect(
      regle(peutHabiliter(finistere, compte(), { droit: 'administrer', objet: 'comptes', territoire: 'FR' }, true)),
    ).toBe('habilitation.territoire');
  });

  test('écrire, à un profil qui ne fait que lire, même par la DITP', () => {
    const presidence = compte({ profil: 'presidence', territoire: 'FR' });
    for (const droit of ['contribuer', 'modifier'] as const)
      expect(regle(peutHabiliter(ditp, presidence, { droit, objet: 'plan', territoire: 'FR' }, true))).toBe(
        'habilitation.lecteur',
      );
  });

  test('la page de tout Jalon, à un administrateur de territoire', () => {
    expect(regle(peutAdministrerTout(finistere))).toBe('comptes.national');
  });
});

describe('accès', () => {
  test('l’administratrice d’un département ouvre, chez elle, les profils qui ne peuvent pas plus que le sien', () => {
    expect(regle(peutGererCompte(finistere, compte()))).toBe('permis');
    expect(regle(peutGererCompte(finistere, compte({ profil: 'prefet_departement' })))).toBe('permis');
  });

  test('elle donne un droit qu’elle a, chez elle, et l’administration de son territoire', () => {
    expect(regle(peutHabiliter(finistere, compte(), { droit: 'lire', objet: 'plan', territoire: 'D29' }, true))).toBe(
      'permis',
    );
    expect(
      regle(peutHabiliter(finistere, compte(), { droit: 'administrer', objet: 'comptes', territoire: 'D29' }, false)),
    ).toBe('permis');
  });

  test('l’administrateur d’une région gère ses départements', () => {
    const bretagne: Acteur = {
      ...finistere,
      profil: 'prefet_region',
      habilitations: [administrer('R53', 'D22', 'D29')],
    };
    expect(regle(peutGererCompte(bretagne, compte()))).toBe('permis');
    expect(regle(peutGererCompte(bretagne, compte({ territoire: 'FR' })))).toBe('comptes.territoire');
  });

  test('la DITP gère tous les comptes, sauf le sien', () => {
    for (const profil of PROFILS)
      expect(regle(peutGererCompte(ditp, compte({ profil, territoire: 'D974' })))).toBe('permis');
  });

  test('chacun nomme son suppléant ; un administrateur le fait pour les comptes qu’il gère', () => {
    expect(peutNommerSuppleant({ ...finistere, habilitations: [] }, compte({ compte: 'administratrice' })).permis).toBe(
      true,
    );
    expect(peutNommerSuppleant(finistere, compte()).permis).toBe(true);
    expect(peutNommerSuppleant({ ...finistere, habilitations: [] }, compte()).permis).toBe(false);
    // A stand-in does not name a stand-in.
    expect(
      peutNommerSuppleant({ ...finistere, genre: 'suppleance' }, compte({ compte: 'administratrice' })).permis,
    ).toBe(false);
  });

  test('donner son propre profil est toujours possible, en donner un que l’on ne peut donner à personne jamais', () => {
    for (const profil of PROFILS) expect(PROFILS_DONNES[profil]).toContain(profil);
    for (const profil of PROFILS)
      for (const donne of PROFILS_DONNES[profil])
        for (const plusLoin of PROFILS_DONNES[donne])
          expect(PROFILS_DONNES[profil], `${profil} → ${donne}`).toContain(plusLoin);
  });
});
