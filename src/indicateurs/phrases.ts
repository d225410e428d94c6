import { compter, formaterJour, formaterNombre } from '#interface';
import type { ActeSur, PhrasesDe } from '#journal';
import { lireJour } from '#socle/valeurs';
import { nomDeType } from './presentation.ts';

/** How what happens to indicators, their values and the files that bring them is said. */
export const PHRASES_DES_INDICATEURS: PhrasesDe<ActeSur<'indicateur' | 'import_de_valeurs' | 'proposition'>> = {
  'indicateur.creer': {
    nom: 'Indicateur créé',
    dire: ({ charge }) => ({ phrase: `Indicateur créé\u00a0: ${charge.nom}`, detail: charge.identifiant }),
  },
  'indicateur.modifier': {
    nom: 'Réglages de l’indicateur modifiés',
    dire: ({ charge }) => ({ detail: `${compter(charge.situations, 'situation change', 'situations changent')}.` }),
  },
  'valeur.saisir': {
    nom: 'Valeur saisie',
    dire: ({ charge }) => ({
      phrase:
        charge.avant === null
          ? `Valeur saisie, ${direValeur(charge)}`
          : charge.valeur === null
            ? `Valeur retirée, ${nomDeType(charge.type)} du ${direDate(charge.jour)}`
            : `Valeur rectifiée, ${direValeur(charge)} au lieu de ${formaterNombre(charge.avant)}`,
      detail: charge.motif === null ? null : `Motif\u00a0: ${charge.motif}`,
    }),
  },
  'valeur.proposer': {
    nom: 'Valeur proposée',
    dire: ({ charge }) => ({ phrase: `Valeur proposée, ${direValeur(charge)}`, cites: indicateur(charge) }),
  },
  'proposition.accepter': {
    nom: 'Proposition de valeur acceptée',
    dire: ({ charge }) => ({ phrase: `Proposition acceptée, ${direValeur(charge)}`, cites: indicateur(charge) }),
  },
  'proposition.refuser': {
    nom: 'Proposition de valeur refusée',
    dire: ({ charge }) => ({
      phrase: `Proposition refusée, ${direValeur(charge)}`,
      detail: `Motif\u00a0: ${charge.motif}`,
      cites: indicateur(charge),
    }),
  },
  'valeurs.deposer': {
    nom: 'Fichier de valeurs déposé',
    dire: ({ charge }) => ({ phrase: `Fichier de valeurs «\u00a0${charge.fichier}\u00a0» déposé` }),
  },
  'valeurs.abandonner': {
    nom: 'Import de valeurs abandonné',
    dire: ({ charge }) => ({ phrase: `Import du fichier «\u00a0${charge.fichier}\u00a0» abandonné` }),
  },
  'valeurs.importer': {
    nom: 'Valeurs importées',
    dire: ({ charge }) => ({
      phrase: `Valeurs du fichier «\u00a0${charge.fichier}\u00a0» importées`,
      detail: `${direComptes(charge)}${charge.motif === null ? '' : ` Motif\u00a0: ${charge.motif}`}`,
    }),
  },
  'valeurs.annuler': {
    nom: 'Import de valeurs annulé',
    dire: ({ charge }) => ({
      phrase: `Import du fichier «\u00a0${charge.fichier}\u00a0» annulé`,
      detail: `${direComptes(charge)} Motif\u00a0: ${charge.motif}`,
    }),
  },
};

function direValeur({ type, jour, valeur }: { type: string; jour: string; valeur: string | null }): string {
  return `${nomDeType(type)} du ${direDate(jour)}\u00a0: ${valeur === null ? 'retirée' : formaterNombre(valeur)}`;
}

function direDate(texte: string): string {
  const jour = lireJour(texte);
  return jour === null ? texte : formaterJour(jour);
}

function direComptes({ nouvelles, modifiees, retirees }: { nouvelles: number; modifiees: number; retirees: number }) {
  return `${compter(nouvelles, 'valeur nouvelle', 'valeurs nouvelles')}, ${compter(modifiees, 'modifiée', 'modifiées')}, ${compter(retirees, 'retirée', 'retirées')}.`;
}

function indicateur(charge: { readonly indicateur: string }) {
  return [{ titre: 'Indicateur', type: 'indicateur', id: charge.indicateur }] as const;
}
