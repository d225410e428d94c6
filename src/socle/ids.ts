import type { Horloge } from './horloge.ts';

/** Gives a new identifier at each call. */
export type Ids = { nouveau(): string };

/** Fills the array with randomness, as `crypto.getRandomValues` does. */
export type Alea = (octets: Uint8Array) => void;

/** UUID version 7 (RFC 9562): the instant first, so that rows written together stay together in the index. */
export function idsUuid7(horloge: Horloge, alea: Alea): Ids {
  return {
    nouveau() {
      const octets = new Uint8Array(16);
      alea(octets);
      const instant = horloge.maintenant().getTime();
      for (let i = 0; i < 6; i++) octets[i] = Math.floor(instant / 2 ** (8 * (5 - i))) % 256;
      octets[6] = 0x70 | ((octets[6] ?? 0) & 0x0f);
      octets[8] = 0x80 | ((octets[8] ?? 0) & 0x3f);
      const hexa = Buffer.from(octets).toString('hex');
      return [hexa.slice(0, 8), hexa.slice(8, 12), hexa.slice(12, 16), hexa.slice(16, 20), hexa.slice(20)].join('-');
    },
  };
}
