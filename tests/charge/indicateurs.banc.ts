import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import { anneeDe, moisDe } from '#socle/valeurs';
import { lireLignes } from '#tableur';
import { TERRITOIRES } from '#territoires';
import { toutRecalculer } from '../../src/indicateurs/calcul/tout-recalculer.ts';
import { ecrireEnBase, valeurs } from '../../src/indicateurs/essais/en-base.ts';
import { appliquerImport } from '../../src/indicateurs/importer/appliquer.ts';
import { inscrireImport } from '../../src/indicateurs/importer/deposer.ts';
import { verifierDepot } from '../../src/indicateurs/importer/verifier-depot.ts';
import { lireFichierDeValeurs } from '../../src/indicateurs/lecture/lire-fichier.ts';
import { declarer, type JeuNational, peupler, remplir } from './national.ts';
import { mesurerPages, tableauDesPages } from './pages.ts';

/** The national data set: 600 indicators, 160 reforms, five years, some four million values. */
const AMPLEUR = {
  indicateurs: Number(process.env.JALON_BANC_INDICATEURS ?? 600),
  reformes: Number(process.env.JALON_BANC_REFORMES ?? 160),
  mois: 60,
};

test(`${AMPLEUR.reformes} réformes, ${AMPLEUR.indicateurs} indicateurs, ${AMPLEUR.mois} mois`, async () => {
  // Today: the program that is asked for pages has its own clock, and would spend its first minute on what the calendar changed.
  const essai = await ouvrirEssai(new Date().toISOString());
  const [dernier = '2026-01-31'] = finsDeMois(essai, 1);
  const ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  const uneFois = async (nom: string, budget: number | null, travail: () => Promise<unknown>) => {
    const debut = performance.now();
    await travail();
    const duree = Math.round(performance.now() - debut);
    const tenu = budget === null ? '' : ` : ${duree <= budget ? 'tenu' : 'DÉPASSÉ'} (budget ${budget} ms)`;
    process.stdout.write(`${nom} : ${duree} ms${tenu}\n`);
  };
  let jeu: JeuNational = { indicateurs: [], identifiants: new Map(), reformes: [], paniers: [] };
  await uneFois('remplissage', null, async () => {
    jeu = await peupler(essai, ditp, AMPLEUR);
  });
  const { rows } = await sql<{ nombre: string }>`select count(*) as nombre from valeur`.execute(essai.base);
  process.stdout.write(`${Number(rows[0]?.nombre).toLocaleString('fr-FR')} valeurs\n`);
  await uneFois('recalcul complet', null, () => toutRecalculer(essai.services));
  await sql`vacuum analyze`.execute(essai.base);

  const [somme = 0] = jeu.indicateurs;
  await uneFois('une valeur, ses agrégats, ses médianes et ses réformes', 1000, () =>
    ecrireEnBase(essai.services, valeurs(somme, `D29 va ${dernier} 77`)),
  );
  const codes = TERRITOIRES.map(({ code }) => code);
  const saisis = jeu.indicateurs.filter((_, i) => i % 4 !== 0);
  await uneFois('import de 100 000 valeurs, 14 indicateurs sur cinq ans', 15_000, () =>
    importer(essai, fichier(jeu.identifiants, saisis.slice(0, 14), codes, finsDeMois(essai, AMPLEUR.mois))),
  );
  const parMois = Math.min(jeu.indicateurs.length, Math.floor(100_000 / codes.length));
  await uneFois(`import de ${parMois * codes.length} valeurs, un mois de ${parMois} indicateurs`, 15_000, () =>
    importer(essai, fichier(jeu.identifiants, jeu.indicateurs.slice(0, parMois), codes, [dernier])),
  );

  const avant = await mesurerPages(essai, jeu, ditp.compte, '2024-06-30');
  process.stdout.write(`\n${tableauDesPages(avant)}\n`);
  await remplir(essai, jeu.indicateurs.slice(0, 24), 9 * AMPLEUR.mois, AMPLEUR.mois);
  await declarer(essai, 40);
  await toutRecalculer(essai.services);
  await sql`vacuum analyze`.execute(essai.base);
  const apres = await mesurerPages(essai, jeu, ditp.compte, '2024-06-30');
  process.stdout.write(`\nDix fois l’histoire :\n${tableauDesPages(apres, avant)}\n`);
  process.stdout.write(`mémoire : ${Math.round(process.memoryUsage.rss() / 1e6)} Mo\n`);
  await essai.fermer();
  expect(apres).toHaveLength(avant.length);
}, 3_600_000);

/** The last days of so many months, the latest that has ended first. */
function finsDeMois({ horloge }: Essai, nombre: number): readonly string[] {
  const au = aujourdhui(horloge);
  return Array.from({ length: nombre }, (_, m) =>
    new Date(Date.UTC(anneeDe(au), moisDe(au) - 1 - m, 0)).toISOString().slice(0, 10),
  );
}

function fichier(
  identifiants: ReadonlyMap<number, string>,
  numeros: readonly number[],
  codes: readonly string[],
  jours: readonly string[],
): Uint8Array {
  const lignes = ['identifiant_indic;zone_id;zone_nom;date_valeur;type_valeur;valeur'];
  for (const numero of numeros) {
    for (const code of codes) {
      for (const [m, jour] of jours.entries()) {
        lignes.push(`${identifiants.get(numero)};${code};;${jour};va;${60 + (m % 7)},5`);
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
