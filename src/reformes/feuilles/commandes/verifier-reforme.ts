import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import { echec, fauteDeSaisie, type Resultat, reussite } from '#socle/valeurs';
import { TERRITOIRES } from '#territoires';
import { lireReformeSansPolitique, type Reforme } from '../../lectures/reformes.ts';
import { peutLireReforme } from '../../politique.ts';

/** A reform that this person may put in the roadmap of this territory: read there, active, followed at that maille. */
export async function verifierReforme(
  base: Base,
  acteur: Acteur,
  territoire: string,
  id: string,
  champ: string,
): Promise<Resultat<Reforme>> {
  const reforme = await lireReformeSansPolitique(base, id);
  if (reforme !== null && estChoisissable(acteur, territoire, reforme)) return reussite(reforme);
  const message = 'Cette réforme n’est pas suivie sur ce territoire : choisissez-la dans la liste.';
  return echec(fauteDeSaisie('feuille.reforme', champ, message));
}

export function estChoisissable(acteur: Acteur, territoire: string, reforme: Reforme): boolean {
  const maille = TERRITOIRES.find(({ code }) => code === territoire)?.maille;
  return (
    reforme.etat === 'active' &&
    maille !== undefined &&
    reforme.mailles.includes(maille) &&
    peutLireReforme(acteur, reforme, territoire).permis
  );
}
