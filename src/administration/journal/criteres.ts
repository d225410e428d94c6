import type { Acte } from '#journal';
import { ajouterJours, type Jour, jourAParis, lireJour } from '#socle/valeurs';
import type { Saisies } from './adresses.ts';
import { lireObjet, type ObjetCherche } from './objets.ts';
import { estActe } from './phrases.ts';

/** What the address of the page asks for. */
export type Criteres = {
  /** Words of the name of who did it. */
  readonly personne: string | null;
  /** Exactly this account, its stand-ins and its tokens. */
  readonly compte: string | null;
  readonly objet: ObjetCherche | null;
  readonly acte: Acte | null;
  readonly du: Jour | null;
  readonly au: Jour | null;
  readonly repere: { readonly sens: 'plus_anciens' | 'plus_recents'; readonly sequence: number } | null;
};

const LONGUEUR = 200;

/** The criteria of this address, what was typed, and what could not be understood, in sentences. */
export function lireCriteres(parametres: URLSearchParams): {
  criteres: Criteres;
  saisies: Saisies;
  fautes: string[];
} {
  const dit = (nom: string) => (parametres.get(nom) ?? '').trim().slice(0, LONGUEUR);
  const saisies = { personne: dit('personne'), objet: dit('objet'), acte: dit('acte'), du: dit('du'), au: dit('au') };
  const objet = lireObjet(saisies.objet);
  const [du, au] = [lireJour(saisies.du), lireJour(saisies.au)];
  const fautes = [
    ...(saisies.objet !== '' && objet === null
      ? [
          `L’objet « ${saisies.objet} » n’est pas compris. Collez l’adresse de la page d’un plan ou d’une action, ou écrivez son genre et son identifiant, comme «\u00A0plan:0190…\u00A0».`,
        ]
      : []),
    ...(saisies.acte !== '' && !estActe(saisies.acte) ? ['Cet acte n’existe pas. Choisissez-le dans la liste.'] : []),
    ...[saisies.du, saisies.au]
      .filter((texte) => texte !== '' && lireJour(texte) === null)
      .map((texte) => `« ${texte} » n’est pas un jour du calendrier. Écrivez-le comme 2026-01-31.`),
    ...(du !== null && au !== null && au < du ? ['La période finit avant de commencer. Inversez les deux dates.'] : []),
  ];
  return {
    saisies,
    fautes,
    criteres: {
      personne: saisies.personne || null,
      compte: dit('compte') || null,
      objet,
      acte: estActe(saisies.acte) ? saisies.acte : null,
      du,
      au,
      repere: lireRepere(parametres),
    },
  };
}

/** First instant of this day in Paris. */
export function debutDuJour(jour: Jour): Date {
  // Paris is one or two hours ahead of UTC; in winter, the summer's midnight still belongs to the day before.
  const ete = new Date(`${jour}T00:00:00+02:00`);
  return jourAParis(ete) === jour ? ete : new Date(`${jour}T00:00:00+01:00`);
}

/** First instant after this day in Paris. */
export function finDuJour(jour: Jour): Date {
  return debutDuJour(ajouterJours(jour, 1));
}

function lireRepere(parametres: URLSearchParams): Criteres['repere'] {
  for (const [nom, sens] of [
    ['avant', 'plus_anciens'],
    ['apres', 'plus_recents'],
  ] as const) {
    const texte = parametres.get(nom) ?? '';
    if (/^\d{1,15}$/.test(texte)) return { sens, sequence: Number(texte) };
  }
  return null;
}
