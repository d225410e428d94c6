import type { Jour } from '#socle/valeurs';
import type { FeuilleAEcrire } from '#tableur';
import type { SuiviPresente } from '../../presentation.ts';

/** A cell of the heat table: what it says, how it is drawn. The words are enough; the rest helps the eye. */
export type Cellule = {
  readonly territoire: string;
  readonly texte: string;
  /** Said after the figure when it asks for attention. */
  readonly mot: string | null;
  readonly classe: ClasseDeTaux;
};

/** Classes of the rate, the same for the heat table and for the map. */
export const CLASSES_DE_TAUX = [
  { cle: 'recul', libelle: 'en recul' },
  { cle: 'de0a25', libelle: 'moins de 25 %' },
  { cle: 'de25a50', libelle: 'de 25 à 50 %' },
  { cle: 'de50a75', libelle: 'de 50 à 75 %' },
  { cle: 'de75a100', libelle: 'de 75 à 100 %' },
  { cle: 'atteinte', libelle: 'cible atteinte' },
] as const;

export type ClasseDeTaux = (typeof CLASSES_DE_TAUX)[number]['cle'] | 'sans_valeur' | 'ferme';

export function classeDuTaux({ taux, position }: Pick<SuiviPresente, 'taux' | 'position'>): ClasseDeTaux {
  if (taux.valeur === null) return 'sans_valeur';
  if (position === 'recul') return 'recul';
  const valeur = Number(taux.valeur);
  if (valeur >= 100) return 'atteinte';
  return valeur < 25 ? 'de0a25' : valeur < 50 ? 'de25a50' : valeur < 75 ? 'de50a75' : 'de75a100';
}

/** One row a reform, one cell a territory, in the order given. A pair nobody opened says so. */
export function croiser<R extends { readonly id: string; readonly nom: string }>(
  reformes: readonly R[],
  territoires: readonly { readonly code: string }[],
  suivis: readonly SuiviPresente[],
): readonly { readonly reforme: R; readonly cellules: readonly Cellule[] }[] {
  const parPaire = new Map(suivis.map((suivi) => [`${suivi.reforme} ${suivi.territoire}`, suivi]));
  return reformes.map((reforme) => ({
    reforme,
    cellules: territoires.map(({ code }) => celluleDe(code, parPaire.get(`${reforme.id} ${code}`))),
  }));
}

function celluleDe(territoire: string, suivi: SuiviPresente | undefined): Cellule {
  if (suivi === undefined) return { territoire, texte: 'non ouvert', mot: null, classe: 'ferme' };
  return {
    territoire,
    texte: suivi.taux.texte,
    mot: suivi.position === 'en_retrait' ? 'en retrait' : null,
    classe: classeDuTaux(suivi),
  };
}

/** The same table as a sheet, with the words of the screen. */
export function feuilleDeChaleur(
  titre: string,
  territoires: readonly { readonly nom: string }[],
  lignes: readonly {
    readonly reforme: { readonly nom: string; readonly theme: string };
    readonly cellules: readonly Cellule[];
  }[],
  au: Jour,
): FeuilleAEcrire {
  return {
    nom: 'Réformes et territoires',
    titre,
    entetes: ['Réforme', 'Thème', ...territoires.map(({ nom }) => nom), 'Situation au'],
    lignes: lignes.map(({ reforme, cellules }) => [
      reforme.nom,
      reforme.theme,
      ...cellules.map(direCellule),
      { jour: au },
    ]),
  };
}

export function direCellule({ texte, mot }: Pick<Cellule, 'texte' | 'mot'>): string {
  return mot === null ? texte : `${texte}, ${mot}`;
}
