import type { Jour } from '#socle/valeurs';
import { ajouterJours } from '#socle/valeurs';
import type { Intervalle, Moment, Supposition } from './moment.ts';
import type { Situe } from './situer.ts';
import type { Lien, Membre } from './suites.ts';

/** Moments that make one deadline. Days are null when the calendar has no such stretch. */
export type Groupe = {
  readonly premier: Moment;
  readonly dernier: Moment;
  readonly debut: Jour | null;
  readonly fin: Jour | null;
  /** First day of the last moment: « d’ici mars-avril » or « avant mars-avril » may need it. */
  readonly debutDuDernier: Jour | null;
  /** « de … à … »: both ends are said. */
  readonly bornes: boolean;
  readonly suppositions: readonly Supposition[];
  readonly i: number;
  readonly suite: number;
};

/**
 * « octobre / novembre 2021 », « 2023 et 2024 », « 5 et 6 avril » touch: one stretch. « 30 juin 2023 et 31 décembre 2023 »
 * do not: two deadlines. « de … à … » and dashes join what they name.
 */
export function regrouper(
  membres: readonly Membre[],
  liens: readonly Lien[],
  lieux: readonly Situe[],
): readonly Groupe[] {
  const groupes: Groupe[] = [];
  for (const [k, membre] of membres.entries()) {
    const ici = seul(membre, lieux[k]);
    const precedent = groupes.at(-1);
    const lien = liens[k - 1];
    const jonction = precedent && lien ? joindre(precedent, ici, lien) : null;
    if (jonction) groupes[groupes.length - 1] = jonction;
    else groupes.push(ici);
  }
  return groupes;
}

function seul({ moment, i, suite }: Membre, lieu: Situe | undefined): Groupe {
  const intervalle: Intervalle | null = lieu?.etat === 'situe' ? lieu.intervalle : null;
  const verification = intervalle && moment.verifier?.(intervalle);
  const suppositions = verification ? [...moment.suppositions, verification] : moment.suppositions;
  return {
    premier: moment,
    dernier: moment,
    debut: intervalle?.debut ?? null,
    fin: intervalle?.fin ?? null,
    debutDuDernier: intervalle?.debut ?? null,
    bornes: false,
    suppositions: intervalle ? suppositions : [INEXISTANT],
    i,
    suite,
  };
}

function joindre(avant: Groupe, apres: Groupe, lien: Lien): Groupe | null {
  const jonction = jonctionPour(avant, apres, lien);
  if (jonction === null) return null;
  const existe = avant.debut !== null && apres.fin !== null && avant.fin !== null;
  const alEnvers = existe && avant.debut !== null && apres.fin !== null && avant.debut > apres.fin;
  return {
    premier: avant.premier,
    dernier: apres.dernier,
    debut: existe && !alEnvers ? avant.debut : null,
    fin: existe && !alEnvers ? apres.fin : null,
    debutDuDernier: apres.debut,
    bornes: lien === 'a' || avant.bornes,
    suppositions: alEnvers
      ? [A_L_ENVERS]
      : existe
        ? [
            ...avant.suppositions.filter((supposition) => supposition.porte !== 'fin'),
            ...apres.suppositions.filter((supposition) => supposition.porte !== 'debut'),
            ...jonction,
          ]
        : [INEXISTANT],
    i: avant.i,
    suite: apres.suite,
  };
}

/** Null keeps the two apart; else what joining them assumes. */
function jonctionPour(avant: Groupe, apres: Groupe, lien: Lien): readonly Supposition[] | null {
  const memeGrain = avant.dernier.grain === apres.premier.grain;
  if (lien === 'a') return [];
  if (lien === 'fleche') return [D_UN_TENANT];
  if (lien === 'separe') return null;
  if (lien === 'tiret') return memeGrain || avant.dernier.part || apres.premier.part ? [] : [D_UN_TENANT];
  if (lien === 'ou') return [UN_OU_L_AUTRE];
  if (lien === 'barre') {
    if (memeGrain && avant.dernier.grain === 'annee') return [];
    if (seTouchent(avant, apres)) return memeGrain ? [] : [D_UN_TENANT];
    return memeGrain && avant.dernier.grain === 'jour' ? null : [D_UN_TENANT];
  }
  if (!seTouchent(avant, apres)) return null;
  if (lien === 'juxtaposes') return avant.dernier.part && apres.premier.part ? [] : [D_UN_TENANT];
  return memeGrain ? [] : [D_UN_TENANT];
}

function seTouchent(avant: Groupe, apres: Groupe): boolean {
  if (avant.fin === null || apres.debut === null || avant.debut === null) return false;
  return apres.debut > avant.debut && apres.debut <= ajouterJours(avant.fin, 1);
}

const INEXISTANT: Supposition = {
  porte: 'tout',
  phrase: 'cette date n’existe pas au calendrier ; elle n’est pas corrigée',
};
const A_L_ENVERS: Supposition = { porte: 'tout', phrase: 'la fin écrite précède le début ; rien n’est corrigé' };
const D_UN_TENANT: Supposition = {
  porte: 'tout',
  phrase: 'lu comme une seule période, de la première date à la dernière',
  doute: true,
};
const UN_OU_L_AUTRE: Supposition = {
  porte: 'tout',
  phrase: 'l’une ou l’autre date : lu jusqu’à la dernière',
  doute: true,
};
