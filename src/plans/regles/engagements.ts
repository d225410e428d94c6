import type { Echeance } from '#echeances';

/** A commitment as a document tells it: its present deadline, and the one first promised when the words give both. */
export type EngagementEcrit<E> = { readonly initiale: E | null; readonly actuelle: E };

type Libelle = Pick<Echeance, 'libelle'>;

/**
 * « 31 décembre 2024 (reporté au 30 juin 2025) » is read as two deadlines; here they become one commitment that was put
 * off, so that the report is counted and the first promise stays visible. Any other deadline is a commitment of its own.
 */
export function regrouperLesReports<E extends Libelle>(echeances: readonly E[]): EngagementEcrit<E>[] {
  const engagements: EngagementEcrit<E>[] = [];
  for (const [i, echeance] of echeances.entries()) {
    const suivante = echeances[i + 1];
    const precedente = echeances[i - 1];
    if (precedente && estUnReport(precedente, echeance)) continue;
    if (suivante && estUnReport(echeance, suivante)) {
      engagements.push({ initiale: { ...echeance, libelle: null }, actuelle: { ...suivante, libelle: null } });
    } else {
      engagements.push({ initiale: null, actuelle: echeance });
    }
  }
  return engagements;
}

function estUnReport(premiere: Libelle, seconde: Libelle): boolean {
  return premiere.libelle === 'engagement initial' && seconde.libelle === 'report';
}
