import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import { fermerCompte } from '../comptes/fermer-compte.ts';
import { creerAdministrateur, derniereLigne, ecrireLigne, HABILITABLES, regle, relire } from '../essais/gens.ts';
import type { Acteur } from '../regles/acteur.ts';
import { accorderHabilitation } from './accorder-habilitation.ts';
import { habilitationsDuCompte, habilitationsQuiExpirent } from './lister-habilitations.ts';
import { prolongerHabilitation } from './prolonger-habilitation.ts';
import { retirerHabilitation } from './retirer-habilitation.ts';

let essai: Essai;
let finistere: Acteur;
let ditp: Acteur;
let collegue: Acteur;
let voisin: Acteur;

beforeAll(async () => {
  essai = await ouvrirEssai();
  finistere = await creerAdministrateur(essai, 'D29', {
    profil: 'prefet_departement',
    organisation: 'd29-prefecture',
    territoire: 'D29',
  });
  ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  collegue = await creerActeur(essai, 'service_deconcentre', 'd29-ddpp', 'D29');
  voisin = await creerActeur(essai, 'service_deconcentre', 'd22-sgcd', 'D22');
});
afterAll(() => essai.fermer());

const saisie = (retouche: Record<string, string> = {}) => ({
  objet: 'plan:lu',
  droit: 'lire',
  territoire: 'D29',
  fin: '2022-12-31',
  motif: 'Suit le plan pour son service',
  ...retouche,
});
const accorder = (acteur: Acteur, compte: string, retouche: Record<string, string> = {}) =>
  accorderHabilitation(essai.services, HABILITABLES, acteur, compte, saisie(retouche));
const neuf = async () => {
  const id = `neuf-${essai.services.ids.nouveau()}`;
  await essai.base
    .insertInto('compte')
    .values({
      id,
      nom: 'Agent du SGC-D',
      profil: 'service_deconcentre',
      organisation_id: 'd29-sgcd',
      territoire_code: 'D29',
      cree_le: essai.horloge.maintenant(),
    })
    .execute();
  return id;
};

describe('refus', () => {
  test.each([
    ['un compte d’un autre territoire', () => voisin.compte, {}, 'comptes.territoire'],
    ['son propre compte', () => finistere.compte, {}, 'comptes.soi'],
    ['un autre territoire', () => collegue.compte, { territoire: 'R53' }, 'habilitation.territoire'],
    ['un droit que l’on n’a pas', () => collegue.compte, { droit: 'modifier' }, 'habilitation.plus_que_soi'],
    ['un plan que l’on ne peut pas lire', () => collegue.compte, { objet: 'plan:ferme' }, 'habilitation.objet'],
    ['un plan qui n’existe pas', () => collegue.compte, { objet: 'plan:invente' }, 'habilitation.objet'],
    ['une réforme, que rien ne connaît encore', () => collegue.compte, { objet: 'reforme:x' }, 'habilitation.objet'],
    ['administrer un plan', () => collegue.compte, { droit: 'administrer' }, 'habilitation.droit'],
    ['lire des comptes', () => collegue.compte, { objet: 'comptes' }, 'habilitation.droit'],
    [
      'administrer ailleurs',
      () => collegue.compte,
      { objet: 'comptes', droit: 'administrer', territoire: 'FR' },
      'habilitation.territoire',
    ],
    ['une fin passée', () => collegue.compte, { fin: '2022-02-14' }, 'habilitation.fin'],
    ['un début passé', () => collegue.compte, { debut: '2022-02-14' }, 'habilitation.debut'],
    ['plus de trois ans', () => collegue.compte, { fin: '2025-02-16' }, 'habilitation.fin'],
    ['un territoire qui n’existe pas', () => collegue.compte, { territoire: 'D99' }, 'habilitation.territoire'],
    ['un compte inconnu', () => 'inconnu', {}, 'compte.introuvable'],
  ])('l’administratrice du Finistère ne donne pas : %s', async (_, compte, retouche, attendue) => {
    expect(regle(await accorder(finistere, compte(), retouche))).toBe(attendue);
  });

  test('un objet qui n’existe pas et un objet fermé reçoivent la même réponse, au mot près', async () => {
    const [invente, ferme] = [
      await accorder(finistere, collegue.compte, { objet: 'plan:invente' }),
      await accorder(finistere, collegue.compte, { objet: 'plan:ferme' }),
    ];
    expect(invente).toEqual(ferme);
  });

  test('qui n’administre pas n’apprend même pas si l’objet existe', async () => {
    for (const objet of ['plan:lu', 'plan:ferme', 'plan:invente'])
      expect(regle(await accorder(voisin, collegue.compte, { objet }))).toBe('comptes.territoire');
  });

  test('écrire, à un profil qui ne fait que lire, même par la DITP', async () => {
    const cabinet = await creerActeur(essai, 'cabinet', 'mi');
    expect(regle(await accorder(ditp, cabinet.compte, { objet: 'plan:ouvert', droit: 'modifier' }))).toBe(
      'habilitation.lecteur',
    );
  });

  test('à un compte fermé', async () => {
    const id = await neuf();
    reussi(await fermerCompte(essai.services, finistere, id, { motif: 'Départ' }));
    expect(regle(await accorder(finistere, id))).toBe('compte.ferme');
  });

  test('l’administration expirée, à venir ou retirée ne donne plus rien', async () => {
    const ligne = { droit: 'administrer', objet: 'comptes', territoire: 'D29' } as const;
    for (const [rang, dates] of [
      { fin: '2022-02-14' },
      { debut: '2022-02-16' },
      { retiree: true } as const,
    ].entries()) {
      const { compte } = await creerActeur(
        essai,
        'prefet_departement',
        ['d29-ddtm', 'd29-ddets', 'd29-sidsic'][rang] ?? '',
        'D29',
      );
      await ecrireLigne(essai, { compte, ...ligne, ...dates });
      expect(regle(await accorder(await relire(essai, compte), collegue.compte))).toBe('comptes.territoire');
    }
  });

  test('retirer ou prolonger l’habilitation d’un compte que l’on ne gère pas', async () => {
    const id = reussi(await accorder(ditp, voisin.compte, { territoire: 'D22' }));
    const motif = { motif: 'Plus besoin' };
    expect(regle(await retirerHabilitation(essai.services, HABILITABLES, finistere, id, motif))).toBe(
      'comptes.territoire',
    );
    expect(regle(await retirerHabilitation(essai.services, HABILITABLES, voisin, id, motif))).toBe('comptes.soi');
    expect(regle(await prolongerHabilitation(essai.services, HABILITABLES, finistere, id, motif))).toBe(
      'comptes.territoire',
    );
    for (const inconnu of ['inconnu', essai.services.ids.nouveau()])
      expect(regle(await retirerHabilitation(essai.services, HABILITABLES, ditp, inconnu, motif))).toBe(
        'habilitation.introuvable',
      );
  });
});

describe('accorder', () => {
  test('sans dates, elle commence aujourd’hui et dure un an ; le journal dit quoi, à qui, jusqu’à quand', async () => {
    const id = reussi(await accorder(finistere, collegue.compte, { objet: 'plan:ouvert', droit: 'modifier', fin: '' }));
    expect(await habilitationsDuCompte(essai.base, collegue.compte, aujourdhui(essai.horloge))).toMatchObject([
      { id, debut: '2022-02-15', fin: '2023-02-15', accordeePar: finistere.nom, etat: 'en_cours' },
    ]);
    expect(await derniereLigne(essai)).toMatchObject({
      acte: 'habilitation.accorder',
      objet: collegue.compte,
      charge: { habilitation: id, droit: 'modifier', objet: 'plan:ouvert', territoire: 'D29', fin: '2023-02-15' },
    });
    expect((await relire(essai, collegue.compte)).habilitations).toMatchObject([{ droit: 'modifier', id: 'ouvert' }]);
  });

  test('deux administrateurs la donnent au même instant : une seule ligne', async () => {
    const id = await neuf();
    const issues = await Promise.all([finistere, ditp, finistere].map((acteur) => accorder(acteur, id)));
    expect(issues.map(regle).sort()).toEqual(['habilitation.deja', 'habilitation.deja', 'permis']);
  });

  test('deux administrateurs se retirent l’un l’autre au même instant : aucun blocage, le second n’a plus le droit', async () => {
    const region = { profil: 'service_deconcentre', territoire: 'R53' } as const;
    const [a, b] = [
      await creerAdministrateur(essai, 'R53', { ...region, organisation: 'r53-prefecture' }),
      await creerAdministrateur(essai, 'R53', { ...region, organisation: 'r53-sgar' }),
    ];
    const lignes = await essai.base
      .selectFrom('habilitation')
      .select(['id', 'compte_id'])
      .where('compte_id', 'in', [a.compte, b.compte])
      .execute();
    const de = (compte: string) => lignes.find((ligne) => ligne.compte_id === compte)?.id ?? '';
    const issues = await Promise.all([
      retirerHabilitation(essai.services, HABILITABLES, a, de(b.compte), { motif: 'Mobilité' }),
      retirerHabilitation(essai.services, HABILITABLES, b, de(a.compte), { motif: 'Mobilité' }),
    ]);
    expect(issues.map(regle).sort()).toEqual(['comptes.territoire', 'permis']);
  });

  test('elle vaut jusqu’à minuit, heure de Paris, et pas une minute de plus', async () => {
    const id = await neuf();
    reussi(await accorder(finistere, id, { objet: 'comptes', droit: 'administrer', fin: '2022-02-20' }));
    const administre = async (instant: string) => {
      essai.horloge.regler(instant);
      return (await relire(essai, id)).habilitations.length;
    };
    // In February Paris is an hour ahead of UTC: midnight there is 23:00 UTC.
    expect(await administre('2022-02-20T22:59:59Z')).toBe(1);
    expect(await administre('2022-02-20T23:00:00Z')).toBe(0);
    essai.horloge.regler('2022-02-15T11:00:00Z');
  });
});

describe('retirer et prolonger', () => {
  test('retirée, elle n’ouvre plus rien et reste dans l’histoire du compte', async () => {
    const id = await neuf();
    const habilitation = reussi(await accorder(finistere, id));
    reussi(
      await retirerHabilitation(essai.services, HABILITABLES, finistere, habilitation, { motif: 'Mission finie' }),
    );
    expect((await relire(essai, id)).habilitations).toEqual([]);
    expect(await habilitationsDuCompte(essai.base, id, aujourdhui(essai.horloge))).toMatchObject([
      { etat: 'retiree', retireePar: finistere.nom, retireeMotif: 'Mission finie' },
    ]);
    expect(
      regle(await retirerHabilitation(essai.services, HABILITABLES, ditp, habilitation, { motif: 'Encore' })),
    ).toBe('habilitation.introuvable');
  });

  test('l’équipe d’un objet ferme sa propre porte, sans administrer de comptes', async () => {
    const equipe = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
    const id = await neuf();
    const [surLePlan, surUnAutre] = [
      reussi(await accorder(ditp, id, { objet: 'plan:ouvert' })),
      reussi(await accorder(ditp, id, { objet: 'plan:lu' })),
    ];
    const motif = { motif: 'Plan clos' };
    expect(regle(await retirerHabilitation(essai.services, HABILITABLES, equipe, surUnAutre, motif))).toBe(
      'comptes.territoire',
    );
    expect(regle(await retirerHabilitation(essai.services, HABILITABLES, equipe, surLePlan, motif))).toBe('permis');
  });

  test('prolongée, une nouvelle ligne prend la place de l’ancienne ; refusée, l’ancienne reste', async () => {
    const id = await neuf();
    const ancienne = reussi(await accorder(finistere, id, { fin: '2022-02-28' }));
    const prolonger = (fin: string) =>
      prolongerHabilitation(essai.services, HABILITABLES, finistere, ancienne, { fin, motif: 'Mission reconduite' });
    expect(regle(await prolonger('2026-01-01'))).toBe('habilitation.fin');
    const nouvelle = reussi(await prolonger('2022-09-30'));
    expect(await derniereLigne(essai)).toMatchObject({
      acte: 'habilitation.prolonger',
      charge: { habilitation: nouvelle, remplace: ancienne, fin: '2022-09-30' },
    });
    const lignes = await habilitationsDuCompte(essai.base, id, aujourdhui(essai.horloge));
    expect(lignes.map(({ id: ligne, etat }) => [ligne, etat])).toEqual([
      [nouvelle, 'en_cours'],
      [ancienne, 'retiree'],
    ]);
    expect(regle(await prolonger('2022-10-31'))).toBe('habilitation.introuvable');
  });

  test('ce qui expire bientôt se voit chez l’administrateur du territoire, pas chez un autre', async () => {
    const id = await neuf();
    reussi(await accorder(finistere, id, { fin: '2022-03-01' }));
    const bornes = { de: '2022-02-15' as never, a: '2022-03-17' as never };
    const siennes = await habilitationsQuiExpirent(essai.base, finistere, bornes);
    expect(siennes.map(({ compte }) => compte.id)).toContain(id);
    const autre = await creerAdministrateur(essai, 'D22', {
      profil: 'prefet_departement',
      organisation: 'd22-prefecture',
      territoire: 'D22',
    });
    expect(await habilitationsQuiExpirent(essai.base, autre, bornes)).toEqual([]);
  });
});
