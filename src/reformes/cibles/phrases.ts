import { formaterJour, formaterNombre } from '#interface';
import type { PhrasesDe } from '#journal';

type ActeDeCible = 'cible.proposer' | 'cible.commenter' | 'cible.acter' | 'cible.retirer';

/** How what is said of targets is told. */
export const PHRASES_DES_CIBLES: PhrasesDe<ActeDeCible> = {
  'cible.proposer': {
    nom: 'Cible proposée',
    dire: ({ charge }) => ({ phrase: `Cible proposée${aDeux(charge.valeur)}`, detail: direObjet(charge) }),
  },
  'cible.commenter': {
    nom: 'Cible commentée',
    dire: ({ charge }) => ({ detail: direObjet(charge) }),
  },
  'cible.acter': {
    nom: 'Cible actée',
    dire: ({ charge }) => ({ phrase: `Cible actée${aDeux(charge.valeur)}`, detail: direObjet(charge) }),
  },
  'cible.retirer': {
    nom: 'Proposition de cible retirée',
    dire: ({ charge }) => ({ detail: direObjet(charge) }),
  },
};

function aDeux(valeur: string | null): string {
  return valeur === null ? '' : `\u00a0: ${formaterNombre(valeur)}`;
}

function direObjet({ indicateur, jour }: { readonly indicateur: string; readonly jour: string }): string {
  return `Indicateur ${indicateur}, échéance du ${formaterJour(jour)}.`;
}
