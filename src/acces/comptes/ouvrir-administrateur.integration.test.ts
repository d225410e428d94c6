import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import { territoiresAdministres } from '../regles/administration.ts';
import { acteurDuCompte } from './acteurs.ts';
import { ouvrirAdministrateur } from './ouvrir-administrateur.ts';

let essai: Essai;
beforeAll(async () => {
  essai = await ouvrirEssai();
});
afterAll(() => essai.fermer());

const SAISIE = { courriel: 'Premiere@exemple.gouv.fr', nom: 'Administratrice de Jalon' };

test('un courriel qui n’en est pas un est refusé', async () => {
  expect(await ouvrirAdministrateur(essai.services, { ...SAISIE, courriel: 'premiere' })).toMatchObject({
    ok: false,
    refus: { champs: { courriel: expect.stringContaining('adresse complète') } },
  });
});

test('le premier administrateur administre tout ; deux fois le même courriel n’ouvre qu’un compte, et le journal le dit', async () => {
  const resultats = await Promise.all([1, 2].map(() => ouvrirAdministrateur(essai.services, SAISIE)));
  const [ouvert, refuse] = resultats.sort((a, b) => Number(b.ok) - Number(a.ok));
  if (!ouvert) throw new Error('rien');
  const id = reussi(ouvert);
  expect(refuse).toMatchObject({ ok: false, refus: { nature: 'conflit' } });
  const acteur = await acteurDuCompte(essai.base, id, aujourdhui(essai.horloge));
  expect(acteur && territoiresAdministres(acteur)).toBe('tous');
  const ligne = await essai.base.selectFrom('journal').select(['acte', 'auteur', 'charge']).executeTakeFirstOrThrow();
  expect(ligne).toMatchObject({ acte: 'compte.ouvrir', auteur: null });
  expect(ligne.charge).not.toContain('exemple.gouv.fr');
});
