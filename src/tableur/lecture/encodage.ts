export type Encodage = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * The text of a file and how it was read: by its mark if it has one, as UTF-8 if it is valid UTF-8, else as
 * Windows-1252, which is what Excel writes in France under « CSV (séparateur : point-virgule) ». Lines end with `\n`.
 */
export function decoderTexte(octets: Uint8Array): { texte: string; encodage: Encodage } {
  const encodage = trouverEncodage(octets);
  const texte = new TextDecoder(encodage).decode(octets).replace(/\r\n?/g, '\n');
  return { texte, encodage };
}

function trouverEncodage(octets: Uint8Array): Encodage {
  if (octets[0] === 0xff && octets[1] === 0xfe) return 'utf-16le';
  if (octets[0] === 0xfe && octets[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(octets);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** A text holds no null character nor, for long, other control characters. */
export function ressembleADuTexte(octets: Uint8Array): boolean {
  const echantillon = octets.subarray(0, 65_536);
  const utf16 =
    (echantillon[0] === 0xff && echantillon[1] === 0xfe) || (echantillon[0] === 0xfe && echantillon[1] === 0xff);
  if (utf16) return true;
  let controles = 0;
  for (const octet of echantillon) {
    if (octet === 0) return false;
    if (octet < 32 && octet !== 9 && octet !== 10 && octet !== 12 && octet !== 13) controles++;
  }
  return controles <= echantillon.length / 100;
}
