import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Acteur, DROITS, type HabilitationEnVigueur, neFontQueLire, PROFILS } from '#acces';
import { TERRITOIRES } from '#territoires';
import { peutAnalyser, peutDeclarerMeteo, peutLireReforme, peutTenirReforme, type ReformeVue } from '../politique.ts';
import { porteSurReforme, porteSurReformesDuChamp } from './habilitables.ts';

type Lieu = Pick<Acteur, 'territoires' | 'territoiresEnglobants'>;

/** A territory with those it contains and those around it. */
function lieu(code: string): Lieu {
  const sous = (racine: string): string[] => [
    racine,
    ...TERRITOIRES.filter(({ parent }) => parent === racine).flatMap((un) => sous(un.code)),
  ];
  const sur = (depart: string): string[] => {
    const parent = TERRITOIRES.find((un) => un.code === depart)?.parent ?? null;
    return parent === null ? [] : [parent, ...sur(parent)];
  };
  return { territoires: sous(code), territoiresEnglobants: sur(code) };
}

const lieux = fc.constantFrom('FR', 'R53', 'D29', 'D44', 'R52');
const droits = fc.constantFrom('lire' as const, 'contribuer' as const, 'modifier' as const);

const habilitations: fc.Arbitrary<HabilitationEnVigueur> = fc
  .tuple(fc.constantFrom(...DROITS), fc.constantFrom('reforme', 'autre', 'mi', 'mtect'), lieux)
  .map(([droit, cible, ou]) => ({
    droit,
    ...(droit === 'administrer'
      ? { objet: 'comptes' as const, id: null }
      : { objet: cible.startsWith('m') ? ('champ' as const) : ('reforme' as const), id: cible }),
    ...lieu(ou),
  }));

const reformes: fc.Arbitrary<ReformeVue> = fc.record({
  id: fc.constantFrom('reforme', 'autre'),
  ministere: fc.constantFrom('mi', 'mtect', null),
  equipe: fc.constantFrom('service', 'ailleurs'),
  services: fc.subarray(['service', 'collectif', 'ailleurs']),
  mailles: fc.subarray(['national' as const, 'regional' as const, 'departemental' as const], { minLength: 1 }),
  etat: fc.constantFrom('brouillon' as const, 'active' as const, 'archivee' as const),
});

const donneurs: fc.Arbitrary<Acteur> = fc
  .record({
    profil: fc.constantFrom(...PROFILS),
    ou: lieux,
    siennes: fc.array(habilitations, { maxLength: 2 }),
  })
  .map(({ profil, ou, siennes }) => quelquUn(profil, 'service', ou, siennes));

function quelquUn(
  profil: Acteur['profil'],
  service: string,
  ou: string,
  siennes: readonly HabilitationEnVigueur[],
): Acteur {
  return {
    compte: service,
    personne: service,
    nom: service,
    genre: 'personne',
    portees: null,
    profil,
    organisation: service,
    organisationLibelle: service,
    organisations: [service],
    collectifs: service === 'service' ? ['collectif'] : [],
    ministere: service === 'service' ? 'mi' : null,
    territoire: ou,
    ...lieu(ou),
    habilitations: siennes,
  };
}

/** Everything this person can do with this reform, in every territory of the two régions and in the country. */
function pouvoirs(acteur: Acteur, reforme: ReformeVue): ReadonlySet<string> {
  const dits = new Set<string>();
  for (const code of ['FR', 'R53', 'D22', 'D29', 'D35', 'R52', 'D44', 'D72', 'R11', 'D75']) {
    if (peutLireReforme(acteur, reforme, code).permis) dits.add(`lire ${code}`);
    if (peutAnalyser(acteur, reforme, code).permis) dits.add(`analyser ${code}`);
    if (peutDeclarerMeteo(acteur, reforme, code).permis) dits.add(`déclarer ${code}`);
  }
  if (peutTenirReforme(acteur, reforme).permis) dits.add('tenir');
  return dits;
}

/** Someone of an overseas service nothing ties to these reforms: whatever they can do comes from the grant. */
const habilite = (donnee: HabilitationEnVigueur): Acteur => quelquUn('pilote', 'loin', 'D974', [donnee]);

const deTrop = (donnee: HabilitationEnVigueur, donneur: Acteur, reforme: ReformeVue): readonly string[] => {
  const siens = pouvoirs(donneur, reforme);
  return [...pouvoirs(habilite(donnee), reforme)].filter((pouvoir) => !siens.has(pouvoir));
};

describe('personne ne donne plus qu’il n’a', () => {
  test('sur une réforme, dans aucun des territoires que l’habilitation contient', () => {
    fc.assert(
      fc.property(donneurs, reformes, droits, lieux, (donneur, reforme, droit, ou) => {
        fc.pre(porteSurReforme(donneur, reforme, droit, ou));
        expect(deTrop({ droit, objet: 'reforme', id: reforme.id, ...lieu(ou) }, donneur, reforme)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test('sur toutes les réformes d’un ministère suivies partout, quelle que soit la réforme', () => {
    fc.assert(
      fc.property(donneurs, reformes, droits, lieux, (donneur, vue, droit, ou) => {
        const reforme: ReformeVue = { ...vue, mailles: ['national', 'regional', 'departemental'], etat: 'active' };
        fc.pre(reforme.ministere !== null && porteSurReformesDuChamp(donneur, reforme.ministere, droit, ou));
        expect(deTrop({ droit, objet: 'champ', id: reforme.ministere, ...lieu(ou) }, donneur, reforme)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test('qui ne fait que lire ne donne jamais d’écrire', () => {
    fc.assert(
      fc.property(donneurs, reformes, lieux, (donneur, reforme, ou) => {
        fc.pre(neFontQueLire(donneur.profil));
        expect(porteSurReforme(donneur, reforme, 'contribuer', ou)).toBe(false);
        expect(porteSurReforme(donneur, reforme, 'modifier', ou)).toBe(false);
      }),
    );
  });
});

test('le préfet de région donne de lire dans sa région, et d’y déclarer à personne : ce serait aussi pour ses départements', () => {
  const reforme: ReformeVue = {
    id: 'reforme',
    ministere: null,
    equipe: 'ailleurs',
    services: [],
    mailles: ['national', 'regional', 'departemental'],
    etat: 'active',
  };
  const region = quelquUn('prefet_region', 'r53-sgar', 'R53', []);
  expect(porteSurReforme(region, reforme, 'lire', 'R53')).toBe(true);
  expect(porteSurReforme(region, reforme, 'lire', 'D29')).toBe(true);
  expect(porteSurReforme(region, reforme, 'lire', 'FR')).toBe(false);
  expect(porteSurReforme(region, reforme, 'contribuer', 'R53')).toBe(false);
  expect(porteSurReforme(region, { ...reforme, mailles: ['regional'] }, 'contribuer', 'R53')).toBe(true);
  const equipe = quelquUn('chef_de_projet', 'ailleurs', 'FR', []);
  expect(porteSurReforme(equipe, reforme, 'lire', 'FR')).toBe(true);
  expect(porteSurReforme(equipe, reforme, 'modifier', 'FR')).toBe(false);
  expect(porteSurReforme(quelquUn('ditp', 'ditp', 'FR', []), reforme, 'modifier', 'FR')).toBe(true);
});
