import { inscrire } from '#journal';
import { enTransaction, lireSaisie, type Services } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { SAISIE_DE_COMPTE } from './saisie.ts';

const SAISIE = SAISIE_DE_COMPTE.pick({ courriel: true, nom: true });

/** The service of the national administrators, and where it is. */
const SERVICE = 'pm-ditp';
const TERRITOIRE = 'FR';

/**
 * Opens the account of a national administrator, for whoever installs Jalon: nobody is there yet to open the first one.
 * Signed by Jalon itself; the person finds the account at the first sign-in by the professional e-mail.
 */
export async function ouvrirAdministrateur(services: Services, valeurs: unknown): Promise<Resultat<string>> {
  const saisie = lireSaisie(SAISIE, valeurs);
  if (!saisie.ok) return saisie;
  const { courriel, nom } = saisie.valeur;
  return enTransaction(services, async (transaction) => {
    const id = services.ids.nouveau();
    const ouvert = await transaction
      .insertInto('compte')
      .values({
        id,
        nom,
        courriel,
        profil: 'ditp',
        organisation_id: SERVICE,
        territoire_code: TERRITOIRE,
        cree_le: services.horloge.maintenant(),
      })
      .onConflict((conflit) => conflit.doNothing())
      .executeTakeFirst();
    if (Number(ouvert.numInsertedOrUpdatedRows ?? 0) === 0)
      return echec({
        nature: 'conflit',
        regle: 'compte.courriel',
        message: `Un compte ouvert a déjà le courriel ${courriel}. Un administrateur peut changer son profil depuis les pages de Jalon.`,
      });
    await inscrire(
      transaction,
      {
        acte: 'compte.ouvrir',
        objet: { type: 'compte', id },
        territoire: TERRITOIRE,
        charge: { profil: 'ditp', organisation: SERVICE, territoire: TERRITOIRE },
        personnel: { concerne: id, contenu: { nom, courriel } },
      },
      { auteur: null, horloge: services.horloge, alea: services.alea },
    );
    return reussite(id);
  });
}
