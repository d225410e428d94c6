import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { type Base, ouvrirBase } from '../../src/socle/base/index.ts';
import { type Horloge, idsUuid7, lireConfiguration, type Services } from '../../src/socle/index.ts';
import { adresseDe, MODELE } from '../installation/modele.ts';

/** A clock the test sets. */
export type HorlogeReglable = Horloge & { regler(instant: string): void; avancer(ms: number): void };

export function horlogeReglable(depart: string): HorlogeReglable {
  let instant = new Date(depart);
  return {
    maintenant: () => new Date(instant),
    regler(nouveau) {
      instant = new Date(nouveau);
    },
    avancer(ms) {
      instant = new Date(instant.getTime() + ms);
    },
  };
}

export type Essai = {
  readonly services: Services;
  readonly base: Base;
  readonly horloge: HorlogeReglable;
  readonly adresse: string;
  fermer(): Promise<void>;
};

/** A database of its own, with the reference data and nothing else; the clock starts on 15 February 2022 at noon in Paris. */
export async function ouvrirEssai(depart = '2022-02-15T11:00:00Z'): Promise<Essai> {
  const serveur = inject('adresseDuServeur');
  const nom = `essai_${randomUUID().replaceAll('-', '')}`;
  const administration = ouvrirBase(serveur, { connexions: 1 });
  await copierModele(administration, nom);
  const adresse = adresseDe(serveur, nom);
  const base = ouvrirBase(adresse);
  const horloge = horlogeReglable(depart);
  const alea = (octets: Uint8Array): void => {
    crypto.getRandomValues(octets);
  };
  return {
    base,
    horloge,
    adresse,
    services: {
      base,
      horloge,
      ids: idsUuid7(horloge, alea),
      alea,
      configuration: lireConfiguration({ JALON_DEMO: '1' }),
    },
    async fermer() {
      await base.destroy();
      await sql`drop database ${sql.id(nom)} with (force)`.execute(administration);
      await administration.destroy();
    },
  };
}

/** Copying the model needs it idle: copies wait for each other. */
async function copierModele(administration: Base, nom: string): Promise<void> {
  await sql`select pg_advisory_lock(42)`.execute(administration);
  try {
    await sql`create database ${sql.id(nom)} template ${sql.id(MODELE)}`.execute(administration);
  } finally {
    await sql`select pg_advisory_unlock(42)`.execute(administration);
  }
}
