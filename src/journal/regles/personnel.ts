import { canonique, type Valeur } from './canonique.ts';

/** What an erasure says of itself: how many personal parts it emptied, and a hash of which ones. */
export type Effacement = { readonly nombre: number; readonly empreinte: string };

const RIEN_D_EFFACE: Effacement = { nombre: 0, empreinte: '0'.repeat(64) };

type Hacher = (texte: string) => string;

/** What the chain holds of a personal part: without the salt, nobody can try names against it. */
export function engagementDe(
  sel: string,
  part: { readonly concerne: string | null; readonly contenu: Valeur },
  hacher: Hacher,
): string {
  return hacher(`${sel}${canonique({ concerne: part.concerne, contenu: part.contenu })}`);
}

/** Adds a line to what an erasure covers; lines come in the order of the journal. */
export function couvrir(effacement: Effacement | undefined, sequence: number, hacher: Hacher): Effacement {
  const { nombre, empreinte } = effacement ?? RIEN_D_EFFACE;
  return { nombre: nombre + 1, empreinte: hacher(`${empreinte}\n${sequence}`) };
}

/** The erasure of these lines, whatever the order they are given in. */
export function effacementDe(sequences: readonly number[], hacher: Hacher): Effacement {
  return [...sequences]
    .sort((a, b) => a - b)
    .reduce((effacement: Effacement, sequence) => couvrir(effacement, sequence, hacher), RIEN_D_EFFACE);
}

/** The erasure that an event's payload announces; null when it announces none. */
export function effacementAnnonce(charge: Valeur): Effacement | null {
  if (typeof charge !== 'object' || charge === null || !('effacement' in charge)) return null;
  const annonce = charge.effacement;
  if (typeof annonce !== 'object' || annonce === null || !('nombre' in annonce) || !('empreinte' in annonce))
    return null;
  const { nombre, empreinte } = annonce;
  return typeof nombre === 'number' && typeof empreinte === 'string' ? { nombre, empreinte } : null;
}
