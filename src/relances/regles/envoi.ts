/**
 * What became of a mail, as those it concerns read it: on its way, taken by the server of its address, refused for good or
 * left too long. `oublie`: the outbox keeps mails 90 days, and has forgotten this one.
 */
export type EtatDeLEnvoi = 'en_attente' | 'a_reprendre' | 'remis' | 'revenu' | 'oublie';

export type Envoi = {
  readonly envoye_le: Date | null;
  readonly abandonne_le: Date | null;
  readonly essais: number | null;
};

export function etatDeLEnvoi({ envoye_le, abandonne_le, essais }: Envoi): EtatDeLEnvoi {
  if (essais === null) return 'oublie';
  if (envoye_le !== null) return 'remis';
  if (abandonne_le !== null) return 'revenu';
  return essais === 0 ? 'en_attente' : 'a_reprendre';
}
