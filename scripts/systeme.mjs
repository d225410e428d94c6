// What the tests need from the system, and no npm package brings: Chromium and a PostgreSQL server.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { abandonner, dire } from './outils.mjs';

const VERSION_MINIMALE = 15;
const POSTGRESQL_DEBIAN = '/usr/lib/postgresql';
const GRAPPES_DEBIAN = '/etc/postgresql-common/createcluster.conf';

/** Path of the browser: CHROMIUM, or the one of the system; null when there is none. */
export function trouverChromium() {
  if (process.env.CHROMIUM) return existsSync(process.env.CHROMIUM) ? process.env.CHROMIUM : null;
  const dossiers = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const noms = ['chromium', 'chromium-browser'];
  return (
    dossiers.flatMap((dossier) => noms.map((nom) => join(dossier, nom))).find((chemin) => existsSync(chemin)) ?? null
  );
}

/** Folder of the programs of the most recent PostgreSQL of the system, 15 at least; null when there is none. */
export function trouverPostgresql() {
  if (!existsSync(POSTGRESQL_DEBIAN)) return null;
  const [version] = readdirSync(POSTGRESQL_DEBIAN)
    .map(Number)
    .filter((numero) => numero >= VERSION_MINIMALE)
    .filter((numero) => existsSync(join(POSTGRESQL_DEBIAN, String(numero), 'bin', 'postgres')))
    .sort((a, b) => b - a);
  return version === undefined ? null : join(POSTGRESQL_DEBIAN, String(version), 'bin');
}

export function assurerChromium() {
  if (trouverChromium()) return;
  if (process.env.CHROMIUM) {
    abandonner(`CHROMIUM désigne ${process.env.CHROMIUM}, qui n’existe pas. Corrigez cette variable ou retirez-la.`);
  }
  installer('Chromium', ['chromium']);
  if (trouverChromium()) return;
  abandonner(
    'Chromium est introuvable : les essais de navigateur en ont besoin.\n' +
      'Installez-le (Debian : apt-get install chromium) ou donnez son chemin par CHROMIUM.',
  );
}

export function assurerPostgresql() {
  if (process.env.JALON_ESSAIS_DATABASE_URL || trouverPostgresql()) return;
  installer('PostgreSQL', ['postgresql'], sansGrappeParDefaut);
  if (trouverPostgresql()) return;
  abandonner(
    `PostgreSQL ${VERSION_MINIMALE} ou plus récent est introuvable : les essais sur un serveur en ont besoin.\n` +
      'Installez-le (Debian : apt-get install postgresql) ou donnez un serveur d’essai par JALON_ESSAIS_DATABASE_URL.',
  );
}

/** By apt, for root on Debian and its kin; elsewhere does nothing, and the caller says what to install. */
function installer(nom, paquets, avant = () => undefined) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  dire(`Installation de ${nom} par apt (une seule fois)…`);
  if (!apt(['update'])) return;
  avant();
  apt(['install', '-y', '--no-install-recommends', ...paquets]);
}

/** The Debian package starts a server of its own, which the tests do not use: it is asked not to, unless one is set up. */
function sansGrappeParDefaut() {
  if (existsSync(GRAPPES_DEBIAN) || !apt(['install', '-y', '--no-install-recommends', 'postgresql-common'])) return;
  const reglages = existsSync(GRAPPES_DEBIAN) ? readFileSync(GRAPPES_DEBIAN, 'utf8') : '';
  const autres = reglages.split('\n').filter((ligne) => !/^#?\s*create_main_cluster\b/.test(ligne));
  mkdirSync(dirname(GRAPPES_DEBIAN), { recursive: true });
  writeFileSync(GRAPPES_DEBIAN, ['create_main_cluster = false', ...autres].join('\n'));
}

function apt(mots) {
  const { status } = spawnSync('apt-get', ['-q', ...mots], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}
