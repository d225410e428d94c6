import { expect, test } from 'vitest';
import { creerActeur, ouvrirEssai, reussi } from '#outils-d-essai';
import type { Jour } from '#socle/valeurs';
import { criteresDeLAdresse } from '../adresses.ts';
import { creerAction } from '../commandes/creer-action.ts';
import { creerPlan } from '../commandes/creer-plan.ts';
import { rattacherPilote } from '../commandes/rattacher-pilote.ts';
import { retirerAction } from '../commandes/retirer-action.ts';
import { listerActions } from './actions.ts';
import { facettesDuPlan } from './facettes.ts';

test('le nombre à côté d’un filtre est celui des actions qu’il montre, chacune une fois', async () => {
  const essai = await ouvrirEssai('2022-02-15T09:00:00Z');
  try {
    const { base, services } = essai;
    const bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
    const plan = reussi(
      await creerPlan(services, bcam, {
        titre: 'Accueil',
        genre: 'plan_d_actions',
        proprietaire: 'mi-bcam',
        territoire: 'FR',
        diffusion: 'administration',
        etat: 'actif',
      }),
    );
    const ajouter = async (pilotes: string) =>
      reussi(await creerAction(services, bcam, plan, { intitule: `Confiée à ${pilotes}`, pilotes }));
    for (const seul of ['Mission du Ponant', 'Mission de l’Aulne', 'Équipe du trait de côte', 'Atelier de Penthièvre'])
      await ajouter(seul);
    // The same service under two names, and two services of one département: one action each time.
    await ajouter('Mission du Ponant\nMission de l’Aulne\nÉquipe du trait de côte');
    await ajouter('Comité des usagers\nDNUM');
    await ajouter('Comité des usagers');
    // A bureau and the direction above it, a région and its départements.
    await ajouter('BCAM');
    await ajouter('DMATES');
    await ajouter('Mission de l’Armorique');
    const retiree = await ajouter('Équipe du trait de côte\nComité des usagers');
    reussi(await retirerAction(services, bcam, { plan, action: retiree }, { motif: 'Sans objet' }));
    for (const [texte, organisation] of [
      ['Mission du Ponant', 'd29-prefecture'],
      ['Mission de l’Aulne', 'd29-prefecture'],
      ['Équipe du trait de côte', 'd29-ddtm'],
      ['Atelier de Penthièvre', 'd22-ddtm'],
      ['Mission de l’Armorique', 'r53-sgar'],
    ] as const)
      reussi(await rattacherPilote(services, bcam, plan, { texte, organisation }));

    const { organisations, textes, territoires } = await facettesDuPlan(base, plan);
    expect(Object.fromEntries(organisations.map(({ valeur, nombre }) => [valeur, nombre]))).toMatchObject({
      'd29-prefecture': 4,
      'd29-ddtm': 2,
      'd22-ddtm': 1,
      'r53-sgar': 1,
      'mi-dnum': 1,
      'mi-bcam': 1,
      'mi-dmates': 2,
    });
    expect(textes).toEqual([{ valeur: 'Comité des usagers', libelle: 'Comité des usagers', nombre: 2 }]);
    expect(territoires).toEqual([
      { valeur: 'R53', libelle: 'Bretagne', nombre: 6 },
      { valeur: 'D22', libelle: 'Côtes-d’Armor', nombre: 1 },
      { valeur: 'D29', libelle: 'Finistère', nombre: 4 },
    ]);
    const lister = async (critere: string, valeur: string) => {
      const criteres = criteresDeLAdresse(new URLSearchParams({ [critere]: valeur }));
      return (await listerActions(base, plan, criteres, { jour: '2022-02-15' as Jour, passe: false })).nombre;
    };
    for (const { valeur, nombre } of organisations)
      expect([valeur, await lister('organisation', valeur)]).toEqual([valeur, nombre]);
    for (const { valeur, nombre } of textes) expect(await lister('pilote', valeur)).toBe(nombre);
    for (const { valeur, nombre } of territoires) expect(await lister('territoire', valeur)).toBe(nombre);
  } finally {
    await essai.fermer();
  }
});
