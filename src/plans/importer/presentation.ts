import { libelleDEcheance } from '#echeances';
import { cleDeTexte } from '#socle/valeurs';
import { annuaireDeReference } from '#territoires';
import { lettreDeColonne } from '../lecture/cellules.ts';
import { choisirTableaux } from '../lecture/tableaux.ts';
import type { ActionLue, Anomalie, ChampDePlan, ColonneLue, RolePilote } from '../regles/lecture.ts';
import { LIBELLES_DE_STATUT } from '../regles/statuts.ts';
import type { Apercu, Import } from './apercu.ts';
import { cleDeLigne } from './choix.ts';

export const LIGNES_PAR_PAGE = 50;
const ANOMALIES_MONTREES = 100;
const TEXTES_MONTRES = 200;

export const VUES = ['toutes', 'a_verifier', 'erreur', 'ecartees'] as const;
export type VueDeLignes = (typeof VUES)[number];

/** A row as it will be in the plan. */
export type LignePresentee = {
  readonly cle: string;
  readonly ligne: number;
  readonly ecartee: boolean;
  readonly corrigible: boolean;
  readonly code: string | null;
  readonly axe: string | null;
  readonly intitule: string;
  readonly miseEnOeuvre: string | null;
  readonly livrables: string | null;
  readonly pilotes: readonly PilotePresente[];
  readonly echeances: readonly EcheancePresentee[];
  readonly statut: string | null;
  readonly taux: string | null;
  readonly avancement: string | null;
  readonly trajectoire: readonly { readonly date: string | null; readonly texte: string; readonly taux: number }[];
  readonly recommandations: readonly string[];
  readonly anomalies: readonly Anomalie[];
};

/** `organisation` is the name found in the directory, null when the words stay as text. */
export type PilotePresente = {
  readonly texte: string;
  readonly role: RolePilote;
  readonly organisation: string | null;
};

export type EcheancePresentee = {
  readonly libelle: string | null;
  readonly texte: string;
  readonly sens: string;
  readonly ambigu: boolean;
  readonly hypotheses: readonly string[];
};

export type AnomaliePresentee = Anomalie & {
  /** Rows of the file it may be about, to correct them; several when tables share their numbers. */
  readonly cles: readonly { readonly cle: string; readonly texte: string }[];
};

export type ComptesDeLignes = {
  readonly lues: number;
  readonly pretes: number;
  readonly aVerifier: number;
  /** Rows that could not be read as an action: they are lost unless corrected. */
  readonly perdues: number;
  readonly ecartees: number;
  /** How many will be written. */
  readonly retenues: number;
};

export type ColonnePresentee = ColonneLue & {
  readonly nom: string;
  /** Decided by the user. */
  readonly choisie: boolean;
};

export type ApercuPresente = {
  readonly comptes: ComptesDeLignes;
  readonly colonnes: readonly ColonnePresentee[];
  /** The document is made of « fiches »: its labels are read as they are, there is no table to map. */
  readonly enFiches: boolean;
  readonly tableaux: Apercu['tableaux'];
  readonly anomalies: readonly AnomaliePresentee[];
  readonly anomaliesEnPlus: number;
  readonly horsTableau: readonly string[];
  readonly horsTableauEnPlus: number;
};

/** What the preview page says of the whole file. */
export function presenterApercu(unImport: Import, apercu: Apercu): ApercuPresente {
  const { lu, document } = apercu;
  const { choix } = unImport;
  const cles = clesParLigne(apercu, choix.tableau);
  const ordinaires = lu.anomalies.slice(0, ANOMALIES_MONTREES);
  return {
    comptes: compterLesLignes(unImport, apercu),
    colonnes: lu.colonnes.map((colonne) => ({
      ...colonne,
      nom: nomDe(colonne),
      exemple: colonne.exemple === null ? null : couper(colonne.exemple, 120),
      choisie: String(colonne.position) in choix.correspondance,
    })),
    enFiches: lu.actions.length > 0 && lu.actions.every(({ tableau }) => tableau === undefined),
    tableaux: apercu.tableaux,
    anomalies: ordinaires.map((anomalie) => ({
      ...anomalie,
      cles: anomalie.ligne === null || document.blocs.length === 0 ? [] : (cles.get(anomalie.ligne) ?? []),
    })),
    anomaliesEnPlus: lu.anomalies.length - ordinaires.length,
    horsTableau: lu.horsTableau.slice(0, TEXTES_MONTRES),
    horsTableauEnPlus: Math.max(0, lu.horsTableau.length - TEXTES_MONTRES),
  };
}

export function compterLesLignes({ choix }: Import, { lu }: Apercu): ComptesDeLignes {
  const ecartees = new Set(choix.ecartees);
  const douteuses = lignesDouteuses(lu.anomalies);
  const retenues = lu.actions.filter((action) => !ecartees.has(cleDeLigne(action)));
  const aVerifier = retenues.filter(({ ligne }) => douteuses.has(ligne)).length;
  const perdues = lignesPerdues(lu.anomalies, lu.actions).size;
  return {
    lues: lu.actions.length + perdues,
    pretes: retenues.length - aVerifier,
    aVerifier,
    perdues,
    ecartees: lu.actions.length - retenues.length,
    retenues: retenues.length,
  };
}

/** One page of the rows of this view, presented. */
export function presenterLignes(
  { choix }: Import,
  { lu }: Apercu,
  { vue, page }: { readonly vue: VueDeLignes; readonly page: number },
): { readonly lignes: LignePresentee[]; readonly trouvees: number; readonly page: number; readonly pages: number } {
  const ecartees = new Set(choix.ecartees);
  const anomalies = parLigne(lu.anomalies);
  const retenues = lu.actions.filter((action) => {
    if (vue === 'toutes') return true;
    if (vue === 'ecartees') return ecartees.has(cleDeLigne(action));
    return (anomalies.get(action.ligne) ?? []).some(({ gravite }) =>
      vue === 'erreur' ? gravite === 'erreur' : gravite !== 'information',
    );
  });
  const pages = Math.max(1, Math.ceil(retenues.length / LIGNES_PAR_PAGE));
  const ici = Math.min(page, pages);
  return {
    lignes: retenues
      .slice((ici - 1) * LIGNES_PAR_PAGE, ici * LIGNES_PAR_PAGE)
      .map((action) => presenterLigne(action, ecartees.has(cleDeLigne(action)), anomalies.get(action.ligne) ?? [])),
    trouvees: retenues.length,
    page: ici,
    pages,
  };
}

export function presenterLigne(action: ActionLue, ecartee: boolean, anomalies: readonly Anomalie[]): LignePresentee {
  return {
    cle: cleDeLigne(action),
    ligne: action.ligne,
    ecartee,
    corrigible: action.tableau !== undefined,
    code: action.code,
    axe: action.axes.join(' › ') || null,
    intitule: action.intitule,
    miseEnOeuvre: action.miseEnOeuvre,
    livrables: action.livrables,
    pilotes: action.pilotes.map(({ texte, role, organisation }) => ({
      texte,
      role,
      organisation: nommer(organisation),
    })),
    echeances: action.echeances.map((echeance) => ({
      libelle: echeance.libelle,
      texte: echeance.texte,
      sens: libelleDEcheance(echeance),
      ambigu: echeance.ambigu,
      hypotheses: echeance.hypotheses,
    })),
    statut: action.statut && LIBELLES_DE_STATUT[action.statut],
    taux: action.tauxRealisation,
    avancement: action.avancement,
    trajectoire: action.trajectoire,
    recommandations: action.recommandations,
    anomalies,
  };
}

/** One row of the file with the words of its cells, to correct them. Null when there is no such row. */
export type LigneACorriger = {
  readonly cle: string;
  readonly ligne: number;
  readonly cellules: readonly {
    readonly position: number;
    readonly nom: string;
    readonly champ: ChampDePlan;
    readonly texte: string;
    readonly probleme: string | null;
  }[];
  readonly corrigee: boolean;
};

export function ligneACorriger({ choix }: Import, { document, lu }: Apercu, cle: string): LigneACorriger | null {
  const [tableau, numero] = cle.split(':').map(Number);
  const lignes = document.blocs.filter((bloc) => bloc.type === 'tableau')[tableau ?? -1]?.lignes;
  const ligne = lignes?.find((candidate) => candidate.numero === numero);
  if (!ligne || tableau === undefined) return null;
  const problemes = (parLigne(lu.anomalies).get(ligne.numero) ?? []).filter(({ gravite }) => gravite !== 'information');
  return {
    cle,
    ligne: ligne.numero,
    cellules: lu.colonnes.flatMap((colonne) => {
      const cellule = ligne.cellules[colonne.position];
      if (!cellule) return [];
      const nom = nomDe(colonne);
      const probleme = problemes.find((anomalie) => anomalie.colonne !== null && memeNom(anomalie.colonne, nom));
      return [
        {
          position: colonne.position,
          nom,
          champ: colonne.champ,
          texte: cellule.texte,
          probleme: probleme?.message ?? null,
        },
      ];
    }),
    corrigee: choix.corrections.some(
      (correction) => correction.tableau === tableau && correction.ligne === ligne.numero,
    ),
  };
}

function nomDe({ entete, position }: Pick<ColonneLue, 'entete' | 'position'>): string {
  return entete?.replace(/\s+/g, ' ') ?? `Colonne ${lettreDeColonne(position)}`;
}

function memeNom(a: string, b: string): boolean {
  return cleDeTexte(a) === cleDeTexte(b) || cleDeTexte(`Colonne ${a}`) === cleDeTexte(b);
}

function nommer(organisation: string | null): string | null {
  const connue = organisation === null ? null : annuaireDeReference().lire(organisation);
  return connue ? (connue.sigle ?? connue.nom) : organisation;
}

function parLigne(anomalies: readonly Anomalie[]): Map<number, Anomalie[]> {
  const groupes = new Map<number, Anomalie[]>();
  for (const anomalie of anomalies) {
    if (anomalie.ligne === null) continue;
    const groupe = groupes.get(anomalie.ligne);
    if (groupe) groupe.push(anomalie);
    else groupes.set(anomalie.ligne, [anomalie]);
  }
  return groupes;
}

function lignesDouteuses(anomalies: readonly Anomalie[]): Set<number> {
  return new Set(
    anomalies.flatMap(({ ligne, gravite }) => (ligne !== null && gravite !== 'information' ? [ligne] : [])),
  );
}

/** Rows in error that gave no action. */
function lignesPerdues(anomalies: readonly Anomalie[], actions: readonly ActionLue[]): Set<number> {
  const lues = new Set(actions.map(({ ligne }) => ligne));
  return new Set(
    anomalies.flatMap(({ ligne, gravite }) =>
      gravite === 'erreur' && ligne !== null && !lues.has(ligne) ? [ligne] : [],
    ),
  );
}

/** For each number seen in the file, the rows of the tables read that bear it. */
function clesParLigne({ document }: Apercu, tableau: number | null): Map<number, { cle: string; texte: string }[]> {
  const { retenus } = choisirTableaux(document, tableau ?? undefined);
  const cles = new Map<number, { cle: string; texte: string }[]>();
  for (const { rang, tableau: lu } of retenus) {
    for (const { numero } of lu.lignes) {
      const texte =
        retenus.length === 1 ? `Corriger la ligne ${numero}` : `Corriger la ligne ${numero} du tableau ${rang + 1}`;
      const entree = { cle: `${rang}:${numero}`, texte };
      const deja = cles.get(numero);
      if (deja) deja.push(entree);
      else cles.set(numero, [entree]);
    }
  }
  return cles;
}

function couper(texte: string, longueur: number): string {
  return texte.length <= longueur ? texte : `${texte.slice(0, longueur - 1)}…`;
}
