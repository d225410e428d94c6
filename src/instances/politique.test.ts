import { expect, test } from 'vitest';
import { type Acteur, PROFILS, type Profil } from '#acces';
import {
  estDemandeeA,
  type InstanceVue,
  peutCreerInstance,
  peutLireDecision,
  peutLireInstance,
  peutTenirInstance,
  peutValiderReleve,
  porteeDeLaSuite,
} from './politique.ts';

const INSTANCE: InstanceVue = {
  id: 'instance',
  secretariat: 'bcam',
  presidence: 'sdate',
  territoire: 'FR',
  organisations: ['dnum', 'les-sgcd'],
  comptes: ['personne-invitee'],
};

const quelquUn = (profil: Profil, organisation: string, vu: Partial<Acteur> = {}): Acteur => ({
  compte: profil,
  personne: profil,
  nom: profil,
  genre: 'personne',
  portees: null,
  profil,
  organisation,
  organisationLibelle: organisation,
  organisations: [organisation],
  collectifs: [],
  ministere: null,
  territoire: 'FR',
  territoires: ['FR'],
  territoiresEnglobants: [],
  habilitations: [],
  ...vu,
});

/** `-` nothing, `L` reads, `T` keeps, `C` creates one there; `V` validates the relevé. */
function pouvoirs(acteur: Acteur): string {
  const lit = peutLireInstance(acteur, INSTANCE).permis ? 'L' : '-';
  const tient = peutTenirInstance(acteur, INSTANCE).permis ? 'T' : '';
  const valide = peutValiderReleve(acteur, INSTANCE).permis ? 'V' : '';
  const cree = peutCreerInstance(acteur, acteur.organisation, acteur.territoire).permis ? 'C' : '';
  return `${lit}${tient}${valide}${cree}`;
}

const PLACES: Readonly<Record<string, (profil: Profil) => Acteur>> = {
  secretariat: (profil) => quelquUn(profil, 'bcam'),
  presidence: (profil) => quelquUn(profil, 'sdate', { organisations: ['sdate', 'bcam'] }),
  'au-dessus': (profil) => quelquUn(profil, 'dmates', { organisations: ['dmates', 'sdate', 'bcam'] }),
  membre: (profil) => quelquUn(profil, 'dnum'),
  'reseau membre': (profil) =>
    quelquUn(profil, 'sgcd-29', {
      collectifs: ['les-sgcd'],
      territoire: 'D29',
      territoires: ['D29'],
      territoiresEnglobants: ['R53', 'FR'],
    }),
  invite: (profil) => quelquUn(profil, 'ailleurs', { personne: 'personne-invitee' }),
  ailleurs: (profil) => quelquUn(profil, 'ailleurs'),
};

test('les droits sur une instance, par profil et par place', () => {
  const lignes = PROFILS.map(
    (profil) =>
      `${profil}: ${Object.entries(PLACES)
        .map(([place, acteur]) => `${place} ${pouvoirs(acteur(profil))}`)
        .join(', ')}`,
  );
  expect(lignes).toMatchInlineSnapshot(`
    [
      "presidence: secretariat L, presidence LV, au-dessus L, membre L, reseau membre L, invite L, ailleurs -",
      "premier_ministre: secretariat L, presidence LV, au-dessus L, membre L, reseau membre L, invite L, ailleurs -",
      "cabinet: secretariat L, presidence LV, au-dessus L, membre L, reseau membre L, invite L, ailleurs -",
      "administration_centrale: secretariat L, presidence LV, au-dessus L, membre L, reseau membre L, invite L, ailleurs -",
      "responsable_de_plan: secretariat LTC, presidence LTVC, au-dessus LTVC, membre LC, reseau membre LC, invite LC, ailleurs -C",
      "pilote: secretariat LT, presidence LTV, au-dessus LTV, membre L, reseau membre L, invite L, ailleurs -",
      "chef_de_projet: secretariat LTC, presidence LTVC, au-dessus LTVC, membre LC, reseau membre LC, invite LC, ailleurs -C",
      "ditp: secretariat LTC, presidence LTVC, au-dessus LTVC, membre LTC, reseau membre LTC, invite LTC, ailleurs LTC",
      "prefet_region: secretariat LTC, presidence LTVC, au-dessus LTVC, membre LC, reseau membre LC, invite LC, ailleurs -C",
      "prefet_departement: secretariat LTC, presidence LTVC, au-dessus LTVC, membre LC, reseau membre LC, invite LC, ailleurs -C",
      "service_deconcentre: secretariat LT, presidence LTV, au-dessus LTV, membre L, reseau membre L, invite L, ailleurs -",
    ]
  `);
});

test('une décision se lit aussi par les services qu’elle nomme, qui seuls, avec le secrétariat, en disent la suite', () => {
  // `L` reads, `D` says it of the whole decision, `S` of one's own service.
  const places = Object.entries(PLACES).map(([place, acteur]) => {
    const lui = acteur('pilote');
    const droits = (responsables: readonly string[]) => {
      const portee = porteeDeLaSuite(lui, INSTANCE, responsables);
      const lit = peutLireDecision(lui, INSTANCE, responsables).permis ? 'L' : '-';
      return `${lit}${portee === null ? '' : portee === 'decision' ? 'D' : 'S'}`;
    };
    return `${place} ${droits(['ailleurs'])} ${droits(['les-sgcd', 'dnum'])}`;
  });
  expect(places).toEqual([
    'secretariat LD LD',
    'presidence LD LD',
    'au-dessus LD LD',
    'membre L LD',
    'reseau membre L LS',
    'invite LD L',
    'ailleurs LD -',
  ]);
  const lecteur = quelquUn('cabinet', 'ailleurs');
  expect(peutLireDecision(lecteur, INSTANCE, ['ailleurs']).permis).toBe(true);
  expect(porteeDeLaSuite(lecteur, INSTANCE, ['ailleurs'])).toBeNull();
});

test('« les SGC-D » d’un comité de Bretagne ne sont pas ceux de la Réunion', () => {
  const bretonne = { ...INSTANCE, territoire: 'R53' };
  const sgcd = (territoire: string, englobants: readonly string[]) =>
    quelquUn('service_deconcentre', `sgcd-${territoire}`, {
      collectifs: ['les-sgcd'],
      territoire,
      territoires: [territoire],
      territoiresEnglobants: englobants,
    });
  expect(peutLireInstance(sgcd('D29', ['R53', 'FR']), bretonne).permis).toBe(true);
  expect(peutLireInstance(sgcd('D974', ['R04', 'FR']), bretonne).permis).toBe(false);
  expect(estDemandeeA(sgcd('D29', ['R53', 'FR']), bretonne, ['les-sgcd'])).toBe(true);
  expect(estDemandeeA(sgcd('D974', ['R04', 'FR']), bretonne, ['les-sgcd'])).toBe(false);
});
