import { type ExpressionBuilder, sql } from 'kysely';
import type { Base, DB } from '#socle/base';
import type { Refus } from '#socle/valeurs';
import { libelleDeService } from '../comptes/compte.ts';
import type { Acteur } from '../regles/acteur.ts';
import { type Decision, PERMIS, refus } from '../regles/acteur.ts';
import { peutVoirCompte, territoiresAdministres } from '../regles/administration.ts';

/** A request, of someone who has an account and wants a right, or of an agent nobody knows who wants an account. */
export type Demande = {
  readonly id: string;
  readonly etat: 'ouverte' | 'accordee' | 'refusee' | 'effacee';
  readonly creeeLe: Date;
  readonly traiteeLe: Date | null;
  readonly traiteePar: string | null;
  readonly reponse: string | null;
  readonly message: string | null;
  readonly nom: string;
  readonly courriel: string | null;
  readonly service: { readonly id: string; readonly libelle: string } | null;
  readonly territoire: { readonly code: string; readonly nom: string } | null;
  /** Account of who asks; null for an unknown agent. */
  readonly compte: string | null;
  readonly identite: { readonly emetteur: string; readonly sujet: string } | null;
  /** What is asked for; null when it is an account. */
  readonly acces: {
    readonly type: string;
    readonly id: string;
    readonly droit: 'lire' | 'contribuer' | 'modifier';
    /** Where the right is wanted. */
    readonly lieu: { readonly code: string; readonly nom: string } | null;
  } | null;
};

export async function lireDemande(base: Base, id: string): Promise<Demande | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const ligne = await demandes(base).where('demande_acces.id', '=', id).executeTakeFirst();
  return ligne ? enDemande(ligne) : null;
}

/** Who sees and answers this request: who manages the accounts of where it comes from; without a place, the DITP. */
export function peutVoirDemande(acteur: Acteur, { territoire }: Pick<Demande, 'territoire'>): Decision {
  if (territoire !== null) return peutVoirCompte(acteur, { territoire: territoire.code });
  return territoiresAdministres(acteur) === 'tous'
    ? PERMIS
    : refus('demande.sans_territoire', 'Cette demande ne dit pas de quel territoire elle vient : la DITP y répond.');
}

/** The same as a condition; nothing is visible to whoever administers nowhere. */
function visibles(acteur: Acteur) {
  const portee = territoiresAdministres(acteur);
  return (eb: ExpressionBuilder<DB, 'demande_acces'>) =>
    portee === 'tous'
      ? eb.lit(true)
      : eb('demande_acces.territoire_code', 'in', sql<string>`(select unnest(${sql.val([...portee])}::text[]))`);
}

export const DEMANDES_PAR_PAGE = 30;

/** Requests this administrator answers: those that wait, the oldest first; or those answered, the latest first. */
export async function listerDemandes(
  base: Base,
  acteur: Acteur,
  { ouvertes, page }: { readonly ouvertes: boolean; readonly page: number },
): Promise<{ demandes: Demande[]; nombre: number }> {
  const etats = ouvertes ? ['ouverte'] : ['accordee', 'refusee'];
  const [lignes, { nombre }] = await Promise.all([
    demandes(base)
      .where(visibles(acteur))
      .where('demande_acces.etat', 'in', etats)
      .orderBy(ouvertes ? 'demande_acces.creee_le' : 'demande_acces.traitee_le', ouvertes ? 'asc' : 'desc')
      .orderBy('demande_acces.id')
      .limit(DEMANDES_PAR_PAGE)
      .offset((page - 1) * DEMANDES_PAR_PAGE)
      .execute(),
    base
      .selectFrom('demande_acces')
      .where(visibles(acteur))
      .where('etat', 'in', etats)
      .select(({ fn }) => fn.countAll<number>().as('nombre'))
      .executeTakeFirstOrThrow(),
  ]);
  return { demandes: lignes.map(enDemande), nombre };
}

/** What this person asked, the latest first. */
export async function mesDemandes(base: Base, compte: string): Promise<Demande[]> {
  const lignes = await demandes(base)
    .where('demande_acces.compte_id', '=', compte)
    .where('demande_acces.objet_type', 'is not', null)
    .orderBy('demande_acces.creee_le', 'desc')
    .limit(30)
    .execute();
  return lignes.map(enDemande);
}

/** Requests about this object that wait; the caller has checked that the actor may see them. */
export async function demandesSurLObjet(base: Base, type: string, id: string): Promise<Demande[]> {
  const lignes = await demandes(base)
    .where('demande_acces.objet_type', '=', type)
    .where('demande_acces.objet_id', '=', id)
    .where('demande_acces.etat', '=', 'ouverte')
    .orderBy('demande_acces.creee_le')
    .limit(50)
    .execute();
  return lignes.map(enDemande);
}

function demandes(base: Base) {
  return base
    .selectFrom('demande_acces')
    .leftJoin('compte', 'compte.id', 'demande_acces.compte_id')
    .leftJoin('organisation', (jonction) =>
      jonction.on(sql<boolean>`organisation.id = coalesce(compte.organisation_id, demande_acces.organisation_id)`),
    )
    .leftJoin('territoire', 'territoire.code', 'demande_acces.territoire_code')
    .leftJoin('territoire as lieu', 'lieu.code', 'demande_acces.pour_territoire_code')
    .leftJoin('signataire', 'signataire.id', 'demande_acces.traitee_par')
    .selectAll('demande_acces')
    .select([
      'compte.nom as compte_nom',
      'compte.courriel as compte_courriel',
      'organisation.id as service',
      'organisation.sigle',
      'organisation.nom as service_nom',
      'territoire.nom as territoire_nom',
      'lieu.nom as lieu_nom',
      'signataire.nom as repondant',
    ]);
}

function enDemande(ligne: Awaited<ReturnType<ReturnType<typeof demandes>['executeTakeFirstOrThrow']>>): Demande {
  const { objet_type, objet_id, droit, emetteur, sujet, pour_territoire_code } = ligne;
  const inconnu = emetteur !== null && sujet !== null;
  return {
    id: ligne.id,
    etat: ligne.etat as Demande['etat'],
    creeeLe: ligne.creee_le,
    traiteeLe: ligne.traitee_le,
    traiteePar: ligne.repondant,
    reponse: ligne.reponse,
    message: ligne.message,
    nom: ligne.compte_nom ?? ligne.nom ?? 'Agent sans nom',
    courriel: ligne.compte_courriel ?? ligne.courriel,
    service:
      ligne.service === null
        ? null
        : { id: ligne.service, libelle: libelleDeService({ sigle: ligne.sigle, nom: ligne.service_nom ?? '' }) },
    territoire:
      ligne.territoire_code === null ? null : { code: ligne.territoire_code, nom: ligne.territoire_nom ?? '' },
    compte: inconnu ? null : ligne.compte_id,
    identite: inconnu ? { emetteur, sujet } : null,
    acces:
      objet_type === null || objet_id === null || droit === null
        ? null
        : {
            type: objet_type,
            id: objet_id,
            droit: droit as NonNullable<Demande['acces']>['droit'],
            lieu: pour_territoire_code === null ? null : { code: pour_territoire_code, nom: ligne.lieu_nom ?? '' },
          },
  };
}

export const DEMANDE_ABSENTE: Refus = {
  nature: 'introuvable',
  regle: 'demande.introuvable',
  message: 'Cette demande n’existe pas. Revenez à la liste des demandes.',
};
