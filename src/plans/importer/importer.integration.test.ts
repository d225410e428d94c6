import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { verifierJournal } from '#journal';
import { type Essai, ouvrirEssai } from '../../../tests/outils/index.ts';
import { actionsComparables } from '../lectures/comparables.ts';
import { trouverPlan } from '../lectures/plan.ts';
import { trouverImport } from './apercu.ts';
import { abandonnerImport, appliquerNouveauPlan } from './appliquer.ts';
import { choisir } from './choisir.ts';
import { deposerFichier } from './deposer.ts';
import { ouvrirCompte } from './essais/acteurs.ts';
import { appliquer, champsDePlan, csv, deposer, importer, regarder, valeur } from './essais/etapes.ts';

let essai: Essai;
let bcam: Acteur;
let cabinet: Acteur;
let finistere: Acteur;

beforeAll(async () => {
  essai = await ouvrirEssai();
  bcam = await ouvrirCompte(essai.services, 'bcam');
  cabinet = await ouvrirCompte(essai.services, 'cabinet');
  finistere = await ouvrirCompte(essai.services, 'finistere');
});
afterAll(async () => {
  await essai.fermer();
});
beforeEach(() => {
  essai.horloge.regler('2022-02-15T11:00:00Z');
});

const SUIVI = csv(
  'Code;Axe;Action;Pilote;Échéance;État d’avancement;Statut;Taux de réalisation',
  '1-1;Proximité;Désigner un référent de proximité dans chaque sous-préfecture du Finistère;SGAR;1er semestre 2022;Lettre envoyée;En cours;40 %',
  '1-2;Proximité;Ouvrir une permanence à Morlaix;Préfecture du Finistère;fin 2022;;À lancer;',
  '2-1;Cartes;Doter tous les agents de cartes agents;SHFD;Au plus tard fin 2021;93 % des agents dotés;En cours;93 %',
);

async function nombreDePlans(): Promise<number> {
  const { nombre } = await essai.base
    .selectFrom('plan')
    .select(({ fn }) => fn.countAll<number>().as('nombre'))
    .executeTakeFirstOrThrow();
  return Number(nombre);
}

describe('qui ne peut pas', () => {
  test('un cabinet ministériel ne dépose pas de plan : il lit', async () => {
    const refuse = await deposerFichier(essai.services, cabinet, null, {
      nom: 'suivi.csv',
      typeMime: 'text/csv',
      octets: SUIVI,
    });
    expect(refuse).toMatchObject({
      ok: false,
      refus: { nature: 'interdit', message: expect.stringContaining('responsable de plan') },
    });
  });

  test('la préfecture du Finistère n’importe pas dans le plan de la DMATES, et ne voit pas son import', async () => {
    const plan = await importer(essai.services, bcam, 'suivi.csv', SUIVI);
    const depot = { nom: 'suivi.csv', typeMime: 'text/csv', octets: SUIVI };
    expect(await deposerFichier(essai.services, finistere, plan, depot)).toMatchObject({
      ok: false,
      refus: { nature: 'interdit' },
    });
    const id = await deposer(essai.services, bcam, plan, 'suivi.csv', SUIVI);
    expect(await trouverImport(essai.services, finistere, id)).toMatchObject({
      ok: false,
      refus: { nature: 'introuvable' },
    });
  });

  test('on ne crée pas, par un import, le plan d’un autre service', async () => {
    const avant = await nombreDePlans();
    const id = await deposer(essai.services, finistere, null, 'suivi.csv', SUIVI);
    const refuse = await appliquerNouveauPlan(essai.services, finistere, id, champsDePlan('Plan du Finistère'));
    expect(refuse).toMatchObject({ ok: false, refus: { nature: 'interdit', regle: 'plan.creer.proprietaire' } });
    expect(await nombreDePlans()).toBe(avant);
    expect((await regarder(essai.services, finistere, id)).unImport.etat).toBe('lu');
  });
});

describe('du fichier au plan', () => {
  test('rien n’est écrit avant la confirmation, tout l’est après, et le fichier d’origine est gardé', async () => {
    const avant = await nombreDePlans();
    const id = await deposer(essai.services, bcam, null, 'suivi.csv', SUIVI);
    const { apercu } = await regarder(essai.services, bcam, id);
    expect(apercu.lu.actions).toHaveLength(3);
    expect(await nombreDePlans()).toBe(avant);
    const plan = valeur(await appliquerNouveauPlan(essai.services, bcam, id, champsDePlan('Suivi des irritants')));
    const actions = await actionsComparables(essai.base, plan);
    expect(actions.map(({ code, statut, tauxRealisation }) => [code, statut, tauxRealisation])).toEqual([
      ['1-1', 'en_cours', '40'],
      ['1-2', 'a_lancer', null],
      ['2-1', 'en_cours', '93'],
    ]);
    const garde = await essai.base
      .selectFrom('plan_document')
      .innerJoin('document_source', 'document_source.id', 'plan_document.document_id')
      .select(['document_source.nom', 'document_source.contenu'])
      .where('plan_id', '=', plan)
      .executeTakeFirstOrThrow();
    expect(garde.nom).toBe('suivi.csv');
    expect(new Uint8Array(garde.contenu)).toEqual(SUIVI);
    expect((await verifierJournal(essai.base)).intact).toBe(true);
  });

  test('deux clics sur « Importer » n’écrivent qu’un plan', async () => {
    const id = await deposer(essai.services, bcam, null, 'suivi.csv', SUIVI);
    const avant = await nombreDePlans();
    const clics = await Promise.all(
      [1, 2].map(() => appliquerNouveauPlan(essai.services, bcam, id, champsDePlan('Deux clics'))),
    );
    expect(clics.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await nombreDePlans()).toBe(avant + 1);
  });

  test('une ligne écartée n’est pas écrite, une cellule corrigée l’est telle que corrigée', async () => {
    const id = await deposer(essai.services, bcam, null, 'suivi.csv', SUIVI);
    const { unImport } = await regarder(essai.services, bcam, id);
    valeur(
      await choisir(essai.services, bcam, id, unImport.version, (choix) => ({
        ...choix,
        ecartees: ['0:3'],
        corrections: [{ tableau: 0, ligne: 2, colonne: 4, texte: '30 septembre 2022' }],
      })),
    );
    const plan = valeur(await appliquerNouveauPlan(essai.services, bcam, id, champsDePlan('Corrigé')));
    const actions = await actionsComparables(essai.base, plan);
    expect(actions.map(({ code }) => code)).toEqual(['1-1', '2-1']);
    expect(actions[0]?.echeances).toEqual([{ libelle: null, texte: '30 septembre 2022' }]);
  });

  test('deux fenêtres sur le même import : la seconde est prévenue, rien n’est perdu', async () => {
    const id = await deposer(essai.services, bcam, null, 'suivi.csv', SUIVI);
    const { unImport } = await regarder(essai.services, bcam, id);
    valeur(await choisir(essai.services, bcam, id, unImport.version, (choix) => ({ ...choix, ecartees: ['0:2'] })));
    const seconde = await choisir(essai.services, bcam, id, unImport.version, (choix) => ({ ...choix, ecartees: [] }));
    expect(seconde).toMatchObject({ ok: false, refus: { nature: 'conflit', regle: 'import.version' } });
    expect((await regarder(essai.services, bcam, id)).unImport.choix.ecartees).toEqual(['0:2']);
  });

  test('une date de plan donnée au dernier moment, et qui change des années, demande une relecture', async () => {
    const fichier = csv('Action;Échéance', 'Rouvrir les guichets de Quimper;11 mai', 'Reprendre les visites;1er juin');
    const id = await deposer(essai.services, bcam, null, 'reprise.csv', fichier);
    const champs = champsDePlan('Reprise', { dateDeReference: '2020-04-29' });
    const refuse = await appliquerNouveauPlan(essai.services, bcam, id, champs);
    expect(refuse).toMatchObject({
      ok: false,
      refus: { regle: 'import.dateDeReference', champs: { dateDeReference: expect.any(String) } },
    });
    const { unImport } = await regarder(essai.services, bcam, id);
    valeur(
      await choisir(essai.services, bcam, id, unImport.version, (choix) => ({ ...choix, reference: '2020-04-29' })),
    );
    const plan = valeur(await appliquerNouveauPlan(essai.services, bcam, id, champs));
    const fins = await essai.base
      .selectFrom('echeance')
      .select('fin')
      .where('plan_id', '=', plan)
      .orderBy('fin')
      .execute();
    expect(fins.map(({ fin }) => fin)).toEqual(['2020-05-11', '2020-06-01']);
  });

  test('« DNUM » est celle du ministère propriétaire ; changer de propriétaire au dernier moment demande une relecture', async () => {
    const ditp = await ouvrirCompte(essai.services, 'ditp');
    const id = await deposer(
      essai.services,
      bcam,
      null,
      'cartes.csv',
      csv('Action;Pilote', 'Équiper les agents de Brest;DNUM'),
    );
    expect((await regarder(essai.services, bcam, id)).apercu.lu.actions[0]?.pilotes[0]?.organisation).toBe('mi-dnum');
    const autre = await deposer(
      essai.services,
      ditp,
      null,
      'cartes.csv',
      csv('Action;Pilote', 'Équiper les agents de Brest;DNUM'),
    );
    const refuse = await appliquerNouveauPlan(essai.services, ditp, autre, champsDePlan('Cartes'));
    expect(refuse).toMatchObject({
      ok: false,
      refus: { champs: { proprietaire: expect.stringContaining('relisez le fichier') } },
    });
  });

  test('un import abandonné ne s’applique plus', async () => {
    const id = await deposer(essai.services, bcam, null, 'suivi.csv', SUIVI);
    valeur(await abandonnerImport(essai.services, bcam, id));
    const refuse = await appliquerNouveauPlan(essai.services, bcam, id, champsDePlan('Trop tard'));
    expect(refuse).toMatchObject({ ok: false, refus: { nature: 'conflit' } });
  });

  test('un fichier qui n’est pas un tableau est refusé avec sa raison, sans rien écrire', async () => {
    const id = await deposer(
      essai.services,
      bcam,
      null,
      'photo.png',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    );
    expect(valeur(await trouverImport(essai.services, bcam, id))).toMatchObject({
      etat: 'refuse',
      refus: expect.stringContaining('image PNG'),
    });
  });
});

describe('importer de nouveau', () => {
  test('une différence appliquée s’ajoute : l’échéance devient un report, l’état d’avancement une note', async () => {
    const plan = await importer(essai.services, bcam, 'suivi.csv', SUIVI);
    essai.horloge.regler('2022-03-12T11:00:00Z');
    const suite = csv(
      'Code;Axe;Action;Pilote;Échéance;État d’avancement;Statut;Taux de réalisation',
      '1-1;Proximité;Désigner un référent de proximité dans chaque sous-préfecture du Finistère;SGAR;30 septembre 2022;Trois référents sur quatre;En cours;75 %',
      '2-1;Cartes;Doter tous les agents de cartes agents;SHFD;Au plus tard fin 2021;;;',
      '3-1;Formation;Former les référents de Brest;DRH;2023;;;',
    );
    const id = await deposer(essai.services, bcam, plan, 'suivi-mars.csv', suite);
    const { apercu } = await regarder(essai.services, bcam, id);
    expect(apercu.difference?.comptes).toEqual({ nouvelle: 1, modifiee: 1, absente: 1, inchangee: 1 });
    valeur(await appliquer(essai.services, bcam, id));

    const actions = await actionsComparables(essai.base, plan);
    expect(actions.map(({ code }) => code)).toEqual(['1-1', '1-2', '2-1', '3-1']);
    expect(actions[2]).toMatchObject({ statut: 'en_cours', avancement: '93 % des agents dotés' });
    const referents = actions[0]?.id ?? '';
    const echeances = await essai.base
      .selectFrom('echeance')
      .select(['texte', 'motif'])
      .where('action_id', '=', referents)
      .orderBy('rang')
      .execute();
    expect(echeances).toEqual([
      { texte: '1er semestre 2022', motif: null },
      { texte: '30 septembre 2022', motif: expect.stringContaining('suivi-mars.csv') },
    ]);
    const notes = await essai.base
      .selectFrom('note_avancement')
      .select(['texte', 'taux'])
      .where('action_id', '=', referents)
      .orderBy('ordre')
      .execute();
    expect(notes.map(({ texte, taux }) => [texte, Number(taux)])).toEqual([
      ['Lettre envoyée', 40],
      ['Trois référents sur quatre', 75],
    ]);
    const relu = await regarder(
      essai.services,
      bcam,
      await deposer(essai.services, bcam, plan, 'suivi-mars.csv', suite),
    );
    expect(relu.apercu.difference?.comptes).toEqual({ nouvelle: 0, modifiee: 0, absente: 1, inchangee: 3 });
  });

  test('une action absente du fichier ne quitte le plan que si on la coche', async () => {
    const plan = await importer(essai.services, bcam, 'suivi.csv', SUIVI);
    const reste = csv('Code;Action', '1-1;Désigner un référent de proximité dans chaque sous-préfecture du Finistère');
    const id = await deposer(essai.services, bcam, plan, 'reste.csv', reste);
    expect(await appliquer(essai.services, bcam, id)).toMatchObject({ ok: false, refus: { regle: 'import.rien' } });
    valeur(await appliquer(essai.services, bcam, id, (etat) => etat === 'absente'));
    expect((await actionsComparables(essai.base, plan)).map(({ code }) => code)).toEqual(['1-1']);
  });

  test('deux imports du même fichier à la fois : l’un s’applique, l’autre revoit la différence', async () => {
    const plan = await importer(essai.services, bcam, 'suivi.csv', SUIVI);
    const suite = csv('Code;Action', '9-1;Ouvrir une maison France services à Carhaix');
    const ids = await Promise.all([1, 2].map(() => deposer(essai.services, bcam, plan, 'ajout.csv', suite)));
    const resultats = await Promise.all(ids.map((id) => appliquer(essai.services, bcam, id)));
    expect(resultats.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(resultats.find(({ ok }) => !ok)).toMatchObject({ refus: { nature: 'conflit' } });
    const codes = (await actionsComparables(essai.base, plan)).map(({ code }) => code);
    expect(codes.filter((code) => code === '9-1')).toHaveLength(1);
  });

  test('le plan importé reste lisible par son équipe seulement', async () => {
    const plan = await importer(essai.services, bcam, 'suivi.csv', csv('Action', 'Ouvrir un guichet à Brest'));
    expect((await trouverPlan(essai.base, bcam, plan)).ok).toBe(true);
    expect((await trouverPlan(essai.base, finistere, plan)).ok).toBe(false);
  });
});
