import { describe, expect, test } from 'vitest';
import { type Acteur, type HabilitationEnVigueur, neFontQueLire, PROFILS, type Profil } from '#acces';
import {
  peutCorrigerDeclinaison,
  peutDecliner,
  peutLireDeclinaison,
  peutNoterDeclinaison,
} from './deploiement/politique.ts';
import { type PlanVu, peutLirePlan, peutModifierPlan, peutNoterAction } from './politique.ts';

/**
 * The matrix of rights on plans: profile × what ties the person to the plan × grant × circulation × state. It is generated
 * from the policy and kept in `matrice-des-droits.txt`, where a change of the policy shows as a change of the table that
 * someone must read and accept. The tests below say, from the access table of the guide, what the table must never show.
 */

/** What can tie a person to a plan. The person works in `service`, of `ministere`, in D29. */
const LIENS: Readonly<Record<string, Partial<PlanVu>>> = {
  'plan de son service': { proprietaire: 'service' },
  'plan de son ministère': { ministere: 'ministere', territoire: 'FR' },
  'plan de son territoire': { territoire: 'D29' },
  'plan de sa région': { territoire: 'R53' },
  'plan national': { territoire: 'FR' },
  'plan national qui nomme son service': { territoire: 'FR', organisationsCitees: ['service'] },
  'plan national qui nomme les SGC-D, dont il est': { territoire: 'FR', organisationsCitees: ['collectif'] },
  'plan d’un autre département': {},
  'plan d’un autre département qui nomme son service': { organisationsCitees: ['service'] },
  'plan d’un autre département qui nomme les SGC-D': { organisationsCitees: ['collectif'] },
};

const D29 = { territoires: ['D29'], territoiresEnglobants: ['R53', 'FR'] };
const D44 = { territoires: ['D44'], territoiresEnglobants: ['R52', 'FR'] };

/** Grants, tried on the plan of another département and on a national one. */
const HABILITATIONS: Readonly<Record<string, HabilitationEnVigueur>> = {
  'lire ce plan, pour D44': { droit: 'lire', objet: 'plan', id: 'plan', ...D44 },
  'contribuer à ce plan, pour D44': { droit: 'contribuer', objet: 'plan', id: 'plan', ...D44 },
  'modifier ce plan, pour D44': { droit: 'modifier', objet: 'plan', id: 'plan', ...D44 },
  'modifier ce plan, pour D29': { droit: 'modifier', objet: 'plan', id: 'plan', ...D29 },
  'lire un autre plan, pour D44': { droit: 'lire', objet: 'plan', id: 'autre-plan', ...D44 },
  'lire les plans de ce ministère, pour D44': { droit: 'lire', objet: 'champ', id: 'autre-ministere', ...D44 },
  'modifier les plans de ce ministère, pour D29': { droit: 'modifier', objet: 'champ', id: 'autre-ministere', ...D29 },
  'administrer les comptes de D44': { droit: 'administrer', objet: 'comptes', id: null, ...D44 },
};

const DIFFUSIONS = ['equipe', 'administration'] as const;
const ETATS = ['brouillon', 'actif', 'archive'] as const;

const plan = (lien: Partial<PlanVu>, diffusion: PlanVu['diffusion'], etat: PlanVu['etat']): PlanVu => ({
  id: 'plan',
  proprietaire: 'autre-service',
  ministere: 'autre-ministere',
  territoire: 'D44',
  organisationsCitees: [],
  ...lien,
  diffusion,
  etat,
});

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
  ministere: 'ministere',
  territoire: 'D29',
  territoires: ['D29'],
  territoiresEnglobants: ['R53', 'FR'],
  habilitations,
});

/** An action carried by the named services, and one of a service of the plan's territory. */
const pilotes = ({ organisationsCitees, territoire }: PlanVu) =>
  [...organisationsCitees, 'autre-service'].map((organisation) => ({ organisation, territoire }));

/** `-` nothing, `L` reads, `N` gives news of actions as well, `M` modifies. */
function pouvoir(acteur: Acteur, vu: PlanVu): '-' | 'L' | 'N' | 'M' {
  if (peutModifierPlan(acteur, vu).permis) return 'M';
  if (!peutLirePlan(acteur, vu).permis) return '-';
  return peutNoterAction(acteur, vu, pilotes(vu)).permis ? 'N' : 'L';
}

/** People of D29, of its région, and of no territory: what ties them to the territory an action is declined in. */
const LIEUX: Readonly<Record<string, Pick<Acteur, 'territoire' | 'territoires' | 'territoiresEnglobants'>>> = {
  'de D29': { territoire: 'D29', territoires: ['D29'], territoiresEnglobants: ['R53', 'FR'] },
  'de R53': { territoire: 'R53', territoires: ['R53', 'D29', 'D35'], territoiresEnglobants: ['FR'] },
  'de FR': {
    territoire: 'FR',
    territoires: ['FR', 'R52', 'R53', 'D29', 'D35', 'D44'],
    territoiresEnglobants: [],
  },
};

/** An action declined in these territories, in these plans. */
const TERRITOIRES_DECLINES = ['D29', 'D44', 'R53'] as const;
const PLANS_DECLINES: Readonly<Record<string, PlanVu>> = {
  'plan national partagé': plan({ territoire: 'FR' }, 'administration', 'actif'),
  'plan national réservé': plan({ territoire: 'FR' }, 'equipe', 'actif'),
  'plan national réservé de son ministère': plan({ territoire: 'FR', ministere: 'ministere' }, 'equipe', 'actif'),
  'plan national de son service': plan({ territoire: 'FR', proprietaire: 'service' }, 'administration', 'actif'),
  'plan national partagé, brouillon': plan({ territoire: 'FR' }, 'administration', 'brouillon'),
};

/** `-` nothing, `L` reads, `N` gives news as well and corrects own, `D` declines and corrects everyone's. */
function pouvoirSurDeclinaison(acteur: Acteur, vu: PlanVu, territoire: string): '-' | 'L' | 'N' | 'D' | '?' {
  const verbes = [
    peutLireDeclinaison(acteur, vu, territoire),
    peutNoterDeclinaison(acteur, vu, territoire),
    peutCorrigerDeclinaison(acteur, vu, territoire, acteur.compte),
    peutCorrigerDeclinaison(acteur, vu, territoire, 'quelqu’un d’autre'),
    peutDecliner(acteur, vu),
  ].map(({ permis }) => (permis ? 'o' : 'n'));
  return POUVOIRS[verbes.join('')] ?? '?';
}

/** Read, give news, correct own, correct others', decline: no other set of rights exists. */
const POUVOIRS: Readonly<Record<string, '-' | 'L' | 'N' | 'D'>> = { nnnnn: '-', onnnn: 'L', ooonn: 'N', ooooo: 'D' };

const cas = () =>
  Object.entries(LIENS).flatMap(([lien, retouche]) =>
    DIFFUSIONS.flatMap((diffusion) =>
      ETATS.map((etat) => ({ lien, diffusion, etat, vu: plan(retouche, diffusion, etat) })),
    ),
  );

function tableau(): string {
  const colonnes = PROFILS.map((profil, rang) => `${String(rang + 1).padStart(2)} ${profil}`);
  const lignes: string[] = [
    'Droits sur un plan : - rien, L lit, N lit et donne des nouvelles des actions, M modifie.',
    'La personne travaille dans un service du Finistère (D29), qui est un SGC-D. Colonnes :',
    ...colonnes.map((colonne) => `  ${colonne}`),
    '',
  ];
  const ligne = (titre: string, lire: (profil: Profil) => string) =>
    lignes.push(`${PROFILS.map((profil) => lire(profil).padStart(2)).join(' ')}   ${titre}`);
  lignes.push(PROFILS.map((_, rang) => String(rang + 1).padStart(2)).join(' '));
  for (const { lien, diffusion, etat, vu } of cas())
    ligne(`${lien}, ${diffusion}, ${etat}`, (profil) => pouvoir(quelquUn(profil), vu));
  lignes.push('', 'Avec une habilitation, sur un plan réservé à son équipe :');
  for (const [nom, habilitation] of Object.entries(HABILITATIONS))
    for (const territoire of ['D44', 'FR'])
      for (const etat of ['brouillon', 'actif'] as const) {
        const vu = plan({ territoire }, 'equipe', etat);
        ligne(`${nom} ; plan de ${territoire}, ${etat}`, (profil) => pouvoir(quelquUn(profil, [habilitation]), vu));
      }
  lignes.push(
    '',
    'Une action déclinée : - rien, L lit, N donne des nouvelles et corrige les siennes, D décline et corrige tout :',
  );
  for (const [lequel, vu] of Object.entries(PLANS_DECLINES))
    for (const [lieu, tient] of Object.entries(LIEUX))
      for (const territoire of TERRITOIRES_DECLINES)
        ligne(`${lequel} ; quelqu’un ${lieu}, déclinaison de ${territoire}`, (profil) =>
          pouvoirSurDeclinaison({ ...quelquUn(profil), ...tient }, vu, territoire),
        );
  lignes.push('', 'Avec une habilitation, une action d’un plan national réservé à son équipe, déclinée :');
  for (const [nom, habilitation] of Object.entries(HABILITATIONS))
    for (const territoire of TERRITOIRES_DECLINES)
      ligne(`${nom} ; déclinaison de ${territoire}`, (profil) =>
        pouvoirSurDeclinaison(
          quelquUn(profil, [habilitation]),
          plan({ territoire: 'FR' }, 'equipe', 'actif'),
          territoire,
        ),
      );
  return `${lignes.join('\n')}\n`;
}

test('la matrice des droits est celle qui a été relue', async () => {
  await expect(tableau()).toMatchFileSnapshot('./matrice-des-droits.txt');
});

describe('ce que la table d’accès du guide ne permet jamais', () => {
  test('présidence, Premier ministre, ministres, cabinets et administration centrale n’écrivent rien, même habilités', () => {
    for (const profil of PROFILS.filter(neFontQueLire))
      for (const habilitations of [[], ...Object.values(HABILITATIONS).map((une) => [une])])
        for (const { lien, vu } of cas())
          expect(['-', 'L'], lien).toContain(pouvoir(quelquUn(profil, habilitations), vu));
  });

  test('un préfet de département ne lit un plan d’un autre département que si son service y est nommé ou habilité', () => {
    for (const { lien, vu } of cas().filter(({ lien }) => lien.startsWith('plan d’un autre département')))
      if (!lien.endsWith('son service')) expect(pouvoir(quelquUn('prefet_departement'), vu), lien).toBe('-');
  });

  test('un brouillon n’est lu que de qui peut l’écrire', () => {
    for (const profil of PROFILS)
      for (const habilitations of [[], ...Object.values(HABILITATIONS).map((une) => [une])])
        for (const { lien, vu } of cas().filter(({ etat }) => etat === 'brouillon'))
          expect(['-', 'M'], `${profil}, ${lien}`).toContain(pouvoir(quelquUn(profil, habilitations), vu));
  });

  test('la DITP peut tout, partout', () => {
    for (const { lien, vu } of cas()) expect(pouvoir(quelquUn('ditp'), vu), lien).toBe('M');
  });

  test('qui lit sans écrire lit la même chose que le plan soit actif ou archivé', () => {
    for (const profil of PROFILS)
      for (const { lien, diffusion, etat, vu } of cas())
        if (etat === 'actif')
          expect(pouvoir(quelquUn(profil), { ...vu, etat: 'archive' }), `${lien}, ${diffusion}`).toBe(
            pouvoir(quelquUn(profil), vu),
          );
  });
});

describe('ce que la table ne permet jamais d’une action déclinée', () => {
  const chacun = () =>
    PROFILS.flatMap((profil) =>
      [[], ...Object.values(HABILITATIONS).map((une) => [une])].flatMap((habilitations) =>
        Object.values(LIEUX).flatMap((tient) =>
          Object.values(PLANS_DECLINES).flatMap((vu) =>
            TERRITOIRES_DECLINES.map((territoire) => ({
              acteur: { ...quelquUn(profil, habilitations), ...tient },
              vu,
              territoire,
              habilitations,
            })),
          ),
        ),
      ),
    );

  test('qui ne lit pas le plan n’en lit aucun territoire, et décliner est modifier le plan', () => {
    for (const { acteur, vu, territoire } of chacun()) {
      const pouvoir = pouvoirSurDeclinaison(acteur, vu, territoire);
      expect(pouvoir, `${acteur.profil}, ${territoire}`).not.toBe('?');
      if (!peutLirePlan(acteur, vu).permis) expect(pouvoir, `${acteur.profil}, ${territoire}`).toBe('-');
      expect(pouvoir === 'D', `${acteur.profil}, ${territoire}`).toBe(peutModifierPlan(acteur, vu).permis);
    }
  });

  test('un territoire n’est lu ni dit par son voisin, ni dit par sa région, sans habilitation', () => {
    for (const { acteur, vu, territoire, habilitations } of chacun().filter(
      ({ acteur, vu }) => acteur.territoire !== 'FR' && vu.proprietaire !== 'service' && acteur.profil !== 'ditp',
    )) {
      if (habilitations.length > 0) continue;
      const pouvoir = pouvoirSurDeclinaison(acteur, vu, territoire);
      if (!acteur.territoires.includes(territoire)) expect(pouvoir, acteur.profil).toBe('-');
      else if (acteur.territoire !== territoire) expect(['-', 'L'], acteur.profil).toContain(pouvoir);
    }
  });

  test('présidence, Premier ministre, ministres, cabinets et administration centrale n’en disent rien, même habilités', () => {
    for (const { acteur, vu, territoire } of chacun().filter(({ acteur }) => neFontQueLire(acteur.profil)))
      expect(['-', 'L']).toContain(pouvoirSurDeclinaison(acteur, vu, territoire));
  });
});

describe('une habilitation ne donne que ce qu’elle dit', () => {
  const service = (habilitation: string) => quelquUn('service_deconcentre', [HABILITATIONS[habilitation] as never]);
  const ailleurs = plan({}, 'equipe', 'actif');
  const national = plan({ territoire: 'FR' }, 'equipe', 'actif');

  test('lire ne donne que lire, contribuer ne donne pas modifier', () => {
    expect(pouvoir(service('lire ce plan, pour D44'), ailleurs)).toBe('L');
    expect(pouvoir(service('contribuer à ce plan, pour D44'), ailleurs)).toBe('N');
    expect(pouvoir(service('modifier ce plan, pour D44'), ailleurs)).toBe('M');
  });

  test('un plan n’en ouvre pas un autre, un territoire pas un autre', () => {
    expect(pouvoir(service('lire un autre plan, pour D44'), ailleurs)).toBe('-');
    expect(pouvoir(service('modifier ce plan, pour D29'), ailleurs)).toBe('-');
    expect(pouvoir(service('modifier les plans de ce ministère, pour D29'), ailleurs)).toBe('-');
    expect(pouvoir(service('administrer les comptes de D44'), ailleurs)).toBe('-');
  });

  test('modifier un plan national demande une habilitation nationale ; celle d’un département ne donne que de le lire', () => {
    expect(pouvoir(service('modifier ce plan, pour D44'), national)).toBe('L');
    const contribution = service('contribuer à ce plan, pour D44');
    const deD44 = [{ organisation: 'd44-ddtm', territoire: 'D44' }];
    const deD29 = [{ organisation: 'd29-ddtm', territoire: 'D29' }];
    expect(peutNoterAction(contribution, national, deD44).permis).toBe(true);
    expect(peutNoterAction(contribution, national, deD29).permis).toBe(false);
  });

  test('le champ d’un ministère s’arrête au territoire et au ministère dits', () => {
    const champ = service('lire les plans de ce ministère, pour D44');
    expect(pouvoir(champ, ailleurs)).toBe('L');
    expect(pouvoir(champ, national)).toBe('-');
    expect(pouvoir(champ, plan({ ministere: 'tiers' }, 'equipe', 'actif'))).toBe('-');
  });
});
