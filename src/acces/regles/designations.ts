import type { Acteur, Decision } from './acteur.ts';
import { PERMIS, refus } from './acteur.ts';
import { type CompteVu, peutGererCompte, peutNommerSuppleant } from './administration.ts';

/**
 * Who withdraws a grant: whoever manages the account, and the team of the object (`proprietaire`: may modify it), which
 * closes its own door. No one touches own grants.
 */
export function peutRetirerHabilitation(acteur: Acteur, compte: CompteVu, proprietaire: boolean): Decision {
  const gere = peutGererCompte(acteur, compte);
  if (gere.permis || gere.regle === 'comptes.soi') return gere;
  return proprietaire && acteur.genre === 'personne' ? PERMIS : gere;
}

/**
 * Who names this stand-in for this person. The person answers for own choice; an administrator chooses among the accounts
 * managed, and never oneself: that would be giving oneself the rights of someone else.
 */
export function peutDesignerSuppleant(acteur: Acteur, titulaire: CompteVu, suppleant: CompteVu): Decision {
  if (suppleant.compte === titulaire.compte)
    return refus('suppleance.soi', 'On ne se supplée pas soi-même. Choisissez une autre personne.');
  const nomme = peutNommerSuppleant(acteur, titulaire);
  if (!nomme.permis || acteur.compte === titulaire.compte) return nomme;
  if (suppleant.compte === acteur.personne)
    return refus(
      'suppleance.pour_soi',
      'Un administrateur ne se désigne pas lui-même. La personne suppléée peut vous nommer, ou un autre administrateur.',
    );
  return peutGererCompte(acteur, suppleant);
}
