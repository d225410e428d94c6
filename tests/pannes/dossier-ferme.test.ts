import { existsSync, rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { arreterLaBase, dossierDeDonnees, jalon, processusDeLaBase, toutRanger } from './programme.ts';
import { seConnecter } from './visiteur.ts';

let repli: string | null = null;
afterAll(async () => {
  await toutRanger();
  if (repli === null) return;
  await arreterLaBase(repli);
  rmSync(repli, { recursive: true, force: true });
});

test.skipIf(process.getuid?.() !== 0)(
  'lancé par root dans un dossier fermé aux autres comptes, Jalon le dit et s’installe à côté',
  async () => {
    const donnees = dossierDeDonnees({ ferme: true });
    const serveur = jalon(['servir', '--demonstration'], { JALON_DONNEES: donnees });
    const adresse = await serveur.pret();
    repli = /la base s’installe dans (\/var\/lib\/jalon-[0-9a-f]+)\./.exec(serveur.dit())?.[1] ?? null;
    expect(repli).not.toBeNull();
    expect((await (await seConnecter(adresse, 'demo-ditp')).lire('/plans')).statut).toBe(200);
    expect(existsSync(donnees)).toBe(false);
    serveur.signaler('SIGINT');
    expect(await serveur.fin()).toBe(0);
    expect(processusDeLaBase(repli ?? '')).toBeNull();

    const suivant = jalon(['servir', '--demonstration'], { JALON_DONNEES: donnees });
    await suivant.pret();
    expect(suivant.dit()).not.toContain('Création de la base');
    suivant.signaler('SIGINT');
    expect(await suivant.fin()).toBe(0);
  },
);
