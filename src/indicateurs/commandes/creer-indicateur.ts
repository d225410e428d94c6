import { sql } from 'kysely';
import { type Acteur, selon } from '#acces';
import { inscrire } from '#journal';
import { aujourdhui, enTransaction, lireSaisie, type Services } from '#socle';
import type { Base } from '#socle/base';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { insererIndicateur } from '../ecriture/inserer-indicateur.ts';
import { peutConfigurerIndicateurs } from '../politique.ts';
import { enReglages, SAISIE_D_INDICATEUR } from './saisie-d-indicateur.ts';

/** Creates an indicator, « non mesuré » everywhere it is followed. Gives its identifier. */
export async function creerIndicateur(services: Services, acteur: Acteur, valeurs: unknown): Promise<Resultat<string>> {
  const permis = selon(peutConfigurerIndicateurs(acteur));
  if (!permis.ok) return permis;
  const saisie = lireSaisie(SAISIE_D_INDICATEUR, valeurs);
  if (!saisie.ok) return saisie;
  const { horloge, ids } = services;
  return enTransaction(services, async (transaction) => {
    const reglages = await enReglages(transaction, saisie.valeur);
    if (!reglages.ok) return reglages;
    const { identifiant, nom } = reglages.valeur;
    if (await identifiantPris(transaction, identifiant)) return echec(IDENTIFIANT_PRIS);
    const id = ids.nouveau();
    await insererIndicateur(transaction, id, reglages.valeur, {
      le: horloge.maintenant(),
      par: acteur.compte,
      au: aujourdhui(horloge),
    });
    await inscrire(
      transaction,
      { acte: 'indicateur.creer', objet: { type: 'indicateur', id }, territoire: null, charge: { identifiant, nom } },
      { auteur: acteur.compte, horloge },
    );
    return reussite(id);
  });
}

export const IDENTIFIANT_PRIS: Refus = {
  nature: 'conflit',
  regle: 'indicateur.identifiant.pris',
  message: 'Un autre indicateur a déjà cet identifiant\u00a0: donnez-en un autre, ou modifiez celui qui existe.',
  champs: { identifiant: 'Un autre indicateur a déjà cet identifiant.' },
};

/** Someone may be creating the same one at the same instant: the second waits, then finds it. */
export async function identifiantPris(transaction: Base, identifiant: string, sauf?: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtext(${`indicateur ${identifiant}`}))`.execute(transaction);
  const existant = await transaction
    .selectFrom('indicateur')
    .select('id')
    .where('identifiant', '=', identifiant)
    .executeTakeFirst();
  return existant !== undefined && existant.id !== sauf;
}
