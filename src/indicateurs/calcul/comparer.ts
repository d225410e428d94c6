import { type Decimal, ecrireDecimal, type Jour, lireDecimal } from '#socle/valeurs';
import type { Maille } from '#territoires';
import { alertes, type FaitsDAlerte } from '../regles/alertes.ts';
import { fraicheur } from '../regles/fraicheur.ts';
import { ecartsALaMediane, mediane } from '../regles/mediane.ts';
import type { VerdictDeSignal } from '../regles/signal.ts';
import type { EtatDeTaux } from '../regles/taux.ts';
import type { LigneDeSituation, Parametres } from './modele.ts';
import { mailleDe } from './portee.ts';

const MAILLES: readonly Maille[] = ['national', 'regional', 'departemental'];

/**
 * What depends on the others: each rate against the median of its maille, and the alerts. Reads the rows as they are
 * kept, so that a row just computed and a row kept from before are compared alike.
 */
export function comparerEntreEux(
  parametres: Parametres,
  lignes: readonly LigneDeSituation[],
  au: Jour,
): readonly LigneDeSituation[] {
  const deLaMaille = (maille: Maille) => lignes.filter(({ territoire }) => mailleDe(territoire) === maille);
  const departements = deLaMaille('departemental');
  const ensemble = parametres.mailles.includes('departemental')
    ? { avecTaux: departements.filter(({ taux_global }) => taux_global !== null).length, attendus: departements.length }
    : null;
  return MAILLES.flatMap((maille) => {
    const semblables = deLaMaille(maille);
    const taux = semblables.map(({ taux_global }) => lire(taux_global));
    const milieu = maille === 'national' ? null : mediane(taux);
    const ecarts = maille === 'national' ? [] : ecartsALaMediane(taux);
    return semblables.map((ligne, i) => {
      const ecart = ecarts[i] ?? null;
      return {
        ...ligne,
        mediane: milieu && ecrireDecimal(milieu),
        ecart_mediane: ecart && ecrireDecimal(ecart),
        alertes: alertesDe(parametres, ligne, maille, {
          au,
          ecartALaMediane: ecart,
          departements: maille === 'national' ? ensemble : null,
        }),
      };
    });
  });
}

/** The same row with the alerts it raises by itself, when the others are not known: no median. */
export function sansLesAutres(parametres: Parametres, ligne: LigneDeSituation, au: Jour): LigneDeSituation {
  const maille = mailleDe(ligne.territoire);
  if (maille === null) return ligne;
  return { ...ligne, alertes: alertesDe(parametres, ligne, maille, { au, ecartALaMediane: null, departements: null }) };
}

function alertesDe(
  parametres: Parametres,
  ligne: LigneDeSituation,
  maille: Maille,
  autour: Pick<FaitsDAlerte, 'au' | 'ecartALaMediane' | 'departements'>,
): readonly string[] {
  return alertes({
    ...autour,
    taux: { taux: lire(ligne.taux_global), etat: ligne.etat_global as EtatDeTaux | 'partiel' },
    cibleAttendue: ligne.date_cible_globale !== null || parametres.maillesAvecCible.includes(maille),
    derniereCible: cible(ligne),
    ecartALaTrajectoire: lire(ligne.ecart_points),
    signal: ligne.signal as VerdictDeSignal | null,
    meteo: null,
    fraicheur: fraicheur(ligne.jour, parametres.cadence, autour.au),
  }).map(({ alerte }) => alerte);
}

function cible({ cible_globale, date_cible_globale }: LigneDeSituation) {
  const valeur = lire(cible_globale);
  return valeur !== null && date_cible_globale !== null ? { valeur, date: date_cible_globale } : null;
}

function lire(texte: string | null): Decimal | null {
  return texte === null ? null : lireDecimal(texte);
}
