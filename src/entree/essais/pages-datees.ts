import { type LoaderFunctionArgs, RouterContextProvider } from 'react-router';
import { type Acteur, contexteServices, contexteVisite } from '#acces';
import type { Essai } from '#outils-d-essai';
import { loader as exportDesTerritoires } from '../../reformes/fiche/pages/export-des-territoires.ts';
import { loader as pageDeReforme } from '../../reformes/fiche/pages/reforme.tsx';
import { loader as pageDesTerritoires } from '../../reformes/fiche/pages/territoires.tsx';
import { loader as pageDIndicateur } from '../../reformes/pages/indicateurs/fiche.tsx';
import { loader as situationsCsv } from '../../reformes/pages/indicateurs/situations-csv.ts';
import { loader as carte } from '../../reformes/territoires/pages/carte.tsx';
import { loader as chaleur } from '../../reformes/territoires/pages/chaleur.tsx';
import { loader as chaleurExport } from '../../reformes/territoires/pages/chaleur-export.ts';
import { loader as comparaison } from '../../reformes/territoires/pages/comparaison.tsx';
import type { MondeDuJour } from './jour-passe.ts';

/** A path with its query, and the parameters of its route. */
export type Adresse = { readonly chemin: string; readonly params: Readonly<Record<string, string>> };

type Loader<T> = (arguments_: LoaderFunctionArgs) => T;

/** What the page of this address gives to this person. */
export function charger<T>({ services }: Essai, loader: Loader<T>, acteur: Acteur, { chemin, params }: Adresse): T {
  const context = new RouterContextProvider();
  context.set(contexteServices, services);
  context.set(contexteVisite, { acteur, session: null, nonce: '', adresse: '192.0.2.1' });
  const request = new Request(`http://jalon.exemple.gouv.fr${chemin}`);
  return loader({ context, request, params, url: new URL(request.url), pattern: chemin });
}

export type Page = {
  readonly titre: string;
  readonly loader: Loader<unknown>;
  /** With its parameters, but for the date. */
  readonly adresse: (monde: MondeDuJour) => Adresse;
  readonly acteurs?: readonly ('ditp' | 'prefet')[];
};

export const PAGES: readonly Page[] = [
  {
    titre: 'une réforme dans un département : chiffres, série, médiane, météo et analyse',
    loader: pageDeReforme,
    adresse: ({ fibre }) => ({ chemin: `/reformes/${fibre.id}?territoire=D29`, params: { reforme: fibre.id } }),
  },
  {
    titre: 'une réforme dans une région, saisie',
    loader: pageDeReforme,
    adresse: ({ fibre }) => ({ chemin: `/reformes/${fibre.id}?territoire=R53`, params: { reforme: fibre.id } }),
    acteurs: ['ditp'],
  },
  {
    titre: 'les territoires d’une réforme et leur carte',
    loader: pageDesTerritoires,
    adresse: ({ fibre }) => ({
      chemin: `/reformes/${fibre.id}/territoires?maille=departemental&tri=ecart`,
      params: { reforme: fibre.id },
    }),
  },
  {
    titre: 'les régions d’une réforme qui se somme',
    loader: pageDesTerritoires,
    adresse: ({ somme }) => ({
      chemin: `/reformes/${somme.id}/territoires?maille=regional`,
      params: { reforme: somme.id },
    }),
    acteurs: ['ditp'],
  },
  {
    titre: 'la carte de la France',
    loader: carte,
    adresse: ({ fibre }) => ({ chemin: `/territoires/FR/carte?reforme=${fibre.id}`, params: { territoire: 'FR' } }),
    acteurs: ['ditp'],
  },
  {
    titre: 'les départements d’une région côte à côte',
    loader: chaleur,
    adresse: () => ({ chemin: '/territoires/R53/departements', params: { territoire: 'R53' } }),
    acteurs: ['ditp'],
  },
  {
    titre: 'un département et ses semblables, nommés ou non, et l’entonnoir',
    loader: comparaison,
    adresse: ({ mdph }) => ({
      chemin: `/territoires/D29/comparaison?reforme=${mdph.id}`,
      params: { territoire: 'D29' },
    }),
  },
  {
    titre: 'un indicateur',
    loader: pageDIndicateur,
    adresse: ({ indicateur }) => ({ chemin: `/indicateurs/${indicateur}?territoire=D29`, params: { indicateur } }),
  },
];

export const FICHIERS: readonly Page[] = [
  {
    titre: 'territoires d’une réforme',
    loader: exportDesTerritoires,
    adresse: ({ fibre }) => ({
      chemin: `/reformes/${fibre.id}/territoires/export.csv?tri=taux`,
      params: { reforme: fibre.id },
    }),
  },
  {
    titre: 'côte à côte',
    loader: chaleurExport,
    adresse: () => ({ chemin: '/territoires/R53/departements/export.csv', params: { territoire: 'R53' } }),
    acteurs: ['ditp'],
  },
  {
    titre: 'situations d’un indicateur',
    loader: situationsCsv,
    adresse: ({ indicateur }) => ({ chemin: `/indicateurs/${indicateur}/situations.csv`, params: { indicateur } }),
  },
];
