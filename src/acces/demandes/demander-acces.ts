import { z } from 'zod';
import { inscrire } from '#journal';
import { enTransaction, lireSaisie, type Services, texteObligatoire } from '#socle';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { type CodeTerritoire, lireCodeTerritoire } from '#territoires';
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
  territoire: z
    .string()
    .optional()
    .transform((texte, contexte): CodeTerritoire | null => {
      if (texte === undefined) return null;
      const lu = lireCodeTerritoire(texte);
      if (lu === null) contexte.addIssue({ code: 'custom', message: 'Dites pour quel territoire, dans la liste.' });
      return lu;
    }),
  message: texteObligatoire('Dites pourquoi vous en avez besoin : la personne qui décide ne vous connaît pas.', 2_000),
});

function objetAbsent(): string {
  return 'L’adresse ne dit pas à quoi vous demandez accès. Revenez à la page qui vous a été refusée, et partez de son lien.';
}

export type DemandeFaite = {
  readonly id: string;
  /** It was already asked and waits: what is said now replaces what was said, and nobody is told a second time. */
  readonly deja: boolean;
};

/**
 * Asks for a right on an object one may not read, for a territory (one's own when none is said). Nothing is looked up: the
 * answer is the same whether the object exists or not, and whether one could read it. Asking again for the same place
 * changes what was asked.
 */
export async function demanderAcces(
  services: Services,
  acteur: Acteur,
  valeurs: unknown,
): Promise<Resultat<DemandeFaite>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  if (acteur.genre !== 'personne') return echec(PAS_POUR_SOI);
  const { objet, droit, message } = lue.valeur;
  const pour = lue.valeur.territoire ?? acteur.territoire;
  return enTransaction(services, async (transaction) => {
    await transaction.selectFrom('compte').select('id').where('id', '=', acteur.compte).forNoKeyUpdate().execute();
    const ouvertes = await transaction
      .selectFrom('demande_acces')
      .select(['id', 'objet_type', 'objet_id', 'pour_territoire_code'])
      .where('compte_id', '=', acteur.compte)
      .where('etat', '=', 'ouverte')
      .execute();
    const deja = ouvertes.find(
      (une) => une.objet_type === objet.type && une.objet_id === objet.id && une.pour_territoire_code === pour,
    );
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
          pour_territoire_code: pour,
          etat: 'ouverte',
        })
        .execute();
    if (!deja) await prevenirDeLAcces(transaction, services, { id, territoire: acteur.territoire, pour });
    await inscrire(
      transaction,
      {
        acte: 'acces.demander',
        objet: { type: 'demande', id },
        territoire: acteur.territoire,
        charge: { objet: ecrireReference(objet), droit, pour },
      },
      { auteur: acteur.compte, horloge: services.horloge },
    );
    return reussite({ id, deja: deja !== undefined });
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
