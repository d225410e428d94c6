import { sql } from 'kysely';
import { z } from 'zod';
import { texteObligatoire } from '#socle';
import type { Base } from '#socle/base';
import { echec, fauteDeSaisie, type Refus, type Resultat, reussite } from '#socle/valeurs';
import type { Acteur } from '../regles/acteur.ts';
import { type CompteVu, peutVoirCompte } from '../regles/administration.ts';
import { PROFILS } from '../regles/profils.ts';
import { lireCompte, lireService } from './compte.ts';

/** What is typed of an account, at its opening and afterwards. */
export const SAISIE_DE_COMPTE = z.object({
  courriel: z
    .string({ error: 'Écrivez le courriel professionnel.' })
    .trim()
    .toLowerCase()
    .max(254, 'Ce courriel est trop long.')
    .pipe(z.email('Écrivez une adresse complète, comme prenom.nom@exemple.gouv.fr.')),
  nom: texteObligatoire('Écrivez le nom de la personne, ou sa fonction.', 200),
  organisation: texteObligatoire('Choisissez le service.', 100),
  profil: z.enum(PROFILS, { error: 'Choisissez un profil de la liste.' }),
  territoire: texteObligatoire('Choisissez le territoire.', 5),
});

export type SaisieDeCompte = z.output<typeof SAISIE_DE_COMPTE>;

/** The account as it would be once this is written, for the policy; refused when a service or a territory does not exist. */
export async function compteSaisi(
  transaction: Base,
  compte: string,
  { organisation, profil, territoire }: Pick<SaisieDeCompte, 'organisation' | 'profil' | 'territoire'>,
): Promise<Resultat<CompteVu>> {
  const service = await lireService(transaction, organisation);
  const lieu = await transaction
    .selectFrom('territoire')
    .select('code')
    .where('code', '=', territoire)
    .executeTakeFirst();
  if (service === null) return echec(fauteDe('organisation', 'Ce service n’est pas dans l’annuaire : choisissez-le.'));
  if (!lieu) return echec(fauteDe('territoire', 'Ce territoire n’existe pas : choisissez-le dans la liste.'));
  return reussite({ compte, profil, territoire, organisation: service });
}

/**
 * Keeps this address for the account until the end of the transaction; refused when another open account has it. Two
 * administrators who type the same one wait for each other here.
 */
export async function reserverCourriel(
  transaction: Base,
  acteur: Acteur,
  courriel: string,
  pour: string | null,
): Promise<Resultat<null>> {
  await sql`select pg_advisory_xact_lock(hashtext('compte.courriel'), hashtext(${courriel}))`.execute(transaction);
  const pris = await transaction
    .selectFrom('compte')
    .select('id')
    .where('courriel', '=', courriel)
    .where('ferme_le', 'is', null)
    .$if(pour !== null, (requete) => requete.where('id', '<>', pour ?? ''))
    .executeTakeFirst();
  if (!pris) return reussite(null);
  const autre = await lireCompte(transaction, pris.id);
  const message =
    autre !== null && peutVoirCompte(acteur, autre).permis
      ? `Un compte ouvert a déjà ce courriel : « ${autre.nom} », ${autre.service.libelle}. Modifiez ce compte plutôt que d’en ouvrir un second.`
      : 'Un compte ouvert dans un autre territoire a déjà ce courriel. Vérifiez l’adresse, ou demandez à la DITP de déplacer ce compte.';
  return echec({ ...fauteDe('courriel', message), nature: 'conflit', regle: 'compte.courriel' });
}

function fauteDe(champ: string, message: string): Refus {
  return fauteDeSaisie(`compte.${champ}`, champ, message);
}
