import { lireSaisie, type Services } from '#socle';
import { type Resultat, reussite } from '#socle/valeurs';
import { selon } from '../decision.ts';
import type { Acteur } from '../regles/acteur.ts';
import { peutGererCompte } from '../regles/administration.ts';
import { type AtelierDAcces, surDesComptes } from './atelier.ts';
import { compteSaisi, reserverCourriel, SAISIE_DE_COMPTE, type SaisieDeCompte } from './saisie.ts';

/** Opens the account of a colleague, who will find it at the first sign-in by the professional e-mail. Gives its identifier. */
export async function ouvrirCompte(services: Services, acteur: Acteur, valeurs: unknown): Promise<Resultat<string>> {
  const saisie = lireSaisie(SAISIE_DE_COMPTE, valeurs);
  if (!saisie.ok) return saisie;
  return surDesComptes(services, acteur, [], (atelier) => ecrireCompte(atelier, saisie.valeur));
}

/** The same within a transaction under way: granting a request opens the account of who made it. */
export async function ecrireCompte(
  { transaction, acteur, services, maintenant, journaliser }: AtelierDAcces,
  saisie: SaisieDeCompte,
): Promise<Resultat<string>> {
  const id = services.ids.nouveau();
  const voulu = await compteSaisi(transaction, id, saisie);
  if (!voulu.ok) return voulu;
  const permis = selon(peutGererCompte(acteur, voulu.valeur));
  if (!permis.ok) return permis;
  const libre = await reserverCourriel(transaction, acteur, saisie.courriel, null);
  if (!libre.ok) return libre;
  const createur = await transaction
    .selectFrom('compte')
    .select('demonstration')
    .where('id', '=', acteur.compte)
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto('compte')
    .values({
      id,
      nom: saisie.nom,
      courriel: saisie.courriel,
      profil: saisie.profil,
      organisation_id: saisie.organisation,
      territoire_code: saisie.territoire,
      // Opened by a character, it is one more: one enters it from the list, to see what it sees.
      demonstration: createur.demonstration,
      presentation: createur.demonstration ? 'Compte ouvert pendant la démonstration, depuis l’administration.' : null,
      rang: RANG_DES_NOUVEAUX,
      cree_par: acteur.compte,
      cree_le: maintenant,
    })
    .execute();
  await journaliser({
    acte: 'compte.ouvrir',
    objet: { type: 'compte', id },
    territoire: saisie.territoire,
    charge: { profil: saisie.profil, organisation: saisie.organisation, territoire: saisie.territoire },
    personnel: { concerne: id, contenu: { nom: saisie.nom, courriel: saisie.courriel } },
  });
  return reussite(id);
}

/** After the characters of the demonstration on the sign-in page. */
const RANG_DES_NOUVEAUX = 1_000;
