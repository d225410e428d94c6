import { describe, expect, test } from 'vitest';
import { detacherNumero, detacherPrefixe } from './codes.ts';
import { reconnaitreEntete } from './entetes.ts';
import { datesDeLaLigne, lireEnteteDatee } from './entetes-datees.ts';
import { LIBELLES_DE_STATUT, lireStatut } from './statuts.ts';

describe('les mots d’un plan', () => {
  test.each([
    ['PILOTE(S)', 'pilotes'],
    ['Responsable de la mise en œuvre :', 'pilotes'],
    ['Service porteur', 'pilotes'],
    ['Echeances', 'echeance'],
    ['DÉLAIS', 'echeance'],
    ['Calendrier prévisionnel', 'echeance'],
    ["Etat d'avancement", 'avancement'],
    ['Observations et commentaires', 'avancement'],
    ['Commentaires du comité de mars', 'avancement'],
    ['Intitulé de l’action', 'intitule'],
    ['Recommandations /parties du rapport visées', 'recommandation_visee'],
    ['Livrables / échéances', 'livrables_et_echeances'],
    ['Mise en œuvre / déclinaison', 'mise_en_oeuvre'],
    ['Taux de réalisation (%)', 'taux'],
    ['N°', 'numero'],
    ['Réf.', 'code'],
  ])('l’en-tête « %s »', (entete, sens) => expect(reconnaitreEntete(entete)?.sens).toBe(sens));

  test.each(['Budget', 'Téléphone', 'Former les agents à l’accueil', ''])('« %s » n’est pas un en-tête connu', (mots) =>
    expect(reconnaitreEntete(mots)).toBeNull());

  test.each([
    ['11 mai', '11 mai', 'rien'],
    ['Taux de réalisation\n1er septembre', '1er septembre', 'declare'],
    ['Attendu au 30/06/2026', '30/06/2026', 'attendu'],
    ['Cible fin 2026', 'fin 2026', 'attendu'],
    ['T2 2026', 'T2 2026', 'rien'],
    ['Réalisé au 1er juin 2020', '1er juin 2020', 'declare'],
  ])('l’en-tête daté « %s »', (entete, date, annonce) => expect(lireEnteteDatee(entete)).toEqual({ date, annonce }));

  test.each(['Échéance', 'Étape 2', 'Plan 2023 du Finistère', 'Budget 2023'])('« %s » n’est pas une date', (entete) =>
    expect(lireEnteteDatee(entete)).toBeNull());

  test('une ligne de dates', () => {
    expect(datesDeLaLigne('11 mai 1er juin 1er juillet 2020')).toEqual(['11 mai', '1er juin', '1er juillet 2020']);
    expect(datesDeLaLigne('11 mai, si possible')).toEqual([]);
  });

  test('les statuts connus, et aucun autre', () => {
    expect(['Terminé(e)', 'CLOS', 'Fait.', 'Achevées'].map(lireStatut)).toEqual(new Array(4).fill('terminee'));
    expect(['En cours', 'Engagée'].map(lireStatut)).toEqual(['en_cours', 'en_cours']);
    expect(['À lancer', 'Non démarré', 'A venir'].map(lireStatut)).toEqual(new Array(3).fill('a_lancer'));
    expect(['Annulé', 'Abandonnée'].map(lireStatut)).toEqual(['abandonnee', 'abandonnee']);
    expect(['En retard', 'OK', 'En attente d’arbitrage', 'Presque terminé', ''].map(lireStatut)).toEqual(
      new Array(5).fill(null),
    );
    for (const [statut, libelle] of Object.entries(LIBELLES_DE_STATUT)) expect(lireStatut(libelle)).toBe(statut);
  });

  test('le numéro d’une recommandation et le code en tête d’un intitulé', () => {
    expect(detacherNumero('Recommandation n° 10 : Créer un réseau')).toEqual({
      code: '10',
      intitule: 'Créer un réseau',
    });
    expect(detacherNumero('Mesure 2.1 – Ouvrir')).toEqual({ code: '2.1', intitule: 'Ouvrir' });
    expect(detacherNumero('Action sociale : aider')).toEqual({ code: null, intitule: 'Action sociale : aider' });
    expect(detacherPrefixe('2.3 – Déployer')).toEqual({ code: '2.3', intitule: 'Déployer' });
    expect(detacherPrefixe('4) Former')).toEqual({ code: '4', intitule: 'Former' });
    expect(detacherPrefixe('100 % des agents dotés').code).toBeNull();
  });
});
