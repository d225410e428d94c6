import type { BlocAEcrire, DocumentAEcrire } from './docx.ts';
import { type FeuilleAEcrire, nettoyer, texteDeValeur } from './feuille.ts';
import { BLANC, CELLULE, repartir } from './pdf-colonnes.ts';
import { type Element, element, Feuillets, type Format, MARGE } from './pdf-feuillets.ts';
import { largeurDe, type Police } from './pdf-polices.ts';

const BLEU = '0 0 0.57';
const GRIS = '0.35 0.35 0.35';
const CORPS = 9;

/** Lays the document out on pages, and says how it reads. */
export function composer({ titre, blocs }: DocumentAEcrire, format: Format): { feuillets: Feuillets; racine: Element } {
  const feuillets = new Feuillets(format);
  const racine = element('Document', null);
  paragraphe(feuillets, element('H1', racine), titre, { police: 'grasse', corps: 16, couleur: BLEU, apres: 8 });
  for (const bloc of blocs) poser(feuillets, racine, bloc);
  numeroter(feuillets, titre);
  return { feuillets, racine };
}

function poser(feuillets: Feuillets, racine: Element, bloc: BlocAEcrire): void {
  switch (bloc.type) {
    case 'titre': {
      const corps = [13, 11, 9.5][bloc.niveau - 1] ?? 9.5;
      const role = (['H2', 'H3', 'H4'] as const)[bloc.niveau - 1] ?? 'H4';
      if (feuillets.reste < corps * 4) feuillets.tourner();
      feuillets.y -= corps * 0.6;
      paragraphe(feuillets, element(role, racine), bloc.texte, { police: 'grasse', corps, couleur: BLEU, apres: 4 });
      return;
    }
    case 'paragraphe':
      for (const texte of nettoyer(bloc.texte).split('\n'))
        paragraphe(feuillets, element('P', racine), texte, { police: 'ordinaire', corps: CORPS, apres: 4 });
      return;
    case 'tableau':
      tableau(feuillets, racine, bloc.feuille);
  }
}

type Style = { readonly police: Police; readonly corps: number; readonly couleur?: string; readonly apres: number };

function paragraphe(feuillets: Feuillets, proprietaire: Element, texte: string, { apres, ...style }: Style): void {
  for (const ligne of couper(texte, style.police, style.corps, feuillets.utile)) {
    if (feuillets.reste < style.corps * 1.4) feuillets.tourner();
    feuillets.y -= style.corps * 1.4;
    feuillets.ecrire(proprietaire, ligne, { x: MARGE, y: feuillets.y + style.corps * 0.35, ...style });
  }
  feuillets.y -= apres;
}

function tableau(feuillets: Feuillets, racine: Element, feuille: FeuilleAEcrire): void {
  const { titre, entetes, lignes, notes = [] } = feuille;
  if (titre !== undefined) poser(feuillets, racine, { type: 'titre', niveau: 2, texte: titre });
  const largeurs = repartir(feuille, feuillets.utile);
  const arbre = element('Table', racine);
  const mesurer = (textes: readonly string[], police: Police) =>
    textes.map((texte, colonne) => couper(texte, police, CELLULE, (largeurs[colonne] ?? 0) - 2 * BLANC));
  const hauteurDe = (cellules: readonly (readonly string[])[]) =>
    Math.max(1, ...cellules.map(({ length }) => length)) * CELLULE * 1.3 + 2 * BLANC;
  const enTete = mesurer(entetes, 'grasse');
  const poserEnTete = (lue: boolean) => {
    const rangee = lue ? element('TR', arbre) : null;
    poserRangee(feuillets, enTete, largeurs, hauteurDe(enTete), (colonne) => ({
      proprietaire: rangee && element('TH', rangee, 'Column'),
      police: 'grasse',
      fond: colonne === 0 ? '0.89 0.89 0.99' : null,
    }));
  };
  const rangees = lignes.map((ligne) =>
    mesurer(
      entetes.map((_, colonne) => texteDeValeur(ligne[colonne] ?? null)),
      'ordinaire',
    ),
  );
  if (feuillets.reste < hauteurDe(enTete) + (rangees[0] ? hauteurDe(rangees[0]) : 0)) feuillets.tourner();
  poserEnTete(true);
  for (const cellules of rangees) {
    const hauteur = hauteurDe(cellules);
    if (feuillets.reste < hauteur) {
      feuillets.tourner();
      // Said again for the eye; assistive tools already have it.
      poserEnTete(false);
    }
    const rangee = element('TR', arbre);
    poserRangee(feuillets, cellules, largeurs, hauteur, (colonne) => ({
      proprietaire: colonne === 0 ? element('TH', rangee, 'Row') : element('TD', rangee),
      police: 'ordinaire',
      fond: null,
    }));
  }
  feuillets.y -= 8;
  for (const note of notes)
    paragraphe(feuillets, element('P', racine), nettoyer(note), {
      police: 'ordinaire',
      corps: 8,
      couleur: GRIS,
      apres: 2,
    });
}

type Cellule = { readonly proprietaire: Element | null; readonly police: Police; readonly fond: string | null };

function poserRangee(
  feuillets: Feuillets,
  cellules: readonly (readonly string[])[],
  largeurs: readonly number[],
  hauteur: number,
  celluleDe: (colonne: number) => Cellule,
): void {
  const haut = feuillets.y;
  let x = MARGE;
  cellules.forEach((lignes, colonne) => {
    const { proprietaire, police, fond } = celluleDe(colonne);
    if (fond !== null) feuillets.aplat(MARGE, haut - hauteur, feuillets.utile, hauteur, fond);
    lignes.forEach((ligne, rang) => {
      const y = haut - BLANC - CELLULE * (rang * 1.3 + 1);
      feuillets.ecrire(proprietaire, ligne, { x: x + BLANC, y, police, corps: CELLULE });
    });
    x += largeurs[colonne] ?? 0;
  });
  feuillets.aplat(MARGE, haut - hauteur, feuillets.utile, 0.5, '0.75 0.75 0.75');
  feuillets.y = haut - hauteur;
}

/** The text in lines that fit: cut at spaces that may break, inside a word only when it is wider than the line. */
export function couper(texte: string, police: Police, corps: number, largeur: number): readonly string[] {
  return nettoyer(texte)
    .replaceAll('\t', ' ')
    .split('\n')
    .flatMap((morceau) => {
      const lignes: string[] = [];
      let ligne = '';
      for (const mot of morceau.split(' ').flatMap((mot) => casser(mot, police, corps, largeur))) {
        const essai = ligne === '' ? mot : `${ligne} ${mot}`;
        if (ligne !== '' && largeurDe(essai, police, corps) > largeur) {
          lignes.push(ligne);
          ligne = mot;
        } else ligne = essai;
      }
      return [...lignes, ligne];
    });
}

function casser(mot: string, police: Police, corps: number, largeur: number): readonly string[] {
  if (largeurDe(mot, police, corps) <= largeur) return [mot];
  const parties = mot.split('\u00a0');
  if (parties.length > 1) return parties.flatMap((partie) => casser(partie, police, corps, largeur));
  const morceaux: string[] = [];
  let reste = '';
  for (const caractere of mot) {
    if (reste !== '' && largeurDe(reste + caractere, police, corps) > largeur) {
      morceaux.push(reste);
      reste = '';
    }
    reste += caractere;
  }
  return [...morceaux, reste];
}

function numeroter(feuillets: Feuillets, titre: string): void {
  const total = feuillets.pages.length;
  feuillets.pages.forEach((_, page) => {
    const texte = `${titre} · page ${page + 1} sur ${total}`;
    feuillets.enPied(page, texte);
  });
}
