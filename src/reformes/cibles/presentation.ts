import { formaterJour, formaterJourCourt, formaterNombre, type Ton } from '#interface';
import { jourAParis } from '#socle/valeurs';
import type { FaitDeCible } from './lectures/fil.ts';
import type { EcheanceDeCible, IndicateurACibler } from './lectures/tableau.ts';
import { type Cote, coteAttendu } from './regles/discussion.ts';

export type LigneDeCible = {
  readonly cle: string;
  /** Of the discussion, when there is one. */
  readonly id: string | null;
  readonly identifiant: string;
  readonly nom: string;
  readonly unite: string;
  /** « 22 % au départ, 70 % au 31 décembre 2021 ». */
  readonly mesures: string;
  readonly jour: string | null;
  readonly enVigueur: string | null;
  readonly proposee: string | null;
  /** As a decimal text, to start an answer from. */
  readonly valeur: string | null;
  readonly proposition: number | null;
  readonly etat: 'actee' | 'en_discussion' | 'retiree' | 'sans_accord' | 'absente';
  readonly dite: { readonly mot: string; readonly ton: Ton; readonly complement: string | null };
  /** This person's side is awaited, or made the last proposal. */
  readonly aVous: boolean;
  readonly deVous: boolean;
  readonly degeneree: boolean;
};

/** One row for each target, agreed or not, and one for each indicator that has none. */
export function presenterCibles(indicateurs: readonly IndicateurACibler[], cote: Cote | null): readonly LigneDeCible[] {
  return indicateurs.flatMap((indicateur) =>
    indicateur.echeances.length === 0
      ? [enLigne(indicateur, null, cote)]
      : indicateur.echeances.map((echeance) => enLigne(indicateur, echeance, cote)),
  );
}

function enLigne(indicateur: IndicateurACibler, echeance: EcheanceDeCible | null, cote: Cote | null): LigneDeCible {
  const { identifiant, nom, unite } = indicateur;
  const cible = echeance?.cible ?? null;
  const attendu = cible === null ? null : coteAttendu(cible);
  const aVous = attendu !== null && attendu === cote;
  const etat = cible?.etat ?? (echeance === null ? 'absente' : 'sans_accord');
  return {
    cle: `${identifiant} ${echeance?.jour ?? ''}`,
    id: cible?.id ?? null,
    identifiant,
    nom,
    unite,
    mesures: direMesures(indicateur),
    jour: echeance?.jour ?? null,
    enVigueur: echeance?.enVigueur == null ? null : avecUnite(echeance.enVigueur, unite),
    proposee: cible?.etat === 'en_discussion' ? avecUnite(cible.valeur, unite) : null,
    valeur: cible?.valeur ?? null,
    proposition: cible?.proposition ?? null,
    etat,
    dite: dire(etat, attendu, aVous, cible?.acteeLe ?? null),
    aVous,
    deVous: cible?.etat === 'en_discussion' && cible.cote === cote,
    degeneree: echeance?.degeneree ?? false,
  };
}

function dire(
  etat: LigneDeCible['etat'],
  attendu: Cote | null,
  aVous: boolean,
  acteeLe: Date | null,
): LigneDeCible['dite'] {
  switch (etat) {
    case 'actee':
      return {
        mot: 'Actée',
        ton: 'succes',
        complement: acteeLe === null ? null : `le ${formaterJourCourt(jourAParis(acteeLe))}`,
      };
    case 'en_discussion':
      return aVous
        ? { mot: 'À vous de répondre', ton: 'attention', complement: null }
        : { mot: attendu === null ? 'En discussion' : ATTENTES[attendu], ton: 'info', complement: null };
    case 'retiree':
      return { mot: 'Proposition retirée', ton: 'neutre', complement: null };
    case 'sans_accord':
      return { mot: 'Fixée, non convenue', ton: 'neutre', complement: null };
    case 'absente':
      return { mot: 'Aucune cible', ton: 'neutre', complement: null };
  }
}

const ATTENTES: Readonly<Record<Cote, string>> = {
  territoire: 'Attend le préfet',
  centrale: 'Attend l’administration centrale',
};

export const NOMS_DE_COTE: Readonly<Record<Cote, string>> = {
  territoire: 'Le préfet',
  centrale: 'L’administration centrale',
};

function direMesures({ initiale, initialeLe, actuelle, actuelleLe, unite }: IndicateurACibler): string {
  const parts = [
    initiale === null
      ? null
      : `${avecUnite(initiale, unite)} au départ${initialeLe === null ? '' : ` (${formaterJourCourt(initialeLe)})`}`,
    actuelle === null
      ? null
      : `${avecUnite(actuelle, unite)}${actuelleLe === null ? '' : ` au ${formaterJourCourt(actuelleLe)}`}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'non mesuré' : parts.join(', ');
}

export function avecUnite(valeur: string, unite: string): string {
  return unite === '' ? formaterNombre(valeur) : `${formaterNombre(valeur)}\u00a0${unite}`;
}

export type FaitPresente = {
  readonly cle: string;
  readonly quand: string;
  readonly titre: string;
  readonly auteur: string | null;
  readonly texte: string | null;
};

/** What was said of a target, the latest first. */
export function presenterFil(faits: readonly FaitDeCible[], unite: string): readonly FaitPresente[] {
  return faits.map(({ id, geste, cote, valeur, texte, enregistreLe, auteur }) => ({
    cle: String(id),
    quand: enregistreLe.toISOString(),
    titre: `${NOMS_DE_COTE[cote]} ${GESTES[geste]}${valeur === null ? '' : ` ${avecUnite(valeur, unite)}`}`,
    auteur,
    texte,
  }));
}

const GESTES = {
  proposition: 'propose',
  commentaire: 'commente',
  accord: 'acte',
  retrait: 'retire sa proposition de',
} as const;

/** « Locaux raccordables, échéance du 31 décembre 2022 ». */
export function direCible({ nom, jour }: Pick<LigneDeCible, 'nom' | 'jour'>): string {
  return jour === null ? nom : `${nom}, échéance du ${formaterJour(jour)}`;
}
