import type { ImportEnLigne, LigneRefusee } from '#indicateurs';
import { compter } from '#interface';

type Fichier = ImportEnLigne['fichiers'][number];

/** What an import did, as a person reads it at the terminal: nothing of what was wrong is left out. */
export function raconterImport(
  { crees, alias, fichiers }: ImportEnLigne,
  refusees: readonly (readonly LigneRefusee[])[],
): string {
  return [
    ...direCreations(crees),
    ...direAlias(alias),
    ...fichiers.flatMap((f, i) => direFichier(f, refusees[i] ?? [])),
  ]
    .map((ligne) => `${ligne}\n`)
    .join('');
}

function direCreations(crees: ImportEnLigne['crees']): readonly string[] {
  if (crees.length === 0) return [];
  const baisse = crees.filter(({ sens }) => sens === 'baisse');
  const supposes = crees.filter(({ raisonDuSens }) => raisonDuSens === 'suppose');
  const cumules = crees.filter(({ cumul }) => cumul !== null);
  const mesures = new Set(crees.map(({ mesure }) => mesure)).size;
  return [
    `${compter(crees.length, 'indicateur créé', 'indicateurs créés')}, de ${compter(mesures, 'mesure', 'mesures')}.`,
    '  Sens déduit des cibles : à la hausse, sauf ceux-ci, à la baisse :',
    ...baisse.map(
      ({ identifiant, auDessus, auDessous }) =>
        `    ${identifiant} (${compter(auDessous, 'cible', 'cibles')} sous le départ, ${auDessus} au-dessus)`,
    ),
    ...(supposes.length === 0
      ? []
      : [`  Sans cible, supposés à la hausse : ${supposes.map(({ identifiant }) => identifiant).join(', ')}.`]),
    ...(cumules.length === 0
      ? []
      : [
          '  Leur synthèse est la somme des valeurs du détail : ils sont suivis en cumul.',
          ...cumules.map(({ identifiant, cumul }) => `    ${identifiant} (${NOMS_DE_FENETRE[cumul ?? '12']})`),
        ]),
    '  Délai de disponibilité supposé de 3 mois : à régler sur la page de chaque indicateur.',
    '',
  ];
}

const NOMS_DE_FENETRE = { annee_civile: 'depuis janvier', '12': 'sur 12 mois', '3': 'sur 3 mois' } as const;

function direAlias(alias: ImportEnLigne['alias']): readonly string[] {
  return alias.flatMap(({ identifiant, noms }) => [
    `Un identifiant sous plusieurs noms : ${identifiant}`,
    ...noms.map((nom, i) => `  ${i === 0 ? 'gardé' : 'alias'} : ${nom}`),
    '',
  ]);
}

function direFichier({ nom, bilan: { fichier, effet }, ecriture }: Fichier, refusees: readonly LigneRefusee[]) {
  const defauts: readonly (readonly [number, string, string])[] = [
    [fichier.lignesEnDouble, 'ligne en double', 'lignes en double'],
    [fichier.sansCible, 'ligne sans cible', 'lignes sans cible'],
    [fichier.sansValeurInitiale, 'ligne sans valeur initiale', 'lignes sans valeur initiale'],
    [fichier.ciblesEchues, 'cible déjà échue', 'cibles déjà échues'],
    [fichier.valeursAnciennes, 'dernière valeur de plus d’un an', 'dernières valeurs de plus d’un an'],
    [
      fichier.parRegle.cible_du_mauvais_cote ?? 0,
      'cible du mauvais côté du départ',
      'cibles du mauvais côté du départ',
    ],
    [
      fichier.parRegle.valeur_cumulee ?? 0,
      'valeur en cumul, calculée du détail',
      'valeurs en cumul, calculées du détail',
    ],
    [fichier.sansValeur, 'ligne sans valeur, rien n’est écrit', 'lignes sans valeur, rien n’est écrit'],
  ];
  const faits = ecriture.ok
    ? `${compter(ecriture.valeur.nouvelles, 'valeur nouvelle', 'valeurs nouvelles')}, ${compter(ecriture.valeur.modifiees, 'modifiée', 'modifiées')}, ${compter(ecriture.valeur.identiques, 'déjà connue', 'déjà connues')}.`
    : ecriture.refus.message;
  return [
    nom,
    `  ${compter(fichier.lignes, 'ligne', 'lignes')}, ${compter(fichier.valeurs, 'valeur', 'valeurs')} : ${fichier.pretes.toLocaleString('fr-FR')} prêtes, ${fichier.repetees.toLocaleString('fr-FR')} répétées, ${compter(fichier.refusees, 'refusée', 'refusées')}.`,
    ...defauts.flatMap(([nombre, un, plusieurs]) => (nombre === 0 ? [] : [`  ${compter(nombre, un, plusieurs)}`])),
    ...refusees.map(({ ligne, message }) => `  ligne ${ligne} : ${message}`),
    ...(fichier.refusees > refusees.length
      ? [`  … et ${fichier.refusees - refusees.length} autres lignes refusées`]
      : []),
    `  ${effet.verdict}`,
    `  → ${faits}`,
    '',
  ];
}
