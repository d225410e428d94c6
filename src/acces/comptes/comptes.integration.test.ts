import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import { creerAdministrateur, derniereLigne, ecrireLigne, HABILITABLES, regle, relire } from '../essais/gens.ts';
import { accorderHabilitation } from '../habilitations/accorder-habilitation.ts';
import type { Acteur } from '../regles/acteur.ts';
import { agirPour } from '../suppleances/agir-pour.ts';
import { nommerSuppleant } from '../suppleances/nommer-suppleant.ts';
import { acteurDuCompte } from './acteurs.ts';
import { lireCompte } from './compte.ts';
import { acteursOuverts } from './comptes-ouverts.ts';
import { fermerCompte } from './fermer-compte.ts';
import { listerComptes } from './lister-comptes.ts';
import { modifierCompte } from './modifier-compte.ts';
import { ouvrirCompte } from './ouvrir-compte.ts';
import { rouvrirCompte } from './rouvrir-compte.ts';

let essai: Essai;
let finistere: Acteur;
let ditp: Acteur;
let rang = 0;

beforeAll(async () => {
  essai = await ouvrirEssai();
  finistere = await creerAdministrateur(essai, 'D29', {
    profil: 'prefet_departement',
    organisation: 'd29-prefecture',
    territoire: 'D29',
  });
  ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
});
afterAll(() => essai.fermer());

const saisie = (retouche: Record<string, string> = {}) => {
  rang += 1;
  return {
    courriel: `agent-${rang}@exemple.gouv.fr`,
    nom: `Chargée de mission n° ${rang}`,
    organisation: 'd29-sgcd',
    profil: 'service_deconcentre',
    territoire: 'D29',
    ...retouche,
  };
};
const ouvrir = (acteur: Acteur, retouche: Record<string, string> = {}) =>
  ouvrirCompte(essai.services, acteur, saisie(retouche));
const jour = () => aujourdhui(essai.horloge);

describe('refus', () => {
  test.each([
    ['un autre territoire', { territoire: 'D22', organisation: 'd22-sgcd' }, 'comptes.territoire'],
    ['la région', { territoire: 'R53', organisation: 'r53-sgar' }, 'comptes.territoire'],
    ['un profil plus fort', { profil: 'ditp' }, 'comptes.profil'],
    ['un profil de région', { profil: 'prefet_region' }, 'comptes.profil'],
    ['un service d’ailleurs', { organisation: 'd22-sgcd' }, 'comptes.service'],
    ['un service qui n’existe pas', { organisation: 'd29-inconnu' }, 'compte.organisation'],
    ['un collectif', { organisation: 'collectif-sgcd' }, 'compte.organisation'],
    ['un territoire qui n’existe pas', { territoire: 'D99' }, 'compte.territoire'],
  ])('l’administratrice du Finistère n’ouvre pas un compte pour %s', async (_, retouche, attendue) => {
    expect(regle(await ouvrir(finistere, retouche))).toBe(attendue);
  });

  test('sans habilitation d’administrer, expirée, à venir ou retirée, rien ne s’ouvre', async () => {
    const prefet = await creerActeur(essai, 'prefet_departement', 'd22-prefecture', 'D22');
    const chez = { territoire: 'D22', organisation: 'd22-sgcd' };
    expect(regle(await ouvrir(prefet, chez))).toBe('comptes.territoire');
    const ligne = { compte: prefet.compte, droit: 'administrer', objet: 'comptes', territoire: 'D22' } as const;
    await ecrireLigne(essai, { ...ligne, fin: '2022-02-14' });
    await ecrireLigne(essai, { ...ligne, debut: '2022-02-16' });
    await ecrireLigne(essai, { ...ligne, retiree: true });
    expect(regle(await ouvrir(await relire(essai, prefet.compte), chez))).toBe('comptes.territoire');
    await ecrireLigne(essai, { ...ligne, debut: '2022-02-15', fin: '2022-02-15' });
    expect(regle(await ouvrir(await relire(essai, prefet.compte), chez))).toBe('permis');
  });

  test('une suppléance et une machine n’administrent rien, même de la DITP', async () => {
    for (const genre of ['suppleance', 'machine'] as const) {
      const autre = `${genre}-de-la-ditp`;
      await essai.base
        .insertInto('compte')
        .values({
          id: autre,
          genre,
          nom: 'Au nom de la DITP',
          titulaire_id: ditp.compte,
          suppleant_id: genre === 'suppleance' ? finistere.compte : null,
          cree_le: essai.horloge.maintenant(),
        })
        .execute();
      if (genre === 'suppleance')
        await essai.base
          .insertInto('suppleance')
          .values({
            compte_id: autre,
            debut: '2022-01-01',
            fin: '2022-12-31',
            motif: 'Essai',
            accordee_le: essai.horloge.maintenant(),
            accordee_par: ditp.compte,
          })
          .execute();
      expect(regle(await ouvrir(await relire(essai, autre)))).toBe('comptes.territoire');
    }
  });

  test('personne ne modifie, ne ferme ni ne rouvre son propre compte', async () => {
    for (const soi of [finistere, ditp]) {
      const vu = await lireCompte(essai.base, soi.compte);
      const champs = saisie({ version: String(vu?.version) });
      expect(regle(await modifierCompte(essai.services, soi, soi.compte, champs))).toBe('comptes.soi');
      expect(regle(await fermerCompte(essai.services, soi, soi.compte, { motif: 'Départ' }))).toBe('comptes.soi');
      expect(regle(await rouvrirCompte(essai.services, soi, soi.compte))).toBe('comptes.soi');
    }
  });

  test('un compte d’un autre territoire, ou d’un profil plus fort, ne se modifie ni ne se ferme', async () => {
    const costarmor = reussi(await ouvrir(ditp, { territoire: 'D22', organisation: 'd22-sgcd' }));
    const national = reussi(await ouvrir(ditp, { profil: 'chef_de_projet' }));
    for (const [id, attendue] of [
      [costarmor, 'comptes.territoire'],
      [national, 'comptes.profil'],
    ] as const) {
      expect(regle(await modifierCompte(essai.services, finistere, id, saisie({ version: '1' })))).toBe(attendue);
      expect(regle(await fermerCompte(essai.services, finistere, id, { motif: 'Départ' }))).toBe(attendue);
    }
  });

  test('modifier ne fait pas sortir un compte de ce que l’on administre, ni monter son profil', async () => {
    const id = reussi(await ouvrir(finistere));
    for (const [retouche, attendue] of [
      [{ territoire: 'D22' }, 'comptes.territoire'],
      [{ profil: 'ditp' }, 'comptes.profil'],
      [{ organisation: 'mi-bcam' }, 'comptes.service'],
    ] as const)
      expect(regle(await modifierCompte(essai.services, finistere, id, saisie({ ...retouche, version: '1' })))).toBe(
        attendue,
      );
  });

  test('un compte qui n’existe pas est introuvable ; une suppléance n’est pas un compte que l’on gère', async () => {
    expect(regle(await fermerCompte(essai.services, ditp, 'inconnu', { motif: 'Départ' }))).toBe('compte.introuvable');
    expect(regle(await fermerCompte(essai.services, ditp, 'suppleance-de-la-ditp', { motif: 'Départ' }))).toBe(
      'compte.introuvable',
    );
  });

  test('la saisie fautive dit chaque champ', async () => {
    const refusee = await ouvrirCompte(essai.services, finistere, { courriel: 'sans arobase', profil: 'roi' });
    expect(refusee).toMatchObject({
      ok: false,
      refus: { champs: { courriel: expect.stringContaining('adresse complète'), profil: expect.any(String) } },
    });
  });
});

describe('ouvrir un compte', () => {
  test('il attend sa première connexion, et le journal ne dit ni nom ni courriel', async () => {
    const id = reussi(await ouvrir(finistere, { courriel: ' Prenom.Nom@Exemple.gouv.fr ', nom: 'Cheffe de bureau' }));
    expect(await lireCompte(essai.base, id)).toMatchObject({
      courriel: 'prenom.nom@exemple.gouv.fr',
      derniereConnexion: null,
      profil: 'service_deconcentre',
    });
    const ligne = await derniereLigne(essai);
    expect(ligne).toMatchObject({ acte: 'compte.ouvrir', auteur: finistere.compte, objet: id });
    expect(JSON.stringify(ligne.charge)).not.toMatch(/Cheffe|exemple/);
    const aCote = await essai.base
      .selectFrom('journal_personnel')
      .select('contenu')
      .where('concerne', '=', id)
      .executeTakeFirst();
    expect(JSON.parse(aCote?.contenu ?? '')).toEqual({
      nom: 'Cheffe de bureau',
      courriel: 'prenom.nom@exemple.gouv.fr',
    });
  });

  test('un courriel déjà pris se dit : où est le compte si on l’administre, à qui demander sinon', async () => {
    reussi(await ouvrir(finistere, { courriel: 'deja@exemple.gouv.fr', nom: 'Premier compte' }));
    const chezSoi = await ouvrir(finistere, { courriel: 'DEJA@exemple.gouv.fr' });
    expect(chezSoi).toMatchObject({ ok: false, refus: { regle: 'compte.courriel', nature: 'conflit' } });
    expect(chezSoi.ok ? '' : chezSoi.refus.message).toContain('Premier compte');
    reussi(
      await ouvrir(ditp, {
        courriel: 'ailleurs@exemple.gouv.fr',
        nom: 'Compte d’ailleurs',
        territoire: 'D22',
        organisation: 'd22-sgcd',
      }),
    );
    const ailleurs = await ouvrir(finistere, { courriel: 'ailleurs@exemple.gouv.fr' });
    expect(ailleurs.ok ? '' : ailleurs.refus.message).not.toContain('Compte d’ailleurs');
  });

  test('deux administrateurs au même instant, le même courriel : un seul compte', async () => {
    const issues = await Promise.all(
      [finistere, ditp, finistere, ditp].map((acteur) => ouvrir(acteur, { courriel: 'course@exemple.gouv.fr' })),
    );
    expect(issues.map(regle).sort()).toEqual(['compte.courriel', 'compte.courriel', 'compte.courriel', 'permis']);
  });
});

describe('modifier un compte', () => {
  test('deux administrateurs en même temps : le second est prévenu, rien n’est écrasé', async () => {
    const id = reussi(await ouvrir(finistere));
    const issues = await Promise.all([
      modifierCompte(essai.services, finistere, id, saisie({ nom: 'Vu par l’une', version: '1' })),
      modifierCompte(essai.services, ditp, id, saisie({ nom: 'Vu par l’autre', version: '1' })),
    ]);
    expect(issues.map(regle).sort()).toEqual(['compte.version', 'permis']);
  });

  test('le journal garde ce qui ouvre des droits, et dit seulement que le nom a changé', async () => {
    const id = reussi(await ouvrir(finistere));
    reussi(
      await modifierCompte(
        essai.services,
        finistere,
        id,
        saisie({ nom: 'Nouveau nom', organisation: 'd29-ddtm', version: '1' }),
      ),
    );
    expect(await derniereLigne(essai)).toMatchObject({
      acte: 'compte.modifier',
      charge: { avant: { organisation: 'd29-sgcd' }, apres: { organisation: 'd29-ddtm' }, nom: true, courriel: true },
    });
  });

  test('un administrateur qui vient de perdre son habilitation n’écrit plus, même sur une page déjà ouverte', async () => {
    const id = reussi(await ouvrir(finistere));
    const autre = await creerAdministrateur(essai, 'D29', {
      profil: 'prefet_departement',
      organisation: 'd29-ddtm',
      territoire: 'D29',
    });
    await essai.base
      .updateTable('habilitation')
      .set({ retiree_le: essai.horloge.maintenant(), retiree_par: ditp.compte })
      .where('compte_id', '=', autre.compte)
      .execute();
    expect(regle(await modifierCompte(essai.services, autre, id, saisie({ version: '1' })))).toBe('comptes.territoire');
  });
});

describe('fermer un compte', () => {
  test('coupe tout à l’instant : sessions, habilitations, suppléances, jetons, demandes', async () => {
    const id = reussi(await ouvrir(finistere));
    const collegue = reussi(await ouvrir(finistere));
    reussi(
      await accorderHabilitation(essai.services, HABILITABLES, finistere, id, {
        objet: 'plan:ouvert',
        droit: 'modifier',
        territoire: 'D29',
        motif: 'Tenir le plan',
      }),
    );
    const [dUnAutre, pourUnAutre] = [
      reussi(
        await nommerSuppleant(essai.services, finistere, collegue, {
          suppleant: id,
          fin: '2022-03-15',
          motif: 'Congés',
        }),
      ),
      reussi(
        await nommerSuppleant(essai.services, finistere, id, {
          suppleant: collegue,
          fin: '2022-03-15',
          motif: 'Congés',
        }),
      ),
    ];
    await ouvrirUneSession(id, 'a');
    await ouvrirUneSession(collegue, 'b');
    const jetonDeB = reussi(await agirPour(essai.services, await relire(essai, collegue), 'b', pourUnAutre));
    await creerUneMachine(id);
    const avant = [];
    for await (const paquet of acteursOuverts(essai.base, jour(), essai.horloge.maintenant()))
      avant.push(...paquet.filter((acteur) => acteur.compte !== collegue && acteur.nom.includes('Chargée')));
    expect(avant.length).toBeGreaterThan(3);

    reussi(await fermerCompte(essai.services, finistere, id, { motif: 'Départ en retraite' }));

    expect(await derniereLigne(essai)).toMatchObject({
      acte: 'compte.fermer',
      charge: { sessions: 1, habilitations: 1, suppleances: 2, jetons: 1 },
    });
    for (const compte of [id, dUnAutre, pourUnAutre, `machine-${id}`])
      expect(await acteurDuCompte(essai.base, compte, jour()), compte).toBeNull();
    expect(jetonDeB).not.toBe('b');
    expect(await acteurDuCompte(essai.base, collegue, jour())).not.toBeNull();
    expect(await essai.base.selectFrom('session').selectAll().where('compte_id', '=', id).execute()).toEqual([]);
    expect(regle(await fermerCompte(essai.services, finistere, id, { motif: 'Encore' }))).toBe('compte.deja_ferme');
  });

  test('rouvert, il retrouve son profil et aucune habilitation ; son courriel a pu être repris', async () => {
    const courriel = 'revenante@exemple.gouv.fr';
    const id = reussi(await ouvrir(finistere, { courriel }));
    reussi(await fermerCompte(essai.services, finistere, id, { motif: 'Mobilité' }));
    const autre = reussi(await ouvrir(finistere, { courriel }));
    expect(regle(await rouvrirCompte(essai.services, finistere, id))).toBe('compte.courriel');
    reussi(await fermerCompte(essai.services, finistere, autre, { motif: 'Ouvert par erreur' }));
    reussi(await rouvrirCompte(essai.services, finistere, id));
    expect(await relire(essai, id)).toMatchObject({ profil: 'service_deconcentre', habilitations: [] });
  });
});

test('la liste ne montre que les territoires administrés, et se cherche sans accents', async () => {
  reussi(await ouvrir(ditp, { territoire: 'D22', organisation: 'd22-sgcd', nom: 'Délégué aux réseaux' }));
  reussi(await ouvrir(finistere, { nom: 'Déléguée aux réseaux, SGC-D' }));
  const criteres = { q: 'delegue RESEAUX', profil: null, territoire: null, etat: null, page: 1 } as const;
  const chez = await listerComptes(essai.base, finistere, criteres, jour());
  expect(chez.comptes.map(({ nom }) => nom)).toEqual(['Déléguée aux réseaux, SGC-D']);
  expect(chez.nombre).toBe(1);
  const partout = await listerComptes(essai.base, ditp, criteres, jour());
  expect(partout.nombre).toBe(2);
  const nulle = await listerComptes(essai.base, { ...finistere, habilitations: [] }, criteres, jour());
  expect(nulle).toMatchObject({ comptes: [], nombre: 0, total: 0 });
  const joker = await listerComptes(essai.base, ditp, { ...criteres, q: '%' }, jour());
  expect(joker.nombre).toBe(0);
});

async function ouvrirUneSession(compte: string, jeton: string): Promise<void> {
  const { empreinte } = await import('../secret.ts');
  const maintenant = essai.horloge.maintenant();
  await essai.base
    .insertInto('session')
    .values({
      empreinte: empreinte(jeton),
      compte_id: compte,
      ouverte_le: maintenant,
      vue_le: maintenant,
      expire_le: new Date(maintenant.getTime() + 3_600_000),
    })
    .execute();
}

async function creerUneMachine(titulaire: string): Promise<void> {
  const maintenant = essai.horloge.maintenant();
  const id = `machine-${titulaire}`;
  await essai.base
    .insertInto('compte')
    .values({ id, genre: 'machine', nom: 'Tableau de bord', titulaire_id: titulaire, cree_le: maintenant })
    .execute();
  await essai.base
    .insertInto('jeton')
    .values({
      compte_id: id,
      empreinte: titulaire.padEnd(64, '0').slice(0, 64),
      repere: 'abcd',
      portees: ['plans.lire'],
      cree_le: maintenant,
      expire_le: new Date(maintenant.getTime() + 86_400_000),
    })
    .execute();
}
