import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { accorderDemande, demanderAcces, refuserDemande } from '#acces/demandes';
import { accorderHabilitation, retirerHabilitation } from '#acces/habilitations';
import { chargerQuiPeutVoir } from '#acces/qui-peut-voir';
import { HABILITABLES } from '#administration';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { creerAdministrateur, ecrireLigne, regle, relire } from '../acces/essais/gens.ts';
import { type ReformeDEssai, uneReforme } from '../reformes/essais/reformes.ts';
import { lecteursDeLaReforme } from '../reformes/fiche/acces.ts';
import { POUVOIRS } from '../reformes/fiche/mots-d-acces.ts';
import { lireReformeSansPolitique } from '../reformes/lectures/reformes.ts';
import { peutDeclarerMeteo, peutLireReforme, peutTenirReforme } from '../reformes/politique.ts';

/** Who gives what on a reform, who asks for it, who answers. Tuesday 15 February 2022. */
let essai: Essai;
let ditp: Acteur;
let equipe: Acteur;
/** The prefect of the Finistère, who administers its accounts. */
let finistere: Acteur;
let agent: Acteur;
let fibre: ReformeDEssai;
let brouillon: ReformeDEssai;
let autre: ReformeDEssai;
let rang = 0;

beforeAll(async () => {
  essai = await ouvrirEssai();
  ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  equipe = await creerActeur(essai, 'chef_de_projet', 'mefsin-dge');
  agent = await creerActeur(essai, 'service_deconcentre', 'd29-ddpp', 'D29');
  finistere = await creerAdministrateur(essai, 'D29', {
    profil: 'prefet_departement',
    organisation: 'd29-prefecture',
    territoire: 'D29',
  });
  fibre = await uneReforme(essai, { nom: 'Fibre', equipe: 'mefsin-dge' });
  autre = await uneReforme(essai, { nom: 'Autre', equipe: 'mi-bcam' });
  brouillon = await uneReforme(essai, { nom: 'En préparation', equipe: 'mefsin-dge', etat: 'brouillon' });
  for (const [acteur, courriel] of [
    [ditp, 'ditp@exemple.gouv.fr'],
    [finistere, 'finistere@exemple.gouv.fr'],
  ] as const)
    await essai.base.updateTable('compte').set({ courriel }).where('id', '=', acteur.compte).execute();
});
afterAll(() => essai.fermer());

const reformeVue = async (id = fibre.id) => {
  const lue = await lireReformeSansPolitique(essai.base, id);
  if (lue === null) throw new Error(id);
  return lue;
};

/** Someone new of the Finistère, with a mail. */
async function quelquUn(): Promise<Acteur> {
  rang += 1;
  const id = `agent-${rang}`;
  await essai.base
    .insertInto('compte')
    .values({
      id,
      nom: `Agent ${rang}`,
      courriel: `agent-${rang}@exemple.gouv.fr`,
      profil: 'service_deconcentre',
      organisation_id: 'd29-ddpp',
      territoire_code: 'D29',
      cree_le: essai.horloge.maintenant(),
    })
    .execute();
  return relire(essai, id);
}

const donner = (
  acteur: Acteur,
  a: Acteur,
  { droit = 'lire', territoire = 'D29', reforme = fibre.id, fin = '2022-12-31', motif = 'Suit la réforme' } = {},
) =>
  accorderHabilitation(essai.services, HABILITABLES, acteur, a.compte, {
    objet: `reforme:${reforme}`,
    droit,
    territoire,
    fin,
    motif,
  });

describe('donner : refus', () => {
  test('jamais à soi, jamais hors de son territoire, jamais plus que ce qu’on a', async () => {
    expect(regle(await donner(finistere, finistere))).toBe('comptes.soi');
    expect(regle(await donner(finistere, agent, { territoire: 'D35' }))).toBe('habilitation.territoire');
    expect(regle(await donner(finistere, agent, { droit: 'modifier' }))).toBe('habilitation.plus_que_soi');
    expect(regle(await donner(finistere, ditp))).toBe('comptes.territoire');
  });

  test('ni le chef de projet, ni un lecteur ne donnent rien : ils n’administrent pas de compte', async () => {
    expect(regle(await donner(equipe, agent))).toBe('comptes.territoire');
    expect(regle(await donner(agent, await quelquUn()))).toBe('comptes.territoire');
  });

  test('un brouillon que l’on ne lit pas et une réforme inventée ont la même réponse', async () => {
    const ferme = await donner(finistere, agent, { reforme: brouillon.id });
    expect(regle(ferme)).toBe('habilitation.objet');
    expect(await donner(finistere, agent, { reforme: '00000000-0000-7000-8000-000000000000' })).toEqual(ferme);
  });

  test('un préfet de région ne donne pas de déclarer : ce serait aussi pour ses départements ; de lire, si', async () => {
    const region = await creerAdministrateur(essai, 'R53', {
      profil: 'prefet_region',
      organisation: 'r53-sgar',
      territoire: 'R53',
    });
    const qui = await quelquUn();
    expect(regle(await donner(region, qui, { droit: 'contribuer', territoire: 'R53' }))).toBe(
      'habilitation.plus_que_soi',
    );
    expect(regle(await donner(region, qui, { territoire: 'R53' }))).toBe('permis');
  });

  test('un service ne donne pas le champ d’un ministère dont il ne lit pas les réformes', async () => {
    const sgcd = await creerAdministrateur(essai, 'D29', {
      profil: 'service_deconcentre',
      organisation: 'd29-sgcd',
      territoire: 'D29',
    });
    const champ = { objet: 'champ:mefsin', droit: 'lire', territoire: 'D29', motif: 'Essai' };
    const a = await quelquUn();
    expect(regle(await accorderHabilitation(essai.services, HABILITABLES, sgcd, a.compte, champ))).toBe(
      'habilitation.plus_que_soi',
    );
    expect(regle(await accorderHabilitation(essai.services, HABILITABLES, finistere, a.compte, champ))).toBe('permis');
  });

  test('ni sans motif, ni au-delà de trois ans, ni deux fois pour les mêmes dates', async () => {
    const qui = await quelquUn();
    expect(regle(await donner(finistere, qui, { motif: ' ' }))).not.toBe('permis');
    expect(regle(await donner(finistere, qui, { fin: '2025-02-16' }))).toBe('habilitation.fin');
    reussi(await donner(finistere, qui));
    expect(regle(await donner(finistere, qui))).toBe('habilitation.deja');
  });

  test('un profil qui ne fait que lire ne reçoit que de lire', async () => {
    const cabinet = await creerActeur(essai, 'cabinet', 'mi-bcam');
    expect(regle(await donner(ditp, cabinet, { droit: 'contribuer', territoire: 'FR' }))).toBe('habilitation.lecteur');
    expect(regle(await donner(ditp, cabinet, { territoire: 'FR' }))).toBe('permis');
  });
});

describe('donner', () => {
  test('le préfet qui administre ses comptes ouvre la réforme dans son département, et d’y déclarer', async () => {
    const qui = await quelquUn();
    reussi(await donner(finistere, qui, { droit: 'contribuer' }));
    const lu = await relire(essai, qui.compte);
    const reforme = await reformeVue();
    expect(peutDeclarerMeteo(lu, reforme, 'D29').permis).toBe(true);
    expect(peutLireReforme(lu, reforme, 'D35').permis).toBe(false);
  });

  test('la DITP donne de la tenir : pour le pays, comme son équipe', async () => {
    const qui = await quelquUn();
    reussi(await donner(ditp, qui, { droit: 'modifier', territoire: 'FR' }));
    expect(peutTenirReforme(await relire(essai, qui.compte), await reformeVue()).permis).toBe(true);
    expect(peutTenirReforme(await relire(essai, qui.compte), await reformeVue(autre.id)).permis).toBe(false);
  });
});

test('l’équipe retire ce qui ouvre sa réforme, jamais une autre ; une fois', async () => {
  const qui = await quelquUn();
  const laSienne = reussi(await donner(finistere, qui));
  const uneAutre = reussi(await donner(finistere, qui, { reforme: autre.id }));
  const retirer = (acteur: Acteur, id: string) =>
    retirerHabilitation(essai.services, HABILITABLES, acteur, id, { motif: 'Mission finie' });
  expect(regle(await retirer(equipe, uneAutre))).toBe('comptes.territoire');
  expect(regle(await retirer(qui, laSienne))).toBe('comptes.soi');
  const issues = await Promise.all([retirer(equipe, laSienne), retirer(finistere, laSienne)]);
  expect(issues.map(regle).sort()).toEqual(['habilitation.introuvable', 'permis']);
  expect(peutLireReforme(await relire(essai, qui.compte), await reformeVue(), 'D29').permis).toBe(false);
});

const demander = (acteur: Acteur, retouche: Record<string, string> = {}) =>
  demanderAcces(essai.services, acteur, {
    objet: `reforme:${fibre.id}`,
    droit: 'lire',
    territoire: 'D29',
    message: 'Je suis la réforme avec le préfet.',
    ...retouche,
  });

const accorder = (acteur: Acteur, id: string, retouche: Record<string, string> = {}) =>
  accorderDemande(essai.services, HABILITABLES, acteur, id, {
    objet: `reforme:${fibre.id}`,
    droit: 'lire',
    territoire: 'D29',
    motif: 'À sa demande',
    ...retouche,
  });

async function prevenus(id: string): Promise<readonly string[]> {
  const lignes = await essai.base
    .selectFrom('courriel')
    .select('adresse')
    .where('cle', 'like', `acces:${id}:%`)
    .orderBy('adresse')
    .execute();
  return lignes.map(({ adresse }) => adresse);
}

async function page(acteur: Acteur, tenue: boolean) {
  const reforme = await reformeVue();
  return chargerQuiPeutVoir(essai.services, acteur, new URLSearchParams(), {
    type: 'reforme',
    id: reforme.id,
    equipe: tenue,
    pouvoirs: POUVOIRS,
    lecteurs: lecteursDeLaReforme(essai.services, reforme),
  });
}

describe('demander', () => {
  test('un territoire inventé est refusé ; sans territoire, c’est le sien', async () => {
    const qui = await quelquUn();
    expect(await demander(qui, { territoire: 'D999' })).toMatchObject({
      refus: { champs: { territoire: 'Dites pour quel territoire, dans la liste.' } },
    });
    const { id } = reussi(
      await demanderAcces(essai.services, qui, { objet: `reforme:${fibre.id}`, droit: 'lire', message: 'Pourquoi' }),
    );
    const { demandes } = await page(ditp, true);
    expect(demandes.find((une) => une.id === id)).toMatchObject({ lieu: 'Finistère' });
  });

  test('ceux qui peuvent le donner sont prévenus : l’administrateur du lieu, ou la DITP quand c’est ailleurs', async () => {
    const qui = await quelquUn();
    const ici = reussi(await demander(qui));
    const ailleurs = reussi(await demander(qui, { territoire: 'D44' }));
    expect(ailleurs).toMatchObject({ deja: false });
    expect(await prevenus(ici.id)).toEqual(['finistere@exemple.gouv.fr']);
    expect(await prevenus(ailleurs.id)).toEqual(['ditp@exemple.gouv.fr']);
  });

  test('une demande en double est dite, ne fait pas une seconde demande, et ne prévient personne deux fois', async () => {
    const qui = await quelquUn();
    const [une, deux] = [reussi(await demander(qui)), reussi(await demander(qui, { message: 'Avec un autre motif' }))];
    expect([une.deja, deux.deja, une.id]).toEqual([false, true, deux.id]);
    expect(await prevenus(une.id)).toHaveLength(1);
    const { demandes } = await page(finistere, false);
    expect(demandes.filter(({ nom }) => nom === qui.nom)).toMatchObject([{ message: 'Avec un autre motif' }]);
  });
});

describe('les demandes qui attendent, sur la page de la réforme', () => {
  test('l’équipe les lit sans y répondre ; l’administrateur en un geste, là où il donne ; un lecteur n’en sait rien', async () => {
    const qui = await quelquUn();
    const ici = reussi(await demander(qui));
    const ailleurs = reussi(await demander(qui, { territoire: 'D35' }));
    const vues = async (acteur: Acteur, tenue: boolean) =>
      (await page(acteur, tenue)).demandes
        .filter(({ nom }) => nom === qui.nom)
        .map(({ id, repondable, accordable }) => [id, repondable, accordable?.territoire ?? null]);
    expect(await vues(equipe, true)).toEqual([
      [ici.id, false, null],
      [ailleurs.id, false, null],
    ]);
    expect(await vues(finistere, false)).toEqual([
      [ici.id, true, 'D29'],
      [ailleurs.id, true, null],
    ]);
    expect(await vues(ditp, true)).toEqual([
      [ici.id, true, 'D29'],
      [ailleurs.id, true, 'D35'],
    ]);
    expect(await vues(agent, false)).toEqual([]);
  });

  test('accordée : la réforme s’ouvre là où c’était demandé, la personne est prévenue, la demande ne s’affiche plus', async () => {
    const qui = await quelquUn();
    const { id } = reussi(await demander(qui, { territoire: 'D35' }));
    expect(regle(await accorder(finistere, id, { territoire: 'D35' }))).toBe('habilitation.territoire');
    expect(regle(await accorder(ditp, id, { objet: `reforme:${autre.id}` }))).toBe('demande.objet');
    reussi(await accorder(ditp, id, { territoire: 'D35' }));
    const lu = await relire(essai, qui.compte);
    expect(peutLireReforme(lu, await reformeVue(), 'D35').permis).toBe(true);
    expect(peutLireReforme(lu, await reformeVue(), 'D29').permis).toBe(false);
    const courriel = await essai.base
      .selectFrom('courriel')
      .select('adresse')
      .where('cle', '=', `reponse:${id}`)
      .executeTakeFirst();
    expect(courriel?.adresse).toBe(`${qui.compte}@exemple.gouv.fr`);
    const { demandes, habilitations } = await page(ditp, true);
    expect(demandes.map((une) => une.id)).not.toContain(id);
    expect(habilitations.nommees).toContainEqual(
      expect.objectContaining({ nom: qui.nom, territoire: 'Ille-et-Vilaine', motif: 'À sa demande' }),
    );
  });

  test('deux réponses au même instant : la seconde apprend qu’il est trop tard, et rien de plus ne s’écrit', async () => {
    const qui = await quelquUn();
    const { id } = reussi(await demander(qui));
    const issues = await Promise.all([
      accorder(finistere, id),
      refuserDemande(essai.services, ditp, id, { motif: 'Voyez votre directeur.' }),
    ]);
    expect(issues.map(regle).sort()).toEqual(['demande.deja_traitee', 'permis']);
    expect(regle(await accorder(finistere, id))).toBe('demande.deja_traitee');
    const lu = await relire(essai, qui.compte);
    expect(lu.habilitations).toHaveLength(issues[0]?.ok ? 1 : 0);
  });
});

test('une habilitation finie n’ouvre plus rien, et la page ne la montre plus', async () => {
  const qui = await quelquUn();
  const ligne = { compte: qui.compte, droit: 'lire', objet: `reforme:${fibre.id}`, territoire: 'D29' } as const;
  await ecrireLigne(essai, { ...ligne, fin: '2022-02-14' });
  const finie = await page(ditp, true);
  expect(finie.habilitations.nommees.map(({ nom }) => nom)).not.toContain(qui.nom);
  expect(
    (await lecteursDeLaReforme(essai.services, await reformeVue())).map(({ acteur }) => acteur.compte),
  ).not.toContain(qui.compte);
  await ecrireLigne(essai, { ...ligne, debut: '2022-02-15', fin: '2022-02-15' });
  const lecteurs = await lecteursDeLaReforme(essai.services, await reformeVue());
  expect(lecteurs.find(({ acteur }) => acteur.compte === qui.compte)).toMatchObject({
    pouvoir: 'lire',
    ou: 'Finistère',
    raisons: [expect.stringMatching(/^habilitation, jusqu’au 15.février 2022$/)],
  });
});
