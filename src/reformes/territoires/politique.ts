import { type Acteur, type Decision, PERMIS, refus } from '#acces';
import { TERRITOIRES, type Territoire } from '#territoires';
import { peutLireReforme, type ReformeVue } from '../politique.ts';

/**
 * Who opens the page of a territory: whoever reads at least one reform there. One's own territory always opens, empty if
 * need be, and the DITP opens them all: being told « nothing here yet » is not being told « not for you ».
 */
export function peutLireTerritoire(acteur: Acteur, territoire: Territoire, lisibles: number): Decision {
  if (lisibles > 0 || acteur.profil === 'ditp' || acteur.territoire === territoire.code) return PERMIS;
  return refus(
    'territoire.lire',
    `Aucune réforme ne vous est ouverte ${territoire.locution}. Vous lisez celles de votre champ et de votre territoire ; une habilitation peut vous en ouvrir d’autres.`,
  );
}

/** The territories where this person reads at least one of these reforms, in the order of `TERRITOIRES`. */
export function territoiresOuverts(acteur: Acteur, reformes: readonly ReformeVue[]): readonly Territoire[] {
  return TERRITOIRES.filter(
    ({ code }) =>
      acteur.territoire === code || reformes.some((reforme) => peutLireReforme(acteur, reforme, code).permis),
  );
}

/** Who enters the figures by which territories are said to be alike. */
export function peutSaisirCriteres(acteur: Acteur): Decision {
  return acteur.profil === 'ditp'
    ? PERMIS
    : refus('criteres.saisir', 'Seule la DITP saisit les critères de ressemblance. Adressez-lui votre source.');
}
