import { adresse } from '../adresses.ts';
import type { Cellule, Tableau } from '../document.ts';
import type { BlocNotes } from './bloc-notes.ts';
import { CELLULE_VIDE, celluleDeTexte, Grille } from './grille.ts';
import { celluleDeNombre, FORMAT_GENERAL, type FormatDeNombre } from './nombres.ts';
import { type Attributs, parcourirXml } from './xml.ts';

/** What the sheets of a workbook share. */
export type Contexte = {
  readonly chaines: readonly string[];
  readonly formats: readonly FormatDeNombre[];
  readonly depuis1904: boolean;
  readonly notes: BlocNotes;
};

/** One sheet as a table, null when it is empty; what it has of peculiar goes to the notes. */
export function lireFeuille(source: string, feuille: string, contexte: Contexte): Tableau | null {
  const grille = new Grille();
  let ligne = 0;
  let colonne = -1;
  let masquee = false;
  let attributs: Attributs = {};
  let recueille: 'valeur' | 'texte' | null = null;
  let valeur = '';
  let enLigne = '';
  let formule = false;
  let phonetique = false;
  parcourirXml(source, {
    ouvre(nom, lus) {
      switch (nom) {
        case 'row':
          ligne = Number(lus.r) || ligne + 1;
          colonne = -1;
          masquee = estVrai(lus.hidden);
          break;
        case 'c':
          attributs = lus;
          colonne = colonneDe(lus.r) ?? colonne + 1;
          valeur = '';
          enLigne = '';
          formule = false;
          break;
        case 'v':
          recueille = 'valeur';
          break;
        case 'f':
          formule = true;
          break;
        case 'rPh':
          phonetique = true;
          break;
        case 't':
          if (!phonetique) recueille = 'texte';
          break;
        case 'mergeCell':
          fusionner(grille, lus.ref ?? '');
          break;
      }
    },
    texte(texte) {
      if (recueille === 'valeur') valeur += texte;
      else if (recueille === 'texte') enLigne += texte;
    },
    ferme(nom) {
      if (nom === 'v' || nom === 't') recueille = null;
      else if (nom === 'rPh') phonetique = false;
      else if (nom === 'c') {
        const lue = lireCellule(attributs, valeur, enLigne, contexte);
        if (lue === CELLULE_VIDE && !formule) return;
        grille.poser(ligne, colonne, formule ? { ...lue, formule } : lue);
        remarquer(
          {
            feuille,
            ligne,
            colonne,
            masquee,
            formule,
            vide: lue === CELLULE_VIDE,
            erreur: attributs.t === 'e',
            valeur,
          },
          contexte,
        );
      }
    },
  });
  return grille.enTableau(feuille);
}

function lireCellule(attributs: Attributs, valeur: string, enLigne: string, contexte: Contexte): Cellule {
  switch (attributs.t) {
    case 's':
      return celluleDeTexte(contexte.chaines[Number(valeur)] ?? '');
    case 'inlineStr':
      return celluleDeTexte(sansEchappements(enLigne));
    case 'str':
      return celluleDeTexte(sansEchappements(valeur));
    case 'e':
      return celluleDeTexte(valeur);
    case 'b':
      return celluleDeTexte(valeur === '' ? '' : estVrai(valeur) ? 'VRAI' : 'FAUX');
    case 'd':
      return celluleDeTexte(valeur);
    default: {
      if (valeur.trim() === '') return CELLULE_VIDE;
      const nombre = Number(valeur);
      if (!Number.isFinite(nombre)) return celluleDeTexte(valeur);
      return celluleDeNombre(nombre, contexte.formats[Number(attributs.s ?? 0)] ?? FORMAT_GENERAL, contexte.depuis1904);
    }
  }
}

type Constat = {
  readonly feuille: string;
  readonly ligne: number;
  readonly colonne: number;
  readonly masquee: boolean;
  readonly formule: boolean;
  readonly vide: boolean;
  readonly erreur: boolean;
  readonly valeur: string;
};

function remarquer(constat: Constat, { notes }: Contexte): void {
  const { feuille, ligne, colonne } = constat;
  const place = `feuille « ${feuille} », la première en ${adresse(ligne, colonne)}`;
  if (constat.formule && constat.vide) {
    notes.compter(
      `${feuille}/sans-valeur`,
      'avertissement',
      ligne,
      colonne,
      (nombre) =>
        `${nombre} formule(s) sans valeur calculée (${place}) : la cellule est lue comme vide. Ouvrez le fichier dans votre tableur et enregistrez-le pour que la valeur y soit.`,
    );
  } else if (constat.formule) {
    notes.compter(
      `${feuille}/formule`,
      'information',
      ligne,
      colonne,
      (nombre) => `${nombre} cellule(s) contiennent une formule (${place}) : leur dernière valeur calculée est lue.`,
    );
  }
  if (constat.erreur) {
    notes.compter(
      `${feuille}/erreur`,
      'avertissement',
      ligne,
      colonne,
      (nombre) =>
        `${nombre} cellule(s) affichent une erreur de calcul comme « ${constat.valeur} » (${place}) : elle est gardée telle quelle.`,
    );
  }
  if (constat.masquee) {
    notes.compter(
      `${feuille}/masquee`,
      'avertissement',
      ligne,
      null,
      () =>
        `La feuille « ${feuille} » a des lignes masquées ou filtrées, la première étant la ligne ${ligne} : elles sont lues comme les autres.`,
    );
  }
}

function fusionner(grille: Grille, plage: string): void {
  const [debut = '', fin = debut] = plage.split(':');
  const [colonne, derniereColonne] = [colonneDe(debut), colonneDe(fin)];
  const [ligne, derniereLigne] = [numeroDe(debut), numeroDe(fin)];
  if (colonne === null || derniereColonne === null || !ligne || !derniereLigne) return;
  grille.fusionner({ ligne, colonne, derniereLigne, derniereColonne });
}

/** « AB12 » → 27; null when there is no letter, or beyond XFD, the last column there is. */
function colonneDe(reference: string | undefined): number | null {
  const lettresLues = /^\$?([A-Z]{1,3})/.exec(reference ?? '')?.[1];
  if (!lettresLues) return null;
  let colonne = 0;
  for (const lettre of lettresLues) colonne = colonne * 26 + lettre.charCodeAt(0) - 64;
  return colonne > 16_384 ? null : colonne - 1;
}

function numeroDe(reference: string): number {
  return Number(/\d+$/.exec(reference)?.[0] ?? 0);
}

export function estVrai(attribut: string | undefined): boolean {
  return attribut === '1' || attribut === 'true';
}

/** `_x000D_` is how the format writes what XML cannot hold; `_x005F_` protects an underscore (§ 22.9.2.19). */
export function sansEchappements(texte: string): string {
  if (!texte.includes('_x')) return texte;
  return texte
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');
}
