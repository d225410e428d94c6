import { z } from 'zod';
import { inscrire } from '#journal';
import { enTransaction, lireSaisie, type Services, texteObligatoire } from '#socle';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { ecrireReference, lireReference } from '../habilitations/habilitables.ts';
import type { Acteur } from '../regles/acteur.ts';
import { prevenirDeLAcces } from './prevenir.ts';

/** Beyond this, the requests already made are to be answered first. */
const DEMANDES_OUVERTES = 20;

const SAISIE = z.object({
  objet: z.string({ error: objetAbsent() }).transform((texte, contexte) => {
    const lue = lireReference(texte);
    if (lue !== null && lue.type !== 'comptes') return lue;
    contexte.addIssue({ code: 'custom', message: objetAbsent() });
    return z.NEVER;
  }),
  droit: z.enum(['lire', 'contribuer', 'modifier'], { error: 'Dites ce que vous voulez pouvoir faire.' }),
  message: texteObligatoire('Dites pourquoi vous en avez besoin : la personne qui décide ne vous connaît pas.', 2_000),
});

function objetAbsent(): string {
  return 'L’adresse ne dit pas à quoi vous demandez accès. Revenez à la page qui vous a été refusée, et partez de son lien.';
}

/**
 * Asks for a right on an object one may not read. Nothing is looked up: the answer is the same whether the object exists
 * or not, and whether one could read it. Asking again changes what was asked.
 */
export async function demanderAcces(services: Services, acteur: Acteur, valeurs: unknown): Promise<Resultat<string>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  if (acteur.genre !== 'personne') return echec(PAS_POUR_SOI);
  const { objet, droit, message } = lue.valeur;
  return enTransaction(services, async (transaction) => {
    await transaction.selectFrom('compte').select('id').where('id', '=', acteur.compte).forNoKeyUpdate().execute();
    const ouvertes = await transaction
      .selectFrom('demande_acces')
      .select(['id', 'objet_type', 'objet_id'])
      .where('compte_id', '=', acteur.compte)
      .where('etat', '=', 'ouverte')
      .execute();
    const deja = ouvertes.find(({ objet_type, objet_id }) => objet_type === objet.type && objet_id === objet.id);
    if (!deja && ouvertes.length >= DEMANDES_OUVERTES) return echec(TROP);
    const id = deja?.id ?? services.ids.nouveau();
    const dite = { droit, message, creee_le: services.horloge.maintenant() };
    if (deja) await transaction.updateTable('demande_acces').set(dite).where('id', '=', id).execute();
    else
      await transaction
        .insertInto('demande_acces')
        .values({
          id,
          ...dite,
          compte_id: acteur.compte,
          objet_type: objet.type,
          objet_id: objet.id,
          organisation_id: acteur.organisation,
          territoire_code: acteur.territoire,
          etat: 'ouverte',
        })
        .execute();
    if (!deja) await prevenirDeLAcces(transaction, services, { id, territoire: acteur.territoire });
    await inscrire(
      transaction,
      {
        acte: 'acces.demander',
        objet: { type: 'demande', id },
        territoire: acteur.territoire,
        charge: { objet: ecrireReference(objet), droit },
      },
      { auteur: acteur.compte, horloge: services.horloge },
    );
    return reussite(id);
  });
}

const PAS_POUR_SOI: Refus = {
  nature: 'interdit',
  regle: 'demande.suppleance',
  message: 'On demande un accès en son propre nom. Reprenez d’abord votre compte.',
};

const TROP: Refus = {
  nature: 'conflit',
  regle: 'demande.trop',
  message:
    'Vous avez déjà vingt demandes sans réponse. Attendez une réponse, ou écrivez à l’administrateur des comptes.',
};
