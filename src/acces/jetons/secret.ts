import { createHash } from 'node:crypto';
import type { Alea } from '#socle';

const FORME = /^jalon_([a-z2-7]{8})_[A-Za-z0-9_-]{43}$/;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** A new token: `jalon_<repere>_<secret>`. Its mark can be shown anywhere; the whole exists only in who receives it. */
export function tirerJeton(alea: Alea): { readonly jeton: string; readonly repere: string } {
  const octets = new Uint8Array(40);
  alea(octets);
  const repere = [...octets.slice(0, 8)].map((octet) => ALPHABET[octet % ALPHABET.length]).join('');
  return { jeton: `jalon_${repere}_${Buffer.from(octets.slice(8)).toString('base64url')}`, repere };
}

export function aLaFormeDUnJeton(texte: string): boolean {
  return FORME.test(texte);
}

/** What is kept of a token. It holds 256 bits of chance: nothing slower than SHA-256 is needed. */
export function empreinteDuJeton(jeton: string): string {
  return createHash('sha256').update(jeton).digest('hex');
}
