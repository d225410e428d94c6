import { expect, test } from 'vitest';
import { creerActeur, ouvrirEssai, reussi } from '#outils-d-essai';
import { creerAction } from '../commandes/creer-action.ts';
import { creerPlan } from '../commandes/creer-plan.ts';
import { rattacherPilote } from '../commandes/rattacher-pilote.ts';
import { retirerAction } from '../commandes/retirer-action.ts';
import { facettesDuPlan } from './facettes.ts';

test('chaque action compte une fois par service et une fois par territoire, retirées exclues', async () => {
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
    const retiree = await ajouter('Équipe du trait de côte\nComité des usagers');
    reussi(await retirerAction(services, bcam, { plan, action: retiree }, { motif: 'Sans objet' }));
    for (const [texte, organisation] of [
      ['Mission du Ponant', 'd29-prefecture'],
      ['Mission de l’Aulne', 'd29-prefecture'],
      ['Équipe du trait de côte', 'd29-ddtm'],
      ['Atelier de Penthièvre', 'd22-ddtm'],
    ] as const)
      reussi(await rattacherPilote(services, bcam, plan, { texte, organisation }));

    const { organisations, textes, territoires } = await facettesDuPlan(base, plan);
    expect(organisations.map(({ valeur, nombre }) => [valeur, nombre])).toEqual([
      ['d29-prefecture', 3],
      ['d29-ddtm', 2],
      ['d22-ddtm', 1],
      ['mi-dnum', 1],
    ]);
    expect(textes).toEqual([{ valeur: 'Comité des usagers', libelle: 'Comité des usagers', nombre: 2 }]);
    expect(territoires).toEqual([
      { valeur: 'D22', libelle: 'Côtes-d’Armor', nombre: 1 },
      { valeur: 'D29', libelle: 'Finistère', nombre: 4 },
    ]);
  } finally {
    await essai.fermer();
  }
});
