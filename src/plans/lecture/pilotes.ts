import { reduireBlancs } from '#socle/valeurs';
import type { ChampDePlan, PiloteLu, RolePilote } from '../regles/lecture.ts';
import { texteOuRien, type Valeur } from './cellules.ts';
import type { Constat } from './constats.ts';
import type { Contexte } from './contexte.ts';

export type PilotesLus = {
  readonly texte: string | null;
  readonly pilotes: readonly PiloteLu[];
  readonly constats: readonly Constat[];
};

/** The organisations of a row, from all the columns that name some. */
export function lirePilotes(ligne: number, valeurs: readonly Valeur[], contexte: Contexte): PilotesLus {
  const presentes = valeurs.filter(({ cellule }) => texteOuRien(cellule.texte) !== null);
  const pilotes = presentes.flatMap((valeur) => nommer(valeur, contexte));
  const inconnus = pilotes.filter(({ organisation }) => organisation === null);
  return {
    texte: presentes.map((valeur) => introduire(valeur)).join('\n') || null,
    pilotes: pilotes.map(({ texte, organisation, role }) => ({ texte, organisation, role })),
    constats: inconnus.map(({ texte, colonne }) => ({ genre: 'organisation_inconnue', cle: texte, ligne, colonne })),
  };
}

const ROLES: Partial<Record<ChampDePlan, RolePilote>> = { en_lien_avec: 'en_lien_avec', concours: 'concours' };
const ABSENCE = /^(?:[-–—/?]+|n\.?\/?a\.?|n[ée]ant|sans objet|[àa] d[ée](?:finir|terminer)|[àa] pr[ée]ciser)$/i;

function nommer(valeur: Valeur, contexte: Contexte): (PiloteLu & { colonne: string })[] {
  const texte = valeur.cellule.texte.trim();
  if (!contexte.regulier && ABSENCE.test(reduireBlancs(texte))) return [];
  const role = ROLES[valeur.champ];
  const separes = contexte.regulier
    ? texte.split('\n').flatMap((nom) => (nom.trim() === '' ? [] : [{ texte: nom.trim(), role: 'pilote' as const }]))
    : contexte.outils.separerPilotes(texte);
  return separes.map((lu) => ({
    texte: lu.texte,
    organisation: contexte.outils.trouverOrganisation(lu.texte),
    role: role && lu.role === 'pilote' ? role : lu.role,
    colonne: valeur.colonne,
  }));
}

function introduire({ champ, cellule }: Valeur): string {
  const texte = cellule.texte.trim();
  if (champ === 'en_lien_avec') return `en lien avec ${texte}`;
  return champ === 'concours' ? `avec le concours de ${texte}` : texte;
}
