import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { LigneDeSituation } from '../calcul/modele.ts';
import { situationsDIndicateursAu } from '../lectures/situations-d-indicateurs.ts';
import type { IndicateurVu } from '../politique.ts';
import type { Regard } from './regard.ts';
import { presenterSituation, type SituationPresentee } from './situations.ts';

/** An indicator, and where it stands in one territory. */
export type IndicateurSitue = {
  readonly vu: IndicateurVu & { readonly numero: number };
  readonly identifiant: string;
  readonly nom: string;
  /** What several indicators measure together, when they do. */
  readonly mesure: string | null;
  readonly unite: string;
  readonly situation: SituationPresentee;
};

/** More than a country follows: some hundreds. */
const INDICATEURS_AU_PLUS = 2_000;

/**
 * Every active indicator that has a situation in this territory, by name, as seen from a day: a past one has no median, since
 * the rest of the maille is not computed. The policy is then asked of each.
 */
export async function situationsDuTerritoire(
  base: Base,
  territoire: string,
  { jour, passe }: Regard,
): Promise<readonly IndicateurSitue[]> {
  const { rows } = await sql<
    LigneDeSituation & {
      readonly id: string;
      readonly numero: number;
      readonly identifiant: string;
      readonly nom: string;
      readonly mesure: string | null;
      readonly unite: string;
      readonly responsable: string | null;
    }
  >`
    select s.*, i.id, i.numero, i.identifiant, i.nom, i.mesure, i.unite, i.responsable_id as responsable
    from situation_d_indicateur s join indicateur i on i.numero = s.indicateur
    where s.territoire = ${territoire} and i.etat = 'actif'
    order by i.nom collate "fr-x-icu", i.id limit ${INDICATEURS_AU_PLUS}`.execute(base);
  const passees = passe
    ? await situationsDIndicateursAu(
        base,
        rows.map(({ numero }) => numero),
        [territoire],
        jour,
      )
    : null;
  return rows.map((ligne) => ({
    vu: { id: ligne.id, numero: ligne.numero, etat: 'actif', responsable: ligne.responsable },
    identifiant: ligne.identifiant,
    nom: ligne.nom,
    mesure: ligne.mesure,
    unite: ligne.unite,
    situation: presenterSituation(passees?.get(ligne.numero)?.get(territoire) ?? ligne, ligne.unite, jour),
  }));
}
