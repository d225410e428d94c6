import { codeDErreur } from '../erreur.ts';

/**
 * One line for the administrator about what failed out of sight: what, which kind of error, where in the code. Never its
 * message, which may hold what someone typed.
 */
export function signalerEchec(travail: string, erreur: unknown): void {
  const { name, stack } = erreur instanceof Error ? erreur : { name: typeof erreur, stack: undefined };
  const pile = stack?.split('\n').filter((ligne) => /^\s+at /.test(ligne));
  process.stderr.write(
    `${JSON.stringify({ niveau: 'erreur', travail, erreur: name, code: codeDErreur(erreur), pile: pile?.map((ligne) => ligne.trim()) })}\n`,
  );
}
