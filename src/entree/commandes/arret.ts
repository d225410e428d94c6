/**
 * The request to stop (Ctrl-C, or the signal of a supervisor), heard from the first moment on: what is under way ends
 * properly and the database is stopped. A second Ctrl-C does not wait.
 */
export function ecouterLArret(auPremierMot: () => void): AbortSignal {
  const controleur = new AbortController();
  const arreter = () => {
    if (controleur.signal.aborted) return;
    auPremierMot();
    controleur.abort();
  };
  process.once('SIGINT', arreter);
  process.once('SIGTERM', arreter);
  return controleur.signal;
}
