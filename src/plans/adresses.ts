import { lireJour } from '#socle/valeurs';
import type { CriteresDActions, TriDActions } from './lectures/actions.ts';
import type { Regard } from './lectures/faits.ts';
import type { StatutDeclare } from './regles/lecture.ts';
import { LIBELLES_DE_MARQUE, type Marque } from './regles/situation.ts';
import { lireStatut } from './regles/statuts.ts';

const TRIS: readonly TriDActions[] = ['rang', 'intitule', 'echeance', 'statut', 'taux', 'retard', 'nouvelle'];
const IDENTIFIANT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LONGUEUR_DE_RECHERCHE = 200;

export const ACTIONS_PAR_PAGE = 50;

/** Criteria of a list of actions as the address says them; what makes no sense is as if absent. */
export function criteresDeLAdresse(parametres: URLSearchParams): CriteresDActions {
  const axe = parametres.get('axe');
  const tri = TRIS.find((connu) => connu === parametres.get('tri')) ?? 'rang';
  return {
    q: parametres.get('q')?.trim().slice(0, LONGUEUR_DE_RECHERCHE) || null,
    axe: axe && IDENTIFIANT.test(axe) ? axe : null,
    organisation: parametres.get('organisation')?.slice(0, 100) || null,
    piloteTexte: parametres.get('pilote')?.slice(0, 4_000) || null,
    territoire: /^(R\d{2}|D(\d{2,3}|2[AB]))$/.exec(parametres.get('territoire') ?? '')?.[0] ?? null,
    statut: lireStatutOuAbsence(parametres.get('statut')),
    marque: lireMarque(parametres.get('marque')),
    tri,
    sens: parametres.get('sens') === 'decroissant' ? 'decroissant' : 'croissant',
    page: Math.min(Math.max(Math.trunc(Number(parametres.get('page')) || 1), 1), 10_000),
    parPage: ACTIONS_PAR_PAGE,
  };
}

/** The day the page looks from: `?au=AAAA-MM-JJ` when it is past, else today. */
export function regardDeLAdresse(parametres: URLSearchParams, aujourdhui: Regard['jour']): Regard {
  const au = lireJour(parametres.get('au') ?? '');
  return au !== null && au < aujourdhui ? { jour: au, passe: true } : { jour: aujourdhui, passe: false };
}

function lireStatutOuAbsence(texte: string | null): StatutDeclare | 'non_declare' | null {
  return texte === 'non_declare' ? 'non_declare' : lireStatut(texte ?? '');
}

function lireMarque(texte: string | null): Marque | null {
  return texte !== null && texte in LIBELLES_DE_MARQUE ? (texte as Marque) : null;
}
