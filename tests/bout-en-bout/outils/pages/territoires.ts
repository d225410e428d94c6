import { envoyerSansControle } from '../gestes.ts';
import { DDPP_29, DITP, PREFET_29, SGAR_BRETAGNE, SGCD_29 } from '../personas.ts';
import { ouvrirPreparation } from '../points.ts';
import type { Cas } from './cas.ts';

/** Dashboards of territories. */
export const CAS_DES_TERRITOIRES: readonly Cas[] = [
  { titre: 'Territoires', route: '/territoires', persona: DITP, aller: '/territoires', sombre: true },
  { titre: 'Territoires, rien ne correspond', route: '/territoires', persona: DITP, aller: '/territoires?q=zzzz' },
  {
    titre: 'Territoire : un département',
    route: '/territoires/:territoire',
    persona: PREFET_29,
    aller: '/territoires/D29',
    sombre: true,
  },
  {
    titre: 'Territoire : une région, filtrée et triée',
    route: '/territoires/:territoire',
    persona: SGAR_BRETAGNE,
    aller: '/territoires/R53?position=en_retrait&tri=ecart&alerte=meteo_absente',
  },
  {
    titre: 'Territoire : la France',
    route: '/territoires/:territoire',
    persona: DITP,
    aller: '/territoires/FR?groupe=ministere',
  },
  {
    titre: 'Territoire : la seule réforme d’un service',
    route: '/territoires/:territoire',
    persona: SGCD_29,
    aller: '/territoires/D29',
  },
  {
    titre: 'Territoire : aucune réforme ne répond aux filtres',
    route: '/territoires/:territoire',
    persona: PREFET_29,
    aller: '/territoires/D29?q=zzzz',
  },
  {
    titre: 'Territoire refusé',
    route: '/territoires/:territoire',
    persona: PREFET_29,
    aller: '/territoires/D35',
    statut: 403,
  },
  {
    titre: 'Indicateurs d’un département',
    route: '/territoires/:territoire/indicateurs',
    persona: PREFET_29,
    aller: '/territoires/D29/indicateurs',
    sombre: true,
  },
  {
    titre: 'Indicateurs d’un territoire au passé',
    route: '/territoires/:territoire/indicateurs',
    persona: PREFET_29,
    aller: '/territoires/D29/indicateurs?au=2026-08-15',
  },
  {
    titre: 'Indicateurs d’une région, aucun ne correspond',
    route: '/territoires/:territoire/indicateurs',
    persona: SGAR_BRETAGNE,
    aller: '/territoires/R53/indicateurs?q=zzzz',
  },
  {
    titre: 'Indicateurs, aucun à lire',
    route: '/territoires/:territoire/indicateurs',
    persona: DDPP_29,
    aller: '/territoires/D29/indicateurs',
  },
  {
    titre: 'Départements côte à côte',
    route: '/territoires/:territoire/departements',
    persona: SGAR_BRETAGNE,
    aller: '/territoires/R53/departements',
    sombre: true,
  },
  {
    titre: 'Carte de la France',
    route: '/territoires/:territoire/carte',
    persona: DITP,
    aller: '/territoires/FR/carte',
    sombre: true,
  },
  {
    titre: 'Carte d’une région',
    route: '/territoires/:territoire/carte',
    persona: SGAR_BRETAGNE,
    aller: '/territoires/R53/carte',
  },
  {
    titre: 'Comparaison sans noms',
    route: '/territoires/:territoire/comparaison',
    persona: PREFET_29,
    aller: '/territoires/D29/comparaison',
    sombre: true,
  },
  {
    titre: 'Comparaison avec ses voisins, fermés',
    route: '/territoires/:territoire/comparaison',
    persona: PREFET_29,
    aller: '/territoires/D29/comparaison?avec=voisins',
  },
  {
    titre: 'Comparaison avec une sélection',
    route: '/territoires/:territoire/comparaison',
    persona: DITP,
    aller: '/territoires/D29/comparaison?avec=choix',
  },
  {
    titre: 'Critères de ressemblance',
    route: '/territoires/criteres',
    persona: DITP,
    aller: '/territoires/criteres',
  },
  {
    titre: 'Évolution d’un territoire',
    route: '/territoires/:territoire/evolution',
    persona: PREFET_29,
    aller: '/territoires/D29/evolution',
    sombre: true,
  },
  {
    titre: 'Évolution sans réponse au filtre',
    route: '/territoires/:territoire/evolution',
    persona: PREFET_29,
    aller: '/territoires/D29/evolution?genre=plus_mesuree',
  },
  {
    titre: 'Points d’étape',
    route: '/territoires/:territoire/points',
    persona: PREFET_29,
    aller: '/territoires/D29/points',
    sombre: true,
  },
  {
    titre: 'Préparer un point d’étape, refusé',
    route: '/territoires/:territoire/points',
    persona: PREFET_29,
    aller: async (page) => {
      await ouvrirPreparation(page);
      await envoyerSansControle(page, 'Figer la situation');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Fiche d’un territoire',
    route: '/territoires/:territoire/fiche',
    persona: PREFET_29,
    aller: '/territoires/D29/fiche',
    sombre: true,
  },
];
