import { reduireBlancs } from '#socle/valeurs';
import type { Cellule, DocumentLu, Tableau } from '#tableur';
import type { ChampDePlan } from '../regles/lecture.ts';
import {
  celluleDeTexte,
  cellulesPropres,
  type LigneBrute,
  ligneEnTexte,
  texteOuRien,
  type Valeur,
} from './cellules.ts';
import { reconnaitreEntete, type Sens } from './entetes.ts';
import { datesDeLaLigne, lireEnteteDatee } from './entetes-datees.ts';
import { ressembleAUnTaux } from './taux.ts';

export type FichesLues = {
  readonly lignes: readonly LigneBrute[];
  /** What stands before, between and after the fiches. */
  readonly avant: readonly string[];
  readonly hors: readonly string[];
};

/**
 * Documents where each action is a small block (« 1 - Mission : … », « Objectif : … », a table of dates and rates)
 * rather than a row. Null when the document is nothing of the kind. A fiche's row is its rank in the document.
 */
export function lireFiches(document: DocumentLu): FichesLues | null {
  const lecteur = new LecteurDeFiches();
  for (const bloc of document.blocs) {
    if (bloc.type === 'tableau') lecteur.lireTableau(bloc);
    else for (const ligne of bloc.texte.split('\n')) lecteur.lireLigne(ligne, bloc.titre);
  }
  return lecteur.conclure();
}

type Fiche = { readonly sections: readonly string[]; readonly valeurs: Valeur[] };

class LecteurDeFiches {
  private readonly fiches: Fiche[] = [];
  private readonly avant: string[] = [];
  private readonly hors: string[] = [];
  private dates: readonly string[] | null = null;
  /** The value that the next line of a wrapped paragraph continues. */
  private ouverte: { valeur: Valeur; rang: number } | null = null;

  lireLigne(brute: string, titre: boolean): void {
    const texte = brute.trim();
    if (reduireBlancs(texte) === '') {
      this.ouverte = null;
      return;
    }
    const debut = DEBUT_DE_FICHE.exec(texte);
    if (debut) {
      this.fiches.push({ sections: [], valeurs: [] });
      if (debut[1] ?? debut[3]) this.ajouter('code', 'Numéro', celluleDeTexte(debut[1] ?? debut[3] ?? ''));
      this.ajouter('intitule', debut[2] ?? 'Action', celluleDeTexte(debut[4] ?? ''));
      return;
    }
    const dansUneFiche = this.fiches.length > 0 && !titre;
    if (dansUneFiche && (this.lireTrajectoireEnTexte(texte) || this.lireEtiquette(texte))) return;
    if (dansUneFiche && this.ouverte) this.continuer(texte);
    else this.garder(texte);
  }

  lireTableau(tableau: Tableau): void {
    this.ouverte = null;
    const trajectoire = this.fiches.length > 0 ? lireTrajectoire(tableau) : null;
    if (trajectoire) for (const { date, cellule } of trajectoire) this.ajouter('trajectoire', date, cellule);
    else if (!this.lireFicheEnTableau(tableau)) for (const ligne of tableau.lignes) this.garder(ligneEnTexte(ligne));
  }

  conclure(): FichesLues | null {
    const decrites = this.fiches.filter(({ valeurs }) => new Set(valeurs.map(({ champ }) => champ)).size >= 3);
    if (this.fiches.length === 0 || decrites.length < this.fiches.length / 2) return null;
    const lignes = this.fiches.map(({ sections, valeurs }, rang) => ({
      numero: rang + 1,
      sections,
      valeurs,
      suites: [],
    }));
    return { lignes, avant: this.avant, hors: this.hors };
  }

  /** A table of two columns, « Pilote | DRH », « Échéance | fin 2023 »: one fiche. */
  private lireFicheEnTableau(tableau: Tableau): boolean {
    const paires = tableau.lignes.map((ligne) => cellulesPropres(ligne).map(({ cellule }) => cellule));
    const lues = paires.flatMap(([etiquette, valeur, ...autres]) => {
      const sens = etiquette ? reconnaitreEntete(etiquette.texte)?.sens : undefined;
      const champ = sens ? CHAMPS[sens] : undefined;
      return etiquette && champ && autres.length === 0 ? [{ champ, etiquette, valeur }] : [];
    });
    const champs = new Set(lues.map(({ champ }) => champ));
    if (!champs.has('intitule') || champs.size < 3 || lues.length < paires.length * 0.6) return false;
    this.fiches.push({ sections: [], valeurs: [] });
    for (const { champ, etiquette, valeur } of lues)
      if (valeur) this.ajouter(champ, reduireBlancs(etiquette.texte), valeur);
    for (const [rang, ligne] of tableau.lignes.entries()) {
      const etiquette = paires[rang]?.[0];
      if (!lues.some((lue) => lue.etiquette === etiquette)) this.hors.push(ligneEnTexte(ligne));
    }
    return true;
  }

  private lireEtiquette(texte: string): boolean {
    const parties = /^([^:]{2,45}?)\s*:\s*([\s\S]*)$/.exec(texte);
    const connu = parties?.[1] ? reconnaitreEntete(parties[1]) : null;
    const champ = connu?.sur ? CHAMPS[connu.sens] : undefined;
    if (!champ || champ === 'intitule') return false;
    this.ajouter(champ, parties?.[1]?.trim() ?? '', celluleDeTexte(parties?.[2] ?? ''));
    return true;
  }

  /** In a raw text, the little table is two lines: « échéance 11 mai 1er juin », « Taux de réalisation 75% 85% ». */
  private lireTrajectoireEnTexte(texte: string): boolean {
    const [, etiquette, suite] = /^(\D{4,30}?)\s*:?\s+(\d.*)$/.exec(reduireBlancs(texte)) ?? [];
    const sens = etiquette ? reconnaitreEntete(etiquette)?.sens : undefined;
    if (!suite || !sens) return false;
    const dates = datesDeLaLigne(suite);
    if (sens === 'echeance' && dates.length >= 2) {
      this.dates = dates;
      this.ouverte = null;
      return true;
    }
    const taux = suite.match(/\d+(?:[.,]\d+)?\s?%/g) ?? [];
    if (sens !== 'taux' || this.dates === null || taux.length !== this.dates.length) return false;
    for (const [rang, date] of this.dates.entries())
      this.ajouter('trajectoire', date, celluleDeTexte(taux[rang] ?? ''));
    this.dates = null;
    this.ouverte = null;
    return true;
  }

  private ajouter(champ: ChampDePlan, colonne: string, cellule: Cellule): void {
    const valeurs = this.fiches.at(-1)?.valeurs;
    if (!valeurs) return;
    const valeur = { champ, colonne: reduireBlancs(colonne), cellule };
    this.ouverte = champ === 'trajectoire' || champ === 'code' ? null : { valeur, rang: valeurs.length };
    valeurs.push(valeur);
  }

  private continuer(texte: string): void {
    const valeurs = this.fiches.at(-1)?.valeurs;
    if (!valeurs || !this.ouverte) return;
    const { valeur, rang } = this.ouverte;
    const suite = { ...valeur, cellule: celluleDeTexte(`${valeur.cellule.texte} ${texte}`.trim()) };
    valeurs[rang] = suite;
    this.ouverte = { valeur: suite, rang };
  }

  private garder(texte: string): void {
    if (texteOuRien(texte) === null) return;
    this.ouverte = null;
    (this.fiches.length === 0 ? this.avant : this.hors).push(texte);
  }
}

/** « 1 - Mission : … », « Fiche action n° 3 : … », « Mesure 2.1 – … ». */
const DEBUT_DE_FICHE =
  /^(?:(\d{1,3}(?:[.-]\d{1,3})*)\s*[-–—.):]\s*)?(mission|action|mesure|recommandation|fiche(?:[ -]action)?|projet|chantier)\s*(?:(?:n\s?[°o]\s*)?(\d{1,3}(?:[.-]\d{1,3})*)\s*)?(?::|–|—|-\s)\s*(\S[\s\S]*)$/i;

const CHAMPS: Partial<Record<Sens, ChampDePlan>> = {
  code: 'code',
  numero: 'code',
  intitule: 'intitule',
  action: 'intitule',
  mesure: 'intitule',
  recommandation: 'intitule',
  mission: 'intitule',
  axe: 'axe',
  sous_axe: 'sous_axe',
  objectif: 'description',
  description: 'description',
  tache: 'description',
  mise_en_oeuvre: 'mise_en_oeuvre',
  recommandation_visee: 'recommandation',
  pilotes: 'pilotes',
  en_lien_avec: 'en_lien_avec',
  concours: 'concours',
  echeance: 'echeance',
  debut: 'echeance',
  fin: 'echeance',
  livrables: 'livrables',
  livrables_et_echeances: 'livrables_et_echeances',
  avancement: 'avancement',
  statut: 'statut',
  etat: 'avancement',
  taux: 'taux',
  realise: 'taux',
};

/** A row of dates above a row of rates. Null when the table is anything else. */
function lireTrajectoire(tableau: Tableau): { date: string; cellule: Cellule }[] | null {
  const [dates, taux, ...autres] = tableau.lignes;
  if (!dates || !taux || autres.length > 0) return null;
  const jalons = dates.cellules.slice(1).flatMap((cellule, rang) => {
    const date = lireEnteteDatee(cellule.texte)?.date;
    const valeur = taux.cellules[rang + 1];
    return date && valeur && ressembleAUnTaux(valeur) ? [{ date, cellule: valeur }] : [];
  });
  return jalons.length > 0 && jalons.length === dates.cellules.length - 1 ? jalons : null;
}
