import { sql } from 'kysely';
import type { Acteur } from '#acces';
import { type Essai, reussi } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import { lireDecimal } from '#socle/valeurs';
import { EN_SOMME, unIndicateur } from '../../src/indicateurs/essais/en-base.ts';
import { ecrireNouvelleReforme } from '../../src/reformes/commandes/creer-reforme.ts';

/** The national data set of the bench: every territory, reforms of a few indicators each, months of values. */
export type JeuNational = {
  readonly indicateurs: readonly number[];
  readonly identifiants: ReadonlyMap<number, string>;
  readonly reformes: readonly string[];
  readonly paniers: readonly number[];
};

export type Ampleur = { readonly indicateurs: number; readonly reformes: number; readonly mois: number };

/** One indicator in four is a sum of its départements; each reform has some, one after the other. */
export async function peupler(essai: Essai, ditp: Acteur, ampleur: Ampleur): Promise<JeuNational> {
  const indicateurs: number[] = [];
  const identifiants = new Map<number, string>();
  for (let i = 0; i < ampleur.indicateurs; i++) {
    const identifiant = `banc-${i}`;
    const numero = await unIndicateur(essai.services, { identifiant, ...(i % 4 === 0 ? EN_SOMME : {}) });
    indicateurs.push(numero);
    identifiants.set(numero, identifiant);
  }
  await remplir(essai, indicateurs, ampleur.mois, 0);
  const reformes: string[] = [];
  for (let i = 0; i < ampleur.reformes; i++) {
    reformes.push(
      await uneReforme(
        essai,
        ditp,
        i,
        indicateurs.filter((_, rang) => rang % ampleur.reformes === i),
      ),
    );
  }
  await declarer(essai, 4);
  await sql`vacuum analyze`.execute(essai.base);
  const paniers = await essai.base.selectFrom('reforme').select('panier').execute();
  return { indicateurs, identifiants, reformes, paniers: paniers.map(({ panier }) => panier) };
}

async function uneReforme(essai: Essai, ditp: Acteur, rang: number, indicateurs: readonly number[]): Promise<string> {
  const mailles = ['national', 'regional', 'departemental'] as const;
  const cent = lireDecimal('100');
  if (cent === null) throw new Error('100 ne se lit pas.');
  return essai.base.transaction().execute(async (transaction) =>
    reussi(
      await ecrireNouvelleReforme(
        transaction,
        essai.services,
        ditp,
        {
          nom: `Réforme ${rang}`,
          description: null,
          theme: `Thème ${rang % 10}`,
          ministere: ['mi', 'mas', 'mtect', 'fp'][rang % 4] ?? null,
          equipe: 'pm-ditp',
          services: [],
          mailles: [...mailles],
          meteoJours: 90,
          etat: 'active',
        },
        {
          parts: mailles.flatMap((maille) => indicateurs.map((indicateur) => ({ indicateur, maille, poids: cent }))),
        },
      ),
    ),
  );
}

/** Generated in the database itself: what is measured is not filling. `avant`: months older than the first ones. */
export async function remplir(
  { base, horloge }: Essai,
  indicateurs: readonly number[],
  mois: number,
  avant: number,
): Promise<void> {
  const au = sql`${aujourdhui(horloge)}::date`;
  const saisis = sql`
    from unnest(${[...indicateurs]}::int[]) as lu (i) join indicateur x on x.numero = lu.i cross join territoire t
    cross join`;
  const ou = sql`where t.maille = 'departemental' or x.agregation_va = 'saisie'`;
  await sql`
    insert into valeur (indicateur, territoire, type, jour, valeur, origine, enregistre_le)
    select i, t.code, 'va',
      (date_trunc('month', ${au} - ((m + ${avant}::int) || ' months')::interval) - interval '1 day')::date,
      round((50 + (${mois}::int - m) + 10 * sin(i + m) + length(t.code))::numeric, 2), 'import', timestamptz '2024-01-01'
    ${saisis} generate_series(0, ${mois - 1}::int) m ${ou}`.execute(base);
  if (avant > 0) return;
  await sql`
    insert into valeur (indicateur, territoire, type, jour, valeur, origine, enregistre_le)
    select i, t.code, v.type, v.jour, v.valeur, 'import', timestamptz '2024-01-01'
    ${saisis} (values ('vi', date '2015-12-31', 40), ('vc', make_date(extract(year from ${au})::int, 12, 31), 150),
      ('vc', make_date(extract(year from ${au})::int + 1, 12, 31), 200))
      as v (type, jour, valeur) ${ou}`.execute(base);
  await sql`analyze valeur`.execute(base);
}

/** So many météos for each reform in each territory. */
export async function declarer({ base, services }: Essai, fois: number): Promise<void> {
  await sql`
    insert into meteo_declaree (reforme_id, territoire_code, meteo, phrase, jour, enregistre_le)
    select r.id, t.code, (array['soleil', 'partiellement_nuageux', 'nuageux', 'orage'])[1 + (n + length(t.code)) % 4],
      'Point fait avec les services.', ${aujourdhui(services.horloge)}::date - n * 60, now()
    from reforme r cross join territoire t cross join generate_series(${fois}::int, 1, -1) n`.execute(base);
}
