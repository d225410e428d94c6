import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import type { Jour } from '#socle/valeurs';
import { creerAction } from '../commandes/creer-action.ts';
import { creerPlan } from '../commandes/creer-plan.ts';
import { donneesDesPlans } from '../lectures/donnees-personnelles.ts';
import type { Regard } from '../lectures/faits.ts';
import { lirePlanSansPolitique } from '../lectures/plan.ts';
import { corrigerDeclinaison } from './corriger-declinaison.ts';
import { declinerAction, retirerDeclinaisons } from './decliner.ts';
import { declinaisonsDeLAction, notesDeLaDeclinaison } from './lectures.ts';
import { noterDeclinaison } from './noter-declinaison.ts';

let essai: Essai;
let bcam: Acteur;
let finistere: Acteur;
let sgcd: Acteur;
let loireAtlantique: Acteur;
let bretagne: Acteur;
let cabinet: Acteur;
let plan: string;
let action: string;

beforeAll(async () => {
  essai = await ouvrirEssai('2022-02-15T11:00:00Z');
  bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  finistere = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  sgcd = await creerActeur(essai, 'service_deconcentre', 'd29-sgcd', 'D29');
  loireAtlantique = await creerActeur(essai, 'prefet_departement', 'd44-prefecture', 'D44');
  bretagne = await creerActeur(essai, 'prefet_region', 'r53-prefecture', 'R53');
  cabinet = await creerActeur(essai, 'cabinet', 'mi');
  plan = await creer('administration');
});
beforeEach(async () => {
  action = reussi(await creerAction(essai.services, bcam, plan, { intitule: 'Doter les agents d’une carte' }));
});
afterAll(() => essai.fermer());

const cible = () => ({ plan, action });
const decliner = (valeurs: object, acteur = bcam) =>
  declinerAction(essai.services, acteur, cible(), { maille: 'departemental', portee: 'tous', ...valeurs });
const enListe = (liste: string) => decliner({ portee: 'liste', liste });
const maintenant = (): Regard => ({ jour: aujourdhui(essai.horloge), passe: false });

async function lues(acteur: Acteur, regard = maintenant()) {
  const vu = await lirePlanSansPolitique(essai.base, plan);
  if (!vu) throw new Error('plan absent');
  return declinaisonsDeLAction(essai.base, acteur, vu, action, regard);
}

async function declinaison(territoire: string): Promise<string> {
  const une = (await lues(bcam)).ouvertes.find((lue) => lue.territoire === territoire);
  if (!une) throw new Error(`${territoire} n’est pas décliné`);
  return une.id;
}

async function noter(acteur: Acteur, territoire: string, valeurs: object) {
  return noterDeclinaison(essai.services, acteur, { ...cible(), declinaison: await declinaison(territoire) }, valeurs);
}

describe('qui décline, qui écrit, qui lit', () => {
  test('seule l’équipe du plan décline et retire', async () => {
    for (const acteur of [finistere, sgcd, bretagne, cabinet])
      expect(await decliner({}, acteur)).toMatchObject({ ok: false, refus: { nature: 'interdit' } });
    reussi(await decliner({}));
    expect(
      await retirerDeclinaisons(essai.services, finistere, cible(), { territoire: 'D29', motif: 'Non.' }),
    ).toMatchObject({ ok: false, refus: { nature: 'interdit' } });
  });

  test('ni un autre département, ni la région, ni un cabinet ne parlent pour le Finistère', async () => {
    reussi(await decliner({}));
    for (const acteur of [loireAtlantique, bretagne, cabinet])
      expect(await noter(acteur, 'D29', { texte: 'Fait.' })).toMatchObject({
        ok: false,
        refus: { nature: 'interdit' },
      });
    for (const acteur of [finistere, sgcd, bcam]) {
      essai.horloge.avancer(60_000);
      reussi(await noter(acteur, 'D29', { texte: 'Des cartes sont remises.' }));
    }
  });

  test('un préfet lit son département, une région les siens, les nationaux tous', async () => {
    reussi(await decliner({}));
    const codes = async (acteur: Acteur) => (await lues(acteur)).ouvertes.map(({ territoire }) => territoire);
    expect(await codes(finistere)).toEqual(['D29']);
    expect(await codes(bretagne)).toEqual(['D22', 'D29', 'D35', 'D56']);
    expect(await codes(cabinet)).toHaveLength(101);
    expect((await lues(finistere)).enTout).toBe(101);
  });

  test('décliner n’ouvre pas un plan réservé à son équipe', async () => {
    const autre = await creer('equipe');
    const visee = reussi(await creerAction(essai.services, bcam, autre, { intitule: 'Réservée' }));
    reussi(
      await declinerAction(
        essai.services,
        bcam,
        { plan: autre, action: visee },
        { maille: 'regional', portee: 'tous' },
      ),
    );
    const [une] = await essai.base.selectFrom('declinaison').select('id').where('action_id', '=', visee).execute();
    expect(
      await noterDeclinaison(
        essai.services,
        bretagne,
        { plan: autre, action: visee, declinaison: une?.id ?? '' },
        { texte: 'Fait.' },
      ),
    ).toMatchObject({ ok: false, refus: { nature: 'interdit', regle: 'plan.lire.portee' } });
  });
});

describe('le choix des territoires', () => {
  test('s’ajoute à ce qui est déjà choisi, sans le changer ; une seule maille à la fois', async () => {
    expect(reussi(await enListe('Finistère'))).toBe(1);
    const avant = await declinaison('D29');
    expect(reussi(await decliner({ portee: 'region', region: 'R53' }))).toBe(3);
    expect(await declinaison('D29')).toBe(avant);
    expect(await enListe('29')).toMatchObject({ ok: false, refus: { champs: { liste: expect.any(String) } } });
    expect(await decliner({ maille: 'regional' })).toMatchObject({
      ok: false,
      refus: { champs: { maille: expect.stringContaining('une seule maille') } },
    });
  });

  test('deux personnes déclinent à la fois : chaque territoire n’y est qu’une fois', async () => {
    const faits = await Promise.all([decliner({ portee: 'region', region: 'R53' }), decliner({})]);
    expect(faits.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    expect((await lues(bcam)).ouvertes).toHaveLength(101);
  });

  test('retirer garde l’histoire : le jour passé la montre encore, le territoire peut revenir à neuf', async () => {
    reussi(await enListe('29 ; 35'));
    reussi(await noter(finistere, 'D29', { statut: 'en_cours', taux: '40' }));
    essai.horloge.avancer(2 * 86_400_000);
    const hier = { jour: '2022-02-15' as Jour, passe: true };
    reussi(await retirerDeclinaisons(essai.services, bcam, cible(), { territoire: 'D29', motif: 'Déjà doté.' }));
    expect((await lues(bcam)).ouvertes.map(({ territoire }) => territoire)).toEqual(['D35']);
    expect((await lues(bcam, hier)).ouvertes.find(({ territoire }) => territoire === 'D29')).toMatchObject({
      statut: 'en_cours',
      taux: '40',
    });
    expect(
      await retirerDeclinaisons(essai.services, bcam, cible(), { territoire: 'D29', motif: 'Encore.' }),
    ).toMatchObject({ ok: false, refus: { champs: { territoire: expect.any(String) } } });
    reussi(await enListe('29'));
    expect((await lues(finistere)).ouvertes).toMatchObject([{ territoire: 'D29', statut: null, taux: null, vue: '' }]);
    essai.horloge.avancer(-2 * 86_400_000);
  });
});

describe('les nouvelles d’un territoire', () => {
  test('suivent les mêmes passages que l’action : bloquée dit l’obstacle, terminée montre une preuve', async () => {
    reussi(await enListe('29'));
    expect(await noter(finistere, 'D29', { statut: 'bloquee', texte: 'Arrêt.' })).toMatchObject({
      ok: false,
      refus: {
        regle: 'declinaison.noter.passage',
        champs: { obstacle: expect.any(String), levee: expect.any(String) },
      },
    });
    expect(await noter(finistere, 'D29', { statut: 'terminee' })).toMatchObject({
      ok: false,
      refus: { champs: { sansPiece: expect.any(String) } },
    });
    reussi(await noter(finistere, 'D29', { statut: 'terminee', lien: 'https://exemple.gouv.fr/pv' }));
    expect(await noter(finistere, 'D29', { statut: 'bloquee', obstacle: 'a', levee: 'b' })).toMatchObject({
      ok: false,
      refus: { champs: { statut: expect.stringContaining('terminée') } },
    });
    expect(await noter(finistere, 'D29', { taux: '140' })).toMatchObject({ ok: false, refus: { nature: 'invalide' } });
    expect(await noter(finistere, 'D29', {})).toMatchObject({
      ok: false,
      refus: { champs: { texte: expect.any(String) } },
    });
  });

  test('deux personnes à la fois : la seconde est prévenue, rien de sa saisie n’est écrit', async () => {
    reussi(await enListe('29'));
    const vue = (await lues(finistere)).ouvertes[0]?.vue;
    const [un, deux] = await Promise.all([
      noter(finistere, 'D29', { texte: 'Trente cartes.', vue }),
      noter(sgcd, 'D29', { texte: 'Quarante cartes.', vue }),
    ]);
    expect([un?.ok, deux?.ok].sort()).toEqual([false, true]);
    expect([un, deux].find((fait) => !fait.ok)).toMatchObject({ refus: { nature: 'conflit' } });
    const relue = (await lues(finistere)).ouvertes[0]?.vue;
    reussi(await noter(sgcd, 'D29', { texte: 'Quarante cartes.', vue: relue }));
  });

  test('une correction prend la place de la note, qui reste lisible ; le passé garde ce qu’on savait', async () => {
    reussi(await enListe('29'));
    reussi(await noter(finistere, 'D29', { statut: 'en_cours', taux: '80', texte: 'Quatre-vingts.' }));
    const id = await declinaison('D29');
    const [note] = await notesDeLaDeclinaison(essai.base, id, maintenant());
    const corriger = (acteur: Acteur, valeurs: object) =>
      corrigerDeclinaison(essai.services, acteur, { ...cible(), declinaison: id }, { note: note?.id, ...valeurs });
    expect(await corriger(sgcd, { statut: 'en_cours', taux: '8' })).toMatchObject({
      ok: false,
      refus: { regle: 'declinaison.corriger.auteur' },
    });
    expect(await corriger(finistere, { statut: 'terminee' })).toMatchObject({
      ok: false,
      refus: { nature: 'invalide' },
    });
    essai.horloge.avancer(86_400_000);
    reussi(await corriger(finistere, { statut: 'en_cours', taux: '8' }));
    expect(await corriger(finistere, { statut: 'en_cours', taux: '9' })).toMatchObject({
      ok: false,
      refus: { nature: 'conflit' },
    });
    expect((await lues(finistere)).ouvertes[0]).toMatchObject({ taux: '8', derniereNouvelle: '2022-02-15' });
    expect((await lues(finistere, { jour: '2022-02-15' as Jour, passe: true })).ouvertes[0]).toMatchObject({
      taux: '80',
    });
    essai.horloge.avancer(-86_400_000);
  });

  test('le journal dit quel territoire, et l’export de la personne rend ses notes', async () => {
    reussi(await enListe('29'));
    reussi(await noter(finistere, 'D29', { statut: 'en_cours', texte: 'Commencé.' }));
    const [evenement] = await essai.base
      .selectFrom('journal')
      .select(['territoire_code', 'auteur'])
      .where('acte', '=', 'declinaison.noter')
      .orderBy('sequence', 'desc')
      .limit(1)
      .execute();
    expect(evenement).toEqual({ territoire_code: 'D29', auteur: finistere.compte });
    const sections = await donneesDesPlans(essai.base, [finistere.compte]);
    expect(JSON.stringify(sections)).toContain('Commencé.');
  });
});

function creer(diffusion: 'equipe' | 'administration'): Promise<string> {
  return creerPlan(essai.services, bcam, {
    titre: 'Cartes d’agent',
    genre: 'plan_d_actions',
    proprietaire: 'mi-bcam',
    territoire: 'FR',
    diffusion,
    etat: 'actif',
  }).then(reussi);
}
