import type { Morceau } from './geometrie.ts';
import { enLignes, enTexte, type LigneDeTexte } from './lignes.ts';
import type { TableDePage } from './table-de-page.ts';

/**
 * Tables without ruling lines: consecutive lines which the same white columns cut. What is left is given back. Rows
 * are told apart by the wider space between them, else by the lines where the first column says something.
 */
export function tableauxSansFilets(lignes: readonly LigneDeTexte[]): { tables: TableDePage[]; lignes: LigneDeTexte[] } {
  const tables: TableDePage[] = [];
  const restantes: LigneDeTexte[] = [];
  let position = 0;
  while (position < lignes.length) {
    const zone = etendre(lignes, position);
    if (zone && estUneTable(zone)) {
      tables.push(enTable(zone));
      position += zone.lignes.length;
    } else {
      const ligne = lignes[position];
      if (ligne) restantes.push(ligne);
      position++;
    }
  }
  return { tables, lignes: restantes };
}

type Bande = { readonly gauche: number; readonly droite: number };
type Zone = { readonly lignes: readonly LigneDeTexte[]; readonly colonnes: readonly Bande[] };

/** Wider than between two words, even justified, in bodies of the font. */
const ECART_DE_COLONNE = 1.2;
/** Farther apart than that, in bodies, two lines are not of one table. */
const ECART_DE_LIGNE = 4;

function etendre(lignes: readonly LigneDeTexte[], debut: number): Zone | null {
  const premiere = lignes[debut];
  if (!premiere || segments(premiere).length < 2) return null;
  let zone: Zone = { lignes: [premiere], colonnes: segments(premiere) };
  for (const ligne of lignes.slice(debut + 1)) {
    const precedente = zone.lignes.at(-1) ?? premiere;
    if (ligne.haut - precedente.bas > ECART_DE_LIGNE * ligne.corps) break;
    const ajoutes = segments(ligne);
    // A segment astride two columns is a sentence: the table is over.
    if (ajoutes.some((segment) => zone.colonnes.filter((colonne) => seTouchent(colonne, segment)).length > 1)) break;
    zone = { lignes: [...zone.lignes, ligne], colonnes: reunir([...zone.colonnes, ...ajoutes]) };
  }
  return zone;
}

function segments({ morceaux, corps }: LigneDeTexte): Bande[] {
  const bandes: { gauche: number; droite: number }[] = [];
  for (const { gauche, droite } of morceaux) {
    const derniere = bandes.at(-1);
    if (derniere && gauche - derniere.droite < ECART_DE_COLONNE * corps)
      derniere.droite = Math.max(derniere.droite, droite);
    else bandes.push({ gauche, droite });
  }
  return bandes;
}

function seTouchent(a: Bande, b: Bande): boolean {
  return a.gauche < b.droite && b.gauche < a.droite;
}

function reunir(bandes: readonly Bande[]): Bande[] {
  const reunies: { gauche: number; droite: number }[] = [];
  for (const bande of [...bandes].sort((a, b) => a.gauche - b.gauche)) {
    const derniere = reunies.at(-1);
    if (derniere && bande.gauche <= derniere.droite) derniere.droite = Math.max(derniere.droite, bande.droite);
    else reunies.push({ ...bande });
  }
  return reunies;
}

/** At least two columns on three lines, or three columns on two. */
function estUneTable({ lignes, colonnes }: Zone): boolean {
  const coupees = lignes.filter((ligne) => segments(ligne).length > 1).length;
  return coupees >= 3 || (coupees >= 2 && colonnes.length >= 3);
}

function enTable({ lignes, colonnes }: Zone): TableDePage {
  const rangees = enRangees(lignes, colonnes);
  return {
    haut: lignes[0]?.haut ?? 0,
    bords: [...colonnes.map(({ gauche }) => gauche), colonnes.at(-1)?.droite ?? 0],
    lignes: rangees.length,
    colonnes: colonnes.length,
    cases: rangees.flatMap((rangee, ligne) =>
      colonnes.map((bande, colonne) => {
        const dedans = rangee.flatMap(({ morceaux }) => morceaux.filter((morceau) => appartient(morceau, bande)));
        return { ligne, colonne, hauteur: 1, largeur: 1, texte: enTexte(enLignes(dedans), bande.droite) };
      }),
    ),
  };
}

function appartient(morceau: Morceau, { gauche, droite }: Bande): boolean {
  const milieu = (morceau.gauche + morceau.droite) / 2;
  return milieu >= gauche && milieu <= droite;
}

function enRangees(lignes: readonly LigneDeTexte[], [premiereColonne]: readonly Bande[]): LigneDeTexte[][] {
  const ecarts = lignes.slice(1).map((ligne, rang) => ligne.haut - (lignes[rang]?.bas ?? ligne.haut));
  const corps = lignes[0]?.corps ?? 0;
  const seuil = Math.min(...ecarts) + corps * 0.4;
  const espacees = ecarts.some((ecart) => ecart > seuil);
  const rangees: LigneDeTexte[][] = [];
  lignes.forEach((ligne, rang) => {
    const commence = espacees
      ? (ecarts[rang - 1] ?? Number.POSITIVE_INFINITY) > seuil
      : premiereColonne !== undefined && ligne.morceaux.some((morceau) => appartient(morceau, premiereColonne));
    const derniere = rangees.at(-1);
    if (derniere && !commence) derniere.push(ligne);
    else rangees.push([ligne]);
  });
  return rangees;
}
