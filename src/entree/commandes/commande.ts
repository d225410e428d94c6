/** One word of the command line. */
export type Commande = {
  readonly nom: string;
  /** One line for the general help. */
  readonly resume: string;
  /** Full help of the command, in French. */
  readonly aide: string;
  executer(mots: readonly string[]): Promise<void>;
};
