import { createContext, use } from 'react';

/** The token every form sends back with a change of state; null when nobody is connected. Given by `Gabarit`. */
export const JetonContexte = createContext<string | null>(null);

/** The hidden field that carries the token; for the rare form that is not a `Formulaire`. */
export function ChampJeton() {
  const jeton = use(JetonContexte);
  return jeton === null ? null : <input type="hidden" name="jeton" value={jeton} />;
}
