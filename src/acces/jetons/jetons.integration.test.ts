import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import type { Acteur } from '../index.ts';
import {
  acteurDuJeton,
  creerJeton,
  mesJetons,
  noterUsage,
  revoquerJeton,
  tousLesJetons,
  usagesDuJeton,
} from '../index.ts';
import { conservationDesUsages } from './usages.ts';

let essai: Essai;
let pilote: Acteur;
let cabinet: Acteur;
let ditp: Acteur;
beforeAll(async () => {
  essai = await ouvrirEssai();
  pilote = await creerActeur(essai, 'pilote', 'mi-dnum');
  cabinet = await creerActeur(essai, 'cabinet', 'mi-bcam');
  ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
});
afterAll(() => essai.fermer());

const SAISIE = { libelle: 'Tableau de bord', portees: ['plans.lire', 'plans.noter'], expiration: '2022-06-30' };
const TOUS = { etat: null, q: null, page: 1 };

describe('les refus', () => {
  test('un cabinet ne crée pas un jeton qui écrit ; une suppléance n’en crée aucun', async () => {
    expect(await creerJeton(essai.services, cabinet, SAISIE)).toMatchObject({
      refus: { regle: 'jeton.creer.lecteur' },
    });
    const suppleance: Acteur = { ...pilote, genre: 'suppleance' };
    expect(await creerJeton(essai.services, suppleance, SAISIE)).toMatchObject({
      refus: { regle: 'jeton.creer.suppleance' },
    });
    expect(await nombreDeJetons()).toBe(0);
  });

  test.each([
    ['sans nom', { libelle: ' ' }, 'libelle'],
    ['sans portée', { portees: [] }, 'portees'],
    ['avec une portée inventée', { portees: ['tout.faire'] }, 'portees'],
    ['qui finit hier', { expiration: '2022-02-14' }, 'expiration'],
    ['qui dure un an et un jour', { expiration: '2023-02-16' }, 'expiration'],
    ['qui finit un jour qui n’existe pas', { expiration: '2022-02-30' }, 'expiration'],
  ])('%s, la saisie est refusée sur le champ fautif', async (_, faute, champ) => {
    const resultat = await creerJeton(essai.services, pilote, { ...SAISIE, ...faute });
    expect(resultat).toMatchObject({ ok: false, refus: { nature: 'invalide' } });
    if (!resultat.ok) expect(Object.keys(resultat.refus.champs ?? {}).map((nom) => nom.split('.')[0])).toEqual([champ]);
  });

  test('ni le révoquer ni voir ses usages quand il est à un autre ; un jeton inventé se refuse de même', async () => {
    const { id } = reussi(await creerJeton(essai.services, pilote, SAISIE));
    for (const cible of [id, 'jeton-inconnu']) {
      expect(await revoquerJeton(essai.services, cabinet, cible)).toMatchObject({ refus: { regle: 'jeton.revoquer' } });
      expect(await usagesDuJeton(essai.base, cabinet, cible)).toMatchObject({ refus: { regle: 'jeton.revoquer' } });
    }
    expect(await tousLesJetons(essai.services, pilote, TOUS)).toMatchObject({ refus: { regle: 'comptes.national' } });
    expect(await mesJetons(essai.services, cabinet)).toEqual([]);
    reussi(await revoquerJeton(essai.services, pilote, id));
  });
});

describe('la vie d’un jeton', () => {
  test('le secret n’est nulle part dans la base, ni le nom du jeton dans le journal', async () => {
    const { id, jeton } = reussi(await creerJeton(essai.services, pilote, { ...SAISIE, libelle: 'Tableur de Dupond' }));
    expect(jeton).toMatch(/^jalon_[a-z2-7]{8}_[\w-]{43}$/);
    const lignes = JSON.stringify(await essai.base.selectFrom('jeton').selectAll().execute());
    expect(lignes).not.toContain(jeton.slice(15));
    const journal = JSON.stringify(await essai.base.selectFrom('journal').selectAll().execute());
    expect(journal).toContain('jeton.creer');
    expect(journal).not.toContain('Dupond');
    expect(journal).not.toContain(jeton.slice(15));
    reussi(await revoquerJeton(essai.services, pilote, id));
  });

  test('il agit pour son titulaire, avec ses portées, et finit à minuit de Paris', async () => {
    const { jeton } = reussi(await creerJeton(essai.services, pilote, SAISIE));
    expect(await acteurDuJeton(essai.services, jeton)).toMatchObject({
      genre: 'machine',
      personne: pilote.compte,
      portees: ['plans.lire', 'plans.noter'],
      organisations: pilote.organisations,
      nom: `Tableau de bord (jeton de ${pilote.nom})`,
    });
    essai.horloge.regler('2022-06-30T21:59:59Z');
    expect(await acteurDuJeton(essai.services, jeton)).not.toBeNull();
    essai.horloge.regler('2022-06-30T22:00:00Z');
    expect(await acteurDuJeton(essai.services, jeton)).toBeNull();
    expect((await mesJetons(essai.services, pilote)).find(({ etat }) => etat === 'expire')).toBeDefined();
    essai.horloge.regler('2022-02-15T11:00:00Z');
    await toutRevoquer();
  });

  test('révoqué par la DITP, il meurt aussitôt ; le révoquer deux fois n’écrit qu’une fois', async () => {
    const { id, jeton } = reussi(await creerJeton(essai.services, pilote, SAISIE));
    await Promise.all([1, 2].map(() => revoquerJeton(essai.services, ditp, id)));
    expect(await acteurDuJeton(essai.services, jeton)).toBeNull();
    const actes = await essai.base
      .selectFrom('journal')
      .select('auteur')
      .where('objet_id', '=', id)
      .where('acte', '=', 'jeton.revoquer')
      .execute();
    expect(actes).toEqual([{ auteur: ditp.compte }]);
  });

  test('dix en service, pas onze, même demandés ensemble', async () => {
    const resultats = await Promise.all(Array.from({ length: 12 }, () => creerJeton(essai.services, pilote, SAISIE)));
    expect(resultats.filter(({ ok }) => ok)).toHaveLength(10);
    expect(resultats.find(({ ok }) => !ok)).toMatchObject({ refus: { regle: 'jeton.creer.nombre' } });
    await toutRevoquer();
  });
});

describe('les listes', () => {
  test('la DITP les voit tous, par état et par mots ; un caractère de motif n’est qu’un caractère', async () => {
    reussi(await creerJeton(essai.services, pilote, { ...SAISIE, libelle: 'Relais 100 %' }));
    const trouver = async (criteres: Partial<Parameters<typeof tousLesJetons>[2]>) =>
      reussi(await tousLesJetons(essai.services, ditp, { ...TOUS, ...criteres }));
    expect((await trouver({ etat: 'actif' })).jetons.map(({ libelle }) => libelle)).toEqual(['Relais 100 %']);
    expect((await trouver({ q: '0 %' })).total).toBe(1);
    expect((await trouver({ q: '_' })).total).toBe(0);
    expect((await trouver({ etat: 'revoque', q: 'mi-dnum' })).total).toBeGreaterThan(10);
  });

  test('les usages d’un an et plus disparaissent, les cinquante derniers se lisent', async () => {
    const { id } = reussi(await creerJeton(essai.services, pilote, SAISIE));
    const usage = { methode: 'GET', chemin: '/api/v1/plans', statut: 200 };
    await noterUsage(essai.services, id, usage);
    essai.horloge.avancer(365 * 86_400_000);
    for (let rang = 0; rang < 51; rang++) await noterUsage(essai.services, id, { ...usage, chemin: `/n/${rang}` });
    expect(await conservationDesUsages.purger(essai.services)).toBe(0);
    essai.horloge.avancer(1);
    expect(await conservationDesUsages.purger(essai.services)).toBe(1);
    const usages = reussi(await usagesDuJeton(essai.base, pilote, id));
    expect(usages).toHaveLength(50);
    expect(usages[0]?.chemin).toBe('/n/50');
  });
});

async function nombreDeJetons(): Promise<number> {
  return (await essai.base.selectFrom('jeton').select('compte_id').execute()).length;
}

async function toutRevoquer(): Promise<void> {
  for (const { id } of await mesJetons(essai.services, pilote)) reussi(await revoquerJeton(essai.services, pilote, id));
}
