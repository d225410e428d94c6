import { libelleDEcheance } from '#echeances';
import { formaterJour, formaterJourCourt, type SegmentDeFrise, type Ton } from '#interface';
import { TERRITOIRES } from '#territoires';
import type { EvenementDeFeuille, Feuille } from './lectures/feuille.ts';
import type { Jalon, Projet } from './lectures/projets.ts';
import type { EtatDeFeuille } from './regles/mandat.ts';
import { type EtatDeProjet, LIBELLES_D_ETAT_DE_PROJET, type SituationDeJalon } from './regles/projets.ts';

export type Etat = { readonly mot: string; readonly ton: Ton; readonly complement: string | null };

export type JalonPresente = {
  readonly id: string;
  readonly libelle: string;
  /** As written, and what it means when that says more. */
  readonly echeance: string;
  readonly sens: string | null;
  readonly initiale: string | null;
  readonly reports: number;
  readonly etat: Etat;
  /** Reached or given up: nothing more is declared of it. */
  readonly fini: boolean;
  readonly enRetard: boolean;
  readonly abandon: string | null;
  readonly segments: readonly SegmentDeFrise[];
};

export type ProjetPresente = {
  readonly id: string;
  readonly nom: string;
  readonly description: string | null;
  readonly partenaires: string | null;
  readonly moyens: string | null;
  readonly version: number;
  /** As last declared; null: nothing was. */
  readonly etat: Etat | null;
  readonly code: EtatDeProjet | null;
  readonly jalons: readonly JalonPresente[];
  readonly notes: readonly {
    readonly etat: string;
    readonly texte: string;
    readonly quand: string;
    readonly auteur: string | null;
  }[];
};

export function presenterProjet(projet: Projet): ProjetPresente {
  const derniere = projet.notes[0];
  return {
    id: projet.id,
    nom: projet.nom,
    description: projet.description,
    partenaires: projet.partenaires,
    moyens: projet.moyens,
    version: projet.version,
    code: derniere?.etat ?? null,
    etat: derniere
      ? { mot: LIBELLES_D_ETAT_DE_PROJET[derniere.etat], ton: TONS_DE_PROJET[derniere.etat], complement: null }
      : null,
    jalons: projet.jalons.map(presenterJalon),
    notes: projet.notes.map(({ etat, texte, enregistreLe, auteur }) => ({
      etat: LIBELLES_D_ETAT_DE_PROJET[etat],
      texte,
      quand: enregistreLe.toISOString(),
      auteur,
    })),
  };
}

const TONS_DE_PROJET: Readonly<Record<EtatDeProjet, Ton>> = {
  a_lancer: 'neutre',
  en_cours: 'neutre',
  bloque: 'alerte',
  termine: 'succes',
  abandonne: 'neutre',
};

function presenterJalon({ id, libelle, situation }: Jalon): JalonPresente {
  const { echeance, initiale, reports, atteintLe, abandon } = situation;
  const sens = echeance === null ? null : libelleDEcheance(echeance);
  const etat = etatDeJalon(situation);
  return {
    id,
    libelle,
    echeance: echeance?.texte ?? 'sans échéance',
    sens: sens === null || sens === echeance?.texte || sens === `le ${echeance?.texte}` ? null : sens,
    initiale: initiale?.texte ?? null,
    reports,
    etat,
    fini: atteintLe !== null || abandon !== null,
    enRetard: situation.situation.situation === 'en_retard',
    abandon,
    segments: segmentsDe(situation, etat.ton),
  };
}

function etatDeJalon({ atteintLe, abandon, situation }: SituationDeJalon): Etat {
  if (abandon !== null) return { mot: 'Abandonné', ton: 'neutre', complement: null };
  if (atteintLe !== null) return { mot: 'Atteint', ton: 'succes', complement: `le ${formaterJourCourt(atteintLe)}` };
  switch (situation.situation) {
    case 'en_retard':
      return { mot: 'En retard', ton: 'alerte', complement: `${situation.jours}\u00a0j` };
    case 'proche':
      return { mot: 'Échéance proche', ton: 'attention', complement: `${situation.jours}\u00a0j` };
    case 'a_venir':
      return { mot: 'À venir', ton: 'neutre', complement: null };
    case 'sans_terme':
      return { mot: 'Sans terme', ton: 'neutre', complement: null };
    default:
      return { mot: 'Sans échéance', ton: 'neutre', complement: null };
  }
}

/** The deadline of a milestone as a bar, and as a ghost what was promised before a report. */
function segmentsDe({ echeance, initiale }: SituationDeJalon, ton: Ton): readonly SegmentDeFrise[] {
  return [
    ...(initiale !== null && (initiale.debut !== null || initiale.fin !== null)
      ? [
          {
            debut: initiale.debut,
            fin: initiale.fin,
            genre: 'engagement_initial' as const,
            ton: 'neutre' as const,
            titre: `engagement initial, ${initiale.texte}`,
          },
        ]
      : []),
    ...(echeance !== null && (echeance.debut !== null || echeance.fin !== null)
      ? [{ debut: echeance.debut, fin: echeance.fin, genre: genreDe(echeance), ton, titre: echeance.texte }]
      : []),
  ];
}

function genreDe({
  debut,
  fin,
}: {
  readonly debut: string | null;
  readonly fin: string | null;
}): SegmentDeFrise['genre'] {
  if (debut === null) return 'ouvert_a_gauche';
  if (fin === null) return 'ouvert_a_droite';
  return debut === fin ? 'instant' : 'engagement';
}

export const TONS_DE_FEUILLE: Readonly<Record<EtatDeFeuille, Ton>> = {
  en_preparation: 'info',
  en_vigueur: 'neutre',
  echue: 'attention',
  close: 'neutre',
};

/** « Préfet du Finistère », « Préfet de la région Bretagne »: a function, never a name. */
export function direPrefet(code: string): string {
  const territoire = TERRITOIRES.find((un) => un.code === code);
  if (territoire === undefined) return code;
  return territoire.maille === 'regional' ? `Préfet de la région ${territoire.nom}` : `Préfet ${territoire.genitif}`;
}

/** « Signée le 15 février 2022, jusqu’au 15 février 2025 ». */
export function direMandat({ signeeLe, fin, closeLe }: Pick<Feuille, 'signeeLe' | 'fin' | 'closeLe'>): string {
  if (signeeLe === null || fin === null) return 'Pas encore signée';
  const debut = `Signée le ${formaterJour(signeeLe)}`;
  return closeLe === null
    ? `${debut}, mandat jusqu’au ${formaterJour(fin)}`
    : `${debut}, close le ${formaterJour(closeLe)}`;
}

export type LignePresentee = { readonly texte: string; readonly engagement: string | null };

export type EvenementPresente = {
  readonly id: number;
  readonly jour: string;
  readonly titre: string;
  readonly texte: string | null;
  readonly motif: string | null;
  readonly auteur: string | null;
  /** What a change adds and takes out. */
  readonly lignes: readonly LignePresentee[];
  /** A change that waits for its answer. */
  readonly enAttente: boolean;
};

type NomDe = (type: 'reforme' | 'projet', id: string) => string;

/** What happened to a roadmap, the latest first. */
export function presenterEvenements(
  { evenements, lignes }: Pick<Feuille, 'evenements' | 'lignes'>,
  nomDe: NomDe,
): readonly EvenementPresente[] {
  return evenements
    .map((evenement) => ({
      id: evenement.id,
      jour: evenement.jour,
      titre: titreDe(evenement, evenements),
      texte: evenement.texte,
      motif: evenement.motif,
      auteur: evenement.auteur,
      lignes: lignes
        .filter((ligne) => ligne.evenement === evenement.id)
        .map(({ geste, objet, engagement }) => ({
          texte: `${geste === 'ajout' ? 'Ajoute' : 'Retire'} ${objet.type === 'reforme' ? 'la réforme' : 'le projet'} «\u00a0${nomDe(objet.type, objet.id)}\u00a0»`,
          engagement,
        })),
      enAttente: estUneEvolution(evenement) && !evenements.some(({ repondA }) => repondA === evenement.id),
    }))
    .reverse();
}

function estUneEvolution({ genre }: EvenementDeFeuille): boolean {
  return genre === 'avenant' || genre === 'actualisation';
}

function titreDe({ genre, jour, repondA }: EvenementDeFeuille, tous: readonly EvenementDeFeuille[]): string {
  const quoi = tous.find(({ id }) => id === repondA)?.genre;
  switch (genre) {
    case 'signature':
      return 'Signée par le Premier ministre';
    case 'changement_de_prefet':
      return `Nouveau préfet en poste depuis le ${formaterJour(jour)}\u00a0: la feuille de route reste valable`;
    case 'avenant':
      return 'Avenant proposé';
    case 'actualisation':
      return 'Actualisation proposée';
    case 'acceptation':
      return quoi === 'avenant' ? 'Avenant accepté' : 'Actualisation acceptée';
    case 'refus':
      return quoi === 'avenant' ? 'Avenant refusé' : 'Actualisation refusée';
    case 'fin':
      return 'Feuille de route close';
  }
}
