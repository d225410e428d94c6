import { setTimeout as attendre } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { dossierDeDonnees, interroger, jalon, type Programme, toutRanger, tuerLaBase } from './programme.ts';
import { jetonDeLaPage, premierLien, seConnecter, type Visiteur, visiteur } from './visiteur.ts';

afterAll(toutRanger);

const COUPURES = 10;
/** Several people write at once: the cut falls in the middle of something. */
const PLUMES = 4;

const COUPER = [
  ['le serveur seul', ['serveur']],
  ['le serveur puis sa base', ['serveur', 'base']],
  ['la base seule', ['base']],
] as const;

test(`${COUPURES} coupures brutales pendant les écritures : rien de ce qui a été confirmé ne manque, rien n’est en double`, async () => {
  const donnees = dossierDeDonnees();
  const cahier = new Cahier();
  let serveur = demarrer(donnees);
  let personne = await seConnecter(await serveur.pret(), 'demo-ditp');
  const { page: liste } = await personne.lire('/plans');
  const { page: plan } = await personne.lire(premierLien(liste, /\/plans\/[0-9a-f-]{36}/));
  const action = premierLien(plan, /\/plans\/[0-9a-f-]{36}\/actions\/[0-9a-f-]{36}/);
  const jeton = jetonDeLaPage((await personne.lire(action)).page);

  for (let coupure = 0; coupure < COUPURES; coupure++) {
    const [quoi, cibles] = COUPER[coupure % COUPER.length] ?? COUPER[0];
    const avant = cahier.confirmees.length;
    const ecritures = cahier.ecrireSansCesse(personne, action, jeton);
    await jusqua(() => cahier.confirmees.length >= avant + 20);
    await attendre(7 * coupure);
    for (const cible of cibles) {
      if (cible === 'serveur') serveur.signaler('SIGKILL');
      else tuerLaBase(donnees);
    }
    if (cibles[0] === 'base') {
      const coupee = cahier.confirmees.length;
      await jusqua(() => cahier.confirmees.length >= coupee + 20);
      cahier.poserLaPlume();
      await ecritures;
      expect(await arreter(serveur), `arrêt normal après ${quoi}`).toBe(0);
    } else {
      await serveur.fin();
      cahier.poserLaPlume();
      await ecritures;
    }
    serveur = demarrer(donnees);
    personne = visiteur(await serveur.pret(), personne.cookie);
    expect(sansEtapesConnues(serveur.dit()), `redémarrage après ${quoi}`).toBe('');
  }

  const gardees = await notesGardees(donnees);
  const enDouble = [...gardees].filter(([, fois]) => fois > 1).map(([texte]) => texte);
  expect(cahier.confirmees.filter((texte) => !gardees.has(texte))).toEqual([]);
  expect(enDouble).toEqual([]);
  expect(cahier.confirmees.length).toBeGreaterThan(20 * COUPURES);
  const { statut, page } = await personne.lire(action);
  expect(statut, serveur.dit()).toBe(200);
  expect(page.includes(cahier.confirmees.at(-1) ?? '')).toBe(true);

  const verification = jalon(['journal', 'verifier'], { JALON_DONNEES: donnees });
  expect(await verification.fin(), verification.dit()).toBe(0);
  expect(verification.dit()).toContain('Le journal est intact');
  expect(await nombreDEvenements(donnees)).toBe(gardees.size);

  expect(await arreter(serveur)).toBe(0);
});

function demarrer(donnees: string): Programme {
  return jalon(['servir', '--demonstration'], { JALON_DONNEES: donnees });
}

async function arreter(serveur: Programme): Promise<number | null> {
  serveur.signaler('SIGINT');
  return serveur.fin();
}

/** What was written, note after note, and what the server said it had kept. */
class Cahier {
  readonly confirmees: string[] = [];
  #numero = 0;
  #pose = false;

  async ecrireSansCesse(personne: Visiteur, action: string, jeton: string): Promise<void> {
    this.#pose = false;
    const ecrire = async () => {
      while (!this.#pose) {
        const texte = `Point d’étape n° ${String(++this.#numero).padStart(6, '0')}`;
        const confirmee = await personne.poster(action, { jeton, verbe: 'noter', statut: '', taux: '', texte });
        if (confirmee) this.confirmees.push(texte);
        else await attendre(20);
      }
    };
    await Promise.all(Array.from({ length: PLUMES }, ecrire));
  }

  poserLaPlume(): void {
    this.#pose = true;
  }
}

async function jusqua(vrai: () => boolean): Promise<void> {
  const limite = performance.now() + 60_000;
  while (!vrai()) {
    if (performance.now() > limite) throw new Error('Les écritures n’avancent plus');
    await attendre(5);
  }
}

/** What a start says when nothing has to be repaired, taken away. */
function sansEtapesConnues(dit: string): string {
  const connues = [/^Démarrage de la base de données…$/, /^Jalon est prêt/, /^Ctrl-C/];
  const autres = dit.split('\n').filter((ligne) => ligne !== '' && !connues.some((connue) => connue.test(ligne)));
  return autres.join('\n');
}

async function notesGardees(donnees: string): Promise<ReadonlyMap<string, number>> {
  const lignes = await interroger<{ texte: string; fois: number }>(
    donnees,
    "select texte, count(*)::int as fois from note_avancement where texte like 'Point d’étape n° %' group by texte",
  );
  return new Map(lignes.map(({ texte, fois }) => [texte, fois]));
}

/** Events of the journal for notes typed by the person of this test. */
async function nombreDEvenements(donnees: string): Promise<number> {
  const [ligne] = await interroger<{ nombre: number }>(
    donnees,
    `select count(*)::int as nombre from journal j
     where j.acte = 'action.noter' and j.sequence > (select sequence from journal where acte = 'demonstration.charger')`,
  );
  return ligne?.nombre ?? 0;
}
