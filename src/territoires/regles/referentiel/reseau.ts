import type { Genre } from '../organisation.ts';
import type { Territoire } from '../territoires.ts';

/** One kind of service present on many territories, and where. */
export type Reseau = {
  /** End of the identifiers: `d29-ddtm`. Collectives name their members by it. */
  readonly famille: string;
  readonly genre: Genre;
  readonly sigle: string | null;
  /** Name without its territory: « Direction départementale des territoires ». */
  readonly generique: string;
  /** Former names, then other names, separated by « | ». */
  readonly anciens?: string;
  readonly autres?: string;
  /**
   * Family of the parent on the same territory (`region:` before it: on the région), or identifier of a national service
   * (with `national`). Null for a préfecture: it stands for the whole government, not for one ministry.
   */
  readonly parent: string | null;
  readonly national?: true;
  /** INSEE codes where it exists. */
  readonly ou: (insee: string) => boolean;
  /** Official name where it is not « generique + of the territory ». */
  readonly nom?: (territoire: Territoire) => string;
};
