import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Acteur, acteurDuCompte, empreinteDuSecret } from '#acces';
import { verifierJournal } from '#journal';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import { creerAction } from '../commandes/creer-action.ts';
import { creerPlan } from '../commandes/creer-plan.ts';
import { donnerLien } from './donner-lien.ts';
import { liensDuPlan } from './liens-du-plan.ts';
import { noterParLien } from './noter-par-lien.ts';
import { actionsDuLien, type LienOuvert, ouvrirLien } from './ouvrir-lien.ts';
import { pilotesDuPlan } from './pilotes.ts';
import { revoquerLien } from './revoquer-lien.ts';

let essai: Essai;
let bcam: Acteur;
let dnum: Acteur;
let plan: string;
let sienne: string;
let autre: string;

beforeAll(async () => {
  essai = await ouvrirEssai('2022-02-15T11:00:00Z');
  bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  dnum = await creerActeur(essai, 'pilote', 'mi-dnum');
  plan = await creer('Accueil des usagers');
  sienne = await ajouter(plan, 'Ouvrir un guichet', 'Association des usagers');
  autre = await ajouter(plan, 'Former les agents', 'DNUM');
});
afterAll(() => essai.fermer());

const SAISIE = { nom: 'Présidence de l’association', pilote: 't:Association des usagers', expiration: '2022-05-16' };

describe('donner un lien', () => {
  test('seule l’équipe du plan en donne, en voit et en révoque', async () => {
    const refuse = { ok: false, refus: { nature: 'interdit' } };
    expect(await donnerLien(essai.services, dnum, plan, SAISIE)).toMatchObject(refuse);
    const { lien } = reussi(await donnerLien(essai.services, bcam, plan, SAISIE));
    expect(await revoquerLien(essai.services, dnum, plan, lien)).toMatchObject(refuse);
    const ailleurs = await creer('Autre plan');
    expect(await revoquerLien(essai.services, bcam, ailleurs, lien)).toMatchObject({
      ok: false,
      refus: { nature: 'introuvable' },
    });
  });

  test('le secret n’est ni dans la base ni dans le journal, le nom n’est pas dans le journal', async () => {
    const { lien, secret } = reussi(await donnerLien(essai.services, bcam, plan, SAISIE));
    const garde = await essai.base
      .selectFrom('lien_personnel')
      .selectAll()
      .where('compte_id', '=', lien)
      .executeTakeFirstOrThrow();
    expect(garde.empreinte).toBe(empreinteDuSecret(secret));
    const journal = JSON.stringify(await essai.base.selectFrom('journal').selectAll().execute());
    expect(journal).toContain(lien);
    for (const cache of [secret, 'Présidence de l’association']) expect(journal).not.toContain(cache);
    expect(JSON.stringify(garde)).not.toContain(secret);
    expect(await verifierJournal(essai.base)).toMatchObject({ intact: true });
  });

  test('une saisie fautive est dite à sa place', async () => {
    expect(
      await donnerLien(essai.services, bcam, plan, { nom: ' ', pilote: '', expiration: '2024-01-01' }),
    ).toMatchObject({
      ok: false,
      refus: { champs: { nom: expect.any(String), pilote: expect.any(String), expiration: expect.any(String) } },
    });
    expect(await donnerLien(essai.services, bcam, plan, { ...SAISIE, pilote: 't:Personne' })).toMatchObject({
      ok: false,
      refus: { champs: { pilote: expect.stringContaining('liste') } },
    });
  });

  test('les pilotes proposés sont ceux des actions du plan', async () => {
    expect(await pilotesDuPlan(essai.base, plan)).toEqual([
      { valeur: 't:Association des usagers', libelle: 'Association des usagers', actions: 1 },
      { valeur: 'o:mi-dnum', libelle: 'DNUM', actions: 1 },
    ]);
  });
});

describe('ouvrir un lien', () => {
  test('il n’ouvre que ses actions, et ce qu’il écrit est signé « pilote sans compte »', async () => {
    const { secret } = reussi(await donnerLien(essai.services, bcam, plan, SAISIE));
    const lien = await ouvert(secret);
    expect((await actionsDuLien(essai.services, lien)).map(({ id }) => id)).toEqual([sienne]);
    reussi(
      await noterParLien(essai.services, lien, sienne, { statut: 'en_cours', texte: 'Le local est trouvé.', vue: '' }),
    );
    expect((await actionsDuLien(essai.services, lien))[0]?.derniere).toMatchObject({
      texte: 'Le local est trouvé.',
      auteur: 'Présidence de l’association, pilote sans compte',
    });
    for (const visee of [autre, await ajouter(await creer('Plan voisin'), 'Autre chose', 'Association des usagers')])
      expect(await noterParLien(essai.services, lien, visee, { texte: 'Essai' })).toMatchObject({
        ok: false,
        refus: { nature: 'interdit', regle: 'lien.noter.autre_action' },
      });
    const notes = await essai.base.selectFrom('note_avancement').select('action_id').execute();
    expect(notes).toEqual([{ action_id: sienne }]);
  });

  test('son compte n’est celui de personne : il n’entre nulle part ailleurs', async () => {
    const { lien, secret } = reussi(await donnerLien(essai.services, bcam, plan, SAISIE));
    expect(await acteurDuCompte(essai.base, lien, aujourdhui(essai.horloge))).toBeNull();
    expect((await ouvert(secret)).porteur).toMatchObject({ organisations: [], territoires: [], habilitations: [] });
  });

  test('expiré, révoqué, ou d’un plan archivé, il n’ouvre plus et dit à qui s’adresser', async () => {
    const clos = (etat: string) => ({ etat, proprietaire: 'DMATES/BCAM' });
    const premier = reussi(await donnerLien(essai.services, bcam, plan, { ...SAISIE, expiration: '2022-02-15' }));
    const second = reussi(await donnerLien(essai.services, bcam, plan, SAISIE));
    reussi(await revoquerLien(essai.services, bcam, plan, second.lien));
    reussi(await revoquerLien(essai.services, bcam, plan, second.lien));
    expect(await ouvrirLien(essai.services, second.secret)).toMatchObject({ etat: 'revoque' });
    essai.horloge.regler('2022-02-15T22:59:00Z'); // 23 h 59 in Paris
    expect(await ouvrirLien(essai.services, premier.secret)).toMatchObject({ etat: 'ouvert' });
    essai.horloge.regler('2022-02-15T23:00:00Z');
    expect(await ouvrirLien(essai.services, premier.secret)).toEqual({
      ...clos('expire'),
      proprietaire: expect.any(String),
    });
    const troisieme = reussi(await donnerLien(essai.services, bcam, plan, SAISIE));
    await essai.base.updateTable('plan').set({ etat: 'archive' }).where('id', '=', plan).execute();
    expect(await ouvrirLien(essai.services, troisieme.secret)).toMatchObject({ etat: 'plan_clos' });
    await essai.base.updateTable('plan').set({ etat: 'actif' }).where('id', '=', plan).execute();
  });

  test('un secret inconnu, tronqué ou fantaisiste n’ouvre rien', async () => {
    const { secret } = reussi(await donnerLien(essai.services, bcam, plan, SAISIE));
    for (const faux of [
      '',
      secret.slice(1),
      `${secret}A`,
      secret.split('').reverse().join(''),
      '../plans',
      'é'.repeat(43),
    ])
      expect(await ouvrirLien(essai.services, faux), faux).toBeNull();
  });

  test('la liste dit à qui chaque lien fut donné, par qui, et s’il a servi', async () => {
    const { lien, secret } = reussi(await donnerLien(essai.services, bcam, plan, SAISIE));
    const trouver = async () => (await liensDuPlan(essai.services, plan)).find(({ id }) => id === lien);
    expect(await trouver()).toMatchObject({
      nom: 'Présidence de l’association',
      pilote: 'Association des usagers',
      donnePar: bcam.nom,
      etat: 'ouvert',
      vuLe: null,
    });
    await ouvert(secret);
    expect((await trouver())?.vuLe).toEqual(essai.horloge.maintenant());
  });
});

async function ouvert(secret: string): Promise<LienOuvert> {
  const lien = await ouvrirLien(essai.services, secret);
  if (lien?.etat !== 'ouvert') throw new Error(`Lien ${lien?.etat ?? 'inconnu'}`);
  return lien;
}

async function creer(titre: string): Promise<string> {
  const saisie = {
    titre,
    genre: 'plan_d_actions',
    proprietaire: 'mi-bcam',
    territoire: 'FR',
    diffusion: 'equipe',
    etat: 'actif',
  };
  return reussi(await creerPlan(essai.services, bcam, saisie));
}

async function ajouter(cible: string, intitule: string, pilotes: string): Promise<string> {
  return reussi(await creerAction(essai.services, bcam, cible, { intitule, pilotes, echeances: 'fin 2022' }));
}
