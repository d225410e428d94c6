import type { EtatFiltre, MailleDeDeclinaison } from '../../regles/deploiement.ts';
import { LIBELLES_DE_STATUT } from '../../regles/statuts.ts';

/** One territory of this level, several. */
export function nomsDeLaMaille(maille: MailleDeDeclinaison | null): readonly [string, string] {
  return maille === 'regional' ? ['région', 'régions'] : ['département', 'départements'];
}

/** What the map shows. */
export const CARTES = ['taux', 'statut', 'nouvelle'] as const;
export type CarteDeDeploiement = (typeof CARTES)[number];

export const LIBELLES_D_ETAT: Readonly<Record<EtatFiltre, string>> = {
  ...LIBELLES_DE_STATUT,
  non_declare: 'Statut non déclaré',
  sans_nouvelle: 'Sans aucune nouvelle',
  trente_jours: 'Rien depuis 30 jours ou plus',
  silencieuse: 'Silencieuse, selon le plan',
};
