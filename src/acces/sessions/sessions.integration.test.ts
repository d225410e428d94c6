import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { lireConfiguration } from '#socle';
import { type Acteur, acteurDeLaSession } from '../index.ts';
import { fermerSession, ouvrirSessionDeDemonstration } from '../session.ts';
import { sessionsOuvertes } from './ouvertes.ts';
import { fermerSessionsDuCompte, revoquerLesAutres, revoquerSession } from './revoquer.ts';

let essai: Essai;
let prefet: Acteur;
let sgcd: Acteur;
beforeAll(async () => {
  essai = await ouvrirEssai();
  prefet = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  sgcd = await creerActeur(essai, 'service_deconcentre', 'd29-sgcd', 'D29');
});
afterAll(() => essai.fermer());

async function entrer({ compte }: Acteur, ancienne: string | null = null): Promise<string> {
  const jeton = await ouvrirSessionDeDemonstration(essai.services, {
    compte,
    appareil: 'Firefox sur Windows',
    ancienne,
  });
  if (jeton === null) throw new Error('Session refusée.');
  return jeton;
}

const quiAgit = async (jeton: string) => (await acteurDeLaSession(essai.services, jeton))?.compte ?? null;
const liste = ({ compte }: Acteur, jeton: string) => sessionsOuvertes(essai.services, compte, jeton);

describe('refus', () => {
  test('on ne ferme pas la session d’un autre, même en connaissant son identifiant', async () => {
    const sienne = await entrer(prefet);
    const [cible] = await liste(prefet, sienne);
    expect(await revoquerSession(essai.services, sgcd, cible?.id ?? '')).toMatchObject({
      ok: false,
      refus: { nature: 'introuvable', regle: 'session.introuvable' },
    });
    expect(await revoquerSession(essai.services, sgcd, "' or 1=1")).toMatchObject({ ok: false });
    expect(await quiAgit(sienne)).toBe(prefet.compte);
  });

  test('on ne voit pas les sessions des autres', async () => {
    const sienne = await entrer(prefet);
    expect(await liste(sgcd, sienne)).toEqual([]);
  });

  test('une session de démonstration ne vaut plus rien quand Jalon est servi sans démonstration', async () => {
    const jeton = await entrer(prefet);
    const serieux = { ...essai.services, configuration: lireConfiguration({}) };
    expect(await acteurDeLaSession(serieux, jeton)).toBeNull();
    expect(await sessionsOuvertes(serieux, prefet.compte, jeton)).toEqual([]);
    const demande = { compte: prefet.compte, appareil: 'Firefox', ancienne: null };
    expect(await ouvrirSessionDeDemonstration(serieux, demande)).toBeNull();
    expect(await quiAgit(jeton)).toBe(prefet.compte);
  });

  test('après deux heures sans un geste, ou douze heures en tout, il faut revenir', async () => {
    const oubliee = await entrer(prefet);
    essai.horloge.avancer(2 * 3_600_000 + 1);
    expect(await quiAgit(oubliee)).toBeNull();
    const active = await entrer(prefet);
    for (let heure = 1; heure < 12; heure += 1) {
      essai.horloge.avancer(3_600_000);
      expect(await quiAgit(active)).toBe(prefet.compte);
    }
    essai.horloge.avancer(3_600_000);
    expect(await quiAgit(active)).toBeNull();
    expect(await liste(prefet, active)).toEqual([]);
  });
});

test('se connecter de nouveau ferme la session que ce navigateur avait, fût-ce celle d’un autre', async () => {
  const premiere = await entrer(prefet);
  const seconde = await entrer(sgcd, premiere);
  expect(await quiAgit(premiere)).toBeNull();
  expect(await quiAgit(seconde)).toBe(sgcd.compte);
});

test('la liste montre la session d’ici d’abord ; on en ferme une, puis toutes les autres', async () => {
  const agent = await creerActeur(essai, 'pilote', 'mi-dnum');
  const [ailleurs, encore, ici] = [await entrer(agent), await entrer(agent), await entrer(agent)];
  essai.horloge.avancer(120_000);
  await quiAgit(ailleurs);
  const vues = await liste(agent, ici);
  expect(vues.map(({ courante }) => courante)).toEqual([true, false, false]);
  expect(vues[0]).toMatchObject({ appareil: 'Firefox sur Windows', moyen: 'demonstration' });
  expect(JSON.stringify(vues)).not.toContain(ici);

  reussi(await revoquerSession(essai.services, agent, vues[1]?.id ?? ''));
  expect(await quiAgit(ailleurs)).toBeNull();
  expect(reussi(await revoquerLesAutres(essai.services, agent, ici))).toBe(1);
  expect(await quiAgit(encore)).toBeNull();
  expect(await quiAgit(ici)).toBe(agent.compte);
  expect(reussi(await revoquerLesAutres(essai.services, agent, ici))).toBe(0);
  const actes = await essai.base
    .selectFrom('journal')
    .select(['acte', 'charge'])
    .where('auteur', '=', agent.compte)
    .execute();
  expect(actes.filter(({ acte }) => acte === 'session.revoquer')).toEqual([
    { acte: 'session.revoquer', charge: '{"sessions":1}' },
    { acte: 'session.revoquer', charge: '{"sessions":1}' },
  ]);
});

test('fermer un compte ferme ses sessions aussitôt', async () => {
  const agent = await creerActeur(essai, 'chef_de_projet', 'fp-dgafp');
  const jetons = [await entrer(agent), await entrer(agent)];
  const autre = await entrer(sgcd);
  expect(await essai.base.transaction().execute((t) => fermerSessionsDuCompte(t, agent.compte))).toBe(2);
  for (const jeton of jetons) expect(await quiAgit(jeton)).toBeNull();
  expect(await quiAgit(autre)).toBe(sgcd.compte);
});

test('se déconnecter ferme la session, une fois', async () => {
  const jeton = await entrer(prefet);
  expect(await fermerSession(essai.services, jeton)).toEqual({ jetonIdentite: null });
  expect(await quiAgit(jeton)).toBeNull();
  expect(await fermerSession(essai.services, jeton)).toEqual({ jetonIdentite: null });
});
