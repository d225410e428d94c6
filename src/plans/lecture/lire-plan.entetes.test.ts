import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanLu } from '../regles/lecture.ts';
import { graves, lireTableau } from './essais/lire.ts';

const champs = (plan: PlanLu) => plan.colonnes.map(({ champ }) => champ);

describe('les en-têtes', () => {
  test('un tableau de suivi du Finistère, titre au-dessus, deux colonnes sans en-tête', () => {
    const plan = lireTableau([
      ['Suivi des chantiers du SGC-D du Finistère'],
      [null, null, 'Thème', 'Actions', 'Service porteur', 'Délai', 'Observations'],
      [
        '1',
        '1-1',
        'Accueil',
        'Ouvrir un guichet commun à Quimper',
        'SGCD en lien avec la DDTM',
        '2026',
        'Local trouvé.',
      ],
      ['2', '1-2', 'Accueil', 'Former les agents', 'DDTM', null, null],
    ]);
    expect(plan.titre).toBe('Suivi des chantiers du SGC-D du Finistère');
    expect(champs(plan)).toEqual(['numero', 'code', 'axe', 'intitule', 'pilotes', 'echeance', 'avancement']);
    expect(plan.actions.map(({ ligne, code }) => [ligne, code])).toEqual([
      [3, '1-1'],
      [4, '1-2'],
    ]);
    expect(plan.actions[0]?.pilotes.map(({ texte, role }) => [texte, role])).toEqual([
      ['SGCD', 'pilote'],
      ['DDTM', 'en_lien_avec'],
    ]);
    expect(plan.actions[1]?.echeances).toEqual([]);
    expect(plan.anomalies.filter(({ colonne }) => colonne === 'B')[0]?.message).toContain('lue comme le code');
  });

  test.each([
    [['Responsable(s) de la mise en œuvre', 'MESURES', 'Date limite', 'Réalisé'], 'pilotes intitule echeance taux'],
    [['Chef de file', 'Recommandation', 'Calendrier', 'Suivi'], 'pilotes intitule echeance avancement'],
    [['N°', 'Mission', 'Porteur', 'Échéances', '%'], 'code intitule pilotes echeance taux'],
    [['Chantier', 'Intitulé', 'Pilote', 'Contributeurs', 'Statut'], 'axe intitule pilotes en_lien_avec statut'],
    [['Action', 'Recommandations visées', 'Livrables et échéances'], 'intitule recommandation livrables_et_echeances'],
    [['Domaine', 'Objectif', 'Actions', 'Modalités', 'Concours'], 'axe sous_axe intitule mise_en_oeuvre concours'],
    [['Mesure', 'Action', 'Pilote / Responsable', 'Point de situation'], 'axe intitule pilotes avancement'],
  ])('%s', (entetes, attendu) => {
    const plan = lireTableau([entetes, entetes.map((_, rang) => (rang % 2 === 0 ? 'DDT' : null))]);
    expect(champs(plan).join(' ')).toBe(attendu);
  });

  test('les colonnes dans n’importe quel ordre donnent les mêmes actions', () => {
    const colonnes = [
      ['Axe', 'Accueil', 'Accueil', 'Numérique'],
      ['Code', 'A.1', 'A.2', 'B.1'],
      ['Action', 'Ouvrir le samedi', 'Signaler les rampes', 'Équiper les agents'],
      ['Pilote', 'DDT', 'DDETS', 'SGCD'],
      ['Échéance', 'fin 2026', '2027', '31/02/2024'],
      ['Taux de réalisation', '10 %', '20 %', '140 %'],
    ];
    const reference = lireTableau(transposer(colonnes)).actions;
    expect(reference).toHaveLength(3);
    fc.assert(
      fc.property(fc.shuffledSubarray(colonnes, { minLength: colonnes.length }), (melangees) => {
        expect(lireTableau(transposer(melangees)).actions).toEqual(reference);
      }),
    );
  });

  test('sans en-tête, rien n’est deviné : les colonnes nécessaires sont dites et le contenu est gardé', () => {
    const lignes = [
      ['Ouvrir un guichet à Brest', 'DDTM'],
      ['Former les agents', 'DDETS'],
    ];
    const plan = lireTableau(lignes);
    expect(plan.actions).toEqual([]);
    expect(plan.anomalies[0]).toMatchObject({
      gravite: 'erreur',
      message: expect.stringMatching(/colonne «\sAction\s»/),
    });
    expect(plan.horsTableau).toEqual(['Ouvrir un guichet à Brest | DDTM', 'Former les agents | DDETS']);

    const corrige = lireTableau(lignes, { correspondance: { 0: 'intitule', 1: 'pilotes' } });
    expect(corrige.actions.map(({ intitule }) => intitule)).toEqual(['Ouvrir un guichet à Brest', 'Former les agents']);
  });

  test('« Action » seule, ou à côté d’une colonne inconnue, suffit', () => {
    const plan = lireTableau([
      ['Action', 'Budget'],
      ['Rénover la cité administrative de Vannes', '12 000 €'],
    ]);
    expect(plan.actions.map(({ intitule }) => intitule)).toEqual(['Rénover la cité administrative de Vannes']);
    expect(lireTableau([['Actions'], ['Ouvrir'], ['Fermer']]).actions).toHaveLength(2);
  });

  test('la correspondance corrigée par la personne l’emporte', () => {
    const plan = lireTableau(
      [
        ['Action', 'Budget', 'Pilote'],
        ['Rénover la cité administrative de Rennes', 'Marché notifié', 'SGAR'],
      ],
      { correspondance: { 1: 'avancement', 2: 'ignoree' } },
    );
    expect(plan.actions[0]).toMatchObject({ avancement: 'Marché notifié', pilotes: [] });
    expect(graves(plan.anomalies)).toEqual([]);
  });

  test('un en-tête deviné d’après un mot est signalé', () => {
    const plan = lireTableau([
      ['Action', 'Autorité responsable'],
      ['Ouvrir', 'DITP'],
    ]);
    expect(plan.actions[0]?.pilotesTexte).toBe('DITP');
    expect(graves(plan.anomalies)).toMatchObject([{ colonne: 'Autorité responsable', gravite: 'a_verifier' }]);
  });

  test('« 50 % » ou « Terminé » seuls dans une colonne d’avancement valent aussi taux ou statut, et on le dit', () => {
    const plan = lireTableau([
      ['Action', 'Avancement'],
      ['Ouvrir', '50 %'],
      ['Fermer', 'Terminé'],
      ['Former', 'Une session par mois depuis mars'],
    ]);
    expect(
      plan.actions.map(({ avancement, tauxRealisation, statut }) => [avancement, tauxRealisation, statut]),
    ).toEqual([
      ['50 %', '50', null],
      ['Terminé', null, 'terminee'],
      ['Une session par mois depuis mars', null, null],
    ]);
    expect(plan.anomalies.map(({ ligne, gravite }) => [ligne, gravite])).toEqual([
      [2, 'information'],
      [3, 'information'],
    ]);
  });

  test('une colonne inconnue est laissée de côté et signalée', () => {
    const plan = lireTableau([
      ['Action', 'Pilote', 'Budget'],
      ['Rénover la cité administrative', 'SGAR', '12 000 €'],
    ]);
    expect(graves(plan.anomalies)).toMatchObject([{ colonne: 'Budget', gravite: 'a_verifier' }]);
  });
});

function transposer(colonnes: readonly (readonly string[])[]): string[][] {
  return (colonnes[0] ?? []).map((_, rang) => colonnes.map((colonne) => colonne[rang] ?? ''));
}
