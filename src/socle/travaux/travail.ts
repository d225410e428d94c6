import type { Services } from '../services.ts';

/** Something done without anyone waiting for it. */
export type Travail = {
  /** `piece.verbe`, stable: it names its queue in the database. */
  readonly nom: string;
  /** Cron expression, in Paris time; without it, only when asked for. */
  readonly quand?: string;
  /** Also when a program starts: what another left when it died is taken up at once, not at its next hour. */
  readonly auDemarrage?: boolean;
  /** Done again after a failure: doing it twice must be as doing it once. Ends soon once `arret` is asked. */
  executer(services: Services, arret: AbortSignal): Promise<unknown>;
};

/** How long one kind of data is kept, and why; shown as it is to whoever asks. */
export type Conservation = {
  readonly donnee: string;
  readonly duree: string;
  readonly raison: string;
  /** Removes what is older; gives how many rows. */
  purger(services: Services): Promise<number>;
};
