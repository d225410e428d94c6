import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import { creerAction } from '../commandes/creer-action.ts';
import { creerPlan } from '../commandes/creer-plan.ts';
import { lirePlanSansPolitique } from '../lectures/plan.ts';
import { corrigerDeclinaison } from './corriger-declinaison.ts';
import { declinerAction, retirerDeclinaisons } from './decliner.ts';
import { notesDeLaDeclinaison } from './lectures.ts';
import { noterDeclinaison } from './noter-declinaison.ts';
import { fichierDeLaDeclinaison } from './pieces.ts';
import { peutLireDeclinaison } from './politique.ts';

let essai: Essai;
let bcam: Acteur;
let finistere: Acteur;
let loireAtlantique: Acteur;
let bretagne: Acteur;
let plan: string;
let action: string;
let declinaison: string;

beforeAll(async () => {
  essai = await ouvrirEssai('2022-02-15T11:00:00Z');
  bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  finistere = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  loireAtlantique = await creerActeur(essai, 'prefet_departement', 'd44-prefecture', 'D44');
  bretagne = await creerActeur(essai, 'prefet_region', 'r53-prefecture', 'R53');
  const saisie = { genre: 'plan_d_actions', proprietaire: 'mi-bcam', territoire: 'FR', etat: 'actif' };
  plan = reussi(
    await creerPlan(essai.services, bcam, { ...saisie, titre: 'Cartes d’agent', diffusion: 'administration' }),
  );
});
beforeEach(async () => {
  action = reussi(await creerAction(essai.services, bcam, plan, { intitule: 'Doter les agents d’une carte' }));
  reussi(
    await declinerAction(
      essai.services,
      bcam,
      { plan, action },
      { maille: 'departemental', portee: 'liste', liste: '29 ; 44' },
    ),
  );
  const une = await essai.base
    .selectFrom('declinaison')
    .select('id')
    .where('action_id', '=', action)
    .where('territoire_code', '=', 'D29')
    .executeTakeFirstOrThrow();
  declinaison = une.id;
});
afterAll(() => essai.fermer());

const PDF = new TextEncoder().encode('%PDF-1.7\nProcès-verbal');
const fichier = (nom: string, octets: Uint8Array = PDF) => ({ nom, typeMime: 'text/html', octets });
const noter = (acteur: Acteur, valeurs: object, ...fichiers: ReturnType<typeof fichier>[]) =>
  noterDeclinaison(essai.services, acteur, { plan, action, declinaison }, valeurs, fichiers);
const notes = () => notesDeLaDeclinaison(essai.base, declinaison, { jour: aujourdhui(essai.horloge), passe: false });
const documents = async () =>
  (
    await essai.base
      .selectFrom('document_source')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;

async function ouvrir(acteur: Acteur, piece: string, cible = { plan, action }) {
  const trouve = await fichierDeLaDeclinaison(essai.base, cible, piece);
  const vu = await lirePlanSansPolitique(essai.base, plan);
  if (trouve === null || vu === null) return null;
  return peutLireDeclinaison(acteur, vu, trouve.territoire).permis ? trouve : 'refusé';
}

describe('les fichiers d’une déclinaison', () => {
  test('qui n’écrit pas pour le territoire n’y joint rien : aucun octet n’est gardé', async () => {
    const avant = await documents();
    for (const acteur of [loireAtlantique, bretagne])
      expect(await noter(acteur, { texte: 'Fait.' }, fichier('pv.pdf'))).toMatchObject({
        ok: false,
        refus: { nature: 'interdit' },
      });
    expect(await documents()).toBe(avant);
  });

  test('un autre département ne les ouvre pas ; le sien, sa région et l’équipe du plan, oui', async () => {
    reussi(await noter(finistere, { statut: 'terminee' }, fichier('pv.pdf')));
    const piece = (await notes())[0]?.pieces[0]?.id ?? '';
    expect(await ouvrir(loireAtlantique, piece)).toBe('refusé');
    for (const acteur of [finistere, bretagne, bcam])
      expect(await ouvrir(acteur, piece)).toMatchObject({
        nom: 'pv.pdf',
        type: 'application/pdf',
        contenu: Buffer.from(PDF),
      });
    const autre = reussi(await creerAction(essai.services, bcam, plan, { intitule: 'Une autre' }));
    expect(await ouvrir(bcam, piece, { plan, action: autre })).toBeNull();
    expect(await ouvrir(bcam, 'pas-un-identifiant')).toBeNull();
  });

  test('un fichier prouve qu’une action est terminée ; le journal garde son empreinte, pas son nom', async () => {
    expect(await noter(finistere, { statut: 'terminee' })).toMatchObject({
      ok: false,
      refus: { champs: { sansPiece: expect.any(String) } },
    });
    reussi(await noter(finistere, { statut: 'terminee', lien: 'https://exemple.gouv.fr/pv' }, fichier('pv.pdf')));
    expect((await notes())[0]?.pieces.map(({ nom, adresse }) => [nom, adresse])).toEqual([
      ['pv.pdf', null],
      ['https://exemple.gouv.fr/pv', 'https://exemple.gouv.fr/pv'],
    ]);
    const { charge } = await essai.base
      .selectFrom('journal')
      .select('charge')
      .where('acte', '=', 'declinaison.noter')
      .orderBy('sequence', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(charge)).toMatch(/[0-9a-f]{64}/);
    expect(JSON.stringify(charge)).not.toContain('pv.pdf');
  });

  test('une page web, un fichier vide, six fichiers : refusés sous le champ, sans note ni fichier gardé', async () => {
    const avant = await documents();
    const page = fichier('page.html', new TextEncoder().encode('<!doctype html><html><body>Bonjour</body></html>'));
    for (const refuses of [
      [page],
      [fichier('vide.pdf', new Uint8Array())],
      Array.from({ length: 6 }, () => fichier('a.pdf')),
    ])
      expect(await noter(finistere, { texte: 'Fait.' }, ...refuses)).toMatchObject({
        ok: false,
        refus: { champs: { fichier: expect.any(String) } },
      });
    expect(await notes()).toEqual([]);
    expect(await documents()).toBe(avant);
  });

  test('une correction garde les fichiers, un territoire retiré aussi', async () => {
    reussi(
      await noter(finistere, { statut: 'terminee', texte: 'Tous dotes.' }, fichier('pv.pdf'), fichier('liste.csv')),
    );
    const note = (await notes())[0]?.id;
    const cible = { plan, action, declinaison };
    reussi(
      await corrigerDeclinaison(essai.services, finistere, cible, { note, statut: 'terminee', texte: 'Tous dotés.' }),
    );
    const [correction] = await notes();
    expect(correction).toMatchObject({ texte: 'Tous dotés.', corrige: note });
    expect(correction?.pieces.map(({ nom }) => nom)).toEqual(['pv.pdf', 'liste.csv']);
    reussi(await retirerDeclinaisons(essai.services, bcam, { plan, action }, { territoire: 'D29', motif: 'Fini.' }));
    expect(await ouvrir(finistere, correction?.pieces[0]?.id ?? '')).toMatchObject({ nom: 'pv.pdf' });
  });
});
