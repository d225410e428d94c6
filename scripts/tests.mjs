// Every check of the project, in order. All stages run even after a failure; the last line counts them all.
// `npm test -- regles pannes` runs only these stages.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { abandonner, RACINE } from './outils.mjs';
import { trouverChromium } from './systeme.mjs';

const RESULTATS = join(RACINE, 'resultats');
/** A stage that hangs is a failure; the longest, the browser, takes a quarter of an hour on a busy machine of two cores. */
const LIMITE_MS = 25 * 60_000;

const ETAPES = [
  verification('format', 'mise en forme et règles d’écriture', ['@biomejs/biome', 'bin/biome'], ['check', '.']),
  verification('types', 'types', ['typescript', 'bin/tsc'], ['--noEmit', '-p', '.']),
  verification(
    'etages',
    'étages de la maison',
    ['dependency-cruiser', 'bin/dependency-cruise.mjs'],
    ['src', '--config', '.dependency-cruiser.cjs'],
  ),
  verification('inutiles', 'rien d’inutile', ['knip', 'bin/knip.js'], []),
  essais('regles', 'règles et composants'),
  essais('base-embarquee', 'intégration, base embarquée'),
  essais('base-serveur', 'intégration, serveur PostgreSQL'),
  essais('pannes', 'pannes'),
  navigateur('navigateur', 'navigateur et accessibilité'),
];

const demandees = process.argv.slice(2);
const inconnue = demandees.find((nom) => !ETAPES.some((etape) => etape.nom === nom));
if (inconnue !== undefined) {
  abandonner(`« ${inconnue} » n’est pas une étape. Étapes : ${ETAPES.map(({ nom }) => nom).join(', ')}.`);
}
const retenues = demandees.length === 0 ? ETAPES : ETAPES.filter(({ nom }) => demandees.includes(nom));

rmSync(RESULTATS, { recursive: true, force: true });
mkdirSync(RESULTATS, { recursive: true });
const bilans = [];
for (const [rang, etape] of retenues.entries()) {
  dire(`\n── ${rang + 1}/${retenues.length} ${etape.titre}`);
  const debut = performance.now();
  const compte = await etape.executer();
  const duree = `${((performance.now() - debut) / 1000).toFixed(1).replace('.', ',')} s`;
  dire(`── ${etape.titre} : ${enMots(compte)}, ${duree}`);
  bilans.push({ titre: etape.titre, duree, ...compte });
}
process.exitCode = ecrireBilan(bilans);

/** A tool whose exit code is the answer: counts as one test. */
function verification(nom, titre, [paquet, programme], mots) {
  return {
    nom,
    titre,
    async executer() {
      const code = await lancer([join('node_modules', paquet, programme), ...mots]);
      return { reussis: code === 0 ? 1 : 0, echoues: code === 0 ? 0 : 1, ecartes: 0 };
    },
  };
}

/** A project of vitest.config.ts. */
function essais(nom, titre) {
  return {
    nom,
    titre,
    async executer() {
      const rapport = join(RESULTATS, `${nom}.json`);
      const code = await lancer([
        ...[join('node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', nom],
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${rapport}`],
      ]);
      const lu = lireRapport(rapport);
      if (lu === null) return { reussis: 0, echoues: 1, ecartes: 0 };
      return avecCode(code, {
        reussis: lu.numPassedTests,
        echoues: lu.numFailedTests,
        ecartes: lu.numPendingTests + lu.numTodoTests,
      });
    },
  };
}

function navigateur(nom, titre) {
  return {
    nom,
    titre,
    async executer() {
      if (!existsSync(join(RACINE, 'playwright.config.ts'))) {
        dire('Aucun essai de navigateur : playwright.config.ts est absent.');
        return { reussis: 0, echoues: 0, ecartes: 0 };
      }
      const rapport = join(RESULTATS, `${nom}.json`);
      const code = await lancer(
        [join('node_modules', '@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json'],
        { PLAYWRIGHT_JSON_OUTPUT_FILE: rapport, CHROMIUM: trouverChromium() ?? '' },
      );
      const lu = lireRapport(rapport);
      if (lu === null) return { reussis: 0, echoues: 1, ecartes: 0 };
      const { expected, flaky, unexpected, skipped } = lu.stats;
      return avecCode(code, { reussis: expected + flaky, echoues: unexpected, ecartes: skipped });
    },
  };
}

/** A stage that failed without a failed test (a file that does not load, a server that does not start) counts as one. */
function avecCode(code, compte) {
  return code !== 0 && compte.echoues === 0 ? { ...compte, echoues: 1 } : compte;
}

function lireRapport(chemin) {
  return existsSync(chemin) ? JSON.parse(readFileSync(chemin, 'utf8')) : null;
}

/** Runs a program of Node in the project; the answer is its exit code, 1 when it had to be stopped. */
function lancer(mots, environnement = {}) {
  return new Promise((resolve) => {
    const processus = spawn(process.execPath, mots, {
      cwd: RACINE,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...environnement },
      timeout: LIMITE_MS,
    });
    processus.on('error', (erreur) => {
      dire(String(erreur));
      resolve(1);
    });
    processus.on('exit', (code, signal) => {
      if (signal !== null) dire(`Étape arrêtée (${signal}).`);
      resolve(code ?? 1);
    });
  });
}

/** The table, then the line that counts everything; gives the exit code. */
function ecrireBilan(bilans) {
  const largeur = Math.max(...bilans.map(({ titre }) => titre.length));
  dire('');
  for (const { titre, duree, ...compte } of bilans) {
    const marque = compte.echoues > 0 ? '✗' : '✓';
    dire(`${marque} ${titre.padEnd(largeur)}  ${duree.padStart(8)}  ${enMots(compte)}`);
  }
  const total = { reussis: 0, echoues: 0, ecartes: 0 };
  for (const bilan of bilans) for (const cle of Object.keys(total)) total[cle] += bilan[cle];
  const ecartes = total.ecartes > 0 ? `, ${total.ecartes} skipped` : '';
  dire(`\n${total.reussis} passed, ${total.echoues} failed${ecartes}`);
  return total.echoues > 0 ? 1 : 0;
}

/** On standard output, with what the stages print: one log, in order. */
function dire(phrase) {
  process.stdout.write(`${phrase}\n`);
}

function enMots({ reussis, echoues, ecartes }) {
  const mots = [`${reussis} réussi${reussis > 1 ? 's' : ''}`];
  if (echoues > 0) mots.push(`${echoues} échoué${echoues > 1 ? 's' : ''}`);
  if (ecartes > 0) mots.push(`${ecartes} écarté${ecartes > 1 ? 's' : ''}`);
  return mots.join(', ');
}
