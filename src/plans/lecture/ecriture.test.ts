import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jour } from '#socle/valeurs';
import type { ActionComparable } from '../regles/action-comparable.ts';
import { comparer } from '../regles/comparaison.ts';
import { type ActionAEcrire, feuilleDePlan } from './ecriture.ts';
import { formats, relire } from './essais/fichiers.ts';
import { outilsDEssai } from './essais/outils.ts';
import { outilsReels } from './essais/outils-reels.ts';
import { lirePlan } from './lire-plan.ts';
import { modeleDePlan } from './modele.ts';

const options = { nomDeFichier: 'export.xlsx', reperes: { reference: null } };

describe('un export se réimporte sans différence', () => {
  const texte = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).map((mots) => mots.trim());
  const plein = texte.filter((mots) => mots !== '' && /[\p{L}\p{N}]/u.test(mots));
  const peutEtre = fc.option(plein, { nil: null });
  const taux = fc.integer({ min: 0, max: 1000 }).map((dixiemes) => dixiemes / 10);
  const jours = fc
    .tuple(fc.integer({ min: 2020, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([annee, mois, quantieme]) => jour(annee, mois, quantieme));
  const action: fc.Arbitrary<ActionAEcrire> = fc.record({
    code: peutEtre,
    axes: fc.array(plein, { maxLength: 3 }),
    intitule: fc.oneof(plein, fc.constantFrom('Total', 'Axe 2 : moyens', 'Action', '2.3 – Déployer', 'NB : à revoir')),
    miseEnOeuvre: peutEtre,
    pilotes: fc.array(
      fc.record({
        texte: plein,
        role: fc.constantFrom('pilote' as const, 'en_lien_avec' as const, 'concours' as const),
      }),
      { maxLength: 4 },
    ),
    echeances: fc.array(fc.record({ libelle: peutEtre, texte: plein }), { maxLength: 3 }),
    livrables: peutEtre,
    avancement: fc.oneof(peutEtre, fc.constantFrom('En cours', 'Terminé')),
    statut: fc.constantFrom(null, 'a_lancer', 'en_cours', 'bloquee', 'terminee', 'abandonnee'),
    tauxRealisation: fc.option(taux.map(String), { nil: null }),
    trajectoire: fc.uniqueArray(fc.record({ date: jours, taux, texte: plein }), {
      maxLength: 3,
      selector: ({ date }) => date,
    }),
    recommandations: fc.array(plein, { maxLength: 3 }),
  });

  test.each(formats)('en %s, quels que soient les textes, les dates et les taux', async (format) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(action, { minLength: 1, maxLength: 6 }),
        fc.option(plein, { nil: null }),
        async (actions, titre) => {
          const existant: ActionComparable[] = actions.map((autre, rang) => ({ ...autre, id: String(rang) }));
          const lu = lirePlan(await relire(feuilleDePlan({ titre }, actions), format), options, outilsDEssai);
          const difference = comparer(existant, lu.actions);
          expect(difference.lignes.filter(({ etat }) => etat !== 'inchangee')).toEqual([]);
          expect(difference.comptes.inchangee).toBe(actions.length);
        },
      ),
      { numRuns: format === 'csv' ? 200 : 40 },
    );
  });
});

describe('le modèle à télécharger', () => {
  test.each(formats)('s’importe tel quel en %s, sans une seule anomalie', async (format) => {
    const lu = lirePlan(await relire(modeleDePlan(), format), options, outilsReels);
    expect(lu.anomalies).toEqual([]);
    if (format !== 'csv') expect(lu.titre).toBe('Titre du plan (à remplacer)');
    expect(lu.actions.map(({ code, intitule }) => [code, intitule.startsWith('Exemple : ')])).toEqual([
      ['1-1', true],
      ['1-2', true],
    ]);
    if (format !== 'csv') expect(lu.horsTableau).toEqual(modeleDePlan().notes);
  });

  test('ses exemples disent un axe, une étape, une trajectoire et un taux', async () => {
    const [premiere, seconde] = lirePlan(await relire(modeleDePlan(), 'xlsx'), options, outilsReels).actions;
    expect(premiere?.axes).toHaveLength(2);
    expect(premiere?.tauxRealisation).toBe('40');
    expect(premiere?.trajectoire.map(({ taux }) => taux)).toEqual([50, 100]);
    expect(premiere?.pilotes.map(({ role }) => role)).toEqual(['pilote', 'en_lien_avec']);
    expect(seconde?.echeancesTexte).toContain('Étape 2 : au plus tard le 30 juin 2027');
  });
});
