import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { lireCompte } from '../comptes/compte.ts';
import { creerAdministrateur, derniereLigne, HABILITABLES, regle, relire } from '../essais/gens.ts';
import type { Acteur } from '../regles/acteur.ts';
import { accorderDemande } from './accorder-demande.ts';
import { demandesSurLObjet, listerDemandes, mesDemandes } from './demande.ts';
import { demanderAcces } from './demander-acces.ts';
import { refuserDemande } from './refuser-demande.ts';

let essai: Essai;
let finistere: Acteur;
let ditp: Acteur;
let agent: Acteur;

beforeAll(async () => {
  essai = await ouvrirEssai();
  finistere = await creerAdministrateur(essai, 'D29', {
    profil: 'prefet_departement',
    organisation: 'd29-prefecture',
    territoire: 'D29',
  });
  ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  agent = await creerActeur(essai, 'service_deconcentre', 'd29-ddpp', 'D29');
});
afterAll(() => essai.fermer());

const demander = (objet: string, acteur = agent) =>
  demanderAcces(essai.services, acteur, { objet, droit: 'lire', message: 'Notre service porte une action.' });
const accorder = (acteur: Acteur, id: string, retouche: Record<string, string> = {}) =>
  accorderDemande(essai.services, HABILITABLES, acteur, id, {
    objet: 'plan:lu',
    droit: 'lire',
    territoire: 'D29',
    motif: 'À sa demande',
    ...retouche,
  });
const ouvertes = async (acteur: Acteur) =>
  (await listerDemandes(essai.base, acteur, { ouvertes: true, page: 1 })).demandes.map(({ id }) => id);

describe('demander', () => {
  test('la réponse est la même pour un objet qui existe, un objet fermé, un objet inventé', async () => {
    for (const objet of ['plan:lu', 'plan:ferme', 'plan:00000000-0000-7000-8000-000000000000'])
      expect(regle(await demander(objet))).toBe('permis');
    expect(await mesDemandes(essai.base, agent.compte)).toHaveLength(3);
  });

  test('demander de nouveau change la demande, sans en faire une seconde', async () => {
    const [une, deux] = [reussi(await demander('plan:lu')), reussi(await demander('plan:lu'))];
    expect(deux).toEqual({ id: une.id, deja: true });
    expect(await demandesSurLObjet(essai.base, 'plan', 'lu')).toHaveLength(1);
  });

  test('refusé : sans motif, pour des comptes, sous une suppléance, au-delà de vingt demandes sans réponse', async () => {
    const vide = await demanderAcces(essai.services, agent, { objet: 'comptes', droit: 'administrer', message: ' ' });
    expect(vide.ok ? [] : Object.keys(vide.refus.champs ?? {}).sort()).toEqual(['droit', 'message', 'objet']);
    expect(regle(await demander('plan:lu', { ...agent, genre: 'suppleance' }))).toBe('demande.suppleance');
    const bavard = await creerActeur(essai, 'pilote', 'mi-dnum');
    for (let rang = 0; rang < 20; rang += 1) reussi(await demander(`plan:p${rang}`, bavard));
    expect(regle(await demander('plan:p20', bavard))).toBe('demande.trop');
  });
});

test('qui décide et qui demande sont prévenus par courriel, sans que le message dise qui ni quoi', async () => {
  const avec = async (compte: string, courriel: string) =>
    essai.base.updateTable('compte').set({ courriel }).where('id', '=', compte).execute();
  await avec(finistere.compte, 'administratrice@exemple.gouv.fr');
  await avec(agent.compte, 'agent@exemple.gouv.fr');
  const { id } = reussi(await demander('plan:ouvert'));
  reussi(await demander('plan:ouvert'));
  reussi(await refuserDemande(essai.services, finistere, id, { motif: 'Demandez à votre directrice.' }));
  const courriels = await essai.base
    .selectFrom('courriel')
    .select(['adresse', 'sujet', 'texte'])
    .where('cle', 'like', `%${id}%`)
    .orderBy('cle')
    .execute();
  expect(courriels.map(({ adresse, sujet }) => [adresse, sujet])).toEqual([
    ['administratrice@exemple.gouv.fr', 'Demande d’accès à Jalon, comptes du Finistère'],
    ['agent@exemple.gouv.fr', 'Votre demande d’accès à Jalon a une réponse'],
  ]);
  expect(courriels.map(({ texte }) => texte).join()).not.toMatch(/directrice|Plan ouvert|service_deconcentre/);
});

describe('répondre', () => {
  test('refusé à un autre territoire, à une suppléance, à qui demande', async () => {
    const { id } = reussi(await demander('plan:lu'));
    const voisin = await creerAdministrateur(essai, 'D22', {
      profil: 'prefet_departement',
      organisation: 'd22-prefecture',
      territoire: 'D22',
    });
    expect(await ouvertes(voisin)).not.toContain(id);
    for (const acteur of [voisin, agent]) {
      expect(regle(await accorder(acteur, id))).toBe('comptes.territoire');
      expect(regle(await refuserDemande(essai.services, acteur, id, { motif: 'Non' }))).toBe('comptes.territoire');
    }
    expect(regle(await accorder(finistere, 'inconnue'))).toBe('demande.introuvable');
  });

  test('accorder donne ce qui est demandé, rien d’autre, et la personne voit la réponse', async () => {
    const { id } = reussi(await demander('plan:lu'));
    expect(await ouvertes(finistere)).toContain(id);
    expect(regle(await accorder(finistere, id, { objet: 'plan:ouvert' }))).toBe('demande.objet');
    expect(regle(await accorder(finistere, id, { droit: 'modifier' }))).toBe('habilitation.plus_que_soi');
    expect(reussi(await accorder(finistere, id))).toBe(agent.compte);
    expect(await derniereLigne(essai)).toMatchObject({ acte: 'demande.accorder', objet: id });
    expect((await relire(essai, agent.compte)).habilitations).toMatchObject([{ droit: 'lire', id: 'lu' }]);
    const [reponse] = (await mesDemandes(essai.base, agent.compte)).filter((une) => une.id === id);
    expect(reponse).toMatchObject({ etat: 'accordee', traiteePar: finistere.nom });
  });

  test('deux administrateurs répondent au même instant : le second apprend qui a répondu', async () => {
    const { id } = reussi(await demander('plan:ferme'));
    const issues = await Promise.all([
      refuserDemande(essai.services, finistere, id, { motif: 'Ce plan est réservé.' }),
      refuserDemande(essai.services, ditp, id, { motif: 'Demandez au préfet.' }),
    ]);
    expect(issues.map(regle).sort()).toEqual(['demande.deja_traitee', 'permis']);
    const [refusee] = (await mesDemandes(essai.base, agent.compte)).filter((une) => une.id === id);
    expect(refusee?.reponse).toMatch(/réservé|préfet/);
  });
});

describe('un agent inconnu', () => {
  const inconnu = async (sujet: string, territoire: string | null) => {
    const id = essai.services.ids.nouveau();
    await essai.base
      .insertInto('demande_acces')
      .values({
        id,
        emetteur: 'https://identite.exemple.gouv.fr',
        sujet,
        nom: 'Cheffe de service',
        courriel: `${sujet}@exemple.gouv.fr`,
        territoire_code: territoire,
        etat: 'ouverte',
        creee_le: essai.horloge.maintenant(),
      })
      .execute();
    return id;
  };
  const compte = (sujet: string, retouche: Record<string, string> = {}) => ({
    courriel: `${sujet}@exemple.gouv.fr`,
    nom: 'Cheffe de service',
    organisation: 'd29-ddpp',
    profil: 'service_deconcentre',
    territoire: 'D29',
    ...retouche,
  });
  const ouvrir = (acteur: Acteur, id: string, valeurs: Record<string, string>) =>
    accorderDemande(essai.services, HABILITABLES, acteur, id, valeurs);

  test('sans territoire, seule la DITP le voit', async () => {
    const id = await inconnu('sans-lieu', null);
    expect(await ouvertes(finistere)).not.toContain(id);
    expect(await ouvertes(ditp)).toContain(id);
    expect(regle(await ouvrir(finistere, id, compte('sans-lieu')))).toBe('demande.sans_territoire');
  });

  test('accordé, il a un compte et son identité l’ouvre ; un profil plus fort est refusé et rien ne s’écrit', async () => {
    const id = await inconnu('nouvelle', 'D29');
    expect(regle(await ouvrir(finistere, id, compte('nouvelle', { profil: 'ditp' })))).toBe('comptes.profil');
    const ouvert = reussi(await ouvrir(finistere, id, compte('nouvelle')));
    expect(await lireCompte(essai.base, ouvert)).toMatchObject({ courriel: 'nouvelle@exemple.gouv.fr' });
    expect(await essai.base.selectFrom('identite').select(['sujet', 'compte_id']).execute()).toEqual([
      { sujet: 'nouvelle', compte_id: ouvert },
    ]);
    expect(regle(await ouvrir(finistere, id, compte('nouvelle')))).toBe('demande.deja_traitee');
  });

  test('une identité déjà reliée ne fait pas un second compte', async () => {
    const id = await inconnu('reliee', 'D29');
    await essai.base
      .insertInto('identite')
      .values({
        emetteur: 'https://identite.exemple.gouv.fr',
        sujet: 'reliee',
        compte_id: agent.compte,
        cree_le: essai.horloge.maintenant(),
        vue_le: essai.horloge.maintenant(),
      })
      .execute();
    expect(regle(await ouvrir(finistere, id, compte('reliee')))).toBe('demande.identite');
    expect(
      await essai.base.selectFrom('compte').select('id').where('courriel', '=', 'reliee@exemple.gouv.fr').execute(),
    ).toEqual([]);
  });
});
