import { data } from 'react-router';
import { STATUTS } from '#acces';
import type { Refus } from '#socle/valeurs';

/** What a page is given back when its form is refused: what was typed, and what is wrong. */
export function rendreRefus(verbe: string, valeurs: Record<string, string | string[]>, refus: Refus) {
  return data(
    { verbe, valeurs, champs: refus.champs ?? { formulaire: refus.message } },
    { status: STATUTS[refus.nature] },
  );
}
