import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { verifierJournal } from '#journal';
import { creerActeur, type Essai, etatsGardesEtFaits, ouvrirEssai, reussi } from '#outils-d-essai';
import type { Jour } from '#socle/valeurs';
import { trouverAction } from '../lectures/action.ts';
import { contenuDeLaPiece } from '../lectures/pieces.ts';
import { actionsSituees } from '../lectures/situations.ts';
import { corrigerNote } from './corriger-note.ts';
import { creerAction } from './creer-action.ts';
import { creerPlan } from './creer-plan.ts';
import { noterAction } from './noter-action.ts';

let essai: Essai;
let bcam: Acteur;
let dnum: Acteur;
let autreDeLaDnum: Acteur;

beforeAll(async () => {
  essai = await ouvrirEssai('2022-01-10T09:00:00Z');
  bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  dnum = await creerActeur(essai, 'pilote', 'mi-dnum');
  autreDeLaDnum = await creerActeur(essai, 'chef_de_projet', 'mi-dnum');
});
afterAll(() => essai.fermer());

const present = { jour: '2022-06-01' as Jour, passe: false };

async function action() {
  essai.horloge.regler('2022-01-10T09:00:00Z');
  const plan = reussi(
    await creerPlan(essai.services, bcam, {
      titre: 'Cartes d’agent',
      genre: 'plan_d_actions',
      proprietaire: 'mi-bcam',
      territoire: 'FR',
      diffusion: 'administration',
      etat: 'actif',
    }),
  );
  const id = reussi(
    await creerAction(essai.services, bcam, plan, { intitule: 'Doter les agents de Quimper', pilotes: 'DNUM' }),
  );
  return { plan, action: id };
}

const vue = async (cible: { plan: string; action: string }, regard = present) =>
  reussi(await trouverAction(essai.base, cible.plan, cible.action, regard));
const pdf = (nom: string) => ({ nom, typeMime: 'text/html', octets: new TextEncoder().encode('%PDF-1.7\nreçu') });

describe('un passage de statut dit ce qu’il faut', () => {
  test('bloquée sans obstacle, terminée sans pièce : refusé, champ par champ, et rien n’est écrit', async () => {
    const cible = await action();
    expect(await noterAction(essai.services, dnum, cible, { statut: 'bloquee', texte: 'En panne' })).toMatchObject({
      ok: false,
      refus: { nature: 'invalide', champs: { obstacle: expect.any(String), levee: expect.any(String) } },
    });
    expect(await noterAction(essai.services, dnum, cible, { statut: 'terminee' })).toMatchObject({
      ok: false,
      refus: { nature: 'invalide', champs: { sansPiece: expect.any(String) } },
    });
    expect((await vue(cible)).notes).toEqual([]);
  });

  test('qui ne pilote pas l’action est refusé avant qu’on lui demande une pièce', async () => {
    const cible = await action();
    const autre = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
    expect(await noterAction(essai.services, autre, cible, { statut: 'terminee' })).toMatchObject({
      ok: false,
      refus: { nature: 'interdit' },
    });
  });

  test('une action terminée sans pièce garde sa raison ; la rouvrir en demande une', async () => {
    const cible = await action();
    reussi(await noterAction(essai.services, dnum, cible, { statut: 'terminee', sansPiece: 'Constaté sur place' }));
    expect((await vue(cible)).notes[0]).toMatchObject({ sansPiece: 'Constaté sur place', pieces: [] });
    expect(await noterAction(essai.services, dnum, cible, { statut: 'en_cours' })).toMatchObject({
      ok: false,
      refus: { champs: { texte: expect.any(String) } },
    });
    reussi(await noterAction(essai.services, dnum, cible, { statut: 'en_cours', texte: 'Deux sites oubliés' }));
  });
});

describe('les pièces', () => {
  test('un fichier et un lien prouvent ; le type est celui des octets, et l’empreinte est au journal', async () => {
    const cible = await action();
    reussi(
      await noterAction(
        essai.services,
        dnum,
        cible,
        { statut: 'terminee', lien: 'https://exemple.gouv.fr/arrete', lienNom: 'Arrêté', taux: '100' },
        { fichiers: [pdf('recette.pdf')] },
      ),
    );
    const [note] = (await vue(cible)).notes;
    expect(note?.pieces.map(({ nom, adresse }) => [nom, adresse])).toEqual([
      ['recette.pdf', null],
      ['Arrêté', 'https://exemple.gouv.fr/arrete'],
    ]);
    const [fichier, lien] = note?.pieces ?? [];
    expect(await contenuDeLaPiece(essai.base, cible, fichier?.id ?? '')).toMatchObject({
      nom: 'recette.pdf',
      type: 'application/pdf',
    });
    expect(await contenuDeLaPiece(essai.base, cible, lien?.id ?? '')).toBeNull();
    const ailleurs = await action();
    expect(await contenuDeLaPiece(essai.base, ailleurs, fichier?.id ?? '')).toBeNull();
    expect(await contenuDeLaPiece(essai.base, { ...cible, action: ailleurs.action }, fichier?.id ?? '')).toBeNull();
    const { charge } = await essai.base
      .selectFrom('journal')
      .select('charge')
      .where('acte', '=', 'action.noter')
      .orderBy('sequence', 'desc')
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(charge)).toMatch(/[0-9a-f]{64}/);
  });

  test('un lien « javascript: » et une page web sont refusés, et rien n’est gardé', async () => {
    const cible = await action();
    const avant = await essai.base.selectFrom('document_source').select('id').execute();
    expect(
      await noterAction(essai.services, dnum, cible, { texte: 'Voir', lien: 'javascript:alert(1)' }),
    ).toMatchObject({
      ok: false,
      refus: { champs: { lien: expect.any(String) } },
    });
    const page = { nom: 'preuve.pdf', typeMime: 'application/pdf', octets: new TextEncoder().encode('<html></html>') };
    expect(await noterAction(essai.services, dnum, cible, { texte: 'Voir' }, { fichiers: [page] })).toMatchObject({
      ok: false,
      refus: { champs: { fichier: expect.any(String) } },
    });
    expect(await essai.base.selectFrom('document_source').select('id').execute()).toHaveLength(avant.length);
  });
});

test('les organisations mentionnées sont reliées à l’annuaire, les sigles inconnus restent des mots', async () => {
  const cible = await action();
  reussi(
    await noterAction(essai.services, dnum, cible, {
      texte: 'Vu avec @DNUM et @ZZZZ, jamais reseau@exemple.gouv.fr',
      mention: ['mi-bcam', 'inventee'],
    }),
  );
  expect((await vue(cible)).notes[0]?.mentions.map(({ id }) => id).sort()).toEqual(['mi-bcam', 'mi-dnum']);
});

describe('une correction est une note de plus, qui prend la place de l’ancienne', () => {
  test('corriger janvier ne défait pas ce que février a dit, et l’ancienne reste lisible', async () => {
    const cible = await action();
    reussi(await noterAction(essai.services, dnum, cible, { statut: 'en_cours', taux: '60', texte: 'Janvier' }));
    const janvier = (await vue(cible)).notes[0]?.id;
    essai.horloge.regler('2022-02-10T09:00:00Z');
    reussi(await noterAction(essai.services, dnum, cible, { taux: '70', texte: 'Février' }));
    essai.horloge.regler('2022-03-10T09:00:00Z');
    reussi(
      await corrigerNote(essai.services, dnum, cible, {
        note: janvier,
        statut: 'a_lancer',
        taux: '40',
        texte: 'Janvier, relu',
      }),
    );
    const apres = await vue(cible);
    expect(apres).toMatchObject({ statut: 'a_lancer', taux: '70', derniereNouvelle: '2022-02-10' });
    expect(apres.notes.map(({ texte, corrigee }) => [texte, corrigee])).toEqual([
      ['Janvier, relu', false],
      ['Février', false],
      ['Janvier', true],
    ]);
    const [enFevrier] = await actionsSituees(essai.base, [cible.plan], { jour: '2022-02-20' as Jour, passe: true });
    expect(enFevrier).toMatchObject({ statut: 'en_cours', taux: '70' });
    const { gardes, faits } = await etatsGardesEtFaits(essai.base);
    expect(gardes).toEqual(faits);
  });

  test('ni un autre agent, ni une seconde fois, ni pour clore', async () => {
    const cible = await action();
    reussi(await noterAction(essai.services, dnum, cible, { statut: 'en_cours', texte: 'Lancée' }));
    const note = (await vue(cible)).notes[0]?.id;
    const correction = { note, statut: 'en_cours', texte: 'Lancée à Brest' };
    expect(await corrigerNote(essai.services, autreDeLaDnum, cible, correction)).toMatchObject({
      ok: false,
      refus: { regle: 'note.corriger.auteur' },
    });
    expect(await corrigerNote(essai.services, dnum, cible, { ...correction, statut: 'terminee' })).toMatchObject({
      ok: false,
      refus: { champs: { statut: expect.any(String) } },
    });
    reussi(await corrigerNote(essai.services, bcam, cible, correction));
    expect(await corrigerNote(essai.services, dnum, cible, correction)).toMatchObject({
      ok: false,
      refus: { nature: 'conflit' },
    });
    expect(await corrigerNote(essai.services, bcam, await action(), correction)).toMatchObject({
      ok: false,
      refus: { nature: 'introuvable' },
    });
  });

  test('deux corrections au même instant : une seule est écrite', async () => {
    const cible = await action();
    reussi(await noterAction(essai.services, dnum, cible, { texte: 'À relire' }));
    const note = (await vue(cible)).notes[0]?.id;
    const resultats = await Promise.all([
      corrigerNote(essai.services, dnum, cible, { note, texte: 'Relue une fois' }),
      corrigerNote(essai.services, bcam, cible, { note, texte: 'Relue autrement' }),
    ]);
    expect(resultats.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await vue(cible)).notes).toHaveLength(2);
  });
});

test('le journal reste intègre', async () => {
  expect(await verifierJournal(essai.base)).toMatchObject({ intact: true });
});
