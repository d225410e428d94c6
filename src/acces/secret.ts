import { createHash } from 'node:crypto';
import type { Alea } from '#socle';

/** 256 bits that nobody guesses, as they travel in a cookie or an address. */
export function nouveauSecret(alea: Alea): string {
  const octets = new Uint8Array(32);
  alea(octets);
  return Buffer.from(octets).toString('base64url');
}

/** What the database keeps of a secret. */
export function empreinte(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
