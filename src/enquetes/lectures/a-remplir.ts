import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { peutRepondre } from '../politique.ts';
import { enRemontee, REMONTEES_AU_PLUS, type Remontee, selectionnerRemontees } from './remontees.ts';

export type ReponseAttendue = {
  readonly remontee: Remontee;
  readonly organisation: string;
  readonly libelle: string;
  readonly repondu: boolean;
  readonly brouillon: boolean;
  /** The service it was passed on to, seen from the one that was asked; null when one answers oneself. */
  readonly confieeA: string | null;
};

/** What the services of this person are asked and have been asked, the first to close first. */
export async function reponsesDemandees(base: Base, acteur: Acteur, au: Jour): Promise<readonly ReponseAttendue[]> {
  const miennes = [...acteur.organisations];
  const cibles = await base
    .selectFrom('remontee_cible as c')
    .innerJoin('remontee as r', 'r.id', 'c.remontee_id')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .leftJoin('organisation as d', 'd.id', 'c.delegue_a')
    .leftJoin('remontee_brouillon as b', 'b.cible_id', 'c.id')
    .select(['c.remontee_id as remontee', 'c.organisation_id as organisation', 'c.delegue_a as delegueA'])
    .select([
      'o.nom as libelle',
      'd.nom as delegueLibelle',
      'c.repondu',
      sql<boolean>`b.cible_id is not null`.as('brouillon'),
    ])
    .where('r.etat', '=', 'envoyee')
    .where((eb) => eb.or([eb('c.organisation_id', 'in', miennes), eb('c.delegue_a', 'in', miennes)]))
    .orderBy('r.ferme_le', 'desc')
    .orderBy('c.id')
    .limit(REMONTEES_AU_PLUS)
    .execute();
  if (cibles.length === 0) return [];
  const ids = [...new Set(cibles.map(({ remontee }) => remontee))];
  const lues = await selectionnerRemontees(base).where('r.id', 'in', ids).execute();
  const remontees = new Map(lues.map((lue) => [lue.id, enRemontee(lue, au)]));
  return cibles.flatMap(({ remontee: id, ...cible }) => {
    const remontee = remontees.get(id);
    return remontee !== undefined && peutRepondre(acteur, remontee, cible).permis
      ? [
          {
            remontee,
            organisation: cible.organisation,
            libelle: cible.libelle,
            repondu: cible.repondu,
            brouillon: cible.brouillon,
            confieeA: cible.delegueA === acteur.organisation ? null : cible.delegueLibelle,
          },
        ]
      : [];
  });
}

/** What this person still has to answer today, the first to close first. */
export async function remonteesARemplir(base: Base, acteur: Acteur, au: Jour) {
  const demandees = await reponsesDemandees(base, acteur, au);
  return demandees
    .filter(({ remontee, repondu }) => remontee.etat === 'ouverte' && !repondu)
    .map(({ remontee, organisation, libelle, brouillon, confieeA }) => ({
      titre: remontee.titre,
      de: remontee.organisationLibelle,
      fermeLe: remontee.fermeLe,
      service: libelle,
      avancement: direAvancement(brouillon, confieeA),
      href: `/remontees/${remontee.id}/repondre/${organisation}`,
    }))
    .sort((a, b) => (a.fermeLe < b.fermeLe ? -1 : a.fermeLe > b.fermeLe ? 1 : 0));
}

/** Where an answer that is not sent stands: who it was passed on to, whether it is begun. Null: nothing to say. */
function direAvancement(brouillon: boolean, confieeA: string | null): string | null {
  if (confieeA === null) return brouillon ? 'brouillon à envoyer' : null;
  return `confiée à ${confieeA}, qui ${brouillon ? 'a commencé la réponse' : 'n’a pas encore répondu'}`;
}
