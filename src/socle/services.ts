import type { Base } from './base/index.ts';
import type { Configuration } from './configuration.ts';
import type { Horloge } from './horloge.ts';
import type { Alea, Ids } from './ids.ts';

/** What the rooms are given to work with; made once in `entree/`, replaced at will by tests. */
export type Services = {
  readonly base: Base;
  readonly horloge: Horloge;
  readonly ids: Ids;
  readonly alea: Alea;
  readonly configuration: Configuration;
};
