import { describe, expect, test } from 'vitest';
import { type Acteur, type HabilitationEnVigueur, neFontQueLire, PROFILS, type Profil } from '#acces';
import {
  peutAnalyser,
  peutConfigurerReformes,
  peutDeclarerMeteo,
  peutLireFicheDeReforme,
  peutLireReforme,
  peutTenirReforme,
  type ReformeVue,
  territoiresLisibles,
} from './politique.ts';

/**
 * The matrix of rights on reforms: profile × what ties the person to the reform × territory × state × grant. It is
 * generated from the policy and kept in `matrice-des-droits.txt`, where a change of the policy shows as a change of the
 * table that someone must read and accept. The tests below say, from the access table of the guide, what the table must
 * never show.
 */

/** What can tie a person to a reform. The person works in `service`, of `ministere`, and belongs to « les DDPP ». */
const LIENS: Readonly<Record<string, Partial<ReformeVue>>> = {
  'réforme de son équipe': { equipe: 'service' },
  'réforme de son ministère': { ministere: 'ministere' },
  'réforme du champ de son service': { services: ['service'] },
  'réforme du champ des DDPP, dont il est': { services: ['collectif'] },
  'réforme d’un autre champ': {},
  'réforme d’un autre champ, suivie dans les régions seulement': { mailles: ['national', 'regional'] },
  'réforme de son ministère, suivie au niveau national seulement': { ministere: 'ministere', mailles: ['national'] },
};

const ETATS = ['brouillon', 'active', 'archivee'] as const;

/** The département of the person, its région, another département of the région, elsewhere, the whole country. */
const TERRITOIRES_VUS = ['D29', 'R53', 'D35', 'D44', 'R52', 'FR'] as const;

const D29 = { territoires: ['D29'], territoiresEnglobants: ['R53', 'FR'] };
const R52 = { territoires: ['R52', 'D44', 'D49', 'D53', 'D72', 'D85'], territoiresEnglobants: ['FR'] };
const FR = { territoires: ['FR', 'R52', 'R53', 'D29', 'D35', 'D44'], territoiresEnglobants: [] };

/** Grants, tried on a reform of another field. */
const HABILITATIONS: Readonly<Record<string, HabilitationEnVigueur>> = {
  'lire cette réforme, pour R52': { droit: 'lire', objet: 'reforme', id: 'reforme', ...R52 },
  'contribuer à cette réforme, pour R52': { droit: 'contribuer', objet: 'reforme', id: 'reforme', ...R52 },
  'modifier cette réforme, pour D29': { droit: 'modifier', objet: 'reforme', id: 'reforme', ...D29 },
  'modifier cette réforme, pour FR': { droit: 'modifier', objet: 'reforme', id: 'reforme', ...FR },
  'lire une autre réforme, pour FR': { droit: 'lire', objet: 'reforme', id: 'autre-reforme', ...FR },
  'lire les réformes de ce ministère, pour R52': { droit: 'lire', objet: 'champ', id: 'autre-ministere', ...R52 },
  'administrer les comptes de R52': { droit: 'administrer', objet: 'comptes', id: null, ...R52 },
};

const reforme = (lien: Partial<ReformeVue>, etat: ReformeVue['etat']): ReformeVue => ({
  id: 'reforme',
  ministere: 'autre-ministere',
  equipe: 'autre-service',
  services: [],
  mailles: ['national', 'regional', 'departemental'],
  ...lien,
  etat,
});

/** Where people of this profile work: a préfet de région in Bretagne, local people in the Finistère, the others in Paris. */
const quelquUn = (profil: Profil, habilitations: readonly HabilitationEnVigueur[] = []): Acteur => ({
  compte: profil,
  personne: profil,
  nom: profil,
  genre: 'personne',
  portees: null,
  profil,
  organisation: 'service',
  organisationLibelle: 'Service',
  organisations: ['service'],
  collectifs: ['collectif'],
  ministere: profil === 'prefet_region' || profil === 'prefet_departement' ? null : 'ministere',
  ...LIEUX[profil],
  habilitations,
});

const PARIS = { territoire: 'FR', territoires: FR.territoires, territoiresEnglobants: [] };
const FINISTERE = { territoire: 'D29', ...D29 };
const BRETAGNE = { territoire: 'R53', territoires: ['R53', 'D22', 'D29', 'D35', 'D56'], territoiresEnglobants: ['FR'] };
const LIEUX: Readonly<Record<Profil, Pick<Acteur, 'territoire' | 'territoires' | 'territoiresEnglobants'>>> = {
  presidence: PARIS,
  premier_ministre: PARIS,
  cabinet: PARIS,
  administration_centrale: PARIS,
  responsable_de_plan: PARIS,
  pilote: PARIS,
  chef_de_projet: PARIS,
  ditp: PARIS,
  prefet_region: BRETAGNE,
  prefet_departement: FINISTERE,
  service_deconcentre: FINISTERE,
};

/** `-` nothing, `L` reads, `A` writes the analysis as well, `M` declares the météo as well, `T` keeps the reform besides. */
function pouvoir(acteur: Acteur, vue: ReformeVue, territoire: string): string {
  if (!peutLireReforme(acteur, vue, territoire).permis) return '-';
  const declare = peutDeclarerMeteo(acteur, vue, territoire).permis;
  if (peutTenirReforme(acteur, vue).permis) return declare ? 'T' : 't';
  if (declare) return 'M';
  return peutAnalyser(acteur, vue, territoire).permis ? 'A' : 'L';
}

const cas = () =>
  Object.entries(LIENS).flatMap(([lien, retouche]) =>
    ETATS.flatMap((etat) =>
      TERRITOIRES_VUS.map((territoire) => ({ lien, etat, territoire, vue: reforme(retouche, etat) })),
    ),
  );

const habilites = () =>
  Object.entries(HABILITATIONS).flatMap(([nom, habilitation]) =>
    (['brouillon', 'active'] as const).flatMap((etat) =>
      (['D29', 'D44', 'R52', 'FR'] as const).map((territoire) => ({
        nom,
        habilitation,
        etat,
        territoire,
        vue: reforme({}, etat),
      })),
    ),
  );

function tableau(): string {
  const lignes: string[] = [
    'Droits sur une réforme dans un territoire : - rien, L lit, A lit et écrit l’analyse, M déclare aussi la météo,',
    'T tient la réforme (valeurs et cibles comprises) et y déclare la météo, t la tient et y lit seulement.',
    'Le préfet de région est celui de Bretagne (R53) ; préfet de département et service déconcentré sont du Finistère (D29).',
    'Colonnes :',
    ...PROFILS.map((profil, rang) => `  ${String(rang + 1).padStart(2)} ${profil}`),
    '',
  ];
  const ligne = (titre: string, lire: (profil: Profil) => string) =>
    lignes.push(`${PROFILS.map((profil) => lire(profil).padStart(2)).join(' ')}   ${titre}`);
  lignes.push(PROFILS.map((_, rang) => String(rang + 1).padStart(2)).join(' '));
  for (const { lien, etat, territoire, vue } of cas())
    ligne(`${lien}, ${etat}, ${territoire}`, (profil) => pouvoir(quelquUn(profil), vue, territoire));
  lignes.push('', 'Avec une habilitation, sur une réforme d’un autre champ :');
  for (const { nom, habilitation, etat, territoire, vue } of habilites())
    ligne(`${nom} ; ${etat}, ${territoire}`, (profil) => pouvoir(quelquUn(profil, [habilitation]), vue, territoire));
  return `${lignes.join('\n')}\n`;
}

test('la matrice des droits est celle qui a été relue', async () => {
  await expect(tableau()).toMatchFileSnapshot('./matrice-des-droits.txt');
});

describe('ce que la table d’accès du guide ne permet jamais', () => {
  test('présidence, Premier ministre, ministres, cabinets et administration centrale n’écrivent rien, même habilités', () => {
    for (const profil of PROFILS.filter(neFontQueLire))
      for (const habilitations of [[], ...Object.values(HABILITATIONS).map((une) => [une])])
        for (const { lien, territoire, vue } of cas())
          expect(['-', 'L'], `${profil}, ${lien}, ${territoire}`).toContain(
            pouvoir(quelquUn(profil, habilitations), vue, territoire),
          );
  });

  test('un préfet de département ne lit rien d’un autre territoire que le sien', () => {
    for (const { lien, territoire, vue } of cas())
      if (territoire !== 'D29')
        expect(pouvoir(quelquUn('prefet_departement'), vue, territoire), `${lien}, ${territoire}`).toBe('-');
  });

  test('un préfet de région lit sa région et ses départements, rien d’ailleurs ni du pays entier', () => {
    for (const { lien, territoire, vue } of cas())
      if (!['R53', 'D29', 'D35'].includes(territoire))
        expect(pouvoir(quelquUn('prefet_region'), vue, territoire), `${lien}, ${territoire}`).toBe('-');
  });

  test('un préfet de région ne déclare ni n’analyse à la place des préfets de ses départements', () => {
    for (const { lien, territoire, vue } of cas())
      if (territoire.startsWith('D'))
        expect(['-', 'L'], `${lien}, ${territoire}`).toContain(pouvoir(quelquUn('prefet_region'), vue, territoire));
  });

  test('un brouillon n’est lu que de son équipe, de la DITP et de qui est habilité à le modifier', () => {
    for (const profil of PROFILS.filter((un) => un !== 'ditp'))
      for (const { lien, territoire, vue } of cas().filter(({ etat }) => etat === 'brouillon')) {
        if (profil === 'chef_de_projet' && lien === 'réforme de son équipe') continue;
        expect(pouvoir(quelquUn(profil), vue, territoire), `${profil}, ${lien}`).toBe('-');
      }
  });

  test('rien ne se déclare sur une réforme archivée, pas même par la DITP', () => {
    for (const profil of PROFILS)
      for (const { lien, territoire, vue } of cas().filter(({ etat }) => etat === 'archivee'))
        expect(['-', 'L'], `${profil}, ${lien}`).toContain(pouvoir(quelquUn(profil), vue, territoire));
  });

  test('rien ne se déclare à un niveau où la réforme n’est pas suivie', () => {
    const vue = reforme({ mailles: ['national'], equipe: 'service' }, 'active');
    for (const profil of PROFILS)
      for (const territoire of ['D29', 'R53']) {
        expect(peutDeclarerMeteo(quelquUn(profil), vue, territoire).permis, `${profil}, ${territoire}`).toBe(false);
        expect(peutAnalyser(quelquUn(profil), vue, territoire).permis, `${profil}, ${territoire}`).toBe(false);
      }
  });

  test('un chef de projet ne lit que les réformes de son équipe, et ne déclare qu’au niveau national', () => {
    for (const { lien, etat, territoire, vue } of cas()) {
      const lu = pouvoir(quelquUn('chef_de_projet'), vue, territoire);
      if (lien !== 'réforme de son équipe') expect(lu, `${lien}, ${territoire}`).toBe('-');
      else if (etat === 'active') expect(lu, territoire).toBe(territoire === 'FR' ? 'T' : 't');
    }
  });

  test('un service déconcentré écrit l’analyse de son champ sur son territoire, jamais la météo', () => {
    for (const { lien, territoire, vue } of cas()) {
      const lu = pouvoir(quelquUn('service_deconcentre'), vue, territoire);
      expect(['-', 'L', 'A'], `${lien}, ${territoire}`).toContain(lu);
      if (territoire !== 'D29') expect(lu, `${lien}, ${territoire}`).toBe('-');
    }
    expect(pouvoir(quelquUn('service_deconcentre'), reforme({ services: ['collectif'] }, 'active'), 'D29')).toBe('A');
    expect(pouvoir(quelquUn('service_deconcentre'), reforme({}, 'active'), 'D29')).toBe('-');
  });

  test('personne d’autre que la DITP ne crée ni ne configure de réforme', () => {
    for (const profil of PROFILS)
      expect(peutConfigurerReformes(quelquUn(profil, Object.values(HABILITATIONS))).permis, profil).toBe(
        profil === 'ditp',
      );
  });

  test('qui ne lit une réforme nulle part n’en lit pas la fiche, et inversement', () => {
    for (const profil of PROFILS)
      for (const { lien, vue } of cas()) {
        const acteur = quelquUn(profil);
        expect(peutLireFicheDeReforme(acteur, vue).permis, `${profil}, ${lien}`).toBe(
          territoiresLisibles(acteur, vue).length > 0,
        );
      }
  });
});

describe('une habilitation ne donne que ce qu’elle dit', () => {
  const service = (nom: string) => quelquUn('service_deconcentre', [HABILITATIONS[nom] as HabilitationEnVigueur]);
  const vue = reforme({}, 'active');

  test('lire ne donne que lire, contribuer donne de déclarer, modifier partout donne de tenir', () => {
    expect(pouvoir(service('lire cette réforme, pour R52'), vue, 'D44')).toBe('L');
    expect(pouvoir(service('contribuer à cette réforme, pour R52'), vue, 'D44')).toBe('M');
    expect(pouvoir(service('modifier cette réforme, pour FR'), vue, 'D44')).toBe('T');
  });

  test('une réforme n’en ouvre pas une autre, un territoire pas un autre, des comptes aucune', () => {
    expect(pouvoir(service('lire une autre réforme, pour FR'), vue, 'D29')).toBe('-');
    expect(pouvoir(service('lire cette réforme, pour R52'), vue, 'D29')).toBe('-');
    expect(pouvoir(service('contribuer à cette réforme, pour R52'), vue, 'D29')).toBe('-');
    expect(pouvoir(service('administrer les comptes de R52'), vue, 'D44')).toBe('-');
  });

  test('modifier une réforme pour un département ne donne pas de la tenir', () => {
    expect(peutTenirReforme(service('modifier cette réforme, pour D29'), vue).permis).toBe(false);
    expect(pouvoir(service('modifier cette réforme, pour D29'), vue, 'D29')).toBe('M');
    expect(pouvoir(service('modifier cette réforme, pour D29'), vue, 'D44')).toBe('-');
  });

  test('« la réforme A en Bretagne et la réforme B en Corse » se dit avec deux habilitations', () => {
    const CORSE = { territoires: ['R94', 'D2A', 'D2B'], territoiresEnglobants: ['FR'] };
    const acteur = quelquUn('pilote', [
      { droit: 'lire', objet: 'reforme', id: 'reforme', ...D29 },
      { droit: 'lire', objet: 'reforme', id: 'autre-reforme', ...CORSE },
    ]);
    const autre = { ...vue, id: 'autre-reforme' };
    expect(pouvoir(acteur, vue, 'D29')).toBe('L');
    expect(pouvoir(acteur, autre, 'D2A')).toBe('L');
    expect(pouvoir(acteur, vue, 'D2A')).toBe('-');
    expect(pouvoir(acteur, autre, 'D29')).toBe('-');
  });
});
