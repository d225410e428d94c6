import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { toutesLesReformes } from '../../lectures/reformes.ts';
import { coteDe, peutTenirReforme } from '../../politique.ts';
import { autreCote, type Cote } from '../regles/discussion.ts';

/** A target that waits for this person's answer. */
export type CibleEnAttente = {
  readonly id: string;
  readonly reforme: string;
  readonly reformeNom: string;
  readonly indicateur: string;
  readonly unite: string;
  readonly territoire: string;
  readonly territoireNom: string;
  readonly jour: Jour;
  readonly valeur: string;
  readonly depuis: Date;
};

/** The most a home page shows. */
const AU_PLUS = 50;

/** The targets that wait for the answer of this person's side, those that have waited longest first. */
export async function ciblesEnAttente(base: Base, acteur: Acteur): Promise<readonly CibleEnAttente[]> {
  const reformes = new Map((await toutesLesReformes(base)).map((reforme) => [reforme.id, reforme]));
  const tenues = [...reformes.values()].filter((reforme) => peutTenirReforme(acteur, reforme).permis);
  const territoires = [acteur.territoire, ...acteur.habilitations.flatMap(({ territoires: siens }) => siens)];
  const { rows } = await sql<Omit<CibleEnAttente, 'reformeNom'> & { readonly cote: Cote }>`
    select c.id, c.reforme_id as reforme, i.nom as indicateur, i.unite, c.territoire_code as territoire,
      t.nom as "territoireNom", c.jour, c.valeur, c.cote, c.mise_a_jour_le as depuis
    from cible_convenue c
    join indicateur i on i.numero = c.indicateur
    join territoire t on t.code = c.territoire_code
    where c.etat = 'en_discussion' and (
      (c.cote = 'territoire' and c.reforme_id = any(${tenues.map(({ id }) => id)}::uuid[]))
      or (c.cote = 'centrale' and c.territoire_code = any(${[...new Set(territoires)]}::text[])))
    order by c.mise_a_jour_le limit ${4 * AU_PLUS}`.execute(base);
  return rows
    .flatMap(({ cote, ...ligne }) => {
      const reforme = reformes.get(ligne.reforme);
      return reforme !== undefined && coteDe(acteur, reforme, ligne.territoire) === autreCote(cote)
        ? [{ ...ligne, reformeNom: reforme.nom }]
        : [];
    })
    .slice(0, AU_PLUS);
}
