import type { Page } from '@playwright/test';
import type { Monde } from '../essai.ts';

/** A page in a state worth looking at. */
export type Cas = {
  readonly titre: string;
  /** Its address as `src/entree/carte.ts` writes it. */
  readonly route: string;
  /** Who looks; null: nobody signed in. */
  readonly persona: string | null;
  readonly aller: string | ((page: Page, monde: Monde) => Promise<unknown>);
  readonly statut?: number;
  /** Also looked at in the dark theme. */
  readonly sombre?: boolean;
};
