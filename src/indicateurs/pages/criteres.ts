import type { CriteresDIndicateurs } from '../lectures/catalogue.ts';
import { ETATS, FRAICHEURS, MAILLES } from '../mots.ts';

/** Criteria of the catalogue as the address says them; what makes no sense is as if absent. */
export function criteresDeLAdresse(parametres: URLSearchParams): CriteresDIndicateurs {
  return {
    q: parametres.get('q')?.trim().slice(0, 200) || null,
    etat: parmi(ETATS, parametres.get('etat')),
    maille: parmi(MAILLES, parametres.get('maille')),
    fraicheur: parmi(FRAICHEURS, parametres.get('fraicheur')),
  };
}

function parmi<T extends string>(mots: Readonly<Record<T, string>>, texte: string | null): T | null {
  return (Object.keys(mots) as T[]).find((mot) => mot === texte) ?? null;
}
