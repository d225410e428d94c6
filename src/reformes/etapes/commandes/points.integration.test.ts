import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { ecrireEnBase, valeurs } from '#indicateurs/essais';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { type ReformeDEssai, uneMeteo, uneReforme, unSuivi } from '../../essais/reformes.ts';
import { donneesDesReformes } from '../../lectures/donnees-personnelles.ts';
import { listerPoints, nommerPoints } from '../lectures/liste-des-points.ts';
import { trouverPoint } from '../lectures/points.ts';
import { abandonnerPoint, arreterPoint } from './clore-point.ts';
import { commenterPoint } from './commenter-point.ts';
import { creerPoint } from './creer-point.ts';
import { modifierPoint } from './modifier-point.ts';

let essai: Essai;
let fibre: ReformeDEssai;
let sante: ReformeDEssai;
let prefet: Acteur;
let ddpp: Acteur;
let ditp: Acteur;
beforeAll(async () => {
  essai = await ouvrirEssai('2022-02-15T11:00:00Z');
  fibre = await uneReforme(essai, { nom: 'Fibre' });
  sante = await uneReforme(essai, { nom: 'Sécurité des aliments', services: ['d29-ddpp'], mailles: ['departemental'] });
  await unSuivi(essai, fibre, 'D29', { va: '60' });
  await unSuivi(essai, fibre, 'FR', { va: '65' });
  await unSuivi(essai, sante, 'D29', { va: '80' });
  await uneMeteo(essai, fibre, 'D29', 'soleil');
  prefet = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  ddpp = await creerActeur(essai, 'service_deconcentre', 'd29-ddpp', 'D29');
  ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
});
afterAll(() => essai.fermer());

const SAISIE = { titre: 'Comité de mars', jour: '2022-02-15' };

test('seuls le préfet du territoire et la DITP préparent un point d’étape ; au national, les équipes', async () => {
  const refuses: readonly (readonly [Acteur, string, string])[] = [
    [ddpp, 'D29', 'point.niveau'],
    [prefet, 'D35', 'point.niveau'],
    [prefet, 'R53', 'point.niveau'],
    [prefet, 'FR', 'point.niveau'],
    [await creerActeur(essai, 'prefet_region', 'r53-prefecture', 'R53'), 'D29', 'point.niveau'],
    [await creerActeur(essai, 'presidence', 'presidence'), 'D29', 'point.profil'],
    [await creerActeur(essai, 'chef_de_projet', 'fp-dgafp'), 'D29', 'point.niveau'],
    [ditp, 'D999', 'point.territoire'],
  ];
  for (const [acteur, territoire, regle] of refuses) {
    const cree = await creerPoint(essai.services, acteur, territoire, SAISIE);
    expect(cree, `${acteur.nom} ${territoire}`).toMatchObject({ ok: false, refus: { regle } });
  }
  const equipe = await creerActeur(essai, 'chef_de_projet', 'pm-ditp');
  const leur = reussi(await creerPoint(essai.services, equipe, 'FR', SAISIE));
  const autre = await creerActeur(essai, 'chef_de_projet', 'fp-dgafp');
  expect(await commenterPoint(essai.services, autre, leur, { texte: 'Non' })).toMatchObject({
    ok: false,
    refus: { regle: 'point.equipe' },
  });
  // A team without a reform has nothing to show.
  expect(await creerPoint(essai.services, autre, 'FR', SAISIE)).toMatchObject({ refus: { regle: 'point.vide' } });
});

test('une saisie fautive dit quoi corriger', async () => {
  expect(await creerPoint(essai.services, prefet, 'D29', { titre: ' ' })).toMatchObject({
    refus: { champs: { titre: 'Donnez un titre au point d’étape.' } },
  });
  expect(await creerPoint(essai.services, prefet, 'D29', { titre: 'Demain', jour: '2022-02-16' })).toMatchObject({
    refus: { regle: 'point.jour' },
  });
  const lointain = await creerPoint(essai.services, prefet, 'D29', { titre: 'Avant tout', jour: '31/02/2022' });
  expect(lointain).toMatchObject({ ok: false, refus: { champs: { jour: expect.stringContaining('calendrier') } } });
});

test('un point garde ce qui était montré, quoi qu’il arrive ensuite', async () => {
  const id = reussi(await creerPoint(essai.services, prefet, 'D29', SAISIE));
  const avant = reussi(await trouverPoint(essai.base, prefet, id));
  expect(avant.lignes.map(({ nom, taux, meteo }) => [nom, taux.texte, meteo?.code])).toEqual([
    ['Fibre', '60\u00a0%', 'soleil'],
    ['Sécurité des aliments', '80\u00a0%', undefined],
  ]);
  await ecrireEnBase(essai.services, valeurs(fibre.indicateur, 'D29 va 2022-01-31 40'));
  await essai.base.updateTable('reforme').set({ nom: 'Très haut débit' }).where('id', '=', fibre.id).execute();
  expect(reussi(await trouverPoint(essai.base, prefet, id)).lignes).toEqual(avant.lignes);

  // A draft may be taken again; a settled one never.
  reussi(await modifierPoint(essai.services, prefet, id, { titre: 'Comité de mars', version: 1 }));
  const repris = reussi(await trouverPoint(essai.base, prefet, id));
  expect(repris.lignes.map(({ taux }) => taux.texte)).toEqual(['80\u00a0%', '40\u00a0%']);
  reussi(
    await commenterPoint(essai.services, prefet, id, { texte: 'Deux communes ont pris du retard.', reforme: fibre.id }),
  );
  reussi(await arreterPoint(essai.services, prefet, id, { version: 2 }));
  const fige = { refus: { regle: 'point.arrete' } };
  expect(await modifierPoint(essai.services, prefet, id, { titre: 'Autre', version: 3 })).toMatchObject(fige);
  expect(await arreterPoint(essai.services, prefet, id, { version: 3 })).toMatchObject(fige);
  expect(await abandonnerPoint(essai.services, prefet, id, { version: 3 })).toMatchObject(fige);
  await expect(
    essai.base.updateTable('point_d_etape').set({ titre: 'Autre' }).where('id', '=', id).execute(),
  ).rejects.toThrow('ne change plus');
  reussi(await commenterPoint(essai.services, prefet, id, { texte: 'Ajouté après la réunion.' }));
  const arrete = reussi(await trouverPoint(essai.base, prefet, id));
  expect(arrete.commentaires.map(({ texte, reforme, auteur }) => [texte, reforme, auteur])).toEqual([
    ['Deux communes ont pris du retard.', fibre.id, prefet.nom],
    ['Ajouté après la réunion.', null, prefet.nom],
  ]);
  await essai.base.updateTable('reforme').set({ nom: 'Fibre' }).where('id', '=', fibre.id).execute();
});

test('on ne lit d’un point que les réformes que l’on lit, et ce qui en est dit', async () => {
  const id = reussi(await creerPoint(essai.services, prefet, 'D29', SAISIE));
  reussi(await commenterPoint(essai.services, prefet, id, { texte: 'Sur l’ensemble.' }));
  reussi(await commenterPoint(essai.services, prefet, id, { texte: 'Sur la fibre.', reforme: fibre.id }));
  reussi(await commenterPoint(essai.services, prefet, id, { texte: 'Sur les aliments.', reforme: sante.id }));
  expect(await trouverPoint(essai.base, ddpp, id)).toMatchObject({ ok: false, refus: { regle: 'point.brouillon' } });
  expect(await listerPoints(essai.base, ddpp, 'D29')).not.toContainEqual(expect.objectContaining({ id }));
  reussi(await arreterPoint(essai.services, prefet, id, { version: 1 }));

  const lu = reussi(await trouverPoint(essai.base, ddpp, id));
  expect(lu.lignes.map(({ nom }) => nom)).toEqual(['Sécurité des aliments']);
  expect(lu.fermees).toBe(1);
  expect(lu.commentaires.map(({ texte }) => texte)).toEqual(['Sur les aliments.']);
  expect((await listerPoints(essai.base, ddpp, 'D29')).find((point) => point.id === id)?.reformes).toBe(1);

  const voisin = await creerActeur(essai, 'prefet_departement', 'd35-prefecture', 'D35');
  expect(await trouverPoint(essai.base, voisin, id)).toMatchObject({
    ok: false,
    refus: { nature: 'interdit', regle: 'point.lire' },
  });
  expect(await listerPoints(essai.base, voisin, 'D29')).toEqual([]);
  expect(await nommerPoints(essai.base, voisin, [id])).toEqual(new Map());
  expect([...(await nommerPoints(essai.base, ddpp, [id])).values()]).toEqual([
    { libelle: 'Comité de mars', href: `/points/${id}` },
  ]);
  expect(await commenterPoint(essai.services, ddpp, id, { texte: 'Moi aussi' })).toMatchObject({
    refus: { regle: 'point.niveau' },
  });
});

test('deux personnes modifient le même brouillon : la seconde est prévenue', async () => {
  const id = reussi(await creerPoint(essai.services, prefet, 'D29', SAISIE));
  const [a, b] = await Promise.all([
    modifierPoint(essai.services, prefet, id, { titre: 'A', version: 1 }),
    modifierPoint(essai.services, ditp, id, { titre: 'B', version: 1 }),
  ]);
  expect([a.ok, b.ok].filter(Boolean)).toHaveLength(1);
  expect([a, b].find(({ ok }) => !ok)).toMatchObject({ refus: { nature: 'conflit', regle: 'point.version' } });
  reussi(await abandonnerPoint(essai.services, prefet, id, { version: 2 }));
  expect(await trouverPoint(essai.base, prefet, id)).toMatchObject({ refus: { nature: 'introuvable' } });
  expect(await commenterPoint(essai.services, prefet, 'pas-un-identifiant', { texte: 'x' })).toMatchObject({
    refus: { nature: 'introuvable' },
  });
});

test('une réforme étrangère au point ne se commente pas', async () => {
  const id = reussi(await creerPoint(essai.services, prefet, 'D29', SAISIE));
  const ailleurs = await commenterPoint(essai.services, prefet, id, {
    texte: 'x',
    reforme: '01890000-0000-7000-8000-000000000000',
  });
  expect(ailleurs).toMatchObject({ refus: { regle: 'point.reforme' } });
});

test('ce que l’on a écrit se retrouve dans ses données, et au journal sans nom de personne', async () => {
  const sections = await donneesDesReformes(essai.base, [prefet.compte]);
  expect(sections.find(({ cle }) => cle === 'points_d_etape')?.lignes.length).toBeGreaterThan(0);
  expect(sections.find(({ cle }) => cle === 'commentaires_de_points')?.lignes.length).toBeGreaterThan(0);
  const actes = await essai.base.selectFrom('journal').selectAll().where('objet_type', '=', 'point_d_etape').execute();
  expect(new Set(actes.map(({ acte }) => acte))).toEqual(
    new Set(['point.creer', 'point.modifier', 'point.commenter', 'point.arreter', 'point.abandonner']),
  );
  expect(JSON.stringify(actes.map(({ charge }) => charge))).not.toContain(prefet.nom);
});
