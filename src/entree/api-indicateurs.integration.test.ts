import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Acteur, creerJeton } from '#acces';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { entier } from '#socle/valeurs';
import { ROUTES_DE_L_API } from '../accueil/api/routes.ts';
import { ecrireEnBase, unIndicateur, valeurs } from '../indicateurs/essais/en-base.ts';
import { ecrireNouvelleReforme } from '../reformes/commandes/creer-reforme.ts';
import { creerApi } from './api.ts';

/** Tuesday 15 February 2022. */
let essai: Essai;
let ditp: Acteur;
let chef: Acteur;
let equipe: Acteur;
let prefet29: Acteur;
let app: ReturnType<typeof creerApi>;
let fibre: number;
const UNE = { identifiant_indic: 'fibre', zone_id: 'D29', date_valeur: '2022-01-31', type_valeur: 'va', valeur: 72 };

beforeAll(async () => {
  essai = await ouvrirEssai();
  ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  chef = await creerActeur(essai, 'chef_de_projet', 'mi-dnum');
  equipe = await creerActeur(essai, 'chef_de_projet', 'mi-bcam');
  prefet29 = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  app = creerApi(essai.services, () => '192.0.2.1');
  fibre = await unIndicateur(essai.services, { identifiant: 'fibre', responsable: 'mi-dnum' });
  await unIndicateur(essai.services, { identifiant: 'hors-reforme' });
  await unIndicateur(essai.services, { identifiant: 'projet', etat: 'brouillon' });
  await ecrireEnBase(
    essai.services,
    valeurs(
      fibre,
      `D29 va 2021-11-30 70
       D29 va 2021-12-31 71
       D35 va 2021-12-31 60
       FR va 2021-12-31 65`,
    ),
  );
  const saisie = {
    nom: 'Très haut débit',
    description: null,
    theme: 'Numérique',
    ministere: null,
    equipe: 'mi-bcam',
    services: [],
    mailles: ['departemental' as const],
    meteoJours: 90,
    etat: 'active' as const,
  };
  const parts = [{ indicateur: fibre, maille: 'departemental' as const, poids: entier(1) }];
  await essai.base.transaction().execute(async (transaction) => {
    reussi(await ecrireNouvelleReforme(transaction, essai.services, ditp, saisie, { parts }));
  });
});
afterAll(() => essai.fermer());
afterEach(() =>
  essai.base
    .updateTable('jeton')
    .set({ expire_le: new Date(0) })
    .execute(),
);

describe('lire', () => {
  test('un jeton qui ne lit que les plans ne lit pas les indicateurs', async () => {
    const jeton = await nouveauJeton(ditp, ['plans.lire']);
    expect((await demander('/indicateurs', jeton)).status).toBe(403);
    expect((await demander('/indicateurs/fibre/valeurs', jeton)).status).toBe(403);
  });

  test('le préfet du Finistère lit les valeurs de son département, pas celles du voisin, et son refus est au journal', async () => {
    const jeton = await nouveauJeton(prefet29, ['valeurs.lire']);
    const reponse = await (await demander('/indicateurs/fibre/valeurs', jeton)).json();
    expect(reponse).toEqual({
      valeurs: [
        { territoire: 'D29', type: 'va', jour: '2021-11-30', valeur: '70' },
        { territoire: 'D29', type: 'va', jour: '2021-12-31', valeur: '71' },
      ],
      suivant: null,
    });
    const voisin = await demander('/indicateurs/fibre/valeurs?territoire=D35', jeton);
    expect(voisin.status).toBe(403);
    expect(await voisin.json()).toMatchObject({ erreur: { regle: 'indicateur.lire.portee' } });
    expect((await demander('/indicateurs/hors-reforme/valeurs', jeton)).status).toBe(403);
    const refus = await essai.base
      .selectFrom('journal')
      .select(['objet_type', 'objet_id'])
      .where('acte', '=', 'acces.refuser')
      .execute();
    expect(refus).toContainEqual({ objet_type: 'indicateur', objet_id: 'fibre' });
  });

  test('un brouillon ne se dit qu’à qui le prépare ; les définitions se suivent par curseur', async () => {
    const prefet = await nouveauJeton(prefet29, ['valeurs.lire']);
    expect(await identifiants('/indicateurs', prefet)).toEqual(['fibre', 'hors-reforme']);
    expect((await demander('/indicateurs/projet/valeurs', prefet)).status).toBe(403);
    const jeton = await nouveauJeton(ditp, ['valeurs.lire']);
    const premiere = await (await demander('/indicateurs?limite=2', jeton)).json();
    expect(premiere.suivant).not.toBeNull();
    expect(await identifiants(`/indicateurs?limite=2&curseur=${premiere.suivant}`, jeton)).toEqual(['projet']);
    expect((await demander('/indicateurs?curseur=faux', jeton)).status).toBe(422);
  });

  test('les valeurs se suivent par curseur, sans en perdre ni en répéter', async () => {
    const jeton = await nouveauJeton(ditp, ['valeurs.lire']);
    const lues: string[] = [];
    let suivant: string | null = null;
    do {
      const chemin: string = `/indicateurs/fibre/valeurs?limite=1${suivant === null ? '' : `&curseur=${suivant}`}`;
      const page: { valeurs: { territoire: string; jour: string }[]; suivant: string | null } = await (
        await demander(chemin, jeton)
      ).json();
      lues.push(...page.valeurs.map(({ territoire, jour }) => `${territoire} ${jour}`));
      suivant = page.suivant;
    } while (suivant !== null);
    expect(lues).toEqual(['D29 2021-11-30', 'D29 2021-12-31', 'D35 2021-12-31', 'FR 2021-12-31']);
  });
});

test('chaque réponse est celle que la description annonce', async () => {
  const jeton = await nouveauJeton(ditp, ['valeurs.lire', 'valeurs.ecrire']);
  for (const route of ROUTES_DE_L_API.filter(({ portee }) => portee.startsWith('valeurs.'))) {
    const reponse =
      route.methode === 'get'
        ? await demander(route.chemin.replace('{identifiant}', 'fibre'), jeton)
        : await envoyer(jeton, { valeurs: [{ ...UNE, zone_id: 'D56' }] }, 'conforme');
    const corps = await reponse.json();
    expect(reponse.ok, JSON.stringify(corps)).toBe(true);
    expect(route.reponse.safeParse(corps), route.chemin).toMatchObject({ success: true });
  }
});

describe('envoyer', () => {
  test('sans clé, sans portée, sans le profil : rien n’est écrit', async () => {
    const lecteur = await nouveauJeton(chef, ['valeurs.lire']);
    expect((await envoyer(lecteur, { valeurs: [UNE] }, 'a')).status).toBe(403);
    const jeton = await nouveauJeton(chef, ['valeurs.ecrire']);
    expect((await envoyer(jeton, { valeurs: [UNE] }, null)).status).toBe(422);
    const prefet = await nouveauJeton(prefet29, ['valeurs.ecrire']);
    expect((await envoyer(prefet, { valeurs: [UNE] }, 'a')).status).toBe(403);
    expect(await valeurDe('D29', '2022-01-31')).toBeNull();
  });

  test('une valeur fautive, et tout le lot est refusé, la faute nommée à sa place', async () => {
    const jeton = await nouveauJeton(chef, ['valeurs.ecrire']);
    const lot = [UNE, { ...UNE, zone_id: 'D99' }, { ...UNE, identifiant_indic: 'hors-reforme' }];
    const reponse = await envoyer(jeton, { valeurs: lot }, 'b');
    expect(reponse.status).toBe(422);
    expect(await reponse.json()).toMatchObject({
      erreur: {
        regle: 'valeurs.api.fautes',
        champs: {
          'valeurs.1': expect.stringContaining('D99'),
          'valeurs.2': expect.stringContaining('hors-reforme'),
        },
      },
    });
    expect(await valeurDe('D29', '2022-01-31')).toBeNull();
    expect(await imports()).toBe(1);
  });

  test('écrit une fois ; la même clé redit ce qui fut fait, les mêmes valeurs n’écrivent rien, un autre lot sous la même clé est refusé', async () => {
    const jeton = await nouveauJeton(chef, ['valeurs.ecrire']);
    const premier = await envoyer(jeton, { valeurs: [UNE] }, 'c');
    expect(premier.status).toBe(201);
    const recu = await premier.json();
    expect(recu).toMatchObject({ nouvelles: 1, modifiees: 0, identiques: 0 });
    expect(await (await envoyer(jeton, { valeurs: [UNE] }, 'c')).json()).toEqual(recu);
    expect(await (await envoyer(jeton, { valeurs: [UNE] }, 'd')).json()).toEqual({
      importation: null,
      nouvelles: 0,
      modifiees: 0,
      identiques: 1,
    });
    expect((await envoyer(jeton, { valeurs: [{ ...UNE, valeur: 73 }] }, 'c')).status).toBe(409);
    expect(await imports()).toBe(2);
    expect(await valeurDe('D29', '2022-01-31')).toBe('72');
  });

  test('deux envois de la même clé au même instant n’écrivent qu’une fois', async () => {
    const jeton = await nouveauJeton(chef, ['valeurs.ecrire']);
    const lot = { valeurs: [{ ...UNE, zone_id: 'D35' }] };
    const [a, b] = await Promise.all([envoyer(jeton, lot, 'e'), envoyer(jeton, lot, 'e')]);
    expect(await a.json()).toEqual(await b.json());
    expect(await imports()).toBe(3);
  });

  test('une valeur connue qui change demande un motif, et le refus le dit', async () => {
    const jeton = await nouveauJeton(chef, ['valeurs.ecrire']);
    const lot = { valeurs: [{ ...UNE, valeur: '74,5' }] };
    const refus = await envoyer(jeton, lot, 'f');
    expect(refus.status).toBe(422);
    expect(await refus.json()).toMatchObject({
      erreur: { regle: 'valeurs.api.motif', champs: { motif: expect.any(String) } },
    });
    const accepte = await envoyer(jeton, { ...lot, motif: 'Correction de la source' }, 'g');
    expect(await accepte.json()).toMatchObject({ modifiees: 1 });
    expect(await valeurDe('D29', '2022-01-31')).toBe('74.5');
  });

  test('l’équipe d’une réforme écrit les valeurs de ses indicateurs', async () => {
    const jeton = await nouveauJeton(equipe, ['valeurs.ecrire']);
    expect((await envoyer(jeton, { valeurs: [{ ...UNE, zone_id: 'D22' }] }, 'h')).status).toBe(201);
    const refus = await envoyer(jeton, { valeurs: [{ ...UNE, identifiant_indic: 'hors-reforme' }] }, 'i');
    expect(refus.status).toBe(422);
  });
});

async function nouveauJeton(acteur: Acteur, portees: string[]): Promise<string> {
  return reussi(await creerJeton(essai.services, acteur, { libelle: 'Essai', portees, expiration: '2022-12-31' }))
    .jeton;
}

function demander(chemin: string, jeton: string): Promise<Response> {
  return Promise.resolve(app.request(`/api/v1${chemin}`, { headers: { authorization: `Bearer ${jeton}` } }));
}

function envoyer(jeton: string, corps: unknown, cle: string | null): Promise<Response> {
  return Promise.resolve(
    app.request('/api/v1/valeurs', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${jeton}`,
        'content-type': 'application/json',
        ...(cle === null ? {} : { 'idempotency-key': cle }),
      },
      body: JSON.stringify(corps),
    }),
  );
}

async function identifiants(chemin: string, jeton: string): Promise<string[]> {
  const { indicateurs }: { indicateurs: { identifiant: string }[] } = await (await demander(chemin, jeton)).json();
  return indicateurs.map(({ identifiant }) => identifiant);
}

async function valeurDe(territoire: string, jour: string): Promise<string | null> {
  const ligne = await essai.base
    .selectFrom('valeur_courante')
    .select('valeur')
    .where('indicateur', '=', fibre)
    .where('territoire', '=', territoire)
    .where('type', '=', 'va')
    .where('jour', '=', jour)
    .executeTakeFirst();
  return ligne?.valeur ?? null;
}

async function imports(): Promise<number> {
  const { nombre } = await essai.base
    .selectFrom('import_de_valeurs')
    .select(({ fn }) => fn.countAll<number>().as('nombre'))
    .executeTakeFirstOrThrow();
  return Number(nombre);
}
