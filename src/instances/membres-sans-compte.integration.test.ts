import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { verifierJournal } from '#journal';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { creerInstance } from './commandes/creer-instance.ts';
import { effacerMembre } from './commandes/effacer-membre.ts';
import { modifierInstance } from './commandes/modifier-instance.ts';
import { validerReleve } from './commandes/releve.ts';
import { annulerReunion, convoquer, deplacerReunion, planifierReunion } from './commandes/reunions.ts';
import { marquerPresences, ouvrirSeance } from './commandes/seance.ts';
import { conservationDesMembres } from './conservation.ts';
import { membresSansCourriel } from './lectures/courriels.ts';
import { trouverInstance } from './lectures/instances.ts';
import { membresAvecDonnees } from './lectures/membres-sans-compte.ts';
import { lireReleveValide, nommerPresents } from './lectures/releve.ts';

const NOM = 'Camille Exemple';
const COURRIEL = 'camille@exemple.gouv.fr';

let essai: Essai;
let bcam: Acteur;
let dnum: Acteur;

beforeAll(async () => {
  essai = await ouvrirEssai();
  bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  dnum = await creerActeur(essai, 'pilote', 'mi-dnum');
});
afterAll(() => essai.fermer());

const saisie = (sansCompte: string) => ({
  nom: 'Groupe miroir des élus',
  niveau: 'miroir',
  secretariat: 'mi-bcam',
  presidence: 'BCAM',
  territoire: 'FR',
  cadence: 'trimestrielle',
  heure: '14:30',
  duree: '90',
  membres: 'DNUM',
  sansCompte,
});
const creer = async (sansCompte: string) => reussi(await creerInstance(essai.services, bcam, saisie(sansCompte)));
const lire = async (id: string) => reussi(await trouverInstance(essai.base, bcam, id));
const preparer = async (instance: string, jour = '2022-03-01') =>
  reussi(await planifierReunion(essai.services, bcam, instance, { jour, heure: '14:30', duree: '90', lieu: '' }));

test('un membre sans compte a un nom et une fonction ; une ligne mal écrite, une adresse fautive ou celle d’un compte sont dites', async () => {
  const { services, base } = essai;
  await base.updateTable('compte').set({ courriel: 'dnum@exemple.gouv.fr' }).where('id', '=', dnum.compte).execute();
  for (const [ligne, dit] of [
    [NOM, 'écrivez le nom, la fonction'],
    [`${NOM} ; maire ; camille`, 'n’est pas une adresse'],
    [`${NOM} ; maire ; dnum@exemple.gouv.fr`, 'est l’adresse d’un compte'],
  ] as const)
    expect(await creerInstance(services, bcam, saisie(ligne)), ligne).toMatchObject({
      refus: { champs: { sansCompte: expect.stringContaining(dit) } },
    });
  const id = await creer(`${NOM} ; présidente d’une association d’élus ; ${COURRIEL}\nDominique Exemple ; maire`);
  const instance = await lire(id);
  expect(instance.membres.map(({ libelle }) => libelle)).toEqual([
    'DNUM',
    `${NOM}, présidente d’une association d’élus`,
    'Dominique Exemple, maire',
  ]);
  expect(await membresSansCourriel(base, instance)).toEqual(['Dominique Exemple, maire']);
});

test('une réunion n’a pas besoin de compte : une instance faite de personnes sans compte se réunit', async () => {
  const id = reussi(await creerInstance(essai.services, bcam, { ...saisie(`${NOM} ; maire`), membres: '' }));
  expect((await lire(id)).membres).toHaveLength(1);
  await preparer(id);
});

test('convoqués, les membres apprennent un déplacement puis l’annulation, sans compte compris ; pas avant d’être convoqués', async () => {
  const { services, base } = essai;
  const id = await creer(`${NOM} ; présidente ; ${COURRIEL}`);
  const reunion = await preparer(id);
  const ecrits = async () =>
    (
      await base
        .selectFrom('courriel')
        .select(['genre', 'adresse', 'texte'])
        .where('cle', 'like', `%${reunion}%`)
        .orderBy('cree_le')
        .orderBy('adresse')
        .execute()
    ).map(({ genre, adresse, texte }) => ({ genre, adresse, texte }));
  const quand = (jour: string) => ({ jour, heure: '14:30', duree: '90', lieu: '' });
  reussi(await deplacerReunion(services, bcam, reunion, quand('2022-03-02')));
  expect(await ecrits()).toEqual([]);
  reussi(await convoquer(services, bcam, reunion));
  essai.horloge.avancer(60_000);
  reussi(await deplacerReunion(services, bcam, reunion, quand('2022-03-02')));
  expect(await ecrits(), 'rien ne change : rien n’est écrit').toHaveLength(2);
  reussi(await deplacerReunion(services, bcam, reunion, quand('2022-03-09')));
  essai.horloge.avancer(60_000);
  reussi(await annulerReunion(services, bcam, reunion, { motif: 'Grève des transports' }));
  const lettres = await ecrits();
  expect(lettres.map(({ genre, adresse }) => [genre, adresse])).toEqual([
    ['reunion.convoquer', COURRIEL],
    ['reunion.convoquer', 'dnum@exemple.gouv.fr'],
    ['reunion.deplacer', COURRIEL],
    ['reunion.deplacer', 'dnum@exemple.gouv.fr'],
    ['reunion.annuler', COURRIEL],
    ['reunion.annuler', 'dnum@exemple.gouv.fr'],
  ]);
  expect(lettres[2]?.texte.replaceAll('\u00a0', ' ')).toContain(
    'prévue le 2 mars 2022 à 14 h 30 se tient le 9 mars 2022 à 14 h 30',
  );
  expect(lettres[4]?.texte).toContain('Grève des transports');
  expect(lettres[0]?.texte, 'qui n’a pas de compte ne reçoit pas d’adresse de Jalon').not.toContain('/reunions/');
  expect(lettres[1]?.texte).toContain('/reunions/');
});

test('effacé, le nom ne reste ni au relevé figé ni ailleurs ; l’empreinte et le journal tiennent', async () => {
  const { services, base } = essai;
  await base.deleteFrom('courriel').execute();
  const id = await creer('Sacha Exemple ; préfète honoraire ; sacha@exemple.gouv.fr');
  const reunion = await preparer(id);
  reussi(await convoquer(services, bcam, reunion));
  reussi(await ouvrirSeance(services, bcam, reunion));
  const membre = (await lire(id)).membres.find(({ sansCompte }) => sansCompte !== null)?.id ?? '';
  reussi(await marquerPresences(services, bcam, reunion, { [`presence-${membre}`]: 'present' }));
  reussi(await validerReleve(services, bcam, reunion));
  const presents = async () => {
    const releve = await lireReleveValide(base, reunion);
    const nommes = await nommerPresents(base, releve?.contenu.presents ?? []);
    return { empreinte: releve?.empreinte, dits: nommes.map(({ membre: dit }) => dit) };
  };
  const avant = await presents();
  expect(avant.dits).toContain('Sacha Exemple, préfète honoraire');
  expect(await membresAvecDonnees(base, id)).toMatchObject([{ nom: 'Sacha Exemple', presences: 1 }]);

  expect(await effacerMembre(services, dnum, id, { membre, confirmation: 'oui' })).toMatchObject({
    refus: { regle: 'instance.tenir.secretariat' },
  });
  expect(await effacerMembre(services, bcam, id, { membre })).toMatchObject({ refus: { nature: 'invalide' } });
  reussi(await effacerMembre(services, bcam, id, { membre, confirmation: 'oui' }));
  expect(await presents()).toEqual({
    empreinte: avant.empreinte,
    dits: ['DNUM', 'Personne effacée, préfète honoraire'],
  });
  expect((await lire(id)).membres.map(({ libelle }) => libelle)).toEqual(['DNUM']);
  for (const { name, isView } of await base.introspection.getTables()) {
    if (isView) continue;
    const lignes = await base
      .selectFrom(name as 'compte')
      .selectAll()
      .execute();
    expect(JSON.stringify(lignes), name).not.toMatch(/Sacha|sacha@/);
  }
  expect(await verifierJournal(base)).toMatchObject({ intact: true });
});

test('trois ans après son départ, le nom d’un membre sans compte s’efface de lui-même', async () => {
  const { services, base } = essai;
  const id = await creer(`${NOM} ; maire ; ${COURRIEL}`);
  reussi(await modifierInstance(services, bcam, id, { ...saisie(''), version: '1' }));
  expect(await membresAvecDonnees(base, id)).toHaveLength(1);
  await conservationDesMembres.purger(services);
  expect(await membresAvecDonnees(base, id)).toHaveLength(1);
  essai.horloge.avancer(3 * 365 * 86_400_000 + 1);
  await conservationDesMembres.purger(services);
  expect(await membresAvecDonnees(base, id)).toEqual([]);
});
