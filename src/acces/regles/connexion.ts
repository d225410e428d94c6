/** An account as a sign-in sees it. */
export type CompteTrouve = { readonly id: string; readonly etat: 'ouvert' | 'ferme' | 'efface' };

/** What is known at the moment a provider proves who someone is. */
export type Constat = {
  /** Account this very identity (issuer and subject) already opens. */
  readonly compte: CompteTrouve | null;
  /** Open account that an administrator made with the e-mail address of this identity. */
  readonly compteDuCourriel: { readonly id: string; readonly dejaReliee: boolean } | null;
  /** False when the provider says that it did not check the address. */
  readonly courrielVerifie: boolean;
  /** Last request this identity made while it opened no account. */
  readonly demande: {
    readonly etat: 'ouverte' | 'accordee' | 'refusee' | 'effacee';
    readonly compte: CompteTrouve | null;
  } | null;
};

export type DecisionDeConnexion =
  | { readonly issue: 'entrer'; readonly compte: string; readonly rattacher: 'courriel' | 'demande' | null }
  | { readonly issue: 'refuser'; readonly regle: string; readonly message: string }
  /** Nobody known: a request is recorded, unless one already waits for its answer or has had it. */
  | { readonly issue: 'inconnu'; readonly demander: boolean };

/**
 * What a proven identity opens.
 *
 * The e-mail address alone ties a new identity to an account once: an account that has an identity of this issuer is never
 * given a second one that way, for an address given to someone else would open the account of who had it before.
 */
export function deciderConnexion({ compte, compteDuCourriel, courrielVerifie, demande }: Constat): DecisionDeConnexion {
  if (compte !== null) return entrerOuRefuser(compte, null);
  if (compteDuCourriel !== null && courrielVerifie && !compteDuCourriel.dejaReliee)
    return { issue: 'entrer', compte: compteDuCourriel.id, rattacher: 'courriel' };
  if (demande?.etat === 'accordee' && demande.compte !== null) return entrerOuRefuser(demande.compte, 'demande');
  return { issue: 'inconnu', demander: demande === null || demande.etat === 'effacee' };
}

function entrerOuRefuser(compte: CompteTrouve, rattacher: 'demande' | null): DecisionDeConnexion {
  if (compte.etat === 'ouvert') return { issue: 'entrer', compte: compte.id, rattacher };
  return compte.etat === 'ferme'
    ? {
        issue: 'refuser',
        regle: 'connexion.compte.ferme',
        message:
          'Votre compte est fermé : Jalon ne vous est plus ouvert. Si vous en avez encore besoin dans vos fonctions, demandez à l’administrateur des comptes de votre territoire de le rouvrir.',
      }
    : {
        issue: 'refuser',
        regle: 'connexion.compte.efface',
        message:
          'Votre compte et vos données personnelles ont été effacés. Si vous avez de nouveau besoin de Jalon, demandez un compte à l’administrateur des comptes de votre territoire.',
      };
}
