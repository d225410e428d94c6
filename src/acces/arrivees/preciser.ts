import { z } from 'zod';
import { inscrire } from '#journal';
import { enTransaction, lireSaisie, type Services } from '#socle';
import type { Base } from '#socle/base';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { type CodeTerritoire, lireCodeTerritoire } from '#territoires';
import { empreinte } from '../secret.ts';
import { deposerDemande } from './deposer.ts';
import { prevenirDeLaDemande } from './prevenir.ts';

const SAISIE = z.object({
  territoire: z.string({ error: 'Choisissez votre territoire.' }).min(1, 'Choisissez votre territoire.').max(5),
  organisation: z
    .string()
    .max(100)
    .default('')
    .transform((id) => (id === '' ? null : id)),
  message: z
    .string({ error: 'Dites ce que vous venez faire dans Jalon.' })
    .trim()
    .min(1, 'Dites ce que vous venez faire dans Jalon : une phrase suffit.')
    .max(2_000, 'Écrivez 2 000 signes au plus.'),
});

/**
 * The person says where they work and what they come for: the request goes to the administrators of that territory. After
 * a refusal this makes a new request. The visit is the only right there is to it.
 */
export async function preciserDemande(services: Services, jeton: string, valeurs: unknown): Promise<Resultat<null>> {
  const saisie = lireSaisie(SAISIE, valeurs);
  if (!saisie.ok) return saisie;
  const { territoire, organisation, message } = saisie.valeur;
  return enTransaction(services, async (transaction) => {
    const demande = await prendreDemande(transaction, services, jeton);
    if (demande === null) return echec(VISITE_FINIE);
    if (demande.etat === 'accordee') return echec(DEJA_ACCORDEE);
    const lieu = await verifierLieu(transaction, territoire, organisation);
    if (!lieu.ok) return lieu;
    const code = lieu.valeur;
    const id = demande.etat === 'refusee' ? await redemander(transaction, services, jeton, demande) : demande.id;
    await transaction
      .updateTable('demande_acces')
      .set({ territoire_code: code, organisation_id: organisation, message })
      .where('id', '=', id)
      .execute();
    await prevenirDeLaDemande(transaction, services, { id, territoire: code });
    await inscrire(
      transaction,
      {
        acte: 'demande.preciser',
        objet: { type: 'demande', id },
        territoire: code,
        charge: { territoire: code, organisation },
      },
      { auteur: null, horloge: services.horloge },
    );
    return reussite(null);
  });
}

type Prise = {
  readonly id: string;
  readonly etat: string;
  readonly emetteur: string;
  readonly sujet: string;
  readonly nom: string | null;
  readonly courriel: string | null;
};

/** The request of this visit, locked: whoever decides on it meanwhile waits, or has decided before. */
async function prendreDemande(transaction: Base, { horloge }: Services, jeton: string): Promise<Prise | null> {
  const ligne = await transaction
    .selectFrom('visite_inconnue')
    .innerJoin('demande_acces', 'demande_acces.id', 'visite_inconnue.demande_id')
    .select(['demande_acces.id', 'etat', 'emetteur', 'sujet', 'nom', 'courriel'])
    .where('visite_inconnue.empreinte', '=', empreinte(jeton))
    .where('visite_inconnue.expire_le', '>', horloge.maintenant())
    .forUpdate()
    .executeTakeFirst();
  if (!ligne || ligne.etat === 'effacee' || ligne.emetteur === null || ligne.sujet === null) return null;
  return { ...ligne, emetteur: ligne.emetteur, sujet: ligne.sujet };
}

/** A new request of the same identity; one that another window opened meanwhile is taken instead. */
async function redemander(transaction: Base, services: Services, jeton: string, refusee: Prise): Promise<string> {
  const ouverte = await transaction
    .selectFrom('demande_acces')
    .select('id')
    .where('emetteur', '=', refusee.emetteur)
    .where('sujet', '=', refusee.sujet)
    .where('compte_id', 'is', null)
    .where('etat', '=', 'ouverte')
    .executeTakeFirst();
  const id = ouverte?.id ?? (await deposerDemande(transaction, services, refusee));
  await transaction
    .updateTable('visite_inconnue')
    .set({ demande_id: id })
    .where('empreinte', '=', empreinte(jeton))
    .execute();
  return id;
}

async function verifierLieu(
  transaction: Base,
  territoire: string,
  organisation: string | null,
): Promise<Resultat<CodeTerritoire>> {
  const champs: Record<string, string> = {};
  const code = lireCodeTerritoire(territoire);
  if (code === null) champs.territoire = 'Ce territoire n’existe pas : choisissez-le dans la liste.';
  if (organisation !== null) {
    const service = await transaction
      .selectFrom('organisation')
      .select('id')
      .where('id', '=', organisation)
      .where('territoire_code', '=', code ?? territoire)
      .where('active', '=', true)
      .where('genre', '<>', 'collectif')
      .executeTakeFirst();
    if (!service) champs.organisation = 'Ce service n’est pas dans ce territoire : choisissez-le dans la liste.';
  }
  const premier = Object.values(champs)[0];
  return premier === undefined && code !== null
    ? reussite(code)
    : echec({ nature: 'invalide', regle: 'demande.lieu', message: premier ?? '', champs });
}

const VISITE_FINIE: Refus = {
  nature: 'interdit',
  regle: 'demande.visite',
  message: 'Votre passage a duré plus d’une heure. Connectez-vous de nouveau pour compléter votre demande.',
};
const DEJA_ACCORDEE: Refus = {
  nature: 'conflit',
  regle: 'demande.accordee',
  message: 'Votre demande a été accordée entre-temps. Connectez-vous de nouveau pour entrer.',
};
