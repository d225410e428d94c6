import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acteurDuCompte, LIBELLES_DE_PROFIL, listerPersonas, PROFILS } from '#acces';
import { verifierJournal } from '#journal';
import { migrationHorizon } from '#plans';
import { aujourdhui } from '#socle';
import { ajouterJours, ecrireDecimal, ZERO } from '#socle/valeurs';
import { type Essai, etatsGardesEtFaits, ouvrirEssai, reussi } from '../../../tests/outils/index.ts';
import { remonteesTenues, trouverRemontee } from '../../enquetes/lectures/remontees.ts';
import { lireResultats } from '../../enquetes/lectures/resultats.ts';
import { tauxDeReponse } from '../../enquetes/regles/couverture.ts';
import { engagementsDesActions, MAINTENANT } from '../../plans/lectures/faits.ts';
import { actionsSituees, situationsEntre } from '../../plans/lectures/situations.ts';
import { plansVisibles } from '../../plans/politique.ts';
import { GENRES_D_HORIZON, horizonDesEngagements } from '../../plans/regles/horizon.ts';
import { bilan } from '../../plans/regles/situation.ts';
import { chargerDemonstration } from './charger.ts';
import { BCAM, DGAFP, DITP, PERSONAS, SGCD_29 } from './personas.ts';

const FINISTERE = 'Feuille de route de l’État dans le Finistère';
const BROUILLON = 'Convergence des ressources humaines : plan en préparation';
const REPRISE = 'Reprise des activités du SPES après le déménagement';

describe('chargée le 22 novembre 2026', () => {
  let essai: Essai;
  const dit: string[] = [];
  beforeAll(async () => {
    essai = await ouvrirEssai('2026-11-22T09:00:00Z');
    await chargerDemonstration(essai.services, (etape) => dit.push(etape));
  });
  afterAll(() => essai.fermer());

  test('la démonstration dit ce qu’elle fait, et la charger de nouveau ne change rien', async () => {
    expect(dit[1]).toMatch(/^Démonstration chargée.: 7 plans, 12 réformes, 17 comptes \(\d+,\d s\)\.$/);
    const avant = await contenu(essai);
    expect(await chargerDemonstration(essai.services, (etape) => dit.push(etape))).toBe(false);
    expect(dit).toHaveLength(2);
    expect(await contenu(essai)).toEqual(avant);
  });

  test('la remontée sur les cartes d’agent : 40 % des départements, 2 671 agents sans carte, 93 % équipés', async () => {
    const au = aujourdhui(essai.horloge);
    const bcam = await acteurDuCompte(essai.base, BCAM, au);
    if (!bcam) throw new Error('Le compte de la BCAM manque.');
    const [tenue] = await remonteesTenues(essai.base, bcam, au);
    const { remontee, cibles } = reussi(await trouverRemontee(essai.base, bcam, tenue?.id ?? '', au));
    expect([remontee.titre, remontee.attendues, remontee.recues]).toEqual([
      'Agents non encore dotés d’une carte',
      101,
      40,
    ]);
    const { questions } = reussi(await lireResultats(essai.base, bcam, remontee, cibles));
    const [agents, sans, equipes] = questions.map(({ ensemble }) => ensemble);
    expect(agents?.genre === 'nombre' && ecrireDecimal(agents.somme)).toBe('38157');
    expect(sans?.genre === 'nombre' && ecrireDecimal(sans.somme)).toBe('2671');
    expect(equipes?.genre === 'pourcentage' && ecrireDecimal(equipes.moyenne, 0)).toBe('93');
    expect(ecrireDecimal(tauxDeReponse(remontee) ?? ZERO, 0)).toBe('40');
  });

  test('deux démarrages en même temps ne la chargent qu’une fois', async () => {
    const autre = await ouvrirEssai('2026-11-22T09:00:00Z');
    try {
      const faits = [0, 1].map(() => chargerDemonstration(autre.services, () => undefined));
      expect((await Promise.all(faits)).sort()).toEqual([false, true]);
      expect(await contenu(autre)).toEqual(await contenu(essai));
    } finally {
      await autre.fermer();
    }
  });

  test('un chargement interrompu n’écrit rien, et le suivant le fait en entier', async () => {
    const autre = await ouvrirEssai('2026-11-22T09:00:00Z');
    try {
      let reste = 500;
      const alea = (octets: Uint8Array): void => {
        reste -= 1;
        if (reste < 0) throw new Error('Panne de courant');
        autre.services.alea(octets);
      };
      const panne = chargerDemonstration({ ...autre.services, alea }, () => undefined);
      await expect(panne).rejects.toThrow('Panne de courant');
      expect(new Set(Object.values(await contenu(autre)))).toEqual(new Set([0]));
      expect(await chargerDemonstration(autre.services, () => undefined)).toBe(true);
    } finally {
      await autre.fermer();
    }
  });

  test('chaque profil de la table des accès a au moins un compte', async () => {
    const personas = await listerPersonas(essai.base);
    const profils = new Set(personas.map(({ profil }) => profil));
    expect(PROFILS.filter((profil) => !profils.has(profil)).map((profil) => LIBELLES_DE_PROFIL[profil])).toEqual([]);
    expect(personas.map(({ nom }) => nom)).toEqual(PERSONAS.map(({ nom }) => nom));
    expect(personas[0]?.nom).toBe('Responsable de plan, DMATES/BCAM');
    expect(personas.filter(({ presentation }) => !/^\p{Lu}.+\.$/u.test(presentation))).toEqual([]);
  });

  test('les plans ont la taille de leurs modèles : 29, 25, 8 et 10 actions', async () => {
    const plans = await plansEcrits(essai);
    expect(plans.slice(0, 4).map(({ actions }) => actions)).toEqual([29, 25, 10, 8]);
    expect(plans.every(({ demonstration }) => demonstration)).toBe(true);
  });

  test('les services nommés sont rattachés à l’annuaire, sauf un que l’on laisse à rattacher', async () => {
    const libres = await essai.base
      .selectFrom('action_pilote')
      .select('texte')
      .distinct()
      .where('organisation_id', 'is', null)
      .execute();
    expect(libres.map(({ texte }) => texte)).toEqual(['groupement des directeurs de SGC-D']);
  });

  test('la feuille de route du Finistère se voit à Quimper et à Rennes, pas à Nantes', async () => {
    expect(await titresVusPar(essai, SGCD_29)).toContain(FINISTERE);
    expect(await titresVusPar(essai, 'demo-prefet-bretagne')).toContain(FINISTERE);
    expect(await titresVusPar(essai, 'demo-prefet-44')).not.toContain(FINISTERE);
  });

  test('un brouillon n’est vu que de son équipe et de la DITP ; un plan d’équipe, que de son ministère', async () => {
    const quiVoit = async (titre: string) => {
      const vus = await Promise.all(PERSONAS.map(async ({ id }) => ({ id, titres: await titresVusPar(essai, id) })));
      return vus.filter(({ titres }) => titres.includes(titre)).map(({ id }) => id);
    };
    expect(await quiVoit(BROUILLON)).toEqual([DGAFP, DITP]);
    expect(await quiVoit(REPRISE)).toEqual([
      'demo-spes',
      DITP,
      'demo-sg-mtect',
      'demo-premier-ministre',
      'demo-presidence',
    ]);
  });

  test('il y a six mois, les mêmes plans étaient dans un autre état', async () => {
    const ids = (await plansEcrits(essai)).map(({ id }) => id);
    const jour = aujourdhui(essai.horloge);
    const [present, passe] = await Promise.all([
      actionsSituees(essai.base, ids, { jour, passe: false }),
      actionsSituees(essai.base, ids, { jour: ajouterJours(jour, -182), passe: true }),
    ]);
    expect(passe.length).toBeGreaterThan(29);
    expect(passe.length).toBeLessThan(present.length);
    expect(bilan(passe).parStatut.terminee).toBeLessThan(bilan(present).parStatut.terminee);
  });

  test('lus ensemble, deux jours d’un plan sont ceux qu’on lit l’un après l’autre', async () => {
    const { base, horloge } = essai;
    const jour = aujourdhui(horloge);
    const retiree = await base.selectFrom('action').select(['id', 'plan_id']).orderBy('id').executeTakeFirstOrThrow();
    await base.updateTable('action').set({ retiree_le: horloge.maintenant() }).where('id', '=', retiree.id).execute();
    const parId = (actions: readonly { readonly id: string }[]) => [...actions].sort((a, b) => (a.id < b.id ? -1 : 1));
    let deplacees = 0;
    for (const { id } of await plansEcrits(essai))
      for (const jours of [5, 30, 120, 400]) {
        const du = ajouterJours(jour, -jours);
        const regard = { jour, passe: false };
        const { avant, apres } = await situationsEntre(base, id, du, regard);
        const avantSeul = await actionsSituees(base, [id], { jour: du, passe: true });
        const apresSeul = await actionsSituees(base, [id], regard);
        expect(parId(avant), `${id}, ${jours} jours`).toEqual(parId(avantSeul));
        expect(apres).toEqual(apresSeul);
        // Deadlines nobody touched since are read beside the action: they are those the facts gave that day.
        const faits = await engagementsDesActions(base, { plans: [id] }, { jour: du, passe: true });
        for (const { id: action, situation } of avantSeul) {
          const { terme, termeInitial, reports } = horizonDesEngagements(faits.get(action) ?? []);
          expect(situation, action).toMatchObject({ terme, termeInitial, reports });
        }
        const maintenant = new Map(apres.map((une) => [une.id, une.situation.terme]));
        deplacees += avant.filter(
          (une) => maintenant.has(une.id) && maintenant.get(une.id) !== une.situation.terme,
        ).length;
        if (id === retiree.plan_id && jours === 5) expect(avant.map((une) => une.id)).toContain(retiree.id);
      }
    expect(deplacees).toBeGreaterThan(0);
    await base.updateTable('action').set({ retiree_le: null }).where('id', '=', retiree.id).execute();
  });

  test('une base d’avant les horizons en sort avec ceux que ses échéances donnent', async () => {
    const { base } = essai;
    const { gardes, faits } = await etatsGardesEtFaits(base);
    expect(new Set(faits.map(({ horizon }) => horizon.genre))).toEqual(new Set(GENRES_D_HORIZON));
    await sql`alter table action drop column horizon, drop column terme, drop column terme_initial,
      drop column premier_debut, drop column a_interpreter, drop column reports, add column engagements jsonb not null default '[]'`.execute(
      base,
    );
    await sql`drop index action_retiree, action_pilote_facettes`.execute(base);
    const plans = (await plansEcrits(essai)).map(({ id }) => id);
    for (const [id, engagements] of await engagementsDesActions(base, { plans }, MAINTENANT))
      await sql`update action set engagements = ${JSON.stringify(engagements)}::jsonb where id = ${id}`.execute(base);
    await migrationHorizon.up(base);
    expect((await etatsGardesEtFaits(base)).gardes).toEqual(gardes);
    expect(gardes).toEqual(faits);
  });
});

describe.each([
  ['un 29 février', '2028-02-29T09:00:00Z'],
  ['un 1er janvier, juste après minuit', '2026-12-31T23:05:00Z'],
  ['un 31 décembre au soir', '2026-12-31T20:00:00Z'],
  ['la nuit du passage à l’heure d’été', '2027-03-28T01:30:00Z'],
  ['un 1er juillet', '2027-07-01T09:00:00Z'],
  ['un 30 septembre', '2026-09-30T09:00:00Z'],
])('chargée %s', (_, instant) => {
  let essai: Essai;
  beforeAll(async () => {
    essai = await ouvrirEssai(instant);
    await chargerDemonstration(essai.services, () => undefined);
  });
  afterAll(() => essai.fermer());

  test('des actions sont faites, en retard, proches, silencieuses, reportées, sans échéance', async () => {
    const ids = (await plansEcrits(essai)).map(({ id }) => id);
    const situees = await actionsSituees(essai.base, ids, { jour: aujourdhui(essai.horloge), passe: false });
    const { parStatut, parMarque } = bilan(situees);
    expect(Object.entries({ ...parStatut, ...parMarque }).filter(([, nombre]) => nombre === 0)).toEqual([]);
    expect(parMarque.en_retard).toBeGreaterThan(5);
    expect(parMarque.en_retard).toBeLessThan(20);
    expect(situees.some(({ situation }) => situation.reports >= 2)).toBe(true);
    expect(situees.some(({ taux }) => taux !== null)).toBe(true);
  });

  test('le journal est intact et va du plus ancien au plus récent, jamais dans l’avenir', async () => {
    expect(await verifierJournal(essai.base)).toMatchObject({ intact: true });
    const lignes = await essai.base.selectFrom('journal').select('instant').orderBy('sequence').execute();
    const instants = lignes.map((ligne) => ligne.instant.getTime());
    expect(instants).toEqual([...instants].sort((a, b) => a - b));
    expect(instants.at(-1)).toBe(essai.horloge.maintenant().getTime());
  });
});

async function contenu({ base }: Essai): Promise<Record<string, number>> {
  const tables =
    'compte plan axe action action_pilote echeance note_avancement jalon_de_trajectoire document_source plan_document journal';
  const comptes: Record<string, number> = {};
  for (const table of tables.split(' ')) {
    const { rows } = await sql<{ nombre: number }>`select count(*) as nombre from ${sql.table(table)}`.execute(base);
    comptes[table] = rows[0]?.nombre ?? 0;
  }
  return comptes;
}

/** The plans written, the largest first. */
function plansEcrits({ base }: Essai) {
  return base
    .selectFrom('plan')
    .innerJoin('action', 'action.plan_id', 'plan.id')
    .select(['plan.id', 'plan.demonstration'])
    .select(({ fn }) => fn.countAll<number>().as('actions'))
    .groupBy('plan.id')
    .orderBy('actions', 'desc')
    .execute();
}

async function titresVusPar({ base, horloge }: Essai, compte: string): Promise<string[]> {
  const acteur = await acteurDuCompte(base, compte, aujourdhui(horloge));
  if (!acteur) throw new Error(`Le compte ${compte} manque.`);
  const plans = await base.selectFrom('plan').select('titre').where(plansVisibles(acteur)).execute();
  return plans.map(({ titre }) => titre);
}
