import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import { fermerCompte } from '../comptes/fermer-compte.ts';
import { creerAdministrateur, derniereLigne, ecrireLigne, regle, relire } from '../essais/gens.ts';
import type { Acteur } from '../regles/acteur.ts';
import { empreinte } from '../secret.ts';
import { acteurDeLaSession } from '../session.ts';
import { agirPour, reprendreSonCompte } from './agir-pour.ts';
import { mettreFinALaSuppleance } from './finir-suppleance.ts';
import { nommerSuppleant } from './nommer-suppleant.ts';
import { suppleancesDuCompte } from './suppleance.ts';

let essai: Essai;
let prefet: Acteur;
let directrice: Acteur;
let voisin: Acteur;
let administratrice: Acteur;
let rang = 0;

beforeAll(async () => {
  essai = await ouvrirEssai();
  prefet = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  directrice = await creerActeur(essai, 'service_deconcentre', 'd29-sgcd', 'D29');
  voisin = await creerActeur(essai, 'service_deconcentre', 'd22-sgcd', 'D22');
  administratrice = await creerAdministrateur(essai, 'D29', {
    profil: 'prefet_departement',
    organisation: 'd29-ddtm',
    territoire: 'D29',
  });
});
afterAll(() => essai.fermer());

const nommer = (acteur: Acteur, titulaire: string, suppleant: string, retouche: Record<string, string> = {}) =>
  nommerSuppleant(essai.services, acteur, titulaire, { suppleant, fin: '2022-02-28', motif: 'Congés', ...retouche });

/** A session of this account, as a browser holds it. */
async function entrer(compte: string): Promise<string> {
  rang += 1;
  const jeton = `jeton-${rang}`;
  const maintenant = essai.horloge.maintenant();
  await essai.base
    .insertInto('session')
    .values({
      empreinte: empreinte(jeton),
      compte_id: compte,
      ouverte_le: maintenant,
      vue_le: maintenant,
      expire_le: new Date('2023-01-01T00:00:00Z'),
    })
    .execute();
  return jeton;
}
const acteurDe = (jeton: string) => acteurDeLaSession(essai.services, jeton);

describe('refus', () => {
  test.each<[string, () => [Acteur, string, string], string]>([
    ['soi-même', () => [prefet, prefet.compte, prefet.compte], 'suppleance.soi'],
    ['pour un autre, sans l’administrer', () => [directrice, prefet.compte, voisin.compte], 'comptes.territoire'],
    [
      'une administratrice pour elle-même',
      () => [administratrice, directrice.compte, administratrice.compte],
      'suppleance.pour_soi',
    ],
    [
      'une administratrice, quelqu’un d’ailleurs',
      () => [administratrice, directrice.compte, voisin.compte],
      'comptes.territoire',
    ],
    ['quelqu’un sans compte', () => [prefet, prefet.compte, 'inconnu'], 'suppleance.suppleant'],
  ])('nommer %s', async (_, qui, attendue) => {
    const [acteur, titulaire, suppleant] = qui();
    expect(regle(await nommer(acteur, titulaire, suppleant))).toBe(attendue);
  });

  test('une suppléance a une fin, dans l’année, et ne commence pas hier', async () => {
    for (const retouche of [{ fin: '' }, { fin: '2023-02-16' }, { fin: '2022-02-14' }, { debut: '2022-02-14' }])
      expect(regle(await nommer(prefet, prefet.compte, directrice.compte, retouche)), JSON.stringify(retouche)).toBe(
        'suppleance.duree',
      );
  });

  test('agir pour quelqu’un que l’on ne supplée pas, ou une suppléance à venir, finie, retirée', async () => {
    const sienne = reussi(await nommer(voisin, voisin.compte, prefet.compte));
    const jeton = await entrer(directrice.compte);
    const agir = (id: string) => agirPour(essai.services, directrice, jeton, id);
    expect(regle(await agir(sienne))).toBe('suppleance.introuvable');
    expect(regle(await agir('inconnu'))).toBe('suppleance.introuvable');
    const aVenir = reussi(await nommer(voisin, voisin.compte, directrice.compte, { debut: '2022-02-16' }));
    expect(regle(await agir(aVenir))).toBe('suppleance.dates');
    reussi(await mettreFinALaSuppleance(essai.services, voisin, aVenir));
    expect(regle(await agir(aVenir))).toBe('suppleance.introuvable');
    expect(await acteurDe(jeton)).toMatchObject({ compte: directrice.compte });
  });

  test('pas de chaîne : qui supplée ne nomme personne, et n’agit pas pour un troisième', async () => {
    const a = reussi(await nommer(prefet, prefet.compte, directrice.compte));
    const b = reussi(await nommer(voisin, voisin.compte, directrice.compte));
    const jeton = reussi(await agirPour(essai.services, directrice, await entrer(directrice.compte), a));
    const suppleante = await acteurDe(jeton);
    if (suppleante === null) throw new Error('La suppléante doit agir.');
    expect(regle(await nommer(suppleante, prefet.compte, voisin.compte))).not.toBe('permis');
    expect(regle(await nommer(suppleante, directrice.compte, voisin.compte))).not.toBe('permis');
    expect(regle(await agirPour(essai.services, suppleante, jeton, b))).toBe('suppleance.chaine');
    // One stands in for a person, not for a stand-in.
    expect(regle(await nommer(prefet, prefet.compte, a))).toBe('suppleance.suppleant');
    for (const id of [a, b]) reussi(await mettreFinALaSuppleance(essai.services, id === a ? prefet : voisin, id));
  });
});

describe('agir pour quelqu’un', () => {
  test('donne ses droits sans l’administration des comptes, signe « X pour Y », et change le jeton de la session', async () => {
    await ecrireLigne(essai, { compte: prefet.compte, droit: 'administrer', objet: 'comptes', territoire: 'D29' });
    await ecrireLigne(essai, { compte: prefet.compte, droit: 'lire', objet: 'plan:lu', territoire: 'D29' });
    const id = reussi(await nommer(await relire(essai, prefet.compte), prefet.compte, directrice.compte));
    expect(await derniereLigne(essai)).toMatchObject({
      acte: 'suppleance.nommer',
      charge: { suppleance: id, suppleant: directrice.compte, debut: '2022-02-15', fin: '2022-02-28' },
    });
    const avant = await entrer(directrice.compte);
    const apres = reussi(await agirPour(essai.services, directrice, avant, id));
    expect(await acteurDe(avant)).toBeNull();
    const suppleante = await acteurDe(apres);
    expect(suppleante).toMatchObject({
      compte: id,
      personne: directrice.compte,
      genre: 'suppleance',
      profil: 'prefet_departement',
      organisation: 'd29-prefecture',
      nom: `${directrice.nom} pour ${prefet.nom}`,
      habilitations: [{ droit: 'lire' }],
    });
    if (suppleante === null) return;
    const retour = reussi(await reprendreSonCompte(essai.services, suppleante, apres));
    expect(await acteurDe(apres)).toBeNull();
    expect(await acteurDe(retour)).toMatchObject({ compte: directrice.compte, genre: 'personne' });
    expect(await derniereLigne(essai)).toMatchObject({ acte: 'suppleance.reprendre', auteur: directrice.compte });
    reussi(await mettreFinALaSuppleance(essai.services, prefet, id));
  });

  test('le dernier jour passé, la même session est de retour à son propre compte, à minuit de Paris', async () => {
    const id = reussi(await nommer(prefet, prefet.compte, directrice.compte, { fin: '2022-02-16' }));
    const jeton = reussi(await agirPour(essai.services, directrice, await entrer(directrice.compte), id));
    const auMoment = async (instant: string) => {
      essai.horloge.regler(instant);
      await essai.base.updateTable('session').set({ vue_le: essai.horloge.maintenant() }).execute();
      return (await acteurDe(jeton))?.compte;
    };
    expect(await auMoment('2022-02-16T22:59:00Z')).toBe(id);
    expect(await auMoment('2022-02-16T23:00:00Z')).toBe(directrice.compte);
    essai.horloge.regler('2022-02-15T11:00:00Z');
  });

  test('le titulaire y met fin : la session en cours revient à l’instant ; le suppléant peut la rendre lui-même', async () => {
    const id = reussi(await nommer(prefet, prefet.compte, voisin.compte));
    const jeton = reussi(await agirPour(essai.services, voisin, await entrer(voisin.compte), id));
    reussi(await mettreFinALaSuppleance(essai.services, prefet, id));
    expect(await acteurDe(jeton)).toMatchObject({ compte: voisin.compte });
    const rendue = reussi(await nommer(prefet, prefet.compte, voisin.compte));
    expect(regle(await mettreFinALaSuppleance(essai.services, directrice, rendue))).toBe('comptes.territoire');
    reussi(await mettreFinALaSuppleance(essai.services, voisin, rendue));
    expect(regle(await mettreFinALaSuppleance(essai.services, prefet, rendue))).toBe('suppleance.introuvable');
  });

  test('une administratrice nomme parmi les comptes qu’elle gère ; le compte fermé, tout s’arrête', async () => {
    const adjoint = await creerActeur(essai, 'service_deconcentre', 'd29-ddpp', 'D29');
    const id = reussi(await nommer(administratrice, directrice.compte, adjoint.compte));
    const jeton = reussi(await agirPour(essai.services, adjoint, await entrer(adjoint.compte), id));
    reussi(await fermerCompte(essai.services, administratrice, directrice.compte, { motif: 'Départ' }));
    expect(await acteurDe(jeton)).toMatchObject({ compte: adjoint.compte });
    expect(await suppleancesDuCompte(essai.base, adjoint.compte, aujourdhui(essai.horloge))).toMatchObject([
      { id, etat: 'retiree' },
    ]);
  });
});

test('deux fois la même suppléance au même instant : une seule', async () => {
  const issues = await Promise.all([1, 2, 3].map(() => nommer(prefet, prefet.compte, administratrice.compte)));
  expect(issues.map(regle).sort()).toEqual(['permis', 'suppleance.deja', 'suppleance.deja']);
});
