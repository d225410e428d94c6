import { sql } from 'kysely';
import type { Services } from '#socle';
import type { Base } from '#socle/base';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { selon } from '../decision.ts';
import type { Acteur } from '../regles/acteur.ts';
import { peutAdministrerTout } from '../regles/administration.ts';
import { type EtatDeJeton, etatDuJeton, peutRevoquerJeton } from '../regles/jetons.ts';

export type Jeton = {
  readonly id: string;
  readonly libelle: string;
  readonly repere: string;
  readonly portees: readonly string[];
  readonly titulaire: { readonly nom: string; readonly organisation: string | null };
  readonly creeLe: Date;
  readonly expireLe: Date;
  readonly revoqueLe: Date | null;
  readonly dernierUsageLe: Date | null;
  readonly etat: EtatDeJeton;
};

export type UsageLu = {
  readonly instant: Date;
  readonly methode: string;
  readonly chemin: string;
  readonly statut: number;
};

/** Ended tokens stay in the list for whoever wonders; the most a page shows. */
const JETONS_MONTRES = 50;
const USAGES_MONTRES = 50;

/** One's own tokens: those in force first. */
export async function mesJetons(
  { base, horloge }: Pick<Services, 'base' | 'horloge'>,
  acteur: Acteur,
): Promise<Jeton[]> {
  const lignes = await selection(base)
    .where('machine.titulaire_id', '=', acteur.compte)
    .orderBy(sql`jeton.revoque_le is null and jeton.expire_le > ${horloge.maintenant()}`, 'desc')
    .orderBy('jeton.cree_le', 'desc')
    .orderBy('jeton.compte_id')
    .limit(JETONS_MONTRES)
    .execute();
  return lignes.map((ligne) => presenter(ligne, horloge.maintenant()));
}

export type CriteresDeJetons = {
  readonly etat: EtatDeJeton | null;
  /** Part of the name of the token, of its holder, or its mark. */
  readonly q: string | null;
  readonly page: number;
};

/** Every token, for those who administer all of Jalon. */
export async function tousLesJetons(
  { base, horloge }: Pick<Services, 'base' | 'horloge'>,
  acteur: Acteur,
  { etat, q, page }: CriteresDeJetons,
): Promise<Resultat<{ jetons: Jeton[]; total: number; pages: number }>> {
  const permis = selon(peutAdministrerTout(acteur));
  if (!permis.ok) return permis;
  const maintenant = horloge.maintenant();
  let requete = selection(base);
  if (etat === 'revoque') requete = requete.where('jeton.revoque_le', 'is not', null);
  if (etat === 'expire')
    requete = requete.where('jeton.revoque_le', 'is', null).where('jeton.expire_le', '<=', maintenant);
  if (etat === 'actif')
    requete = requete.where('jeton.revoque_le', 'is', null).where('jeton.expire_le', '>', maintenant);
  if (q !== null) {
    const motif = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    requete = requete.where((eb) =>
      eb.or([
        eb('machine.nom', 'ilike', motif),
        eb('titulaire.nom', 'ilike', motif),
        eb('jeton.repere', 'ilike', motif),
      ]),
    );
  }
  const [{ total }, lignes] = await Promise.all([
    requete
      .clearSelect()
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
    requete
      .orderBy('jeton.cree_le', 'desc')
      .orderBy('jeton.compte_id')
      .limit(JETONS_MONTRES)
      .offset((page - 1) * JETONS_MONTRES)
      .execute(),
  ]);
  return reussite({
    jetons: lignes.map((ligne) => presenter(ligne, maintenant)),
    total,
    pages: Math.max(1, Math.ceil(total / JETONS_MONTRES)),
  });
}

/** The last calls of a token, for whoever may end it. */
export async function usagesDuJeton(base: Base, acteur: Acteur, id: string): Promise<Resultat<UsageLu[]>> {
  const jeton = await base
    .selectFrom('compte')
    .select('titulaire_id')
    .where('id', '=', id)
    .where('genre', '=', 'machine')
    .executeTakeFirst();
  const permis = selon(peutRevoquerJeton(acteur, jeton?.titulaire_id ?? ''));
  if (!permis.ok) return permis;
  if (!jeton) return echec({ nature: 'introuvable', regle: 'jeton.introuvable', message: 'Ce jeton n’existe pas.' });
  const usages = await base
    .selectFrom('jeton_usage')
    .select(['instant', 'methode', 'chemin', 'statut'])
    .where('jeton_id', '=', id)
    .orderBy('ordre', 'desc')
    .limit(USAGES_MONTRES)
    .execute();
  return reussite(usages);
}

function selection(base: Base) {
  return base
    .selectFrom('jeton')
    .innerJoin('compte as machine', 'machine.id', 'jeton.compte_id')
    .innerJoin('compte as titulaire', 'titulaire.id', 'machine.titulaire_id')
    .leftJoin('organisation', 'organisation.id', 'titulaire.organisation_id')
    .select([
      'jeton.compte_id',
      'machine.nom',
      'jeton.repere',
      'jeton.portees',
      'jeton.cree_le',
      'jeton.expire_le',
      'jeton.revoque_le',
      'jeton.dernier_usage_le',
      'titulaire.nom as titulaire',
      'organisation.sigle',
      'organisation.nom as organisation',
    ]);
}

type Ligne = Awaited<ReturnType<ReturnType<typeof selection>['execute']>>[number];

function presenter(ligne: Ligne, maintenant: Date): Jeton {
  return {
    id: ligne.compte_id,
    libelle: ligne.nom,
    repere: `jalon_${ligne.repere}_…`,
    portees: ligne.portees,
    titulaire: { nom: ligne.titulaire, organisation: ligne.sigle ?? ligne.organisation },
    creeLe: ligne.cree_le,
    expireLe: ligne.expire_le,
    revoqueLe: ligne.revoque_le,
    dernierUsageLe: ligne.dernier_usage_le,
    etat: etatDuJeton({ expire: ligne.expire_le, revoque: ligne.revoque_le }, maintenant),
  };
}
