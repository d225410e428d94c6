/** A start that cannot succeed as things are: the message is for the person at the terminal, and says what to do. */
export class ErreurDeDemarrage extends Error {
  override readonly name = 'ErreurDeDemarrage';
}

/** Code of a Node or PostgreSQL error (`EADDRINUSE`, `23505`…), or null. */
export function codeDErreur(erreur: unknown): string | null {
  const code = typeof erreur === 'object' && erreur !== null && 'code' in erreur ? erreur.code : null;
  return typeof code === 'string' ? code : null;
}
