import { sql } from 'kysely';
import type { Acteur } from '#acces';
import { formaterJour } from '#interface';
import type { Base } from '#socle/base';
import { cleDeTexte } from '#socle/valeurs';
import { DECISIONS, type GenreDeDecision } from '../regles/decisions.ts';
import { demandeeA } from './demandees.ts';
import { listerInstances } from './instances.ts';

/** A committee, a meeting or a decision that answers a search. */
export type TrouveDansLesInstances = {
  readonly cle: string;
  readonly texte: string;
  readonly href: string;
  readonly precision: string;
};

const PAR_SORTE = 10;

/** Committees by their name, meetings by what was on their agenda, decisions by their words, within what this actor reads
 * or, for a decision, is asked. */
export async function rechercherInstances(
  base: Base,
  acteur: Acteur,
  q: string,
): Promise<readonly TrouveDansLesInstances[]> {
  const lues = await listerInstances(base, acteur);
  const ids = lues.map(({ id }) => id);
  const demande = sql`websearch_to_tsquery('francais', ${q})`;
  const [decisions, reunions] = await Promise.all([
    base
      .selectFrom('decision')
      .innerJoin('reunion', 'reunion.id', 'decision.reunion_id')
      .innerJoin('instance', 'instance.id', 'reunion.instance_id')
      .select(['decision.id', 'decision.texte', 'decision.genre', 'decision.numero'])
      .select(['reunion.jour', 'instance.nom'])
      .where((eb) => eb.or([demandeeA(acteur), ...(ids.length === 0 ? [] : [eb('reunion.instance_id', 'in', ids)])]))
      .where('decision.annulee_le', 'is', null)
      .where(sql<boolean>`to_tsvector('francais', decision.texte) @@ ${demande}`)
      .orderBy('reunion.jour', 'desc')
      .orderBy('decision.numero')
      .limit(PAR_SORTE)
      .execute(),
    base
      .with('touches', (avec) =>
        avec
          .selectFrom('point_de_reunion')
          .distinctOn('reunion_id')
          .select(['reunion_id', 'intitule'])
          .where(sql<boolean>`to_tsvector('francais', intitule) @@ ${demande}`)
          .orderBy('reunion_id')
          .orderBy('rang'),
      )
      .selectFrom('touches')
      .innerJoin('reunion', 'reunion.id', 'touches.reunion_id')
      .innerJoin('instance', 'instance.id', 'reunion.instance_id')
      .select(['reunion.id', 'reunion.jour', 'instance.nom', 'touches.intitule'])
      .where('reunion.instance_id', '=', sql<string>`any(${sql.val(ids)}::uuid[])`)
      .orderBy('reunion.jour', 'desc')
      .orderBy('reunion.id')
      .limit(PAR_SORTE)
      .execute(),
  ]);
  const cherche = cleDeTexte(q);
  return [
    ...lues
      .filter(({ nom, description }) => cleDeTexte(`${nom} ${description ?? ''}`).includes(cherche))
      .slice(0, PAR_SORTE)
      .map(({ id, nom, presidenceLibelle }) => ({
        cle: `instance ${id}`,
        texte: nom,
        href: `/instances/${id}`,
        precision: `Instance présidée par ${presidenceLibelle}`,
      })),
    ...decisions.map(({ id, texte, genre, numero, jour, nom }) => ({
      cle: `decision ${id}`,
      texte,
      href: `/decisions/${id}`,
      precision: `${DECISIONS[genre as GenreDeDecision].libelle}, décision n° ${numero} de « ${nom} » du ${formaterJour(jour)}`,
    })),
    ...reunions.map(({ id, jour, nom, intitule }) => ({
      cle: `reunion ${id}`,
      texte: `${nom}, réunion du ${formaterJour(jour)}`,
      href: `/reunions/${id}`,
      precision: `À l’ordre du jour : ${intitule}`,
    })),
  ];
}
