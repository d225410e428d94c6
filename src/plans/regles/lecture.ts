import type { Echeance } from '#echeances';
import type { Jour } from '#socle/valeurs';

/** Role of an organisation on an action, as the cell says it. */
export type RolePilote = 'pilote' | 'en_lien_avec' | 'concours';

/** An organisation as written in the cell. `organisation` is its identifier when one was found, else null. */
export type PiloteLu = { readonly texte: string; readonly organisation: string | null; readonly role: RolePilote };

/** A point of the expected trajectory: rate in percent (0 to 100) at a date. `date` is null when the year is unknown. */
export type JalonLu = { readonly texte: string; readonly date: Jour | null; readonly taux: number };

/** One action as it will be written. `ligne` is the row a person sees in the file. */
export type ActionLue = {
  readonly ligne: number;
  /** Rank of its table in the document, from 0; absent when the document has none. */
  readonly tableau?: number;
  readonly code: string | null;
  /** Titles from the outermost axe to the innermost: objectif, then thème. */
  readonly axes: readonly string[];
  readonly intitule: string;
  readonly miseEnOeuvre: string | null;
  readonly pilotesTexte: string | null;
  readonly pilotes: readonly PiloteLu[];
  readonly echeancesTexte: string | null;
  readonly echeances: readonly Echeance[];
  readonly livrables: string | null;
  readonly avancement: string | null;
  /** Declared status when the file has a column for it and its word is known. */
  readonly statut: StatutDeclare | null;
  /** Declared rate in percent, 0 to 100, as a decimal text (« 93 », « 33.3 »), or null when not given. */
  readonly tauxRealisation: string | null;
  readonly trajectoire: readonly JalonLu[];
  readonly recommandations: readonly string[];
};

export type StatutDeclare = 'a_lancer' | 'en_cours' | 'bloquee' | 'terminee' | 'abandonnee';

/** The fields a column can feed; `ignoree` is a choice of the user, kept visible. */
export type ChampDePlan =
  | 'numero'
  | 'code'
  | 'axe'
  | 'sous_axe'
  | 'recommandation'
  | 'intitule'
  | 'mise_en_oeuvre'
  | 'description'
  | 'pilotes'
  | 'en_lien_avec'
  | 'concours'
  | 'echeance'
  | 'livrables'
  | 'livrables_et_echeances'
  | 'avancement'
  | 'statut'
  | 'taux'
  | 'trajectoire'
  | 'ignoree';

export type Anomalie = {
  readonly ligne: number | null;
  /** Heading of the column, or its letter when it has none. */
  readonly colonne: string | null;
  /** `erreur`: the row cannot be taken as it is; `a_verifier`: taken, the user should look; `information`. */
  readonly gravite: 'erreur' | 'a_verifier' | 'information';
  /** French sentence: what was seen, what was understood, what to do. */
  readonly message: string;
};

export type ColonneLue = {
  /** Position in the table, from 0. */
  readonly position: number;
  /** The heading as written; null when the column has none. */
  readonly entete: string | null;
  readonly champ: ChampDePlan;
  /** First non-empty value of the column. */
  readonly exemple: string | null;
};

/** A plan as read from a file, before anything is written. */
export type PlanLu = {
  readonly titre: string | null;
  readonly colonnes: readonly ColonneLue[];
  readonly actions: readonly ActionLue[];
  /** What stands outside the table and is not an action: introduction, notes under the table. Nothing is dropped. */
  readonly horsTableau: readonly string[];
  readonly anomalies: readonly Anomalie[];
};
