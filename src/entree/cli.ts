import { ErreurDeDemarrage } from '#socle';
import { AIDE, COMMANDES } from './commandes/index.ts';

/** Runs `jalon …`: finds the command, lets it work, and turns what went wrong into a sentence and an exit code. */
export async function executer(mots: readonly string[]): Promise<void> {
  const [nom, ...suite] = mots;
  if (nom === undefined || nom === '--help' || nom === '-h' || nom === 'aide') {
    process.stdout.write(AIDE);
    return;
  }
  const commande = COMMANDES.find((connue) => connue.nom === nom);
  if (!commande) {
    process.stderr.write(`« ${nom} » n’est pas une commande de Jalon.\n\n${AIDE}`);
    process.exitCode = 2;
    return;
  }
  if (suite.includes('--help') || suite.includes('-h')) {
    process.stdout.write(commande.aide);
    return;
  }
  try {
    await commande.executer(suite);
  } catch (erreur) {
    if (erreur instanceof ErreurDeDemarrage) process.stderr.write(`\n${erreur.message}\n`);
    else if (estErreurDeMots(erreur))
      process.stderr.write(`Option non comprise : ${erreur.message}\n\n${commande.aide}`);
    else process.stderr.write(`\nErreur inattendue : ${erreur instanceof Error ? erreur.stack : String(erreur)}\n`);
    process.exitCode = erreur instanceof ErreurDeDemarrage ? 1 : 2;
  }
}

function estErreurDeMots(erreur: unknown): erreur is Error {
  return erreur instanceof Error && 'code' in erreur && String(erreur.code).startsWith('ERR_PARSE_ARGS');
}
