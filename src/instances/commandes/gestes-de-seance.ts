import type { Acteur } from '#acces';
import type { Services } from '#socle';
import { echec, type Resultat } from '#socle/valeurs';
import { annulerDecision, prendreDecision } from './decisions.ts';
import { clorePoint, marquerPresences, noterPoint, ouvrirSeance } from './seance.ts';

type Valeurs = Readonly<Record<string, string | string[]>>;
type Geste = (services: Services, acteur: Acteur, reunion: string, valeurs: Valeurs) => Promise<Resultat<null>>;

const GESTES: Readonly<Record<string, Geste>> = {
  ouvrir: ouvrirSeance,
  presences: marquerPresences,
  noter: noterPoint,
  decider: prendreDecision,
  clore: clorePoint,
  rouvrir: clorePoint,
  annuler: annulerDecision,
};

/** One gesture of the session, as a form or the live screen sends it (`verbe`). */
export function agirEnSeance(
  services: Services,
  acteur: Acteur,
  reunion: string,
  valeurs: Valeurs,
): Promise<Resultat<null>> {
  const geste = GESTES[String(valeurs.verbe ?? '')];
  return geste === undefined
    ? Promise.resolve(echec({ nature: 'invalide', regle: 'seance.geste', message: 'Ce geste n’existe pas.' }))
    : geste(services, acteur, reunion, valeurs);
}
