import { ajouterJours, type Jour } from '#socle/valeurs';
import { type Acteur, type Decision, PERMIS, refus } from './acteur.ts';
import { peutAdministrerTout } from './administration.ts';
import { PORTEES, type Portee } from './portees.ts';
import { neFontQueLire } from './profils.ts';

/** The longest a token lives: whoever still needs it makes another, and sees again what it opens. */
const JOURS_AU_PLUS = 365;
export const JETONS_AU_PLUS = 10;

/** Who makes a token, opened to what: a person, for oneself, and never to what that person may not do. */
export function peutCreerJeton(acteur: Acteur, portees: readonly Portee[]): Decision {
  if (acteur.genre === 'suppleance')
    return refus(
      'jeton.creer.suppleance',
      'Une suppléance ne donne pas de jeton : il agirait encore après elle. Revenez à votre propre compte pour en créer un.',
    );
  if (acteur.genre === 'machine')
    return refus('jeton.creer.machine', 'Un jeton n’en crée pas d’autre. Connectez-vous pour en créer un.');
  return neFontQueLire(acteur.profil) && portees.some((portee) => PORTEES[portee].ecrit)
    ? refus(
        'jeton.creer.lecteur',
        'Votre profil lit sans modifier : un jeton ne peut pas faire plus que vous. Choisissez seulement ce qui lit.',
      )
    : PERMIS;
}

/** Who ends a token: whoever made it, and those who administer all of Jalon. */
export function peutRevoquerJeton(acteur: Acteur, titulaire: string): Decision {
  if (acteur.genre === 'personne' && acteur.compte === titulaire) return PERMIS;
  return peutAdministrerTout(acteur).permis
    ? PERMIS
    : refus(
        'jeton.revoquer',
        'Ce jeton n’est pas à vous. Son titulaire peut le révoquer, ou un administrateur national.',
      );
}

export function derniereExpiration(aujourdhui: Jour): Jour {
  return ajouterJours(aujourdhui, JOURS_AU_PLUS);
}

export type EtatDeJeton = 'actif' | 'expire' | 'revoque';

/** A token lives until the end of its last day in Paris, unless it is revoked. */
export function etatDuJeton(
  { expire, revoque }: { readonly expire: Date; readonly revoque: Date | null },
  maintenant: Date,
): EtatDeJeton {
  if (revoque !== null) return 'revoque';
  return expire <= maintenant ? 'expire' : 'actif';
}
