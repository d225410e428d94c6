import { sql } from 'kysely';
import { type Acteur, selon } from '#acces';
import type { Base } from '#socle/base';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { estIdentifiant, INDICATEUR_ABSENT } from '../commandes/sur-l-indicateur.ts';
import { type IndicateurVu, peutLireIndicateur, type Responsabilites } from '../politique.ts';

/** The settings of an indicator as the form writes them: texts, and lists of ticked boxes. */
export type ReglagesEnTextes = Readonly<Record<string, string | string[]>>;

export type IndicateurARegler = {
  readonly vu: IndicateurVu & { readonly numero: number };
  readonly nom: string;
  readonly identifiant: string;
  readonly version: number;
  readonly reglages: ReglagesEnTextes;
};

/** An indicator and its settings, for whoever may read it. */
export async function trouverReglages(
  base: Base,
  acteur: Acteur,
  id: string,
  responsabilites?: Responsabilites,
): Promise<Resultat<IndicateurARegler>> {
  if (!estIdentifiant(id)) return echec(INDICATEUR_ABSENT);
  const { rows } = await sql<Ligne>`
    select i.*, n.identifiant as numerateur_identifiant, d.identifiant as denominateur_identifiant,
      array(select to_char(r, 'DD/MM/YYYY') from unnest(i.ruptures) r order by r) as ruptures_ecrites
    from indicateur i left join indicateur n on n.numero = i.numerateur
    left join indicateur d on d.numero = i.denominateur where i.id = ${id}`.execute(base);
  const ligne = rows[0];
  if (ligne === undefined) return echec(INDICATEUR_ABSENT);
  const vu = { id, numero: ligne.numero, etat: ligne.etat, responsable: ligne.responsable_id };
  const permis = selon(peutLireIndicateur(acteur, vu, responsabilites));
  if (!permis.ok) return permis;
  return reussite({
    vu,
    nom: ligne.nom,
    identifiant: ligne.identifiant,
    version: ligne.version,
    reglages: {
      identifiant: ligne.identifiant,
      nom: ligne.nom,
      mesure: ligne.mesure ?? '',
      unite: ligne.unite,
      sens: ligne.sens,
      decimales: String(ligne.decimales),
      methode: ligne.methode ?? '',
      source: ligne.source ?? '',
      periodicite: ligne.periodicite,
      delai: String(ligne.delai_mois),
      mailles: [...ligne.mailles],
      maillesAvecCible: [...ligne.mailles_avec_cible],
      sansObjet: ligne.sans_objet.join(', '),
      agregationVi: ligne.agregation_vi,
      agregationVa: ligne.agregation_va,
      agregationVc: ligne.agregation_vc,
      numerateur: ligne.numerateur_identifiant ?? '',
      denominateur: ligne.denominateur_identifiant ?? '',
      facteur: ligne.facteur.replace('.', ','),
      tolerance: String(ligne.tolerance_mois),
      decumuler: ligne.decumuler ? ['oui'] : [],
      operation: ligne.operation ?? '',
      fenetre: ligne.fenetre ?? '',
      ruptures: ligne.ruptures_ecrites.join(', '),
      responsable: ligne.responsable_id ?? '',
      etat: ligne.etat,
    },
  });
}

type Ligne = {
  readonly numero: number;
  readonly identifiant: string;
  readonly nom: string;
  readonly mesure: string | null;
  readonly unite: string;
  readonly sens: string;
  readonly decimales: number;
  readonly methode: string | null;
  readonly source: string | null;
  readonly periodicite: string;
  readonly delai_mois: number;
  readonly mailles: readonly string[];
  readonly mailles_avec_cible: readonly string[];
  readonly sans_objet: readonly string[];
  readonly agregation_vi: string;
  readonly agregation_va: string;
  readonly agregation_vc: string;
  readonly numerateur_identifiant: string | null;
  readonly denominateur_identifiant: string | null;
  readonly facteur: string;
  readonly tolerance_mois: number;
  readonly decumuler: boolean;
  readonly operation: string | null;
  readonly fenetre: string | null;
  readonly ruptures_ecrites: readonly string[];
  readonly responsable_id: string | null;
  readonly etat: IndicateurVu['etat'];
  readonly version: number;
};

export type ReferentielDIndicateur = {
  readonly organisations: readonly { readonly valeur: string; readonly texte: string }[];
  /** Identifiers of the other indicators, to name a numerator and a denominator. */
  readonly identifiants: readonly string[];
};

/** What the form offers: the services of the central administration, the identifiers of the indicators. */
export async function referentielDIndicateur(base: Base): Promise<ReferentielDIndicateur> {
  const [organisations, indicateurs] = await Promise.all([
    base
      .selectFrom('organisation')
      .select(['id', 'sigle', 'nom'])
      .where('active', '=', true)
      .where('genre', '<>', 'collectif')
      .where('territoire_code', '=', 'FR')
      .orderBy(sql`coalesce(sigle, nom) collate "fr-x-icu"`)
      .limit(1_000)
      .execute(),
    base
      .selectFrom('indicateur')
      .select('identifiant')
      .where('etat', '<>', 'archive')
      .orderBy('identifiant')
      .limit(1_000)
      .execute(),
  ]);
  return {
    identifiants: indicateurs.map(({ identifiant }) => identifiant),
    organisations: organisations.map(({ id, sigle, nom }) => ({
      valeur: id,
      texte: sigle === null || sigle === nom ? nom : `${sigle}, ${nom}`,
    })),
  };
}
