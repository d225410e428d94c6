import { type Acteur, type Decision, PERMIS, refus } from './acteur.ts';
import { peutAdministrerTout } from './administration.ts';

/** What a policy needs to know of an account to let someone erase the person. */
export type CompteAEffacer = { readonly compte: string; readonly ferme: boolean; readonly efface: boolean };

/** Who erases a person: the national administration, for a closed account, and never for oneself. */
export function peutEffacer(acteur: Acteur, { compte, ferme, efface }: CompteAEffacer): Decision {
  const administre = peutAdministrerTout(acteur);
  if (!administre.permis) return administre;
  if (compte === acteur.personne)
    return refus('effacement.soi', 'Personne n’efface son propre compte. Demandez à un autre administrateur national.');
  if (efface) return refus('effacement.deja', 'Cette personne est déjà effacée.');
  return ferme
    ? PERMIS
    : refus('effacement.ouvert', 'Fermez d’abord ce compte : on n’efface que les données d’un compte fermé.');
}
