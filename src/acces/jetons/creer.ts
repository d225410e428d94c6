import { sql } from 'kysely';
import { z } from 'zod';
import { inscrire } from '#journal';
import { aujourdhui, dernierJour, enTransaction, lireSaisie, type Services } from '#socle';
import { echec, type Jour, type Resultat, reussite } from '#socle/valeurs';
import { selon } from '../decision.ts';
import type { Acteur } from '../regles/acteur.ts';
import { derniereExpiration, JETONS_AU_PLUS, peutCreerJeton } from '../regles/jetons.ts';
import { NOMS_DES_PORTEES } from '../regles/portees.ts';
import { empreinteDuJeton, tirerJeton } from './secret.ts';

const LIBELLE = 'Dites à quoi sert ce jeton, par exemple « Tableau de bord de la préfecture ».';

function saisieDuJour(jour: Jour) {
  const limite = derniereExpiration(jour);
  return z.object({
    libelle: z.string({ error: LIBELLE }).trim().min(1, LIBELLE).max(100, 'Ce nom dépasse 100 caractères.'),
    portees: z
      .union([z.string().transform((seule) => [seule]), z.array(z.string())], {
        error: 'Choisissez ce que le jeton pourra faire.',
      })
      .pipe(z.array(z.enum(NOMS_DES_PORTEES, { error: 'Ce droit n’existe pas : choisissez dans la liste.' })).min(1))
      .transform((portees) => NOMS_DES_PORTEES.filter((portee) => portees.includes(portee))),
    expiration: dernierJour(
      { de: jour, a: limite },
      'Choisissez le dernier jour du jeton.',
      'Choisissez un jour entre aujourd’hui et un an : au-delà, il faudra un nouveau jeton.',
    ),
  });
}

/** Makes a token for this person. Its secret is in the answer, and nowhere else ever after. */
export async function creerJeton(
  services: Services,
  acteur: Acteur,
  valeurs: unknown,
): Promise<Resultat<{ readonly id: string; readonly jeton: string }>> {
  const { horloge, ids, alea } = services;
  const saisie = lireSaisie(saisieDuJour(aujourdhui(horloge)), valeurs);
  if (!saisie.ok) return saisie;
  const { libelle, portees, expiration } = saisie.valeur;
  const { jeton, repere } = tirerJeton(alea);
  const id = `jeton-${ids.nouveau()}`;
  const maintenant = horloge.maintenant();
  return enTransaction(services, async (transaction) => {
    const permis = selon(peutCreerJeton(acteur, portees));
    if (!permis.ok) return permis;
    // Two windows at once: the second counts what the first wrote.
    await transaction.selectFrom('compte').select('id').where('id', '=', acteur.compte).forUpdate().execute();
    const { nombre } = await transaction
      .selectFrom('jeton')
      .innerJoin('compte', 'compte.id', 'jeton.compte_id')
      .select(({ fn }) => fn.countAll<number>().as('nombre'))
      .where('compte.titulaire_id', '=', acteur.compte)
      .where('revoque_le', 'is', null)
      .where('expire_le', '>', maintenant)
      .executeTakeFirstOrThrow();
    if (nombre >= JETONS_AU_PLUS)
      return echec({
        nature: 'conflit',
        regle: 'jeton.creer.nombre',
        message: `Vous avez déjà ${JETONS_AU_PLUS} jetons en service. Révoquez-en un qui ne sert plus, puis recommencez.`,
      });
    await transaction
      .insertInto('compte')
      .values({
        id,
        nom: libelle,
        genre: 'machine',
        titulaire_id: acteur.compte,
        cree_par: acteur.compte,
        cree_le: maintenant,
      })
      .execute();
    await transaction
      .insertInto('jeton')
      .values({
        compte_id: id,
        empreinte: empreinteDuJeton(jeton),
        repere,
        portees,
        cree_le: maintenant,
        expire_le: sql`((${expiration}::date + 1)::timestamp at time zone 'Europe/Paris')`,
      })
      .execute();
    await inscrire(
      transaction,
      { acte: 'jeton.creer', objet: { type: 'jeton', id }, territoire: null, charge: { portees, expiration } },
      { auteur: acteur.compte, horloge },
    );
    return reussite({ id, jeton });
  });
}
