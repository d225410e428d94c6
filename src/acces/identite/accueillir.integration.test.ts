import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifierJournal } from '#journal';
import { type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { preciserDemande } from '../arrivees/preciser.ts';
import { demandeDeLaVisite, fermerVisite } from '../arrivees/visite.ts';
import { acteurDeLaSession } from '../session.ts';
import { type Accueil, accueillir } from './accueillir.ts';
import type { Identite } from './identite.ts';

let essai: Essai;
let numero = 0;
beforeAll(async () => {
  essai = await ouvrirEssai();
});
afterAll(() => essai.fermer());
beforeEach(() => {
  numero += 1;
});

const NAVIGATEUR = { appareil: 'Firefox sur Windows', ancienne: null };

/** An agent of this test only. */
function agent(retouche: Partial<Identite> = {}): Identite {
  return {
    emetteur: 'https://identite.exemple.gouv.fr',
    sujet: `sujet-${numero}`,
    nom: 'Camille Exemple',
    courriel: `agent-${numero}@exemple.gouv.fr`,
    courrielVerifie: true,
    jetonIdentite: 'jeton',
    ...retouche,
  };
}

async function ouvrirCompte(id: string, courriel: string | null, autres: { demonstration?: boolean } = {}) {
  await essai.base
    .insertInto('compte')
    .values({
      id,
      nom: `Compte ${id}`,
      courriel,
      profil: 'service_deconcentre',
      organisation_id: 'd29-sgcd',
      territoire_code: 'D29',
      cree_le: essai.horloge.maintenant(),
      ...autres,
    })
    .execute();
  return id;
}

const fermerCompte = (id: string, etat: { ferme_le: Date; efface_le?: Date }) =>
  essai.base.updateTable('compte').set(etat).where('id', '=', id).execute();
const arriver = (identite: Identite) => accueillir(essai.services, identite, NAVIGATEUR);
const demandes = (sujet: string) =>
  essai.base.selectFrom('demande_acces').selectAll().where('sujet', '=', sujet).orderBy('creee_le').execute();
const compteOuvert = async (accueil: Accueil) =>
  accueil.issue === 'entrer'
    ? ((await acteurDeLaSession(essai.services, accueil.jeton))?.compte ?? null)
    : accueil.issue;
const sessions = () => essai.base.selectFrom('session').select('empreinte').execute();

describe('refus', () => {
  test('un agent inconnu n’ouvre rien : une demande est faite, une seule, même à deux fenêtres', async () => {
    const avant = await sessions();
    const arrivees = await Promise.all([arriver(agent()), arriver(agent()), arriver(agent())]);
    expect(arrivees.map(({ issue }) => issue)).toEqual(['inconnu', 'inconnu', 'inconnu']);
    expect(await sessions()).toEqual(avant);
    expect(await demandes(agent().sujet)).toMatchObject([
      { etat: 'ouverte', nom: 'Camille Exemple', courriel: agent().courriel, compte_id: null, territoire_code: null },
    ]);
    for (const arrivee of arrivees) {
      if (arrivee.issue !== 'inconnu') throw new Error('connu');
      expect(await acteurDeLaSession(essai.services, arrivee.jeton)).toBeNull();
      expect(await demandeDeLaVisite(essai.services, arrivee.jeton)).toMatchObject({ etat: 'ouverte' });
    }
  });

  test('un compte fermé, puis effacé', async () => {
    const id = await ouvrirCompte(`ferme-${numero}`, agent().courriel);
    await arriver(agent());
    await fermerCompte(id, { ferme_le: essai.horloge.maintenant() });
    expect(await arriver(agent())).toMatchObject({ issue: 'refuser', message: expect.stringContaining('fermé') });
    await fermerCompte(id, { ferme_le: essai.horloge.maintenant(), efface_le: essai.horloge.maintenant() });
    expect(await arriver(agent())).toMatchObject({ issue: 'refuser', message: expect.stringContaining('effacés') });
    expect(await demandes(agent().sujet)).toEqual([]);
  });

  test('une seconde identité au même courriel n’entre pas dans le compte', async () => {
    await ouvrirCompte(`relie-${numero}`, agent().courriel);
    expect((await arriver(agent())).issue).toBe('entrer');
    expect((await arriver(agent({ sujet: `usurpe-${numero}` }))).issue).toBe('inconnu');
  });

  test('ni un courriel non vérifié, ni un personnage de démonstration, ni un compte sans courriel', async () => {
    await ouvrirCompte(`verifie-${numero}`, agent().courriel);
    expect((await arriver(agent({ courrielVerifie: false }))).issue).toBe('inconnu');
    await ouvrirCompte(`demo-${numero}`, `demo-${numero}@exemple.gouv.fr`, { demonstration: true });
    const persona = agent({ sujet: `demo-${numero}`, courriel: `demo-${numero}@exemple.gouv.fr` });
    expect((await arriver(persona)).issue).toBe('inconnu');
    await ouvrirCompte(`sans-${numero}`, null);
    expect((await arriver(agent({ sujet: `sans-${numero}`, courriel: null }))).issue).toBe('inconnu');
  });
});

describe('entrée', () => {
  test('par le courriel, une fois ; ensuite par l’identité, quel que soit le courriel', async () => {
    const id = await ouvrirCompte(`entre-${numero}`, agent().courriel);
    expect(await compteOuvert(await arriver(agent()))).toBe(id);
    const nouveau = agent({ courriel: `nouveau-${numero}@exemple.gouv.fr` });
    expect(await compteOuvert(await arriver(nouveau))).toBe(id);
    expect(await essai.base.selectFrom('compte').select('courriel').where('id', '=', id).executeTakeFirst()).toEqual({
      courriel: nouveau.courriel,
    });
    expect((await arriver(agent({ sujet: `autre-${numero}` }))).issue).toBe('inconnu');
  });

  test('un courriel qui est déjà celui d’un autre compte ne le lui prend pas', async () => {
    const id = await ouvrirCompte(`un-${numero}`, agent().courriel);
    const autre = await ouvrirCompte(`autre-${numero}`, `autre-${numero}@exemple.gouv.fr`);
    await arriver(agent());
    expect(await compteOuvert(await arriver(agent({ courriel: `autre-${numero}@exemple.gouv.fr` })))).toBe(id);
    const comptes = await essai.base
      .selectFrom('compte')
      .select(['id', 'courriel'])
      .where('id', 'in', [id, autre])
      .orderBy('id')
      .execute();
    expect(comptes).toEqual([
      { id: autre, courriel: `autre-${numero}@exemple.gouv.fr` },
      { id, courriel: agent().courriel },
    ]);
  });

  test('un courriel que le fournisseur n’a pas vérifié, ou ne dit plus, ne remplace rien', async () => {
    const id = await ouvrirCompte(`garde-${numero}`, agent().courriel);
    await arriver(agent());
    await arriver(agent({ courriel: 'faux@exemple.gouv.fr', courrielVerifie: false }));
    await arriver(agent({ courriel: null }));
    expect(await essai.base.selectFrom('identite').select('courriel').where('compte_id', '=', id).execute()).toEqual([
      { courriel: agent().courriel },
    ]);
  });

  test('deux premières connexions au même instant : une identité, deux sessions', async () => {
    const id = await ouvrirCompte(`deux-${numero}`, agent().courriel);
    const ouverts = await Promise.all([arriver(agent()), arriver(agent())]);
    expect(await Promise.all(ouverts.map(compteOuvert))).toEqual([id, id]);
  });

  test('plusieurs identités ouvrent le même compte, d’émetteurs différents', async () => {
    const id = await ouvrirCompte(`plusieurs-${numero}`, agent().courriel);
    const autreEmetteur = agent({ emetteur: 'https://autre-identite.exemple.gouv.fr' });
    for (const identite of [agent(), autreEmetteur, agent()])
      expect(await compteOuvert(await arriver(identite))).toBe(id);
    const identites = await essai.base.selectFrom('identite').select('emetteur').where('compte_id', '=', id).execute();
    expect(identites).toHaveLength(2);
  });

  test('la session de ce navigateur est remplacée, celles des autres restent', async () => {
    await ouvrirCompte(`rotation-${numero}`, agent().courriel);
    const ailleurs = await arriver(agent());
    const premiere = await arriver(agent());
    if (premiere.issue !== 'entrer') throw new Error('inconnu');
    const seconde = await accueillir(essai.services, agent(), { ...NAVIGATEUR, ancienne: premiere.jeton });
    expect(await compteOuvert(premiere)).toBeNull();
    expect(await compteOuvert(seconde)).toBe(`rotation-${numero}`);
    expect(await compteOuvert(ailleurs)).toBe(`rotation-${numero}`);
  });

  test('un compte ouvert par courriel répond à la demande restée ouverte', async () => {
    await arriver(agent());
    const id = await ouvrirCompte(`repond-${numero}`, agent().courriel);
    expect(await compteOuvert(await arriver(agent()))).toBe(id);
    expect(await demandes(agent().sujet)).toMatchObject([{ etat: 'accordee', compte_id: id }]);
  });

  test('le journal dit ce qui s’est passé, sans nom, courriel ni sujet, et reste vérifiable', async () => {
    const lignes = await essai.base.selectFrom('journal').selectAll().orderBy('sequence').execute();
    const actes = new Set(lignes.map(({ acte }) => acte));
    for (const acte of ['session.ouvrir', 'identite.rattacher', 'identite.changer_de_courriel', 'demande.deposer'])
      expect(actes).toContain(acte);
    expect(JSON.stringify(lignes)).not.toMatch(/Camille|exemple\.gouv\.fr|sujet-/);
    expect(await verifierJournal(essai.base)).toMatchObject({ intact: true });
  });
});

describe('la demande de qui n’a pas de compte', () => {
  const SAISIE = { territoire: 'D29', organisation: 'd29-sgcd', message: 'Je suis les actions RH.' };

  async function visiter(identite = agent()): Promise<string> {
    const accueil = await arriver(identite);
    if (accueil.issue !== 'inconnu') throw new Error(accueil.issue);
    return accueil.jeton;
  }
  const decider = (etat: string, valeurs: { reponse?: string; compte_id?: string } = {}) =>
    essai.base
      .updateTable('demande_acces')
      .set({ etat, traitee_le: essai.horloge.maintenant(), ...valeurs })
      .where('sujet', '=', agent().sujet)
      .where('etat', '=', 'ouverte')
      .execute();

  test('n’est précisée que par le navigateur qui l’a faite, et pendant une heure', async () => {
    const jeton = await visiter();
    expect(await preciserDemande(essai.services, 'autre', SAISIE)).toMatchObject({
      ok: false,
      refus: { regle: 'demande.visite' },
    });
    essai.horloge.avancer(3_600_001);
    expect(await preciserDemande(essai.services, jeton, SAISIE)).toMatchObject({
      ok: false,
      refus: { regle: 'demande.visite' },
    });
    expect(await demandes(agent().sujet)).toMatchObject([{ territoire_code: null }]);
  });

  test.each([
    [{ ...SAISIE, territoire: '' }, { territoire: 'Choisissez votre territoire.' }],
    [{ ...SAISIE, territoire: 'D999' }, { territoire: expect.stringContaining('n’existe pas') }],
    [
      { ...SAISIE, organisation: 'd44-sgcd' },
      { organisation: expect.stringContaining('n’est pas dans ce territoire') },
    ],
    [{ ...SAISIE, message: '  ' }, { message: expect.stringContaining('une phrase suffit') }],
  ])('une saisie fautive est refusée champ par champ : %j', async (saisie, champs) => {
    expect(await preciserDemande(essai.services, await visiter(), saisie)).toMatchObject({
      ok: false,
      refus: { nature: 'invalide', champs },
    });
  });

  test('est précisée, puis changée, sans en faire une autre', async () => {
    const jeton = await visiter();
    reussi(await preciserDemande(essai.services, jeton, SAISIE));
    reussi(await preciserDemande(essai.services, jeton, { ...SAISIE, territoire: 'R53', organisation: '' }));
    expect(await demandes(agent().sujet)).toMatchObject([
      { etat: 'ouverte', territoire_code: 'R53', organisation_id: null, message: 'Je suis les actions RH.' },
    ]);
  });

  test('accordée : la connexion suivante entre', async () => {
    await visiter();
    const id = await ouvrirCompte(`accorde-${numero}`, null);
    await decider('accordee', { compte_id: id });
    expect(await compteOuvert(await arriver(agent()))).toBe(id);
    expect(await compteOuvert(await arriver(agent({ courriel: null })))).toBe(id);
  });

  test('refusée : la connexion suivante dit le motif, et l’on peut demander autrement', async () => {
    await visiter();
    await decider('refusee', { reponse: 'Vous n’êtes plus au SGC-D.' });
    const jeton = await visiter();
    expect(await demandeDeLaVisite(essai.services, jeton)).toMatchObject({
      etat: 'refusee',
      reponse: 'Vous n’êtes plus au SGC-D.',
    });
    expect(await demandes(agent().sujet)).toHaveLength(1);
    essai.horloge.avancer(1_000);
    reussi(await preciserDemande(essai.services, jeton, SAISIE));
    expect(await demandes(agent().sujet)).toMatchObject([
      { etat: 'refusee' },
      { etat: 'ouverte', territoire_code: 'D29' },
    ]);
    expect(await demandeDeLaVisite(essai.services, jeton)).toMatchObject({ etat: 'ouverte' });
  });

  test('décidée pendant qu’on la précise : accordée, on est invité à se reconnecter', async () => {
    const jeton = await visiter();
    await decider('accordee');
    expect(await preciserDemande(essai.services, jeton, SAISIE)).toMatchObject({
      ok: false,
      refus: { nature: 'conflit', regle: 'demande.accordee' },
    });
  });

  test('les administrateurs sont prévenus : les nationaux d’abord, puis ceux du territoire indiqué, une fois chacun', async () => {
    const [national, finistere, ferme] = ['national', 'finistere', 'ferme'].map((qui) => `${qui}-${numero}`);
    for (const id of [national, finistere, ferme]) await ouvrirCompte(id ?? '', `${id}@exemple.gouv.fr`);
    await essai.base
      .updateTable('compte')
      .set({ profil: 'ditp' })
      .where('id', 'in', [national ?? '', ferme ?? ''])
      .execute();
    await fermerCompte(ferme ?? '', { ferme_le: essai.horloge.maintenant() });
    await essai.base
      .insertInto('habilitation')
      .values({
        id: essai.services.ids.nouveau(),
        compte_id: finistere ?? '',
        droit: 'administrer',
        objet_type: 'comptes',
        territoire_code: 'D29',
        debut: '2022-01-01',
        fin: '2022-12-31',
        motif: 'Administratrice des comptes',
        accordee_le: essai.horloge.maintenant(),
        accordee_par: national ?? '',
      })
      .execute();
    const jeton = await visiter();
    await visiter();
    for (const message of ['Une fois.', 'Deux fois.'])
      reussi(await preciserDemande(essai.services, jeton, { ...SAISIE, message }));
    const courriels = await essai.base
      .selectFrom('courriel')
      .select(['adresse', 'sujet', 'texte'])
      .where('adresse', 'like', `%-${numero}@exemple.gouv.fr`)
      .orderBy('cree_le')
      .execute();
    expect(courriels.map(({ adresse, sujet }) => [adresse, sujet])).toEqual([
      [`${national}@exemple.gouv.fr`, 'Demande d’accès à Jalon'],
      [`${finistere}@exemple.gouv.fr`, 'Demande d’accès à Jalon, comptes du Finistère'],
    ]);
    expect(JSON.stringify(courriels)).not.toMatch(/Camille|agent-|Une fois/);
    expect(courriels[1]?.texte).toContain('/administration/demandes');
  });

  test('la visite se ferme, et rend de quoi sortir de chez le fournisseur', async () => {
    const jeton = await visiter();
    expect(await fermerVisite(essai.services, jeton)).toBe('jeton');
    expect(await demandeDeLaVisite(essai.services, jeton)).toBeNull();
    expect(await fermerVisite(essai.services, jeton)).toBeNull();
  });
});
