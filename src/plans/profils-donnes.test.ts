import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Acteur, PROFILS, PROFILS_DONNES, type Profil } from '#acces';
import { type PlanVu, peutCreerPlan, peutLirePlan, peutModifierPlan, peutNoterAction } from './politique.ts';

const SERVICES = ['service', 'autre-service'];
const TERRITOIRES = ['FR', 'R53', 'D29', 'D44'];

const plans: fc.Arbitrary<PlanVu> = fc.record({
  id: fc.constant('plan'),
  proprietaire: fc.constantFrom(...SERVICES),
  ministere: fc.constantFrom('ministere', 'autre-ministere', null),
  territoire: fc.constantFrom(...TERRITOIRES),
  diffusion: fc.constantFrom('equipe' as const, 'administration' as const),
  etat: fc.constantFrom('brouillon' as const, 'actif' as const, 'archive' as const),
  organisationsCitees: fc.subarray([...SERVICES, 'collectif']),
});

const lieux = fc.constantFrom(
  { territoire: 'FR', territoires: ['FR', 'R53', 'D29', 'D44'], territoiresEnglobants: [] },
  { territoire: 'R53', territoires: ['R53', 'D29'], territoiresEnglobants: ['FR'] },
  { territoire: 'D29', territoires: ['D29'], territoiresEnglobants: ['R53', 'FR'] },
);

/** Everything this person can do with this plan. */
function pouvoirs(acteur: Acteur, plan: PlanVu): string[] {
  const pilotes = plan.organisationsCitees.map((organisation) => ({ organisation, territoire: plan.territoire }));
  return [
    ['lire', peutLirePlan(acteur, plan)] as const,
    ['modifier', peutModifierPlan(acteur, plan)] as const,
    ['noter', peutNoterAction(acteur, plan, pilotes)] as const,
    ['créer', peutCreerPlan(acteur, plan.proprietaire, plan.territoire)] as const,
  ].flatMap(([verbe, { permis }]) => (permis ? [verbe] : []));
}

test('dans le même service et le même territoire, un profil donné ne peut rien que le donneur ne puisse', () => {
  fc.assert(
    fc.property(plans, lieux, fc.constantFrom(...PROFILS), (plan, lieu, donneur) => {
      const quelquUn = (profil: Profil): Acteur => ({
        compte: 'x',
        personne: 'x',
        nom: 'x',
        genre: 'personne',
        portees: null,
        profil,
        organisation: 'service',
        organisationLibelle: 'Service',
        organisations: ['service'],
        collectifs: ['collectif'],
        ministere: 'ministere',
        habilitations: [],
        ...lieu,
      });
      const siens = pouvoirs(quelquUn(donneur), plan);
      for (const donne of PROFILS_DONNES[donneur]) {
        for (const pouvoir of pouvoirs(quelquUn(donne), plan))
          expect(siens, `${donneur} → ${donne}`).toContain(pouvoir);
      }
    }),
    { numRuns: 2_000 },
  );
});
