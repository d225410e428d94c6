import { type Acteur, LIBELLES_DE_PROFIL, PROFILS, type Profil } from '#acces';
import { peutCreerInstance } from '#instances';
import { type PlanVu, peutCreerPlan, peutLirePlan, peutModifierPlan, peutNoterAction } from '#plans';

/** What a profile reads and does: asked of the policies themselves, so that the help says what the server decides. */
export type DroitsDeProfil = {
  readonly profil: Profil;
  readonly libelle: string;
  readonly lit: readonly string[];
  readonly ecrit: readonly string[];
};

export function droitsParProfil(): readonly DroitsDeProfil[] {
  return PROFILS.map((profil) => {
    const acteur = quelquUn(profil);
    return { profil, libelle: LIBELLES_DE_PROFIL[profil], lit: ceQuIlLit(acteur), ecrit: ceQuIlEcrit(acteur) };
  });
}

function ceQuIlLit(acteur: Acteur): string[] {
  const lit = (plan: Partial<PlanVu>) => peutLirePlan(acteur, { ...PLAN_D_AILLEURS, ...plan }).permis;
  if (lit({ etat: 'brouillon' })) return ['tous les plans, brouillons compris'];
  const nomme = lit({ organisationsCitees: [SERVICE] });
  const partage = lit({ diffusion: 'administration', territoire: 'FR' });
  if (lit({})) return ['tous les plans, sauf les brouillons'];
  return [
    ...(lit({ proprietaire: SERVICE, etat: 'brouillon' })
      ? ['ceux de son service, brouillons compris']
      : lit({ proprietaire: SERVICE })
        ? ['ceux de son service']
        : []),
    ...(lit({ ministere: MINISTERE }) ? ['ceux de son ministère'] : []),
    ...(lit({ territoire: TERRITOIRE }) ? ['ceux de son territoire'] : []),
    ...(nomme ? ['ceux qui nomment son service'] : []),
    ...(partage ? ['ceux ouverts à toute l’administration'] : []),
  ];
}

function ceQuIlEcrit(acteur: Acteur): string[] {
  const sien = { ...PLAN_D_AILLEURS, proprietaire: SERVICE };
  if (peutModifierPlan(acteur, PLAN_D_AILLEURS).permis) return ['tous les plans et toutes leurs actions'];
  return [
    ...(peutCreerPlan(acteur, SERVICE, TERRITOIRE).permis ? ['crée et importe les plans de son service'] : []),
    ...(peutModifierPlan(acteur, sien).permis ? ['modifie ces plans, reporte leurs échéances'] : []),
    ...(peutNoterAction(acteur, PLAN_D_AILLEURS, [{ organisation: SERVICE, territoire: TERRITOIRE }]).permis
      ? ['donne des nouvelles des actions que son service porte']
      : []),
    ...(peutCreerInstance(acteur, SERVICE, TERRITOIRE).permis
      ? ['crée les instances dont son service tient le secrétariat']
      : []),
  ];
}

const SERVICE = 'service';
const MINISTERE = 'ministere';
const TERRITOIRE = 'D29';

/** A published plan that nothing ties to the actor below. */
const PLAN_D_AILLEURS: PlanVu = {
  id: 'plan',
  proprietaire: 'autre-service',
  ministere: 'autre-ministere',
  territoire: 'D44',
  diffusion: 'equipe',
  etat: 'actif',
  organisationsCitees: [],
};

function quelquUn(profil: Profil): Acteur {
  return {
    compte: profil,
    personne: profil,
    genre: 'personne',
    portees: null,
    habilitations: [],
    nom: LIBELLES_DE_PROFIL[profil],
    profil,
    organisation: SERVICE,
    organisationLibelle: SERVICE,
    organisations: [SERVICE],
    collectifs: [],
    ministere: MINISTERE,
    territoire: TERRITOIRE,
    territoires: [TERRITOIRE],
    territoiresEnglobants: ['R53', 'FR'],
  };
}
