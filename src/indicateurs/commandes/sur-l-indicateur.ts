import { sql } from 'kysely';
import { type Acteur, type Decision, selon } from '#acces';
import { type EvenementSansPersonnel, inscrire } from '#journal';
import { aujourdhui, enTransaction, type Services } from '#socle';
import type { Base } from '#socle/base';
import { echec, type Jour, type Refus, type Resultat } from '#socle/valeurs';
import { verrouiller } from '../calcul/recalculer.ts';
import type { IndicateurVu } from '../politique.ts';

/** What a command works with once it is allowed: its transaction, the indicator locked, and the pen of the journal. */
export type Atelier = {
  readonly transaction: Base;
  readonly services: Services;
  readonly acteur: Acteur;
  readonly indicateur: IndicateurVu & {
    readonly numero: number;
    readonly identifiant: string;
    readonly version: number;
  };
  readonly maintenant: Date;
  readonly au: Jour;
  /** Writes the event in the journal, in the same transaction. Called last. */
  journaliser(evenement: EvenementSansPersonnel): Promise<void>;
};

export const INDICATEUR_ABSENT: Refus = {
  nature: 'introuvable',
  regle: 'indicateur.introuvable',
  message: 'Cet indicateur n’existe pas ou n’existe plus. Revenez à la liste des indicateurs.',
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function estIdentifiant(id: string): boolean {
  return UUID.test(id);
}

/** Runs a command on an indicator: one transaction, its row locked, the policy asked, then the work. A refusal undoes it. */
export async function surLIndicateur<T>(
  services: Services,
  acteur: Acteur,
  id: string,
  politique: (indicateur: IndicateurVu) => Decision,
  travail: (atelier: Atelier) => Promise<Resultat<T>>,
): Promise<Resultat<T>> {
  if (!estIdentifiant(id)) return echec(INDICATEUR_ABSENT);
  return enTransaction(services, async (transaction) => {
    const trouve = await lireIndicateurVu(transaction, id);
    if (trouve === null) return echec(INDICATEUR_ABSENT);
    await verrouiller(transaction, [trouve.numero]);
    // Read again: whoever held the lock may have changed it.
    const indicateur = (await lireIndicateurVu(transaction, id)) ?? trouve;
    const permis = selon(politique(indicateur));
    if (!permis.ok) return permis;
    return travail({
      transaction,
      services,
      acteur,
      indicateur,
      maintenant: services.horloge.maintenant(),
      au: aujourdhui(services.horloge),
      journaliser: (evenement) =>
        inscrire(transaction, evenement, { auteur: acteur.compte, horloge: services.horloge }),
    });
  });
}

async function lireIndicateurVu(base: Base, id: string): Promise<Atelier['indicateur'] | null> {
  const { rows } = await sql<Atelier['indicateur']>`
    select id, numero, identifiant, etat, version, responsable_id as responsable from indicateur where id = ${id}`.execute(
    base,
  );
  return rows[0] ?? null;
}
