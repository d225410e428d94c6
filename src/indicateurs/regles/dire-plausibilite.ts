import { type Decimal, entier } from '#socle/valeurs';
import { compter, direJour, direNombre, direValeur, typographier } from './phrases.ts';
import type { Plausibilite, PlausibiliteDeFichier, Soupcon } from './plausibilite.ts';

/** Why a value asks for a reason before it is imported. */
export function direSoupcon({ genre, proposee, reference, facteur }: Soupcon): string {
  const valeur = `${direJour(proposee.date)} : ${direValeur(proposee.valeur)}`;
  const ancienne = direValeur(reference.valeur);
  const suite =
    reference.date === proposee.date ? `à la place de ${ancienne}` : `après ${ancienne} le ${direJour(reference.date)}`;
  switch (genre) {
    case 'revision':
      return typographier(`${valeur} ${suite}, soit ${direFacteur(facteur)}.`);
    case 'saut':
      return typographier(`${valeur} ${suite}, soit ${direFacteur(facteur)} ce que cette série laissait attendre.`);
    case 'tombe_a_zero':
      return typographier(`${valeur} ${suite} : une absence de valeur se laisse vide, elle ne s’écrit pas 0.`);
    case 'hors_echelle':
      return typographier(`${valeur} est bien plus grand que tout ce que cette série a connu.`);
  }
}

/** The verdict on a whole file, in one sentence. */
export function direFichier({ verdict, facteurCommun, aConfirmer, series }: PlausibiliteDeFichier): string {
  if (facteurCommun) {
    return typographier(
      `La plupart des séries de ce fichier valent ${direFacteur(facteurCommun)} ce qui était attendu : vérifiez l’unité et la colonne, ou donnez la raison.`,
    );
  }
  if (verdict === 'plausible') return 'Les valeurs de ce fichier ressemblent à leur histoire.';
  const sujet = `${compter(aConfirmer, 'série', 'séries')} sur ${direNombre(entier(series))}`;
  return typographier(
    aConfirmer < 2
      ? `${sujet} ne ressemble pas à son histoire : donnez la raison, ou écartez-la.`
      : `${sujet} ne ressemblent pas à leur histoire : donnez la raison, ou écartez-les.`,
  );
}

/** One line for a series: « plausible », « première valeur », « 2 valeurs à confirmer ». */
export function direPlausibilite({ verdict, soupcons }: Plausibilite): string {
  if (verdict === 'sans_historique') return typographier('première valeur connue : rien à quoi la comparer');
  return verdict === 'plausible' ? 'plausible' : compter(soupcons.length, 'valeur à confirmer', 'valeurs à confirmer');
}

/** « 3 fois », « 0,33 fois ». */
function direFacteur(facteur: Decimal | null): string {
  return `${facteur ? direNombre(facteur) : ''} fois`;
}
