import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { ecrireEnBase, unIndicateur, valeurs } from '#indicateurs/essais';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import { entier, type Resultat } from '#socle/valeurs';
import { ecrireNouvelleReforme } from '../commandes/creer-reforme.ts';
import { acterCible, ciblesEnAttente, commenterCible, proposerCible, retirerCible } from './index.ts';
import { lireFil } from './lectures/fil.ts';
import { lireTableauDesCibles } from './lectures/tableau.ts';

let essai: Essai;
let fibre: string;
let panier: number;
let indicateur: number;
const acteurs: Record<'ditp' | 'equipe' | 'prefet29' | 'prefet44' | 'cabinet' | 'sgcd', Acteur> = {} as never;

beforeAll(async () => {
  essai = await ouvrirEssai();
  acteurs.ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  acteurs.equipe = await creerActeur(essai, 'chef_de_projet', 'mi-dnum');
  acteurs.prefet29 = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  acteurs.prefet44 = await creerActeur(essai, 'prefet_departement', 'd44-prefecture', 'D44');
  acteurs.cabinet = await creerActeur(essai, 'cabinet', 'mi-dnum');
  acteurs.sgcd = await creerActeur(essai, 'service_deconcentre', 'd29-sgcd', 'D29');
  await sql`update compte set courriel = lower(id) || '@exemple.gouv.fr'`.execute(essai.base);
  indicateur = await unIndicateur(essai.services, { identifiant: 'FIB-01', nom: 'Locaux raccordables', unite: '%' });
  await ecrireEnBase(essai.services, valeurs(indicateur, 'D29 vi 2017-03-31 22\nD29 va 2021-12-31 70'));
  fibre = await creerReforme('Fibre optique');
  panier = (await essai.base.selectFrom('reforme').select('panier').where('id', '=', fibre).executeTakeFirstOrThrow())
    .panier;
});
afterAll(() => essai.fermer());

const creerReforme = async (nom: string): Promise<string> =>
  essai.base.transaction().execute(async (transaction) =>
    reussi(
      await ecrireNouvelleReforme(
        transaction,
        essai.services,
        acteurs.ditp,
        {
          nom,
          description: null,
          theme: 'Numérique',
          ministere: null,
          equipe: 'mi-dnum',
          services: [],
          mailles: ['national', 'regional', 'departemental'],
          meteoJours: 90,
          etat: 'active',
        },
        {
          parts: (['national', 'regional', 'departemental'] as const).map((maille) => ({
            indicateur,
            maille,
            poids: entier(100),
          })),
        },
      ),
    ),
  );

const regle = (resultat: Resultat<unknown>) => (resultat.ok ? 'permis' : resultat.refus.regle);
const cible = (jour: string, valeur: string, vue = '', autres: object = {}) => ({
  territoire: 'D29',
  indicateur: 'FIB-01',
  jour,
  valeur,
  vue,
  ...autres,
});
const proposition = async (id: string) =>
  String(
    (await essai.base.selectFrom('cible_convenue').select('proposition').where('id', '=', id).executeTakeFirstOrThrow())
      .proposition,
  );

describe('qui discute une cible', () => {
  test('ni un autre préfet, ni un cabinet, ni un service déconcentré', async () => {
    for (const qui of ['prefet44', 'cabinet', 'sgcd'] as const)
      expect(regle(await proposerCible(essai.services, acteurs[qui], fibre, cible('2022-12-31', '80'))), qui).toBe(
        'cible.proposer',
      );
    expect(await essai.base.selectFrom('cible_convenue').select('id').execute()).toEqual([]);
  });

  test('un autre préfet n’acte, ne commente ni ne retire', async () => {
    const id = reussi(await proposerCible(essai.services, acteurs.prefet29, fibre, cible('2021-12-31', '75')));
    const vue = await proposition(id);
    const ou = { reforme: fibre, cible: id };
    expect(regle(await acterCible(essai.services, acteurs.prefet44, ou, { vue }))).toBe('cible.proposer');
    expect(regle(await commenterCible(essai.services, acteurs.prefet44, ou, { texte: 'Bonjour' }))).toBe(
      'cible.proposer',
    );
    expect(regle(await retirerCible(essai.services, acteurs.sgcd, ou, { vue }))).toBe('cible.proposer');
    reussi(await retirerCible(essai.services, acteurs.prefet29, ou, { vue }));
  });

  test('pas au niveau national, ni sur un indicateur d’une autre réforme, ni sur un identifiant inventé', async () => {
    const essaie = async (autres: object) =>
      regle(await proposerCible(essai.services, acteurs.equipe, fibre, { ...cible('2022-12-31', '80'), ...autres }));
    expect(await essaie({ territoire: 'FR' })).toBe('cible.territoire');
    expect(await essaie({ indicateur: 'AUTRE' })).toBe('cible.indicateur');
    expect(await essaie({ valeur: 'beaucoup' })).toBe('valeur.nombre_illisible');
    expect(await essaie({ jour: 'demain' })).toBe('valeur.date_illisible');
    expect(regle(await acterCible(essai.services, acteurs.equipe, { reforme: fibre, cible: 'x' }, { vue: 1 }))).toBe(
      'cible.introuvable',
    );
  });
});

describe('de la proposition à la cible actée', () => {
  let id: string;

  test('une cible du mauvais côté de la valeur initiale est dite, et demande confirmation', async () => {
    const propose = (autres: object) =>
      proposerCible(essai.services, acteurs.prefet29, fibre, cible('2023-12-31', '20', '', autres));
    const refusee = await propose({});
    expect(regle(refusee)).toBe('cible.degeneree');
    const confirmee = reussi(await propose({ confirmee: 'oui' }));
    const [ligne] = await lireTableauDesCibles(essai.base, panier, 'D29', 'departemental');
    expect(ligne?.echeances.find(({ jour }) => jour === '2023-12-31')).toMatchObject({ degeneree: true });
    reussi(
      await retirerCible(
        essai.services,
        acteurs.prefet29,
        { reforme: fibre, cible: confirmee },
        { vue: await proposition(confirmee) },
      ),
    );
  });

  test('le préfet propose, l’équipe est attendue et prévenue ; la valeur ne compte pas encore', async () => {
    id = reussi(await proposerCible(essai.services, acteurs.prefet29, fibre, cible('31/12/2022', '80')));
    expect(await ciblesEnAttente(essai.base, acteurs.equipe)).toMatchObject([{ id, valeur: '80', territoire: 'D29' }]);
    expect(await ciblesEnAttente(essai.base, acteurs.prefet29)).toEqual([]);
    expect(await ciblesEnAttente(essai.base, acteurs.prefet44)).toEqual([]);
    expect(await vc('2022-12-31')).toBeNull();
    const courriels = await essai.base
      .selectFrom('courriel')
      .select(['compte_id', 'texte'])
      .where('genre', '=', 'cible.proposer')
      .orderBy('cree_le', 'desc')
      .execute();
    expect(new Set(courriels.map(({ compte_id }) => compte_id))).toEqual(new Set([acteurs.equipe.compte]));
    expect(courriels[0]?.texte).not.toMatch(/\b80\b/);
  });

  test('le préfet n’acte pas sa propre proposition', async () => {
    const vue = await proposition(id);
    expect(regle(await acterCible(essai.services, acteurs.prefet29, { reforme: fibre, cible: id }, { vue }))).toBe(
      'cible.acter.cote',
    );
  });

  test('l’équipe contre-propose, le préfet commente puis acte : la valeur devient la cible de l’indicateur', async () => {
    const ou = { reforme: fibre, cible: id };
    const contre = cible('2022-12-31', '85', await proposition(id), { texte: 'Le plan France Relance le permet.' });
    expect(reussi(await proposerCible(essai.services, acteurs.equipe, fibre, contre))).toBe(id);
    reussi(await commenterCible(essai.services, acteurs.prefet29, ou, { texte: 'Sous réserve des poteaux.' }));
    reussi(await acterCible(essai.services, acteurs.prefet29, ou, { vue: await proposition(id) }));
    expect(await vc('2022-12-31')).toBe('85');
    expect((await lireFil(essai.base, id)).map(({ geste, cote }) => `${geste} ${cote}`)).toEqual([
      'accord territoire',
      'commentaire territoire',
      'proposition centrale',
      'proposition territoire',
    ]);
    const situation = await essai.base
      .selectFrom('situation_d_indicateur')
      .select(['cible_globale', 'taux_global'])
      .where('territoire', '=', 'D29')
      .executeTakeFirstOrThrow();
    expect(situation.cible_globale).toBe('85');
    expect(situation.taux_global).not.toBeNull();
    const actes = await essai.base
      .selectFrom('journal')
      .select(['acte', 'territoire_code'])
      .where('acte', 'like', 'cible.%')
      .where('objet_id', '=', fibre)
      .orderBy('sequence', 'desc')
      .execute();
    expect(actes[0]).toEqual({ acte: 'cible.acter', territoire_code: 'D29' });
  });

  test('une cible actée se renégocie sans cesser de compter, et revient si l’on retire sa proposition', async () => {
    const ou = { reforme: fibre, cible: id };
    reussi(
      await proposerCible(essai.services, acteurs.equipe, fibre, cible('2022-12-31', '90', await proposition(id))),
    );
    expect(await vc('2022-12-31')).toBe('85');
    expect(await ciblesEnAttente(essai.base, acteurs.prefet29)).toMatchObject([{ id, valeur: '90' }]);
    reussi(await retirerCible(essai.services, acteurs.equipe, ou, { vue: await proposition(id) }));
    const [ligne] = await lireTableauDesCibles(essai.base, panier, 'D29', 'departemental');
    expect(ligne?.echeances.find(({ jour }) => jour === '2022-12-31')).toMatchObject({
      enVigueur: '85',
      cible: { etat: 'actee', valeur: '85' },
    });
  });

  test('qui supplée le préfet n’acte pas ce qu’il a proposé pour l’équipe', async () => {
    const autre = reussi(await proposerCible(essai.services, acteurs.equipe, fibre, cible('2024-12-31', '95')));
    const suppleant: Acteur = { ...acteurs.prefet29, personne: acteurs.equipe.compte, genre: 'suppleance' };
    const vue = await proposition(autre);
    const ou = { reforme: fibre, cible: autre };
    expect(regle(await acterCible(essai.services, suppleant, ou, { vue }))).toBe('cible.acter.soi_meme');
    reussi(await acterCible(essai.services, acteurs.prefet29, ou, { vue }));
  });

  test('un indicateur suivi par deux réformes ne se convient qu’une fois à une même échéance', async () => {
    const autre = await creerReforme('Numérique pour tous');
    expect(regle(await proposerCible(essai.services, acteurs.equipe, autre, cible('2022-12-31', '99', '1')))).toBe(
      'cible.ailleurs',
    );
  });
});

describe('deux personnes en même temps', () => {
  test('deux contre-propositions à la même valeur : une seule passe, l’autre est prévenue', async () => {
    const id = reussi(await proposerCible(essai.services, acteurs.prefet29, fibre, cible('2025-12-31', '96')));
    const vue = await proposition(id);
    const resultats = await Promise.all([
      proposerCible(essai.services, acteurs.equipe, fibre, cible('2025-12-31', '97', vue)),
      proposerCible(essai.services, acteurs.ditp, fibre, cible('2025-12-31', '98', vue)),
    ]);
    expect(resultats.map(regle).sort()).toEqual(['cible.changee', 'permis']);
  });

  test('acter pendant que l’autre partie change sa valeur : rien n’est acté que l’on n’ait lu', async () => {
    const id = reussi(await proposerCible(essai.services, acteurs.prefet29, fibre, cible('2026-12-31', '96')));
    const vue = await proposition(id);
    const [acte, changee] = await Promise.all([
      acterCible(essai.services, acteurs.equipe, { reforme: fibre, cible: id }, { vue }),
      proposerCible(essai.services, acteurs.prefet29, fibre, cible('2026-12-31', '95', vue)),
    ]);
    const valeur = await vc('2026-12-31');
    expect([regle(acte), regle(changee), valeur]).toEqual(
      acte.ok ? ['permis', 'permis', '96'] : ['cible.changee', 'permis', null],
    );
  });

  test('deux premières propositions : la seconde devient une réponse, après avoir lu la première', async () => {
    const resultats = await Promise.all([
      proposerCible(essai.services, acteurs.prefet29, fibre, cible('2027-12-31', '97')),
      proposerCible(essai.services, acteurs.equipe, fibre, cible('2027-12-31', '99')),
    ]);
    expect(resultats.map(regle).sort()).toEqual(['cible.changee', 'permis']);
  });
});

async function vc(jour: string): Promise<string | null> {
  const ligne = await essai.base
    .selectFrom('valeur_courante')
    .select('valeur')
    .where('indicateur', '=', indicateur)
    .where('territoire', '=', 'D29')
    .where('type', '=', 'vc')
    .where('jour', '=', jour)
    .executeTakeFirst();
  expect(aujourdhui(essai.horloge)).toBe('2022-02-15');
  return ligne?.valeur ?? null;
}
