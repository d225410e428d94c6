import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, ouvrirEssai } from '#outils-d-essai';
import { compteAEffacer } from './compte-a-effacer.ts';
import { donneesDeLaPersonne, exporterDonnees } from './rassembler.ts';

let essai: Essai;
let agent: Acteur;
let autre: Acteur;
beforeAll(async () => {
  essai = await ouvrirEssai();
  agent = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  autre = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  for (const [auteur, titre] of [
    [agent, 'Plan de l’agent'],
    [autre, 'Plan d’un autre'],
  ] as const)
    await essai.base
      .insertInto('plan')
      .values({
        id: essai.services.ids.nouveau(),
        titre,
        genre: 'plan_d_actions',
        proprietaire_id: auteur.organisation,
        territoire_code: auteur.territoire,
        diffusion: 'equipe',
        etat: 'actif',
        cree_le: essai.horloge.maintenant(),
        cree_par: auteur.compte,
      })
      .execute();
});
afterAll(() => essai.fermer());

test('les données d’une personne ne s’ouvrent qu’à l’administration nationale', async () => {
  await expect(compteAEffacer(essai.base, autre, agent.compte)).rejects.toMatchObject({ init: { status: 403 } });
  const ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  await expect(compteAEffacer(essai.base, ditp, agent.compte)).resolves.toMatchObject({ compte: agent.compte });
  await expect(compteAEffacer(essai.base, ditp, 'inconnu')).rejects.toMatchObject({ init: { status: 404 } });
});

test('tout ce que la personne a signé, rien de ce qu’un autre a signé ; le téléchargement laisse une ligne', async () => {
  const sections = await donneesDeLaPersonne(essai.base, agent.compte);
  expect(new Set(sections.map(({ cle }) => cle)).size).toBe(sections.length);
  const texte = await exporterDonnees(essai.services, agent, agent.compte);
  const fichier = JSON.parse(texte);
  expect(fichier).toMatchObject({
    compte: { titre: 'Le compte', tronquee: false, lignes: [{ nom: agent.nom, territoire: 'FR' }] },
    plans: { lignes: [{ titre: 'Plan de l’agent' }] },
  });
  expect(texte).not.toContain('Plan d’un autre');
  const actes = await essai.base.selectFrom('journal').select(['acte', 'objet_id']).execute();
  expect(actes).toContainEqual({ acte: 'donnees.exporter', objet_id: agent.compte });
});

test('les tables qui désignent un compte sont celles que l’export lit : une nouvelle se déclare ici et là', async () => {
  const tables = await essai.base.introspection.getTables();
  const colonnes =
    /^(compte_id|auteur|cree_par|depose_par|proposee_par|ajoute_par|retire_par|saisi_par|titulaire_id|suppleant_id|concerne)$/;
  const designent = tables
    .filter(({ isView, columns }) => !isView && columns.some(({ name }) => colonnes.test(name)))
    .map(({ name }) => name);
  expect(designent.sort()).toEqual([
    'action',
    'analyse_de_reforme',
    'calendrier_de_compte',
    'commentaire_de_feuille',
    'commentaire_de_point',
    'comparaison_choisie',
    'compte',
    'contenu_de_feuille',
    'courriel',
    'courrier_coupe',
    'courrier_de_relance',
    'critere_de_territoire',
    'decision',
    'declinaison',
    'demande_acces',
    'demande_de_report',
    'document_source',
    'echeance',
    'evenement_de_feuille',
    'fait_de_cible',
    'fait_de_jalon',
    'feuille_de_route',
    'habilitation',
    'identite',
    'import_de_plan',
    'import_de_valeurs',
    'indicateur',
    'instance',
    'jalon_de_projet',
    'jalon_de_trajectoire',
    'jeton',
    'journal',
    'journal_personnel',
    'lien_personnel',
    'membre_d_instance',
    'meteo_declaree',
    'note_avancement',
    'note_de_declinaison',
    'note_de_point',
    'note_de_projet',
    'plan',
    'point_d_etape',
    'presence_en_reunion',
    'projet_local',
    'proposition_de_valeur',
    'rectificatif',
    'reforme',
    'reforme_contact',
    'reforme_plan',
    'regle_de_relance',
    'releve_de_decisions',
    'remontee',
    'remontee_brouillon',
    'remontee_delegation',
    'remontee_relance',
    'remontee_reponse',
    'remontee_reprise',
    'reponse_de_report',
    'reunion',
    'session',
    'suite_de_service',
    'suppleance',
    'valeur',
  ]);
});
