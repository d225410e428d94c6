import type { DocumentLu, Ligne } from '#tableur';
import type { Anomalie, ColonneLue } from '../regles/lecture.ts';
import { aVerifier, erreur, information } from './anomalies.ts';
import { type LigneBrute, ligneEnTexte, suiteHorizontale, type Valeur } from './cellules.ts';
import { nomDeColonne } from './colonne-observee.ts';
import { attribuerColonnes } from './colonnes.ts';
import { classerRangees, type Facon } from './corps.ts';
import { colonnesDExport, estUnExport } from './entetes-d-export.ts';
import type { OptionsDeLecture } from './outils.ts';
import { Sections } from './sections.ts';
import type { Entete } from './structure.ts';
import { type Choix, corpsDe, lignesAuDessus, nommerTableau, type TableauVu } from './tableaux.ts';
import { trouverTitre } from './titre.ts';

export type GrilleLue = {
  readonly titre: string | null;
  readonly colonnes: readonly ColonneLue[];
  readonly lignes: readonly LigneBrute[];
  readonly horsTableau: readonly string[];
  readonly anomalies: readonly Anomalie[];
  /** A column holds the wording of the actions: rows can be read. */
  readonly lisible: boolean;
  /** The file is one of our exports. */
  readonly regulier: boolean;
};

/** Reads the chosen tables as rows of one plan, and keeps everything that stands around them. */
export function lireGrille(document: DocumentLu, choix: Choix, options: OptionsDeLecture): GrilleLue {
  const { retenus, autres } = choix;
  const [premier] = retenus;
  if (!premier) return { ...VIDE, titre: null };
  const largeur = Math.max(...premier.tableau.lignes.map(({ cellules }) => cellules.length), 0);
  const entete: Entete = premier.entete ?? { indice: -1, hauteur: 1, textes: new Array<string>(largeur).fill('') };
  const corps = retenus.flatMap((vu) => corpsDe(vu));
  const regulier = options.correspondance === undefined && estUnExport(entete);
  const imposees = regulier ? colonnesDExport(entete) : options.correspondance;
  const { colonnes, anomalies } =
    premier.entete || imposees
      ? attribuerColonnes(entete.textes, corps, imposees)
      : { colonnes: colonnesInconnues(corps, largeur), anomalies: [] };
  const lisible = colonnes.some(({ champ }) => champ === 'intitule');

  const { titre, reste } = trouverTitre(
    document,
    lignesAuDessus(premier),
    retenus.length === 1 ? premier.tableau.nom : null,
    options.nomDeFichier,
  );
  const lecture = lisible
    ? lireRangees(retenus, entete, colonnes, { regulier, csv: document.format === 'csv' })
    : { lignes: [], notes: corps.map(ligneEnTexte), chapeaux: new Set<string>() };
  return {
    titre,
    colonnes,
    lignes: lecture.lignes,
    horsTableau: [
      ...reste,
      ...retenus.slice(1).flatMap((vu) => lignesAuDessus(vu).map(ligneEnTexte)),
      ...lecture.notes,
      ...paragraphesSuivants(document).filter((texte) => !lecture.chapeaux.has(texte)),
      ...autres.flatMap(texteDe),
    ],
    anomalies: [
      ...(lisible ? [] : [sansEntete(premier, corps.length, premier.entete !== null)]),
      ...anomalies,
      ...autres.map(signaler),
    ],
    lisible,
    regulier,
  };
}

type Rangees = {
  readonly lignes: readonly LigneBrute[];
  readonly notes: readonly string[];
  /** Headings of the document used as axes. */
  readonly chapeaux: ReadonlySet<string>;
};

function lireRangees(
  retenus: readonly TableauVu[],
  entete: Entete,
  colonnes: readonly ColonneLue[],
  facon: Facon,
): Rangees {
  const lignes: LigneBrute[] = [];
  const notes: string[] = [];
  const chapeaux = new Set<string>();
  const partager = retenus.length > 1 && !colonnes.some(({ champ }) => champ === 'axe');
  for (const vu of retenus) {
    const sections = new Sections();
    const lieu = (): Lieu => ({ tableau: vu.rang, sections: sections.titres });
    const nom = partager ? (vu.chapeau ?? vu.tableau.nom) : null;
    if (nom !== null) {
      sections.ouvrir(nom);
      if (nom === vu.chapeau) chapeaux.add(nom);
    }
    for (const rangee of classerRangees(corpsDe(vu), vu.entete ?? entete, colonnes, facon)) {
      if (rangee.genre === 'section') sections.ouvrir(rangee.titre);
      if (rangee.genre === 'note') notes.push(rangee.texte);
      if (rangee.genre === 'suite') prolonger(lignes, rangee.ligne, colonnes, lieu());
      if (rangee.genre === 'action') {
        lignes.push(enBrut(rangee.ligne, colonnes, lieu()));
        sections.passerUneAction();
      }
    }
    notes.push(...sections.conclure());
  }
  return { lignes, notes, chapeaux };
}

type Lieu = { readonly tableau: number; readonly sections: readonly string[] };

function enBrut(ligne: Ligne, colonnes: readonly ColonneLue[], { tableau, sections }: Lieu): LigneBrute {
  return { numero: ligne.numero, tableau, sections: [...sections], valeurs: valeursDe(ligne, colonnes), suites: [] };
}

/** Adds the row to the action above: only what it says in its own cells. */
function prolonger(lignes: LigneBrute[], ligne: Ligne, colonnes: readonly ColonneLue[], lieu: Lieu): void {
  const action = lignes.at(-1);
  if (!action) {
    lignes.push(enBrut(ligne, colonnes, lieu));
    return;
  }
  const neuves = valeursDe(ligne, colonnes).filter(
    ({ champ, cellule }) => !REPETES.has(champ) && (cellule.fusion === null || cellule.fusion.ligne === ligne.numero),
  );
  lignes[lignes.length - 1] = { ...action, suites: [...action.suites, neuves] };
}

const REPETES: ReadonlySet<string> = new Set(['intitule', 'code', 'numero', 'axe', 'sous_axe']);

function valeursDe(ligne: Ligne, colonnes: readonly ColonneLue[]): Valeur[] {
  return colonnes.flatMap((colonne) => {
    const cellule = ligne.cellules[colonne.position];
    if (!cellule || suiteHorizontale(cellule, colonne.position)) return [];
    return [{ champ: colonne.champ, colonne: nomDeColonne(colonne), cellule }];
  });
}

function colonnesInconnues(corps: readonly Ligne[], largeur: number): ColonneLue[] {
  return Array.from({ length: largeur }, (_, position) => ({
    position,
    entete: null,
    champ: 'ignoree',
    exemple: corps.map(({ cellules }) => cellules[position]?.texte.trim() ?? '').find((texte) => texte !== '') ?? null,
  }));
}

/** Paragraphs from the first table on; those before it are read with the title. */
function paragraphesSuivants(document: DocumentLu): string[] {
  const premier = document.blocs.findIndex(({ type }) => type === 'tableau');
  return document.blocs
    .slice(premier + 1)
    .flatMap((bloc) => (bloc.type === 'paragraphe' && bloc.texte.trim() !== '' ? [bloc.texte.trim()] : []));
}

const LIGNES_GARDEES = 500;

function texteDe({ tableau }: TableauVu): string[] {
  return tableau.lignes.slice(0, LIGNES_GARDEES).map(ligneEnTexte);
}

function signaler(vu: TableauVu): Anomalie {
  const nombre = vu.tableau.lignes.length;
  const suite = nombre > LIGNES_GARDEES ? `, dont les ${LIGNES_GARDEES} premières sont gardées hors tableau` : '';
  const compte = `${nombre} ligne${nombre > 1 ? 's' : ''}${suite}`;
  const message = `Le document contient aussi ${nommerTableau(vu)} (${compte}), qui n’a pas les mêmes colonnes : il n’est pas repris dans les actions. S’il s’agit du plan, choisissez-le.`;
  return vu.entete ? aVerifier(message) : information(message);
}

function sansEntete(vu: TableauVu, nombre: number, partiel: boolean): Anomalie {
  const quoi = partiel
    ? `Dans ${nommerTableau(vu)}, aucune colonne ne dit l’action`
    : `Aucune ligne d’en-tête n’a été reconnue dans ${nommerTableau(vu)}`;
  return erreur(
    `${quoi} : ses ${nombre} lignes sont gardées hors tableau. Il faut au moins une colonne « Action » (ou « Mesure », « Recommandation », « Intitulé ») ; « Pilote », « Échéance » et « État d’avancement » sont utiles. Indiquez la correspondance des colonnes, ou ajoutez une ligne d’en-tête au fichier.`,
  );
}

const VIDE: GrilleLue = {
  titre: null,
  colonnes: [],
  lignes: [],
  horsTableau: [],
  anomalies: [],
  lisible: false,
  regulier: false,
};
