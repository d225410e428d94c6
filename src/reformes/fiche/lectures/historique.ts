import type { Acteur } from '#acces';
import { type ActeSur, type EvenementLu, lireEvenements } from '#journal';
import { nommerDansLesPlans } from '#plans';
import type { Base } from '#socle/base';

export type EvenementDeReforme = EvenementLu<ActeSur<'reforme'>> & {
  readonly auteurNom: string;
  /** The plan it is about, when this person reads it. */
  readonly plan: { readonly libelle: string; readonly href: string | null } | null;
};

/** What happened to a reform as a whole, and in these territories, the latest first. */
export async function historiqueDeLaReforme(
  base: Base,
  acteur: Acteur,
  reforme: string,
  etendue: { readonly limite: number; readonly saut: number; readonly territoires: readonly string[] },
): Promise<EvenementDeReforme[]> {
  const evenements = await lireEvenements(base, [{ type: 'reforme', ids: [reforme] }], etendue);
  const auteurs = [...new Set(evenements.flatMap(({ auteur }) => auteur ?? []))];
  const [signataires, plans] = await Promise.all([
    auteurs.length === 0
      ? []
      : base.selectFrom('signataire').select(['id', 'nom']).where('id', 'in', auteurs).execute(),
    nommerDansLesPlans(
      base,
      acteur,
      'plan',
      evenements.flatMap((evenement) => planDe(evenement) ?? []),
    ),
  ]);
  const noms = new Map(signataires.map(({ id, nom }) => [id, nom]));
  return evenements.map((evenement) => ({
    ...evenement,
    auteurNom: (evenement.auteur && noms.get(evenement.auteur)) ?? 'Jalon',
    plan: plans.get(planDe(evenement) ?? '') ?? null,
  }));
}

function planDe(evenement: EvenementLu<ActeSur<'reforme'>>): string | null {
  return evenement.acte === 'reforme.lier' || evenement.acte === 'reforme.delier' ? evenement.charge.plan : null;
}
