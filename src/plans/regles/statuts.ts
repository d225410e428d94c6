import type { StatutDeclare } from './lecture.ts';

export const STATUTS_DECLARES: readonly StatutDeclare[] = ['a_lancer', 'en_cours', 'bloquee', 'terminee', 'abandonnee'];

export const LIBELLES_DE_STATUT: Readonly<Record<StatutDeclare, string>> = {
  a_lancer: 'À lancer',
  en_cours: 'En cours',
  bloquee: 'Bloquée',
  terminee: 'Terminée',
  abandonnee: 'Abandonnée',
};

/** A closed action is awaited by nobody: it is neither late nor silent. */
export function estClose(statut: StatutDeclare | null): boolean {
  return statut === 'terminee' || statut === 'abandonnee';
}

export function lireStatut(texte: string): StatutDeclare | null {
  return STATUTS_DECLARES.find((statut) => statut === texte) ?? null;
}
