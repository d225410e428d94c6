import { type ExpressionWrapper, expressionBuilder, type SqlBool, sql } from 'kysely';
import { type Acteur, peutAdministrerTout, selon } from '#acces';
import type { Base, DB } from '#socle/base';
import { echec, type Jour, type Resultat, reussite } from '#socle/valeurs';

export const ETATS_DE_COURRIEL = ['attente', 'envoye', 'abandonne'] as const;
export type EtatDeCourriel = (typeof ETATS_DE_COURRIEL)[number];

export type CriteresDeCourriels = {
  readonly etat: EtatDeCourriel | null;
  /** Words of an address: « dupont », « prefecture finistere », or the whole of it. */
  readonly destinataire: string | null;
  /** Days in Paris, both included. */
  readonly du: Jour | null;
  readonly au: Jour | null;
  /** From 1. */
  readonly page: number;
};

export type CourrielListe = {
  readonly id: string;
  readonly sujet: string;
  readonly adresse: string;
  /** Who it is written to, when it is an account. */
  readonly destinataire: string | null;
  readonly creeLe: Date;
  readonly etat: EtatDeCourriel;
  readonly essais: number;
  /** When it left or was given up; when it is to be tried, while it waits. */
  readonly date: Date;
  readonly erreur: string | null;
};

export type CourrielLu = CourrielListe & {
  readonly texte: string;
  /** Whether an invitation for calendars is joined to it. */
  readonly invitation: boolean;
};

export const COURRIELS_PAR_PAGE = 50;

/** The outbox, the latest first, with how many wait and how many were given up, whatever the filters. */
export async function listerCourriels(base: Base, acteur: Acteur, criteres: CriteresDeCourriels) {
  const permis = selon(peutAdministrerTout(acteur));
  if (!permis.ok) return permis;
  const compter = (condition: Condition) =>
    base
      .selectFrom('courriel')
      .select(({ fn }) => fn.countAll<number>().as('nombre'))
      .where(condition)
      .executeTakeFirstOrThrow()
      .then(({ nombre }) => nombre);
  const condition = conditionDe(criteres);
  const [lignes, trouves, attente, abandonnes] = await Promise.all([
    selection(base)
      .where(condition)
      .orderBy('courriel.cree_le', 'desc')
      .orderBy('courriel.id', 'desc')
      .limit(COURRIELS_PAR_PAGE)
      .offset((criteres.page - 1) * COURRIELS_PAR_PAGE)
      .execute(),
    compter(condition),
    compter(dansLEtat('attente')),
    compter(dansLEtat('abandonne')),
  ]);
  return reussite({
    courriels: lignes.map(presenter),
    trouves,
    attente,
    abandonnes,
    pages: Math.max(1, Math.ceil(trouves / COURRIELS_PAR_PAGE)),
  });
}

/** One mail, with its text. */
export async function trouverCourriel(base: Base, acteur: Acteur, id: string): Promise<Resultat<CourrielLu>> {
  const permis = selon(peutAdministrerTout(acteur));
  if (!permis.ok) return permis;
  const ligne = await selection(base)
    .select(['courriel.texte', sql<boolean>`courriel.invitation is not null`.as('invitation')])
    .where(sql<boolean>`courriel.id::text = ${id}`)
    .executeTakeFirst();
  return ligne === undefined
    ? echec(COURRIEL_ABSENT)
    : reussite({ ...presenter(ligne), texte: ligne.texte, invitation: ligne.invitation });
}

export const COURRIEL_ABSENT = {
  nature: 'introuvable',
  regle: 'courriel.introuvable',
  message:
    'Ce courriel n’existe pas ou n’existe plus : les courriels sont gardés 90 jours. Revenez à la boîte d’envoi.',
} as const;

type Condition = ExpressionWrapper<DB, 'courriel', SqlBool>;

function selection(base: Base) {
  return base
    .selectFrom('courriel')
    .leftJoin('signataire', 'signataire.id', 'courriel.compte_id')
    .select([
      'courriel.id',
      'courriel.sujet',
      'courriel.adresse',
      'courriel.cree_le',
      'courriel.essais',
      'courriel.erreur',
      'courriel.envoye_le',
      'courriel.abandonne_le',
      'courriel.prochain_essai_le',
      'signataire.nom as destinataire',
    ]);
}

type Ligne = Awaited<ReturnType<ReturnType<typeof selection>['execute']>>[number];

function presenter(ligne: Ligne): CourrielListe {
  const { envoye_le, abandonne_le, prochain_essai_le, cree_le } = ligne;
  return {
    id: ligne.id,
    sujet: ligne.sujet,
    adresse: ligne.adresse,
    destinataire: ligne.destinataire,
    creeLe: cree_le,
    etat: envoye_le !== null ? 'envoye' : abandonne_le !== null ? 'abandonne' : 'attente',
    essais: ligne.essais,
    date: envoye_le ?? abandonne_le ?? prochain_essai_le ?? cree_le,
    erreur: ligne.erreur,
  };
}

function dansLEtat(etat: EtatDeCourriel): Condition {
  const eb = expressionBuilder<DB, 'courriel'>();
  const colonne = { attente: 'prochain_essai_le', envoye: 'envoye_le', abandonne: 'abandonne_le' } as const;
  return eb(`courriel.${colonne[etat]}`, 'is not', null);
}

function conditionDe({ etat, destinataire, du, au }: CriteresDeCourriels): Condition {
  const eb = expressionBuilder<DB, 'courriel'>();
  const mots = (destinataire ?? '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((mot) => mot !== '');
  return eb.and([
    ...(etat === null ? [] : [dansLEtat(etat)]),
    ...(mots.length === 0 ? [] : [eb('courriel.adresse_mots', '@>', sql<string[]>`${mots}::text[]`)]),
    ...(du === null ? [] : [eb('courriel.cree_le', '>=', minuit(du, 0))]),
    ...(au === null ? [] : [eb('courriel.cree_le', '<', minuit(au, 1))]),
  ]);
}

/** The first instant of this day in Paris, or of the following one. */
function minuit(jour: Jour, apres: 0 | 1) {
  return sql<Date>`((${jour}::date + ${apres}::int)::timestamp at time zone 'Europe/Paris')`;
}
