import { sql } from 'kysely';
import { z } from 'zod';
import { type Acteur, empreinteDuSecret, nouveauSecret } from '#acces';
import { aujourdhui, dernierJour, lireSaisie, type Services, texteObligatoire } from '#socle';
import { echec, fauteDeSaisie, type Jour, type Resultat, reussite } from '#socle/valeurs';
import { surLePlan } from '../commandes/sur-le-plan.ts';
import { peutModifierPlan } from '../politique.ts';
import { dernierJourDeLien, LIENS_AU_PLUS } from '../regles/liens.ts';
import { pilotesDuPlan } from './pilotes.ts';

function saisieDuJour(jour: Jour) {
  const limite = dernierJourDeLien(jour);
  return z.object({
    nom: texteObligatoire('Écrivez le nom de la personne : il signera ce qu’elle écrit.', 200),
    pilote: texteObligatoire('Choisissez le pilote dont le lien ouvre les actions.', 4_000),
    expiration: dernierJour(
      { de: jour, a: limite },
      'Choisissez le dernier jour du lien.',
      'Choisissez un jour entre aujourd’hui et un an : au-delà, il faudra un nouveau lien.',
    ),
  });
}

/** Gives a personal link to a pilote who has no account. Its secret is in the answer, and nowhere else ever after. */
export async function donnerLien(
  services: Services,
  acteur: Acteur,
  plan: string,
  valeurs: unknown,
): Promise<Resultat<{ readonly lien: string; readonly secret: string }>> {
  const saisie = lireSaisie(saisieDuJour(aujourdhui(services.horloge)), valeurs);
  if (!saisie.ok) return saisie;
  const { nom, pilote, expiration } = saisie.valeur;
  return surLePlan(
    services,
    acteur,
    plan,
    (vu) => peutModifierPlan(acteur, vu),
    async ({ transaction, plan: lu, maintenant, journaliser }) => {
      const choisi = (await pilotesDuPlan(transaction, lu.id)).find(({ valeur }) => valeur === pilote);
      if (choisi === undefined)
        return echec(
          fauteDeSaisie('lien.pilote', 'pilote', 'Ce pilote n’est plus dans le plan : choisissez-en un dans la liste.'),
        );
      const { nombre } = await transaction
        .selectFrom('lien_personnel')
        .select(({ fn }) => fn.countAll<number>().as('nombre'))
        .where('plan_id', '=', lu.id)
        .where('revoque_le', 'is', null)
        .where('expire_le', '>', maintenant)
        .executeTakeFirstOrThrow();
      if (Number(nombre) >= LIENS_AU_PLUS)
        return echec({
          nature: 'conflit',
          regle: 'lien.donner.nombre',
          message: `Ce plan a déjà ${LIENS_AU_PLUS} liens ouverts. Révoquez ceux qui ne servent plus, puis recommencez.`,
        });
      const lien = `lien-${services.ids.nouveau()}`;
      const secret = nouveauSecret(services.alea);
      await transaction
        .insertInto('compte')
        .values({ id: lien, nom, genre: 'lien', cree_par: acteur.compte, cree_le: maintenant })
        .execute();
      await transaction
        .insertInto('lien_personnel')
        .values({
          compte_id: lien,
          plan_id: lu.id,
          pilote: choisi.libelle,
          ...(pilote.startsWith('o:') ? { organisation_id: pilote.slice(2) } : { pilote: pilote.slice(2) }),
          empreinte: empreinteDuSecret(secret),
          cree_le: maintenant,
          expire_le: sql`((${expiration}::date + 1)::timestamp at time zone 'Europe/Paris')`,
        })
        .execute();
      await journaliser({
        acte: 'lien.donner',
        objet: { type: 'plan', id: lu.id },
        territoire: lu.territoire,
        charge: { lien, expiration },
      });
      return reussite({ lien, secret });
    },
  );
}
