import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Acteur, DROITS, type HabilitationEnVigueur, neFontQueLire, PROFILS } from '#acces';
import { type PlanVu, peutLirePlan, peutModifierPlan, peutNoterAction } from '../politique.ts';
import { porteSurChamp, porteSurPlan } from './habilitables.ts';

const FRANCE = ['FR', 'R53', 'D29', 'D22', 'R52', 'D44'];
const LIEUX: Readonly<Record<string, Pick<Acteur, 'territoires' | 'territoiresEnglobants'>>> = {
  FR: { territoires: FRANCE, territoiresEnglobants: [] },
  R53: { territoires: ['R53', 'D29', 'D22'], territoiresEnglobants: ['FR'] },
  D29: { territoires: ['D29'], territoiresEnglobants: ['R53', 'FR'] },
  D44: { territoires: ['D44'], territoiresEnglobants: ['R52', 'FR'] },
};
const lieux = fc.constantFrom('FR', 'R53', 'D29', 'D44');
const droits = fc.constantFrom('lire' as const, 'contribuer' as const, 'modifier' as const);

const habilitations: fc.Arbitrary<HabilitationEnVigueur> = fc
  .tuple(fc.constantFrom(...DROITS), fc.constantFrom('plan', 'autre', 'mi', 'mtect'), lieux)
  .map(([droit, cible, lieu]) => ({
    droit,
    ...(droit === 'administrer'
      ? { objet: 'comptes' as const, id: null }
      : { objet: cible.startsWith('m') ? ('champ' as const) : ('plan' as const), id: cible }),
    territoires: LIEUX[lieu]?.territoires ?? [],
    territoiresEnglobants: LIEUX[lieu]?.territoiresEnglobants ?? [],
  }));

const plans: fc.Arbitrary<PlanVu> = fc.record({
  id: fc.constantFrom('plan', 'autre'),
  proprietaire: fc.constantFrom('service', 'ailleurs'),
  ministere: fc.constantFrom('mi', 'mtect', null),
  territoire: fc.constantFrom(...FRANCE),
  diffusion: fc.constantFrom('equipe' as const, 'administration' as const),
  etat: fc.constantFrom('brouillon' as const, 'actif' as const, 'archive' as const),
  organisationsCitees: fc.subarray(['service', 'ailleurs', 'collectif']),
});

const donneurs: fc.Arbitrary<Acteur> = fc
  .record({
    profil: fc.constantFrom(...PROFILS),
    lieu: lieux,
    habilitations: fc.array(habilitations, { maxLength: 2 }),
  })
  .map(({ profil, lieu, habilitations: siennes }) => quelquUn(profil, 'service', lieu, siennes));

function quelquUn(
  profil: Acteur['profil'],
  service: string,
  lieu: string,
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
    territoire: lieu,
    territoires: LIEUX[lieu]?.territoires ?? [],
    territoiresEnglobants: LIEUX[lieu]?.territoiresEnglobants ?? [],
    habilitations: siennes,
  };
}

/** Everything this person can do in this plan, giving news of an action of any service of any place included. */
function pouvoirs(acteur: Acteur, plan: PlanVu): string[] {
  if (!peutLirePlan(acteur, plan).permis) return [];
  const nouvelles = FRANCE.filter(
    (territoire) => peutNoterAction(acteur, plan, [{ organisation: 'un-autre-service', territoire }]).permis,
  );
  return [
    'lire',
    ...nouvelles.map((territoire) => `nouvelles ${territoire}`),
    ...(peutModifierPlan(acteur, plan).permis ? ['modifier'] : []),
  ];
}

/** Someone of an overseas service nothing ties to these plans: whatever they can do comes from the grant. */
function habilite(habilitation: HabilitationEnVigueur): Acteur {
  return { ...quelquUn('pilote', 'loin', 'D29', [habilitation]), territoires: ['D974'], territoiresEnglobants: [] };
}

describe('personne ne donne plus qu’il n’a', () => {
  test('sur un plan', () => {
    fc.assert(
      fc.property(donneurs, plans, droits, lieux, (donneur, plan, droit, lieu) => {
        fc.pre(porteSurPlan(donneur, plan, droit, lieu));
        const donnee = { droit, objet: 'plan', id: plan.id, ...LIEUX[lieu] } as HabilitationEnVigueur;
        for (const pouvoir of pouvoirs(habilite(donnee), plan)) expect(pouvoirs(donneur, plan)).toContain(pouvoir);
      }),
      { numRuns: 4_000 },
    );
  });

  test('sur tous les plans d’un ministère, quel que soit le plan', () => {
    fc.assert(
      fc.property(donneurs, plans, droits, lieux, (donneur, plan, droit, lieu) => {
        fc.pre(plan.ministere !== null && porteSurChamp(donneur, plan.ministere, droit, lieu));
        const donnee = { droit, objet: 'champ', id: plan.ministere, ...LIEUX[lieu] } as HabilitationEnVigueur;
        for (const pouvoir of pouvoirs(habilite(donnee), plan)) expect(pouvoirs(donneur, plan)).toContain(pouvoir);
      }),
      { numRuns: 4_000 },
    );
  });

  test('qui ne fait que lire ne donne jamais d’écrire', () => {
    fc.assert(
      fc.property(donneurs, plans, lieux, (donneur, plan, lieu) => {
        fc.pre(neFontQueLire(donneur.profil));
        expect(porteSurPlan(donneur, plan, 'contribuer', lieu) || porteSurPlan(donneur, plan, 'modifier', lieu)).toBe(
          false,
        );
      }),
    );
  });
});

test('l’administratrice du Finistère donne de lire les plans de son territoire et ceux qui le touchent, pas ceux d’à côté', () => {
  const prefet = quelquUn('prefet_departement', 'd29-prefecture', 'D29', []);
  const plan = (retouche: Partial<PlanVu>): PlanVu => ({
    id: 'plan',
    proprietaire: 'ailleurs',
    ministere: null,
    territoire: 'D29',
    diffusion: 'equipe',
    etat: 'actif',
    organisationsCitees: [],
    ...retouche,
  });
  expect(porteSurPlan(prefet, plan({}), 'lire', 'D29')).toBe(true);
  expect(porteSurPlan(prefet, plan({ territoire: 'FR', diffusion: 'administration' }), 'lire', 'D29')).toBe(true);
  expect(porteSurPlan(prefet, plan({ territoire: 'D44' }), 'lire', 'D29')).toBe(false);
  expect(porteSurPlan(prefet, plan({ proprietaire: 'd29-prefecture' }), 'modifier', 'D29')).toBe(true);
  expect(porteSurChamp(prefet, 'mi', 'lire', 'D29')).toBe(true);
  expect(porteSurChamp(prefet, 'mi', 'lire', 'R53')).toBe(false);
  expect(porteSurChamp(prefet, 'mi', 'modifier', 'D29')).toBe(false);
});
