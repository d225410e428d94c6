import { ORGANISATIONS } from './organisations.ts';
import { type Annuaire, creerAnnuaire } from './trouver.ts';

let annuaire: Annuaire | null = null;

/** The directory of the organisations known on the first day, for whoever has no database at hand. Built once. */
export function annuaireDeReference(): Annuaire {
  annuaire ??= creerAnnuaire(ORGANISATIONS);
  return annuaire;
}
