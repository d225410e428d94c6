import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { lireLignes } from '#tableur';
import { toutRecalculer } from '../../src/indicateurs/calcul/tout-recalculer.ts';
import { EN_SOMME, ecrireEnBase, unIndicateur, valeurs } from '../../src/indicateurs/essais/en-base.ts';
import { appliquerImport } from '../../src/indicateurs/importer/appliquer.ts';
import { inscrireImport } from '../../src/indicateurs/importer/deposer.ts';
import { verifierDepot } from '../../src/indicateurs/importer/verifier-depot.ts';
import { lireFichierDeValeurs } from '../../src/indicateurs/lecture/lire-fichier.ts';
import { situationsAu } from '../../src/indicateurs/lectures/situations-passees.ts';
import { mesurer, tableau } from './mesurer.ts';

/** 120 territories each; one in four is a sum of its départements. The national data set has 600. */
const INDICATEURS = Number(process.env.JALON_BANC_INDICATEURS ?? 120);
const MOIS = 60;

test(`${INDICATEURS} indicateurs, ${INDICATEURS * 120 * MOIS} valeurs`, async () => {
  const essai = await ouvrirEssai('2026-02-15T11:00:00Z');
  const numeros: number[] = [];
  const identifiants = new Map<number, string>();
  for (let i = 0; i < INDICATEURS; i++) {
    const numero = await unIndicateur(essai.services, { identifiant: `banc-${i}`, ...(i % 4 === 0 ? EN_SOMME : {}) });
    numeros.push(numero);
    identifiants.set(numero, `banc-${i}`);
  }
  await remplir(essai, numeros);
  const lignes: Awaited<ReturnType<typeof mesurer>>[] = [];
  const uneFois = async (nom: string, budget: number | null, travail: () => Promise<unknown>) => {
    const debut = performance.now();
    await travail();
    const duree = Math.round(performance.now() - debut);
    process.stdout.write(`${nom} : ${duree} ms${budget === null ? '' : ` (budget ${budget} ms)`}\n`);
  };
  await uneFois('recalcul complet', null, () => toutRecalculer(essai.services));
  const [somme = 0, saisi = 0] = numeros;
  await uneFois('une valeur, agrégats et médianes compris', 1000, () =>
    ecrireEnBase(essai.services, valeurs(somme, 'D29 va 2026-01-31 77')),
  );
  const territoires = await essai.base.selectFrom('territoire').select('code').orderBy('code').execute();
  const codes = territoires.map(({ code }) => code);
  await uneFois('import de 100 000 valeurs, 14 indicateurs sur cinq ans', 15_000, () =>
    importer(essai, fichier(identifiants, numeros.filter((_, i) => i % 4 !== 0).slice(0, 14), codes, MOIS)),
  );
  const parMois = Math.min(numeros.length, Math.floor(100_000 / codes.length));
  await uneFois(`import de ${parMois * codes.length} valeurs, un mois de ${parMois} indicateurs`, 15_000, () =>
    importer(essai, fichier(identifiants, numeros.slice(0, parMois), codes, 1)),
  );
  lignes.push(
    await mesurer('SQL nu : situations d’un territoire', null, () =>
      sql`select * from situation_d_indicateur where territoire = 'D29'`.execute(essai.base),
    ),
    await mesurer('situations d’un indicateur, jour passé', null, () =>
      situationsAu(essai.base, saisi, '2024-06-30' as never),
    ),
  );
  process.stdout.write(`\n${tableau(lignes)}\n`);
  process.stdout.write(`mémoire : ${Math.round(process.memoryUsage.rss() / 1e6)} Mo\n`);
  await essai.fermer();
  expect(lignes).toHaveLength(2);
}, 1_800_000);

/** Generated in the database itself: what is measured is not filling. */
async function remplir({ base }: Essai, numeros: readonly number[]): Promise<void> {
  await sql`
    insert into valeur (indicateur, territoire, type, jour, valeur, origine, enregistre_le)
    select i, t.code, 'va', (date '2021-01-31' + (m || ' months')::interval)::date,
      round((50 + m + 10 * sin(i + m) + length(t.code))::numeric, 2), 'import', timestamptz '2024-01-01'
    from unnest(${[...numeros]}::int[]) i cross join territoire t cross join generate_series(0, ${MOIS - 1}::int) m
    where t.maille = 'departemental' or i % 4 <> (select min(x) % 4 from unnest(${[...numeros]}::int[]) x)`.execute(
    base,
  );
  await sql`
    insert into valeur (indicateur, territoire, type, jour, valeur, origine, enregistre_le)
    select i, t.code, v.type, v.jour, v.valeur, 'import', timestamptz '2024-01-01'
    from unnest(${[...numeros]}::int[]) i cross join territoire t
    cross join (values ('vi', date '2020-12-31', 40), ('vc', date '2026-12-31', 150), ('vc', date '2027-12-31', 200))
      as v (type, jour, valeur)
    where t.maille = 'departemental' or i % 4 <> (select min(x) % 4 from unnest(${[...numeros]}::int[]) x)`.execute(
    base,
  );
  await sql`analyze valeur`.execute(base);
}

function fichier(
  identifiants: ReadonlyMap<number, string>,
  numeros: readonly number[],
  codes: readonly string[],
  mois: number,
): Uint8Array {
  const lignes = ['identifiant_indic;zone_id;zone_nom;date_valeur;type_valeur;valeur'];
  for (const numero of numeros) {
    for (const code of codes) {
      for (let m = 0; m < mois; m++) {
        const date = new Date(Date.UTC(2026, 0 - m + 1, 0)).toISOString().slice(0, 10);
        lignes.push(`${identifiants.get(numero)};${code};;${date};va;${60 + (m % 7)},5`);
      }
    }
  }
  return new TextEncoder().encode(lignes.join('\n'));
}

async function importer({ services }: Essai, octets: Uint8Array): Promise<void> {
  const id = await inscrireImport(services, { nom: 'banc.csv', typeMime: 'text/csv', octets }, null);
  const lu = reussi(lireFichierDeValeurs(reussi(await lireLignes(octets, 'banc.csv'))));
  const { fichier: bilan, effet } = await verifierDepot(services, id, lu);
  process.stdout.write(
    `  ${bilan.valeurs} valeurs, ${bilan.refusees} refusées, ${effet.modifiees} modifiées, ${effet.nouvelles} nouvelles\n`,
  );
  reussi(await appliquerImport(services, null, id, { motif: 'banc', version: 1 }));
}
