import { z } from 'zod';
import { effacerDonneesPersonnelles, inscrire } from '#journal';
import { enTransaction, lireSaisie, type Services } from '#socle';
import type { Base } from '#socle/base';
import { effacerCourriels } from '#socle/courrier';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { selon } from '../decision.ts';
import type { Acteur } from '../regles/acteur.ts';
import { peutEffacer } from '../regles/effacement.ts';
import { signatairesDeLaPersonne } from './lire.ts';

/** How an erased person reads wherever they signed. */
export const PERSONNE_EFFACEE = 'Personne effacée';

const SAISIE = z.object({
  confirmation: z.literal('oui', { error: 'Cochez la case pour confirmer : un effacement ne s’annule pas.' }),
});

const ABSENT: Refus = {
  nature: 'introuvable',
  regle: 'compte.introuvable',
  message: 'Ce compte n’existe pas. Revenez à la liste des comptes.',
};

/**
 * Erases what identifies a person (RGPD, article 17): name, e-mail, identities, sessions, mails, requests, the personal
 * parts of the journal. What they wrote as agents stays, under « Personne effacée »: these are acts of the administration.
 * The account is closed first. The journal keeps that it was done, by whom, and still verifies.
 */
export async function effacerPersonne(
  services: Services,
  acteur: Acteur,
  compte: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const saisie = lireSaisie(SAISIE, valeurs);
  return enTransaction(services, async (transaction) => {
    const vu = await transaction
      .selectFrom('compte')
      .select(['id', 'territoire_code', 'ferme_le', 'efface_le'])
      .where('id', '=', compte)
      .where('genre', '=', 'personne')
      .forUpdate()
      .executeTakeFirst();
    const permis = selon(peutEffacer(acteur, { compte, ferme: Boolean(vu?.ferme_le), efface: Boolean(vu?.efface_le) }));
    if (!permis.ok) return permis;
    if (!vu) return echec(ABSENT);
    if (!saisie.ok) return saisie;
    await effacerLeCompte(transaction, services, { compte, territoire: vu.territoire_code }, acteur.compte, 'demande');
    return reussite(null);
  });
}

/** The erasure itself, on request or because the time of conservation is over; the caller has decided it. */
export async function effacerLeCompte(
  transaction: Base,
  { horloge, alea }: Pick<Services, 'horloge' | 'alea'>,
  { compte, territoire }: { compte: string; territoire: string | null },
  auteur: string | null,
  motif: 'demande' | 'conservation',
): Promise<void> {
  const signataires = await signatairesDeLaPersonne(transaction, compte);
  const identites = await transaction
    .deleteFrom('identite')
    .where('compte_id', '=', compte)
    .returning(['emetteur', 'sujet'])
    .execute();
  await transaction.deleteFrom('session').where('compte_id', '=', compte).execute();
  await transaction
    .updateTable('demande_acces')
    .set({ nom: null, courriel: null, message: null, emetteur: null, sujet: null, etat: 'effacee' })
    .where((eb) =>
      eb.or([
        eb('compte_id', '=', compte),
        ...identites.map(({ emetteur, sujet }) => eb.and([eb('emetteur', '=', emetteur), eb('sujet', '=', sujet)])),
      ]),
    )
    .execute();
  await transaction
    .updateTable('compte')
    .set({
      nom: PERSONNE_EFFACEE,
      courriel: null,
      ferme_motif: null,
      presentation: null,
      efface_le: horloge.maintenant(),
    })
    .where('id', '=', compte)
    .execute();
  // A token's label may say a name.
  await transaction
    .updateTable('compte')
    .set({ nom: 'Jeton effacé' })
    .where('titulaire_id', '=', compte)
    .where('genre', '=', 'machine')
    .execute();
  await effacerCourriels(transaction, signataires);
  await inscrire(
    transaction,
    { acte: 'compte.effacer', objet: { type: 'compte', id: compte }, territoire, charge: { motif } },
    { auteur, horloge },
  );
  await effacerDonneesPersonnelles(
    transaction,
    { comptes: signataires },
    (effacement) => ({
      acte: 'donnees.effacer',
      objet: { type: 'compte', id: compte },
      territoire,
      charge: { motif, effacement },
    }),
    { auteur, horloge, alea },
  );
}
