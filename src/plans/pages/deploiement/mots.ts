import type { EtatFiltre, MailleDeDeclinaison } from '../../regles/deploiement.ts';
import { LIBELLES_DE_STATUT } from '../../regles/statuts.ts';

/** One territory of this level, several. */
export function nomsDeLaMaille(maille: MailleDeDeclinaison | null): readonly [string, string] {
  return maille === 'regional' ? ['région', 'régions'] : ['département', 'départements'];
}

export const LIBELLES_D_ETAT: Readonly<Record<EtatFiltre, string>> = {
  ...LIBELLES_DE_STATUT,
  non_declare: 'Statut non déclaré',
  sans_nouvelle: 'Sans aucune nouvelle',
  silencieuse: 'Silencieuse',
};
