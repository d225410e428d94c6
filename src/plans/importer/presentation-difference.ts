import type { ChampCompare, LigneDeDifference } from '../regles/comparaison.ts';
import { LIBELLES_DE_STATUT, lireStatut } from '../regles/statuts.ts';
import type { Apercu, Import } from './apercu.ts';
import { cleDeDifference } from './appliquer.ts';
import { estRetenue } from './choix.ts';
import { LIGNES_PAR_PAGE, type LignePresentee, presenterLigne } from './presentation.ts';

const LIBELLES_DE_CHAMP: Readonly<Record<ChampCompare, string>> = {
  code: 'Code',
  axes: 'Axe',
  intitule: 'Action',
  miseEnOeuvre: 'Mise en œuvre',
  pilotes: 'Pilotes',
  echeances: 'Échéances',
  livrables: 'Livrables',
  avancement: 'État d’avancement',
  statut: 'Statut',
  tauxRealisation: 'Taux de réalisation',
  trajectoire: 'Trajectoire',
  recommandations: 'Recommandations visées',
};

export type DifferencePresentee = {
  readonly cle: string;
  readonly etat: LigneDeDifference['etat'];
  readonly retenue: boolean;
  readonly code: string | null;
  readonly intitule: string;
  readonly ligne: number | null;
  /** Why it is taken for this action of the plan. */
  readonly motif: string | null;
  readonly changements: readonly {
    readonly champ: string;
    readonly avant: string | null;
    readonly apres: string | null;
  }[];
  /** The row as it will be, for a new action. */
  readonly nouvelle: LignePresentee | null;
  /** Actions of the plan it may also be. */
  readonly candidates: readonly string[];
};

export type PageDeDifference = {
  readonly comptes: Readonly<Record<LigneDeDifference['etat'], number>>;
  readonly empreinte: string;
  /** How many are ticked, all pages together. */
  readonly retenues: number;
  readonly lignes: readonly DifferencePresentee[];
  readonly inchangees: readonly string[];
  readonly page: number;
  readonly pages: number;
};

/** One page of what the file would change in the plan. What does not change is counted, its first titles listed. */
export function presenterDifference({ choix }: Import, apercu: Apercu, page: number): PageDeDifference | null {
  const { difference, empreinte } = apercu;
  if (difference === null || empreinte === null) return null;
  const entrees = difference.lignes.map((ligne, rang) => ({ ligne, cle: cleDeDifference(ligne, rang) }));
  const changees = entrees.filter(({ ligne }) => ligne.etat !== 'inchangee');
  const pages = Math.max(1, Math.ceil(changees.length / LIGNES_PAR_PAGE));
  const ici = Math.min(page, pages);
  return {
    comptes: difference.comptes,
    empreinte,
    retenues: changees.filter(({ cle }) => estRetenue(choix, cle)).length,
    lignes: changees
      .slice((ici - 1) * LIGNES_PAR_PAGE, ici * LIGNES_PAR_PAGE)
      .map(({ ligne, cle }) => presenter(ligne, cle, estRetenue(choix, cle))),
    inchangees: difference.lignes
      .flatMap((ligne) => (ligne.etat === 'inchangee' ? [enTitre(ligne.lue)] : []))
      .slice(0, 200),
    page: ici,
    pages,
  };
}

function presenter(ligne: LigneDeDifference, cle: string, retenue: boolean): DifferencePresentee {
  const vide = { cle, retenue, motif: null, changements: [], nouvelle: null, candidates: [] };
  switch (ligne.etat) {
    case 'nouvelle':
      return {
        ...vide,
        etat: 'nouvelle',
        code: ligne.lue.code,
        intitule: ligne.lue.intitule,
        ligne: ligne.lue.ligne,
        nouvelle: presenterLigne(ligne.lue, false, []),
        candidates: ligne.candidates.map(enTitre),
      };
    case 'absente':
      return { ...vide, etat: 'absente', code: ligne.existante.code, intitule: ligne.existante.intitule, ligne: null };
    case 'modifiee':
    case 'inchangee':
      return {
        ...vide,
        etat: ligne.etat,
        code: ligne.existante.code,
        intitule: ligne.existante.intitule,
        ligne: ligne.lue.ligne,
        motif: motifEnMots(ligne.motif),
        changements:
          ligne.etat === 'modifiee'
            ? ligne.changements.map(({ champ, avant, apres }) => ({
                champ: LIBELLES_DE_CHAMP[champ],
                avant: enMots(champ, avant),
                apres: enMots(champ, apres),
              }))
            : [],
      };
  }
}

function enMots(champ: ChampCompare, valeur: string | null): string | null {
  if (valeur === null) return null;
  if (champ === 'tauxRealisation') return `${valeur.replace('.', ',')}\u00a0%`;
  const statut = champ === 'statut' ? lireStatut(valeur) : null;
  return statut ? LIBELLES_DE_STATUT[statut] : valeur;
}

function motifEnMots(motif: Extract<LigneDeDifference, { etat: 'modifiee' }>['motif']): string | null {
  switch (motif.par) {
    case 'identite':
      return null;
    case 'code':
      return 'reconnue à son code';
    case 'intitule':
      return 'reconnue à son intitulé';
    case 'ressemblance':
      return `intitulés proches à ${Math.round(motif.ressemblance * 100)}\u00a0%`;
  }
}

function enTitre({ code, intitule }: { readonly code: string | null; readonly intitule: string }): string {
  return code === null ? intitule : `${code} ${intitule}`;
}
