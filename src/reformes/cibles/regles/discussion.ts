import { type Decimal, echec, type Refus, type Resultat, reussite, signe, soustraire } from '#socle/valeurs';

/** Who discusses a target: the administration that carries the reform, and the prefect of the territory. */
export type Cote = 'centrale' | 'territoire';

export type EtatDeCible = 'en_discussion' | 'actee' | 'retiree';

/** Where the discussion of a target stands. */
export type Discussion = {
  readonly etat: EtatDeCible;
  /** The last value proposed, and by which side. */
  readonly valeur: Decimal;
  readonly cote: Cote;
  /** The value last agreed, which holds until another is. */
  readonly valeurActee: Decimal | null;
  /** Number of the last proposal: an answer says which one it answers. */
  readonly proposition: number | null;
};

/** The side that is awaited; null when nobody is. */
export function coteAttendu({ etat, cote }: Pick<Discussion, 'etat' | 'cote'>): Cote | null {
  return etat === 'en_discussion' ? autreCote(cote) : null;
}

export function autreCote(cote: Cote): Cote {
  return cote === 'centrale' ? 'territoire' : 'centrale';
}

/** A first value, another one, or the answer to the other side's. `vue`: the proposal one was looking at. */
export function proposer(
  actuelle: Discussion | null,
  cote: Cote,
  valeur: Decimal,
  vue: number | null,
): Resultat<Discussion> {
  if ((actuelle?.proposition ?? null) !== vue) return echec(CHANGEE);
  if (actuelle?.etat === 'actee' && actuelle.valeurActee !== null && sontEgales(actuelle.valeurActee, valeur))
    return echec(faute('cible.proposer.actee', 'Cette valeur est déjà celle qui est actée.'));
  if (actuelle?.etat === 'en_discussion' && sontEgales(actuelle.valeur, valeur))
    return echec(
      actuelle.cote === cote
        ? faute(
            'cible.proposer.identique',
            'Vous avez déjà proposé cette valeur : elle attend la réponse de l’autre partie.',
          )
        : faute('cible.proposer.accord', 'C’est la valeur que propose l’autre partie : actez-la plutôt.'),
    );
  return reussite({
    etat: 'en_discussion',
    valeur,
    cote,
    valeurActee: actuelle?.valeurActee ?? null,
    proposition: null,
  });
}

/** Agrees to the value proposed: only the other side than the one that proposed it may. */
export function acter(actuelle: Discussion, cote: Cote, vue: number): Resultat<Discussion> {
  if (actuelle.etat !== 'en_discussion') return echec(PAS_EN_DISCUSSION);
  if (actuelle.proposition !== vue) return echec(CHANGEE);
  if (actuelle.cote === cote)
    return echec({
      nature: 'interdit',
      regle: 'cible.acter.cote',
      message: 'Votre partie a proposé cette valeur : seule l’autre peut l’acter.',
    });
  return reussite({ ...actuelle, etat: 'actee', valeurActee: actuelle.valeur });
}

/** Takes one's own side's proposal back: what was agreed before, if anything, holds again. */
export function retirer(actuelle: Discussion, cote: Cote, vue: number): Resultat<Discussion> {
  if (actuelle.etat !== 'en_discussion') return echec(PAS_EN_DISCUSSION);
  if (actuelle.proposition !== vue) return echec(CHANGEE);
  if (actuelle.cote !== cote)
    return echec({
      nature: 'interdit',
      regle: 'cible.retirer.cote',
      message:
        'Cette valeur est proposée par l’autre partie : répondez-lui par une autre valeur, ou par un commentaire.',
    });
  const { valeurActee } = actuelle;
  return reussite(
    valeurActee === null ? { ...actuelle, etat: 'retiree' } : { ...actuelle, etat: 'actee', valeur: valeurActee },
  );
}

function sontEgales(a: Decimal, b: Decimal): boolean {
  return signe(soustraire(a, b)) === 0;
}

const CHANGEE: Refus = {
  nature: 'conflit',
  regle: 'cible.changee',
  message:
    'Quelqu’un a répondu sur cette cible pendant que vous la lisiez. Rien n’a été enregistré : lisez ce qui a été dit ci-dessous, puis répondez de nouveau.',
};

const PAS_EN_DISCUSSION: Refus = {
  nature: 'conflit',
  regle: 'cible.sans_discussion',
  message: 'Cette cible n’est plus en discussion. Rechargez la page pour lire où elle en est.',
};

function faute(regle: string, message: string): Refus {
  return { nature: 'invalide', regle, message, champs: { valeur: message } };
}
