import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services, texteFacultatif, texteObligatoire } from '#socle';
import { echec, type Jour, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { matiereDOrdreDuJour } from '../lectures/matiere.ts';
import { type Point, pointsDeLaReunion } from '../lectures/points.ts';
import { peutTenirInstance } from '../politique.ts';
import { redigerOrdreDuJour } from '../regles/ordre-du-jour.ts';
import { type AtelierDeReunion, type AtelierDInstance, surLaReunion } from './sur-l-instance.ts';

type Plume = Pick<AtelierDInstance, 'transaction' | 'services' | 'acteur' | 'instance' | 'maintenant' | 'au'>;

/** Adds to a meeting what the machine proposes and is not there yet. Gives how many items were added. */
export async function rediger(
  { transaction, services, acteur, instance, maintenant, au }: Plume,
  reunion: { readonly id: string; readonly jour: Jour },
): Promise<number> {
  const matiere = await matiereDOrdreDuJour(transaction, acteur, instance, reunion, au);
  const presents = await pointsDeLaReunion(transaction, reunion.id);
  const deja = new Set(presents.flatMap(({ action, reforme, intitule }) => [action, reforme, intitule]));
  const proposes = redigerOrdreDuJour(matiere).filter(
    ({ action, reforme, intitule }) => !deja.has(action ?? reforme ?? intitule),
  );
  if (proposes.length === 0) return 0;
  const fois = new Map(matiere.laisses.map((laisse) => [laisse.id, laisse.fois]));
  const rang = rangSuivant(presents);
  await transaction
    .insertInto('point_de_reunion')
    .values(
      proposes.map((point, i) => ({
        id: services.ids.nouveau(),
        reunion_id: reunion.id,
        rang: rang + i,
        intitule: point.intitule,
        motif: point.motif,
        raison: point.raison,
        plan_id: point.plan,
        action_id: point.action,
        reforme_id: point.reforme,
        venu_de: point.venuDe,
        fois: point.venuDe === null ? 0 : (fois.get(point.venuDe) ?? 0),
        cree_le: maintenant,
      })),
    )
    .execute();
  return proposes.length;
}

const GESTES = z.discriminatedUnion(
  'verbe',
  [
    z.object({ verbe: z.literal('rediger') }),
    z.object({
      verbe: z.literal('ajouter'),
      intitule: texteObligatoire('Donnez un intitulé au point.', 500),
      raison: texteFacultatif(1_000),
    }),
    z.object({
      verbe: z.literal('modifier'),
      point: z.string(),
      intitule: texteObligatoire('Donnez un intitulé au point.', 4_100),
      raison: texteFacultatif(1_000),
    }),
    z.object({ verbe: z.enum(['monter', 'descendre', 'retirer']), point: z.string() }),
  ],
  { error: 'Ce geste n’existe pas.' },
);

/** One gesture on the agenda: drafted again, an item added, reworded, moved or taken out. */
export async function ordonnerReunion(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(GESTES, valeurs);
  if (!lue.ok) return lue;
  const geste = lue.valeur;
  return surLaReunion(
    services,
    acteur,
    id,
    (vue) => peutTenirInstance(acteur, vue),
    async (atelier) => {
      const { reunion, transaction, journaliser } = atelier;
      if (reunion.etat !== 'preparation' && !(reunion.etat === 'seance' && geste.verbe === 'ajouter'))
        return echec(FERME);
      if (geste.verbe === 'rediger') await rediger(atelier, reunion);
      else {
        const points = await pointsDeLaReunion(transaction, id);
        const fait =
          geste.verbe === 'ajouter' ? await ajouter(atelier, points, geste) : await agir(atelier, points, geste);
        if (fait !== null) return echec(fait);
      }
      await journaliser({ acte: 'reunion.ordonner', charge: { geste: geste.verbe } });
      return reussite(null);
    },
  );
}

type Geste = z.output<typeof GESTES>;

async function ajouter(
  { transaction, services, reunion, maintenant }: AtelierDeReunion,
  points: readonly Point[],
  { intitule, raison }: Extract<Geste, { verbe: 'ajouter' }>,
): Promise<Refus | null> {
  await transaction
    .insertInto('point_de_reunion')
    .values({
      id: services.ids.nouveau(),
      reunion_id: reunion.id,
      rang: rangSuivant(points),
      intitule,
      motif: 'libre',
      raison,
      cree_le: maintenant,
    })
    .execute();
  return null;
}

async function agir(
  { transaction }: AtelierDeReunion,
  points: readonly Point[],
  geste: Exclude<Geste, { verbe: 'rediger' | 'ajouter' }>,
): Promise<Refus | null> {
  const place = points.findIndex(({ id }) => id === geste.point);
  const point = points[place];
  if (point === undefined) return ABSENT;
  if (geste.verbe === 'modifier') {
    await transaction
      .updateTable('point_de_reunion')
      .set({ intitule: geste.intitule, raison: geste.raison })
      .where('id', '=', point.id)
      .execute();
    return null;
  }
  if (geste.verbe === 'retirer') {
    await transaction.deleteFrom('point_de_reunion').where('id', '=', point.id).execute();
    return null;
  }
  const autre = points[place + (geste.verbe === 'monter' ? -1 : 1)];
  if (autre === undefined) return null;
  // Ranks may be equal after two people acted at once: places are written anew.
  const ordre = [...points];
  ordre[place] = autre;
  ordre[place + (geste.verbe === 'monter' ? -1 : 1)] = point;
  for (const [rang, { id, rang: ancien }] of ordre.entries())
    if (rang !== ancien) await transaction.updateTable('point_de_reunion').set({ rang }).where('id', '=', id).execute();
  return null;
}

function rangSuivant(points: readonly Point[]): number {
  return points.reduce((dernier, { rang }) => Math.max(dernier, rang), -1) + 1;
}

const FERME: Refus = {
  nature: 'conflit',
  regle: 'reunion.ordonner.etat',
  message:
    'La réunion est commencée, relevée ou annulée : son ordre du jour ne change plus. En séance, vous pouvez encore y ajouter un point.',
};

const ABSENT: Refus = {
  nature: 'conflit',
  regle: 'reunion.ordonner.point',
  message: 'Ce point n’est plus à l’ordre du jour : quelqu’un l’a retiré. Rechargez la page.',
};
