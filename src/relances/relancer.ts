import { sql } from 'kysely';
import { acteurDuCompte, neFontQueLire } from '#acces';
import { aujourdhui, type Services } from '#socle';
import type { Base } from '#socle/base';
import { deposerCourriel } from '#socle/courrier';
import type { Jour } from '#socle/valeurs';
import { lireFaits } from './faits.ts';
import { adresseDuCompte, personnesARelancer } from './lectures/destinataires.ts';
import { redigerCourrier } from './rediger.ts';
import { courrierDuJour, type Mention } from './regles/courrier-du-jour.ts';
import { estOuvre, ouvreLaSemaine } from './regles/jours-ouvres.ts';

/** A day further back is no longer news. */
export const JOURS_DE_RATTRAPAGE = 7;

/**
 * Writes the mails of the day, or of a day that was missed: one per person at most, in a transaction of its own. Done again,
 * by this program or another, it writes only those that are missing. Gives how many it wrote. One person's failure keeps
 * nobody else from theirs.
 */
export async function relancer(
  services: Services,
  { jour = aujourdhui(services.horloge), arret }: { readonly jour?: Jour; readonly arret?: AbortSignal } = {},
): Promise<number> {
  if (!estOuvre(jour)) return 0;
  let ecrits = 0;
  const echecs: unknown[] = [];
  for await (const compte of personnesARelancer(services.base, jour, ouvreLaSemaine(jour))) {
    if (arret?.aborted) break;
    try {
      const ecrit = await services.base
        .transaction()
        .execute((transaction) => ecrireA(transaction, services, compte, jour));
      if (ecrit) ecrits += 1;
    } catch (erreur) {
      echecs.push(erreur);
    }
  }
  if (echecs.length > 0) throw echecs[0];
  return ecrits;
}

/** Reads with the rights the person has now, decides, writes the mail and its trace; false when there is nothing to say. */
async function ecrireA(transaction: Base, services: Services, compte: string, jour: Jour): Promise<boolean> {
  const acteur = await acteurDuCompte(transaction, compte, jour);
  const adresse = await adresseDuCompte(transaction, compte);
  if (acteur === null || adresse === null || neFontQueLire(acteur.profil)) return false;
  const faits = await lireFaits(transaction, acteur, jour);
  const courrier = courrierDuJour(faits, jour);
  if (courrier === null) return false;
  const courriel = await deposerCourriel(transaction, services, {
    cle: `relance:${compte}:${jour}`,
    genre: courrier.semaine ? 'relance.semaine' : 'relance.jour',
    compte,
    adresse,
    message: redigerCourrier(courrier, faits, jour),
  });
  const ecrit = await transaction
    .insertInto('courrier_de_relance')
    .values({
      id: services.ids.nouveau(),
      compte_id: compte,
      jour,
      courriel_id: courriel,
      enregistre_le: services.horloge.maintenant(),
    })
    .onConflict((conflit) => conflit.columns(['compte_id', 'jour']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (ecrit === undefined) return false;
  await garderTrace(transaction, ecrit.id, courrier.mentions, jour);
  await compterLesRelances(transaction, services, courrier.mentions, jour);
  return true;
}

/** Well under the parameters that one statement may hold. */
const TRACES_PAR_ECRITURE = 1_000;

async function garderTrace(
  transaction: Base,
  courrier: string,
  mentions: readonly Mention[],
  jour: Jour,
): Promise<void> {
  for (let rang = 0; rang < mentions.length; rang += TRACES_PAR_ECRITURE)
    await transaction
      .insertInto('relance')
      .values(
        mentions
          .slice(rang, rang + TRACES_PAR_ECRITURE)
          .map(({ genre, plan, action, declinaison, reunion, remontee, echeance }) => ({
            courrier_id: courrier,
            jour,
            genre,
            plan_id: plan,
            action_id: action,
            declinaison_id: declinaison,
            reunion_id: reunion,
            remontee_id: remontee,
            echeance,
          })),
      )
      .execute();
}

/** Who follows a remontée sees its reminders in one list, those sent by hand and these. */
async function compterLesRelances(
  transaction: Base,
  { horloge }: Services,
  mentions: readonly Mention[],
  jour: Jour,
): Promise<void> {
  const rappelees = mentions.flatMap(({ genre, remontee }) =>
    genre === 'remontee' && remontee !== null ? [remontee] : [],
  );
  for (const remontee of rappelees.sort()) {
    // As a reminder by hand does: the two wait for each other.
    await transaction.selectFrom('remontee').select('id').where('id', '=', remontee).forNoKeyUpdate().execute();
    await sql`
      insert into remontee_relance as r (remontee_id, jour, enregistre_le, auteur, cibles, courriels)
      select ${remontee}, ${jour}, ${horloge.maintenant()}, null, count(*), 1
      from remontee_cible where remontee_id = ${remontee} and not repondu
      on conflict (remontee_id, jour) do update set courriels = r.courriels + 1`.execute(transaction);
  }
}
