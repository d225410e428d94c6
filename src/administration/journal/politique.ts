import {
  type Acteur,
  type Decision,
  peutAdministrer,
  peutAdministrerTout,
  refus,
  territoiresAdministres,
} from '#acces';

/** Who reads the journal: the DITP, all of it; who administers a territory, what happened there. */
export function peutLireLeJournal(acteur: Acteur): Decision {
  const decision = peutAdministrer(acteur);
  if (decision.permis || acteur.genre !== 'personne') return decision;
  return refus(
    'journal.lire',
    'Le journal est lu par l’administrateur de chaque territoire, pour ce qui s’y passe, et par la DITP. L’historique d’un plan est sur la page de ce plan.',
  );
}

/** Territories whose events this person sees; `tous` also means the events of no territory. */
export function territoiresDuJournal(acteur: Acteur): 'tous' | readonly string[] {
  return territoiresAdministres(acteur);
}

/** Who has the whole chain verified, and sees where it is anchored. */
export function peutVerifierLeJournal(acteur: Acteur): Decision {
  return peutAdministrerTout(acteur);
}
