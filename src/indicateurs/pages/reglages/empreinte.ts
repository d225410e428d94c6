import { createHash } from 'node:crypto';
import { LIBELLES } from './libelles.ts';

/** What tells these settings from any others: the effect that was shown is the effect of what is saved. */
export function empreinteDeSaisie(valeurs: Readonly<Record<string, string | string[]>>): string {
  const reglages = Object.keys(LIBELLES).map((nom) => [nom, [valeurs[nom] ?? []].flat()]);
  return createHash('sha256').update(JSON.stringify(reglages)).digest('hex').slice(0, 32);
}
