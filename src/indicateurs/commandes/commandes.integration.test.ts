import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { simple } from '../essais/valeurs.ts';
import { creerIndicateur } from './creer-indicateur.ts';
import { apercevoirModification, modifierIndicateur } from './modifier-indicateur.ts';
import { accepterProposition, proposerValeur, refuserProposition } from './propositions.ts';
import { saisirValeur } from './saisir-valeur.ts';

/** Tuesday 15 February 2022. */
let essai: Essai;
let ditp: Acteur;
let chef: Acteur;
let autreChef: Acteur;
let prefet: Acteur;
let cabinet: Acteur;

beforeAll(async () => {
  essai = await ouvrirEssai();
  ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  chef = await creerActeur(essai, 'chef_de_projet', 'mi-dnum');
  autreChef = await creerActeur(essai, 'chef_de_projet', 'mi-bcam');
  prefet = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  cabinet = await creerActeur(essai, 'cabinet', 'mi');
});
afterAll(() => essai.fermer());

const FIBRE = {
  nom: 'Locaux raccordables à la fibre',
  unite: '% des locaux',
  sens: 'hausse',
  decimales: '1',
  periodicite: 'trimestrielle',
  delai: '2',
  mailles: ['national', 'regional', 'departemental'],
  responsable: 'mi-dnum',
};
let rang = 0;
async function fibre(reglages: Record<string, unknown> = {}): Promise<string> {
  rang += 1;
  return reussi(await creerIndicateur(essai.services, ditp, { ...FIBRE, identifiant: `fibre-${rang}`, ...reglages }));
}

const VALEUR = { territoire: 'D29', type: 'va', jour: '31/12/2021', valeur: '77,5' };

async function situation(id: string, territoire: string) {
  return essai.base
    .selectFrom('situation_d_indicateur as s')
    .innerJoin('indicateur as i', 'i.numero', 's.indicateur')
    .select(['s.valeur', 's.taux_global', 's.etat_global'])
    .where('i.id', '=', id)
    .where('s.territoire', '=', territoire)
    .executeTakeFirst();
}

async function dernierActe(type: string, id: string) {
  return essai.base
    .selectFrom('journal')
    .select(['acte', 'territoire_code', 'charge'])
    .where('objet_type', '=', type)
    .where('objet_id', '=', id)
    .orderBy('sequence', 'desc')
    .executeTakeFirst();
}

describe('créer et régler un indicateur', () => {
  test('seule la DITP le peut', async () => {
    for (const acteur of [chef, prefet, cabinet]) {
      expect(await creerIndicateur(essai.services, acteur, { ...FIBRE, identifiant: 'x' })).toMatchObject({
        ok: false,
        refus: { nature: 'interdit', regle: 'indicateur.configurer.profil' },
      });
    }
  });

  test('une saisie fautive dit champ par champ quoi corriger', async () => {
    const refus = await creerIndicateur(essai.services, ditp, {
      identifiant: 'a b',
      sens: 'ailleurs',
      periodicite: 'annuelle',
      mailles: 'national',
      maillesAvecCible: 'regional',
      agregationVa: 'moyenne_ponderee',
      operation: 'somme',
      sansObjet: 'D29 D99',
      facteur: 'beaucoup',
      ruptures: '31/02/2022',
    });
    expect(refus).toMatchObject({ ok: false, refus: { nature: 'invalide' } });
    const champs = refus.ok ? {} : (refus.refus.champs ?? {});
    expect(Object.keys(champs).sort()).toEqual(['facteur', 'identifiant', 'nom', 'ruptures', 'sansObjet', 'sens']);
    const suite = await creerIndicateur(essai.services, ditp, {
      ...FIBRE,
      identifiant: 'ab',
      mailles: 'national',
      maillesAvecCible: 'regional',
      agregationVa: 'moyenne_ponderee',
      operation: 'somme',
    });
    expect(Object.keys((suite.ok ? {} : suite.refus.champs) ?? {}).sort()).toEqual([
      'denominateur',
      'fenetre',
      'maillesAvecCible',
    ]);
    expect(
      await creerIndicateur(essai.services, ditp, {
        ...FIBRE,
        identifiant: 'ab',
        agregationVa: 'moyenne_ponderee',
        denominateur: 'nulle-part',
        responsable: 'personne',
      }),
    ).toMatchObject({
      refus: { regle: 'indicateur.reglages', champs: { denominateur: /nulle-part/, responsable: /annuaire/ } },
    });
  });

  test('un identifiant ne sert qu’une fois, même demandé deux fois au même instant', async () => {
    const saisie = { ...FIBRE, identifiant: 'jumeaux' };
    const deux = await Promise.all([
      creerIndicateur(essai.services, ditp, saisie),
      creerIndicateur(essai.services, ditp, saisie),
    ]);
    expect(deux.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  test('l’aperçu dit combien de taux changent, sans rien écrire ; l’enregistrement le fait, et le journal dit quoi', async () => {
    const id = await fibre();
    for (const [type, jour, valeur] of [
      ['vi', '2020-12-31', '100'],
      ['vc', '2022-12-31', '50'],
      ['va', '2021-12-31', '75'],
    ]) {
      reussi(await saisirValeur(essai.services, ditp, id, { ...VALEUR, type, jour, valeur }));
    }
    expect(await situation(id, 'D29')).toMatchObject({ taux_global: '100' });
    const reglages = { ...FIBRE, identifiant: `fibre-${rang}`, sens: 'baisse' };
    expect(await apercevoirModification(essai.services, chef, id, reglages)).toMatchObject({ ok: false });
    expect(reussi(await apercevoirModification(essai.services, ditp, id, reglages))).toEqual({
      territoires: 120,
      tauxChanges: 1,
      gagnes: [],
      perdus: [],
      degenerees: [],
      exemples: [
        {
          territoire: 'D29',
          avant: { taux_global: '100', brut_global: '100', etat_global: 'depassee_avant_terme' },
          apres: { taux_global: '50', brut_global: '50', etat_global: 'en_cours' },
        },
      ],
    });
    // Followed nowhere but in the regions: the département loses its rate.
    expect(
      reussi(await apercevoirModification(essai.services, ditp, id, { ...reglages, mailles: ['regional'] })),
    ).toMatchObject({ tauxChanges: 1, perdus: ['D29'], gagnes: [] });
    expect(await apercevoirModification(essai.services, ditp, id, { ...reglages, version: '7' })).toMatchObject({
      refus: { nature: 'conflit', regle: 'indicateur.modifier.version' },
    });
    expect(await situation(id, 'D29')).toMatchObject({ taux_global: '100' });
    expect(await modifierIndicateur(essai.services, ditp, id, { ...reglages, version: '7' })).toMatchObject({
      refus: { nature: 'conflit', regle: 'indicateur.modifier.version' },
    });
    expect(reussi(await modifierIndicateur(essai.services, ditp, id, { ...reglages, version: '1' }))).toBeGreaterThan(
      0,
    );
    expect(await situation(id, 'D29')).toMatchObject({ taux_global: '50' });
    expect(JSON.parse((await dernierActe('indicateur', id))?.charge ?? '{}')).toMatchObject({
      avant: { sens: 'hausse' },
      apres: { sens: 'baisse' },
    });
  });
});

describe('saisir une valeur', () => {
  test.each([
    ['le préfet', () => prefet, 'valeur.ecrire.equipe'],
    ['le chef d’un autre projet', () => autreChef, 'valeur.ecrire.equipe'],
    ['un cabinet', () => cabinet, 'valeur.ecrire.profil'],
  ])('%s ne le peut pas', async (_, acteur, regle) => {
    expect(await saisirValeur(essai.services, acteur(), await fibre(), VALEUR)).toMatchObject({
      ok: false,
      refus: { nature: 'interdit', regle },
    });
  });

  test('le chef de projet le peut, et le journal le dit pour ce territoire', async () => {
    const id = await fibre();
    expect(reussi(await saisirValeur(essai.services, chef, id, VALEUR)).situations).toBeGreaterThan(0);
    expect(await situation(id, 'D29')).toMatchObject({ valeur: '77.5' });
    const acte = await dernierActe('indicateur', id);
    expect(acte).toMatchObject({ acte: 'valeur.saisir', territoire_code: 'D29' });
    expect(JSON.parse(acte?.charge ?? '{}')).toEqual({
      avant: null,
      jour: '2021-12-31',
      motif: null,
      type: 'va',
      valeur: '77.5',
    });
  });

  test('quelqu’un peut en être responsable autrement que par son service', async () => {
    const id = await fibre();
    expect(await saisirValeur(essai.services, autreChef, id, VALEUR, new Set([id]))).toMatchObject({ ok: true });
  });

  test.each([
    [{ jour: '31/02/2022' }, 'jour', /n’est pas une date/],
    [{ jour: '16/02/2022' }, 'jour', /pas encore passé/],
    [{ valeur: 'douze' }, 'valeur', /n’est pas un nombre/],
    [{ valeur: '' }, 'valeur', /ni 0 ni retrait/],
    [{ territoire: 'D99' }, 'territoire', /n’existe pas/],
  ])('%o : la faute est dite sur le champ « %s »', async (faute, champ, phrase) => {
    const lu = await saisirValeur(essai.services, chef, await fibre(), { ...VALEUR, ...faute });
    expect(lu).toMatchObject({ ok: false, refus: { nature: 'invalide' } });
    expect(simple((lu.ok ? {} : (lu.refus.champs ?? {}))[champ] ?? '')).toMatch(phrase);
  });

  test.each([
    '1\u202f234,5',
    '1\u00a0234,5',
    '1 234,5',
    '1234.5',
    ' 1234,50 ',
  ])('« %s », écrit comme on l’écrit, est 1 234,5', async (valeur) => {
    const id = await fibre({ unite: 'logements' });
    reussi(await saisirValeur(essai.services, chef, id, { ...VALEUR, valeur }));
    expect(await situation(id, 'D29')).toMatchObject({ valeur: '1234.5' });
  });

  test('une valeur qui en remplace une autre, ou ne lui ressemble pas, demande un motif', async () => {
    const id = await fibre();
    reussi(await saisirValeur(essai.services, chef, id, VALEUR));
    expect(await saisirValeur(essai.services, chef, id, { ...VALEUR, valeur: '78' })).toMatchObject({
      refus: { regle: 'valeur.saisir.motif' },
    });
    expect(
      await saisirValeur(essai.services, chef, id, { ...VALEUR, jour: '2022-01-31', valeur: '7750' }),
    ).toMatchObject({
      refus: { regle: 'valeur.saisir.motif' },
    });
    reussi(await saisirValeur(essai.services, chef, id, { ...VALEUR, valeur: '78', motif: 'Erreur de report' }));
    expect(await situation(id, 'D29')).toMatchObject({ valeur: '78' });
    expect(
      await saisirValeur(essai.services, chef, id, { ...VALEUR, jour: '2021-12-31', retirer: 'oui' }),
    ).toMatchObject({ refus: { regle: 'valeur.saisir.motif' } });
    reussi(
      await saisirValeur(essai.services, chef, id, { ...VALEUR, jour: '2021-12-31', retirer: 'oui', motif: 'Doublon' }),
    );
    expect(await situation(id, 'D29')).toMatchObject({ valeur: null, etat_global: 'non_mesure' });
  });

  test('un indicateur archivé n’en reçoit plus', async () => {
    expect(await saisirValeur(essai.services, ditp, await fibre({ etat: 'archive' }), VALEUR)).toMatchObject({
      refus: { regle: 'valeur.ecrire.archive' },
    });
  });

  test('une adresse devinée ne dit rien', async () => {
    for (const id of ['x', '01890000-0000-7000-8000-000000000000']) {
      expect(await saisirValeur(essai.services, ditp, id, VALEUR)).toMatchObject({ refus: { nature: 'introuvable' } });
    }
  });
});

describe('proposer une valeur', () => {
  test('le préfet propose pour son département, et pas ailleurs ; les autres ne proposent pas', async () => {
    const id = await fibre();
    expect(await proposerValeur(essai.services, prefet, id, { ...VALEUR, territoire: 'D35' })).toMatchObject({
      refus: { nature: 'interdit', regle: 'valeur.proposer.territoire' },
    });
    for (const acteur of [chef, cabinet]) {
      expect(await proposerValeur(essai.services, acteur, id, VALEUR)).toMatchObject({
        refus: { nature: 'interdit', regle: 'valeur.proposer.profil' },
      });
    }
    expect(await proposerValeur(essai.services, prefet, id, VALEUR)).toMatchObject({ ok: true });
    expect(await situation(id, 'D29')).toMatchObject({ valeur: null });
  });

  test('l’équipe accepte : la valeur compte ; ou refuse, avec un motif ; une seule fois', async () => {
    const id = await fibre();
    const [bonne, autre] = [
      reussi(await proposerValeur(essai.services, prefet, id, VALEUR)),
      reussi(await proposerValeur(essai.services, prefet, id, { ...VALEUR, valeur: '90' })),
    ];
    expect(await accepterProposition(essai.services, prefet, bonne, {})).toMatchObject({
      refus: { nature: 'interdit' },
    });
    expect(await refuserProposition(essai.services, chef, autre, { motif: ' ' })).toMatchObject({
      refus: { champs: { motif: /pourquoi/ } },
    });
    reussi(await accepterProposition(essai.services, chef, bonne, {}));
    reussi(await refuserProposition(essai.services, chef, autre, { motif: 'La source ne le confirme pas.' }));
    expect(await situation(id, 'D29')).toMatchObject({ valeur: '77.5' });
    expect(await accepterProposition(essai.services, chef, autre, {})).toMatchObject({
      refus: { nature: 'conflit', regle: 'proposition.deja' },
    });
    expect(await dernierActe('proposition', autre)).toMatchObject({
      acte: 'proposition.refuser',
      territoire_code: 'D29',
    });
  });
});
