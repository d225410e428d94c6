import type { ReactNode } from 'react';
import type { Ton } from '../elements/etiquette.tsx';

export type GenreDeSegment = 'engagement' | 'engagement_initial' | 'ouvert_a_droite' | 'ouvert_a_gauche' | 'instant';

export type SegmentDeFrise = {
  /** `AAAA-MM-JJ`, inclusive; null when the words do not give it. */
  readonly debut: string | null;
  readonly fin: string | null;
  readonly genre: GenreDeSegment;
  readonly ton: Ton;
  /** The segment in words: « au plus tard fin 2021 », « engagement initial : 1er semestre 2022 ». */
  readonly titre: string;
};

export type LigneDeFrise = {
  readonly cle: string;
  readonly libelle: string;
  /** Shown before the label: the code of the action. */
  readonly code?: string;
  readonly href: string | null;
  /** Heading under which consecutive rows stand together: the axe. */
  readonly groupe?: string;
  readonly segments: readonly SegmentDeFrise[];
  /** A state, at the end of the row. */
  readonly detail?: ReactNode;
};
