import type { SegmentDeFrise } from '#interface';
import type { ActionPresentee } from '../presentation.ts';

/** The deadlines of an action as bars: the present ones, and as a ghost what was promised before a report. */
export function segmentsDAction(action: ActionPresentee): SegmentDeFrise[] {
  return action.engagements.flatMap((engagement) => {
    const segments: SegmentDeFrise[] = [];
    const nom = engagement.libelle === null ? '' : `${engagement.libelle} : `;
    if (engagement.initial !== null && (engagement.initial.debut !== null || engagement.initial.fin !== null)) {
      const { debut, fin, texte } = engagement.initial;
      segments.push({
        debut,
        fin,
        genre: 'engagement_initial',
        ton: 'neutre',
        titre: `${nom}engagement initial, ${texte}`,
      });
    }
    const { debut, fin } = engagement;
    if (debut !== null || fin !== null) {
      const genre =
        debut === null
          ? 'ouvert_a_gauche'
          : fin === null
            ? 'ouvert_a_droite'
            : debut === fin
              ? 'instant'
              : 'engagement';
      segments.push({ debut, fin, genre, ton: action.etat.ton, titre: `${nom}${engagement.texte || engagement.sens}` });
    }
    return segments;
  });
}
