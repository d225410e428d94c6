import { sql } from 'kysely';
import type { Base } from '#socle/base';
import { type Jour, lireDecimal } from '#socle/valeurs';
import { nomDeType, nomDuTerritoire } from '../presentation.ts';
import { estLu, type Portee } from './portee.ts';
import { direAvecUnite } from './situations.ts';

export type PropositionPresentee = {
  readonly id: string;
  readonly territoire: string;
  readonly territoireNom: string;
  readonly type: string;
  readonly jour: Jour;
  readonly valeur: string;
  /** The value known on that day, that this one would replace. */
  readonly connue: string | null;
  readonly source: string | null;
  readonly commentaire: string | null;
  readonly etat: 'ouverte' | 'acceptee' | 'refusee';
  readonly proposeeLe: string;
  readonly auteur: string | null;
  readonly reponse: string | null;
};

/** More than anyone answers in one go: the oldest wait first. */
const AU_PLUS = 50;

/** The proposals that wait, in the territories one reads, the oldest first; and the last answers of one territory. */
export async function propositionsDe(
  base: Base,
  { numero, unite }: { readonly numero: number; readonly unite: string },
  portee: Portee,
  territoire: string | null,
): Promise<readonly PropositionPresentee[]> {
  const { rows } = await sql<
    Omit<PropositionPresentee, 'territoireNom' | 'proposeeLe'> & { readonly proposee_le: Date }
  >`
    select p.id, p.territoire, p.type, p.jour, p.valeur, c.valeur as connue, p.source, p.commentaire, p.etat,
      p.proposee_le, s.nom as auteur, p.reponse
    from ((select * from proposition_de_valeur where indicateur = ${numero} and etat = 'ouverte'
        order by proposee_le limit ${AU_PLUS})
      union all
      (select * from proposition_de_valeur
        where indicateur = ${numero} and territoire = ${territoire} and etat <> 'ouverte'
        order by traitee_le desc limit 5)) p
    left join signataire s on s.id = p.proposee_par
    left join valeur_courante c using (indicateur, territoire, type, jour)
    order by p.etat <> 'ouverte', p.proposee_le`.execute(base);
  const dire = (texte: string) => direAvecUnite(lireDecimal(texte), unite);
  return rows
    .filter((proposition) => estLu(portee, proposition.territoire))
    .map(({ proposee_le, type, valeur, connue, ...proposition }) => ({
      ...proposition,
      territoireNom: nomDuTerritoire(proposition.territoire),
      type: nomDeType(type),
      valeur: dire(valeur),
      connue: connue === null ? null : dire(connue),
      proposeeLe: proposee_le.toISOString(),
    }));
}
