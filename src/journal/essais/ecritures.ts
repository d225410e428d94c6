import { type RawBuilder, sql } from 'kysely';
import type { Essai } from '#outils-d-essai';
import type { Base } from '#socle/base';
import type { EvenementSansPersonnel } from '../evenements.ts';
import { inscrire } from '../inscrire.ts';

export const NOTE = {
  acte: 'action.noter',
  objet: { type: 'action', id: '2-1' },
  territoire: 'D29',
  charge: { plan: 'irritants', statut: 'en_cours', taux: '40' },
} as const satisfies EvenementSansPersonnel;

/** Notes on an action, a minute apart. */
export async function inscrireDesNotes({ base, horloge }: Essai, nombre: number): Promise<void> {
  for (let i = 0; i < nombre; i += 1) {
    horloge.avancer(60_000);
    await base.transaction().execute((transaction) => inscrire(transaction, NOTE, { auteur: 'essai-a', horloge }));
  }
}

/** Exports of the journal, each with personal data about one of these accounts. */
export async function inscrireDesExports(
  { base, services }: Essai,
  concernes: readonly (string | null)[],
): Promise<void> {
  for (const concerne of concernes) {
    await base.transaction().execute((transaction) =>
      inscrire(
        transaction,
        {
          acte: 'journal.exporter',
          objet: { type: 'journal', id: 'journal' },
          territoire: null,
          charge: { format: 'csv', evenements: 0, criteres: {} },
          personnel: { concerne, contenu: { personne: 'Camille' } },
        },
        { auteur: 'essai-a', ...services },
      ),
    );
  }
}

/** What someone who owns the database can do: the guards are taken off, and put back. */
export async function retoucher(base: Base, ...ordres: readonly RawBuilder<unknown>[]): Promise<void> {
  await base.transaction().execute(async (transaction) => {
    for (const table of ['journal', 'journal_personnel'])
      await sql`alter table ${sql.table(table)} disable trigger user`.execute(transaction);
    for (const ordre of ordres) await ordre.execute(transaction);
    for (const table of ['journal', 'journal_personnel'])
      await sql`alter table ${sql.table(table)} enable trigger user`.execute(transaction);
  });
}
