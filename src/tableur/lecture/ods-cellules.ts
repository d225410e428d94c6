import { lireJour } from '#socle/valeurs';
import type { Cellule } from '../document.ts';
import { CELLULE_VIDE, celluleDeTexte } from './grille.ts';
import { celluleDeJour, texteDeNombre, texteDePourcentage } from './nombres.ts';
import type { Attributs } from './xml.ts';

/** What is wanted of the automatic styles: hidden sheets, and dates shown without their day. */
export class StylesLus {
  readonly #masquees = new Set<string>();
  readonly #dateDuStyle = new Map<string, string>();
  readonly #precisions = new Map<string, 'jour' | 'mois' | 'annee'>();
  #style = '';
  #date = '';

  ouvre(nom: string, attributs: Attributs): void {
    if (nom === 'style') {
      this.#style = attributs.name ?? '';
      if (attributs['data-style-name']) this.#dateDuStyle.set(this.#style, attributs['data-style-name']);
    } else if (nom === 'table-properties' && attributs.display === 'false') this.#masquees.add(this.#style);
    else if (nom === 'date-style') {
      this.#date = attributs.name ?? '';
      this.#precisions.set(this.#date, 'annee');
    } else if (this.#date !== '' && nom === 'day') this.#precisions.set(this.#date, 'jour');
    else if (this.#date !== '' && nom === 'month' && this.#precisions.get(this.#date) === 'annee') {
      this.#precisions.set(this.#date, 'mois');
    }
  }

  ferme(nom: string): void {
    if (nom === 'date-style') this.#date = '';
  }

  feuilleMasquee(style: string | undefined): boolean {
    return this.#masquees.has(style ?? '');
  }

  precision(style: string | undefined): 'jour' | 'mois' | 'annee' {
    return this.#precisions.get(this.#dateDuStyle.get(style ?? '') ?? '') ?? 'jour';
  }
}

/** The cell of an element `table-cell`: `affiche` is what its paragraphs say. */
export function lireCellule(attributs: Attributs, affiche: string, styles: StylesLus): Cellule {
  const formule = attributs.formula !== undefined;
  const lue = lireValeur(attributs, affiche, styles);
  return formule ? { ...lue, formule } : lue;
}

function lireValeur(attributs: Attributs, affiche: string, styles: StylesLus): Cellule {
  const nombre = attributs.value === undefined ? null : Number(attributs.value);
  switch (attributs['value-type']) {
    case 'float':
    case 'currency':
      if (nombre === null || !Number.isFinite(nombre)) return celluleDeTexte(affiche);
      return { ...CELLULE_VIDE, nombre, texte: affiche || texteDeNombre(nombre) };
    case 'percentage':
      if (nombre === null || !Number.isFinite(nombre)) return celluleDeTexte(affiche);
      return { ...CELLULE_VIDE, nombre, pourcentage: true, texte: affiche || texteDePourcentage(nombre, 2) };
    case 'date': {
      const lu = lireJour((attributs['date-value'] ?? '').slice(0, 10));
      if (!lu) return celluleDeTexte(affiche);
      const heure = /T(\d{2}:\d{2})/.exec(attributs['date-value'] ?? '')?.[1];
      const precision = styles.precision(attributs['style-name']);
      return celluleDeJour(lu, precision, heure && heure !== '00:00' ? ` ${heure}` : '');
    }
    case 'boolean':
      return celluleDeTexte(attributs['boolean-value'] === 'true' ? 'VRAI' : 'FAUX');
    default:
      return celluleDeTexte(affiche || (attributs['string-value'] ?? ''));
  }
}
