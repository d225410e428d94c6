import { sql } from 'kysely';
import { z } from 'zod';
import { type Acteur, selon } from '#acces';
import { inscrire } from '#journal';
import { aujourdhui, enTransaction, lireSaisie, texteObligatoire } from '#socle';
import type { Base } from '#socle/base';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import type { TypeDeValeur } from '../calcul/modele.ts';
import { verrouiller } from '../calcul/recalculer.ts';
import { ecrireValeurs, type ValeurAEcrire } from '../ecriture/ecrire-valeurs.ts';
import { peutEcrireValeurs, peutImporterDesValeurs, type Responsabilites } from '../politique.ts';
import { responsabilitesDImport, type ServicesDImport } from '../responsabilites.ts';
import { trouverImport } from './trouver.ts';

const SAISIE = z.object({ motif: texteObligatoire('Dites pourquoi cet import est annulé.', 1_000) });

export type Annulation = {
  /** Values that came back to what they were, or were withdrawn when nothing was known before. */
  readonly remises: number;
  /** Values that someone changed since: they are left as they are. */
  readonly laissees: number;
};

/**
 * Undoes a whole import: each value it wrote that still stands comes back to what it was. Facts are appended, as always: the
 * import stays in the history, and past situations with it.
 */
export async function annulerImport(
  services: ServicesDImport,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<Annulation>> {
  const saisie = lireSaisie(SAISIE, valeurs);
  if (!saisie.ok) return saisie;
  const permis = selon(peutImporterDesValeurs(acteur, await responsabilitesDImport(services, services.base, acteur)));
  if (!permis.ok) return permis;
  const trouve = await trouverImport(services, acteur, id);
  if (!trouve.ok) return trouve;
  const { horloge } = services;
  const { motif } = saisie.valeur;
  return enTransaction(services, async (transaction) => {
    const prise = await transaction
      .updateTable('import_de_valeurs')
      .set({ etat: 'annule', annule_le: horloge.maintenant(), annule_par: acteur.compte, annule_motif: motif })
      .where('id', '=', id)
      .where('etat', '=', 'applique')
      .returning('id')
      .executeTakeFirst();
    if (prise === undefined) return echec(PAS_APPLIQUE);
    const droits = await verifierDroits(
      transaction,
      acteur,
      id,
      await responsabilitesDImport(services, transaction, acteur),
    );
    if (!droits.ok) return droits;
    const { valeurs: avant, laissees } = await valeursDAvant(transaction, id);
    const ecriture = await ecrireValeurs(transaction, avant, {
      origine: 'import',
      source: null,
      commentaire: null,
      importation: id,
      rectification: `Annulation de l’import du fichier «\u00a0${trouve.valeur.nom}\u00a0»\u00a0: ${motif}`,
      auteur: acteur.compte,
      enregistreLe: horloge.maintenant(),
      au: aujourdhui(horloge),
    });
    const { nouvelles, modifiees, retirees } = ecriture;
    await inscrire(
      transaction,
      {
        acte: 'valeurs.annuler',
        objet: { type: 'import_de_valeurs', id },
        territoire: null,
        charge: {
          fichier: trouve.valeur.nom,
          empreinte: trouve.valeur.empreinte,
          nouvelles,
          modifiees,
          retirees,
          motif,
        },
      },
      { auteur: acteur.compte, horloge },
    );
    return reussite({ remises: nouvelles + modifiees + retirees, laissees });
  });
}

const PAS_APPLIQUE: Refus = {
  nature: 'conflit',
  regle: 'valeurs.annuler.etat',
  message: 'Seul un import déjà fait s’annule, une seule fois. Rechargez la page pour voir où il en est.',
};

/** For each value of the import that still stands, the one there was just before; null when there was none. */
async function valeursDAvant(
  transaction: Base,
  id: string,
): Promise<{ valeurs: readonly ValeurAEcrire[]; laissees: number }> {
  const { rows: indicateurs } = await sql<{ indicateur: number }>`
    select distinct indicateur from valeur where import_id = ${id}`.execute(transaction);
  await verrouiller(
    transaction,
    indicateurs.map(({ indicateur }) => indicateur),
  );
  const { rows } = await sql<{
    indicateur: number;
    territoire: string;
    type: TypeDeValeur;
    jour: ValeurAEcrire['jour'];
    tient: boolean;
    valeur: string | null;
  }>`
    select f.indicateur, f.territoire, f.type, f.jour, c.fait is not null as tient,
      (select p.valeur from valeur p
        where (p.indicateur, p.territoire, p.type, p.jour) = (f.indicateur, f.territoire, f.type, f.jour) and p.id < f.id
        order by p.id desc limit 1) as valeur
    from valeur f
    left join valeur_courante c
      on (c.indicateur, c.territoire, c.type, c.jour, c.fait) = (f.indicateur, f.territoire, f.type, f.jour, f.id)
    where f.import_id = ${id}`.execute(transaction);
  const valeurs = rows
    .filter(({ tient }) => tient)
    .map(({ indicateur, territoire, type, jour, valeur }) => ({ indicateur, territoire, type, jour, valeur }));
  return { valeurs, laissees: rows.length - valeurs.length };
}

async function verifierDroits(
  transaction: Base,
  acteur: Acteur,
  id: string,
  responsabilites: Responsabilites,
): Promise<Resultat<null>> {
  const { rows } = await sql<{ id: string; etat: 'actif'; responsable: string | null }>`
    select id, etat, responsable_id as responsable from indicateur
    where numero in (select indicateur from valeur where import_id = ${id})`.execute(transaction);
  for (const indicateur of rows) {
    const permis = selon(peutEcrireValeurs(acteur, indicateur, responsabilites));
    if (!permis.ok) return permis;
  }
  return reussite(null);
}

/** Gives up an import before it is applied: the file stays in the history, no value was touched. */
export async function abandonnerImport(services: ServicesDImport, acteur: Acteur, id: string): Promise<Resultat<null>> {
  const trouve = await trouverImport(services, acteur, id);
  if (!trouve.ok) return trouve;
  return enTransaction(services, async (transaction) => {
    const prise = await transaction
      .updateTable('import_de_valeurs')
      .set({ etat: 'abandonne', fini_le: services.horloge.maintenant() })
      .where('id', '=', id)
      .where('etat', 'in', ['lecture', 'lu', 'refuse'])
      .returning('id')
      .executeTakeFirst();
    if (prise === undefined) return echec({ ...PAS_APPLIQUE, message: 'Cet import est déjà fait ou abandonné.' });
    await transaction.deleteFrom('valeur_deposee').where('import_id', '=', id).execute();
    await inscrire(
      transaction,
      {
        acte: 'valeurs.abandonner',
        objet: { type: 'import_de_valeurs', id },
        territoire: null,
        charge: { fichier: trouve.valeur.nom, empreinte: trouve.valeur.empreinte },
      },
      { auteur: acteur.compte, horloge: services.horloge },
    );
    return reussite(null);
  });
}
