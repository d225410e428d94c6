import { sql } from 'kysely';
import { matchRoutes } from 'react-router';
import type { Acteur } from '#acces';
import { inscrire } from '#journal';
import type { Services } from '#socle';
import { CARTE, type ObjetDAdresse } from './carte.ts';

const ADRESSES = CARTE.map(({ chemin, politique }) => ({ path: chemin, politique }));
/** Someone who insists is told in one line an hour, and the journal is not filled by whoever reloads a page. */
const UNE_HEURE_MS = 3_600_000;
const IDENTIFIANT_AU_PLUS = 100;

/** Keeps in the journal that this person asked for something that is not open to them. */
export async function journaliserRefus(
  { base, horloge }: Services,
  acteur: Acteur,
  { methode, chemin }: { methode: string; chemin: string },
): Promise<void> {
  const objet = objetDeLAdresse(chemin);
  const depuis = new Date(horloge.maintenant().getTime() - UNE_HEURE_MS);
  await base.transaction().execute(async (transaction) => {
    // Two refusals of one page at the same instant: the second waits, and finds the line of the first.
    await sql`select pg_advisory_xact_lock(hashtext(${`refus ${acteur.compte} ${objet.id}`}))`.execute(transaction);
    const deja = await transaction
      .selectFrom('journal')
      .select('sequence')
      .where('objet_type', '=', objet.type)
      .where('objet_id', '=', objet.id)
      .where('auteur', '=', acteur.compte)
      .where('acte', '=', 'acces.refuser')
      .where('instant', '>', depuis)
      .limit(1)
      .executeTakeFirst();
    if (deja) return;
    await inscrire(
      transaction,
      {
        acte: 'acces.refuser',
        objet: { type: objet.type, id: objet.id },
        territoire: acteur.territoire,
        charge: { adresse: objet.adresse, methode },
      },
      { auteur: acteur.compte, horloge },
    );
  });
}

/** The object an address names, or the page itself; never the address as it was typed, which may hold anything. */
function objetDeLAdresse(chemin: string): { type: ObjetDAdresse | 'page'; id: string; adresse: string } {
  const trouvee = matchRoutes(ADRESSES, chemin.replace(/\.data$/, ''))?.at(-1);
  const adresse = trouvee?.route.path ?? '/*';
  const politique = trouvee?.route.politique;
  const parametre = /:(\w+)/.exec(adresse)?.[1];
  if (typeof politique === 'object' && parametre !== undefined)
    return { type: politique.objet, id: (trouvee?.params[parametre] ?? '').slice(0, IDENTIFIANT_AU_PLUS), adresse };
  return { type: 'page', id: adresse, adresse };
}
