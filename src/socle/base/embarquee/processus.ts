import { readFileSync } from 'node:fs';
import { codeDErreur } from '../../erreur.ts';

/** A process has this number, whoever it belongs to. */
export function vivant(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (erreur) {
    return codeDErreur(erreur) === 'EPERM';
  }
}

/**
 * When this process started, in ticks since the machine did: with its number, tells it from another that took the number
 * over. Empty where the system does not say (proc(5), field 22 of `stat`).
 */
export function naissance(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
