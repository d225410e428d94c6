import { PHRASES_D_ACCES } from '#acces';
import { PHRASES_DES_REMONTEES } from '#enquetes';
import { PHRASES_DES_INDICATEURS } from '#indicateurs';
import { PHRASES_DES_INSTANCES } from '#instances';
import { compter } from '#interface';
import { type Acte, PHRASES_DU_JOURNAL, type PhrasesDe } from '#journal';
import { PHRASES_DES_PLANS } from '#plans';
import { PHRASES_DES_FEUILLES, PHRASES_DES_POINTS, PHRASES_DES_REFORMES } from '#reformes';

/** Every act there is, said by the room it belongs to. An act without a sentence does not compile. */
export const PHRASES: PhrasesDe<Acte> = {
  ...PHRASES_D_ACCES,
  ...PHRASES_DES_PLANS,
  ...PHRASES_DES_INDICATEURS,
  ...PHRASES_DES_REFORMES,
  ...PHRASES_DES_FEUILLES,
  ...PHRASES_DES_POINTS,
  ...PHRASES_DES_INSTANCES,
  ...PHRASES_DES_REMONTEES,
  ...PHRASES_DU_JOURNAL,
  'courriel.essayer': { nom: 'Courriel d’essai envoyé' },
  'courriel.renvoyer': { nom: 'Courriel renvoyé' },
  'demonstration.charger': {
    nom: 'Démonstration chargée',
    dire: ({ charge }) => ({ phrase: `Démonstration chargée (${compter(charge.plans, 'plan', 'plans')})` }),
  },
};

/** The acts by their name, in alphabetical order: for the choice of one. */
export function actesParNom(): { readonly acte: Acte; readonly nom: string }[] {
  return Object.entries(PHRASES)
    .flatMap(([acte, { nom }]) => (estActe(acte) ? [{ acte, nom }] : []))
    .sort((a, b) => a.nom.localeCompare(b.nom, 'fr'));
}

export function estActe(texte: string): texte is Acte {
  return Object.hasOwn(PHRASES, texte);
}
