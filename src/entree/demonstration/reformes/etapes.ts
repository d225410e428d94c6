import type { Acteur } from '#acces';
import { arreterPoint, commenterPoint, creerPoint } from '#reformes/etapes';
import { ajouterJours, type Jour } from '#socle/valeurs';
import { type AutreFait, faitsAvant } from '../chronologie.ts';

type PointDeDemonstration = {
  readonly ilYA: number;
  readonly titre: string;
  /** Said before the meeting: on the whole, or on the reform of this name. */
  readonly commentaires: readonly (readonly [reforme: string | null, texte: string])[];
  /** Settled and presented some days later, with what was said then; null: still being prepared. */
  readonly presente: { readonly apres: number; readonly releve: string } | null;
};

const POINTS: readonly PointDeDemonstration[] = [
  {
    ilYA: 100,
    titre: 'Revue des réformes avec les sous-préfets',
    commentaires: [
      [null, 'Trois réformes se jouent dans les six mois : les soins, le handicap et les postes à pourvoir.'],
      [
        'Répondre plus vite aux personnes handicapées',
        'Un point chaque mois avec le département, jusqu’à ce que les postes d’instructeurs soient pourvus.',
      ],
      ['Très haut débit et couverture mobile', 'L’opérateur confirme le calendrier des îles.'],
    ],
    presente: { apres: 3, releve: 'Relevé envoyé aux sous-préfets. Prochaine revue dans trois mois.' },
  },
  {
    ilYA: 4,
    titre: 'Comité régional : le Finistère',
    commentaires: [
      [
        'Accès aux soins de proximité',
        'À dire en comité : trois départs de médecins sans remplaçant dans le pays du Centre-Ouest.',
      ],
    ],
    presente: null,
  },
];

/** Two points d'étape of the Finistère: one that was presented, one that is being prepared. */
export function faitsDesEtapes(
  prefet: Acteur,
  reformes: ReadonlyMap<string, string>,
  jour: Jour,
): readonly AutreFait[] {
  const le = faitsAvant(jour);
  return POINTS.flatMap(({ ilYA, titre, commentaires, presente }) => {
    let point = '';
    const dire = (jours: number, reforme: string | null, texte: string) =>
      le(jours, (alors) => commenterPoint(alors, prefet, point, { reforme: reformes.get(reforme ?? '') ?? '', texte }));
    return [
      le(ilYA, async (alors) => {
        // The day before the weekend that the chronicle may go back over: what was known then is read.
        const cree = await creerPoint(alors, prefet, 'D29', { titre, jour: ajouterJours(jour, -ilYA - 3) });
        if (cree.ok) point = cree.valeur;
        return cree;
      }),
      ...commentaires.map(([reforme, texte]) => dire(ilYA, reforme, texte)),
      ...(presente === null
        ? []
        : [
            le(ilYA - presente.apres, (alors) => arreterPoint(alors, prefet, point, { version: 1 })),
            dire(ilYA - presente.apres, null, presente.releve),
          ]),
    ];
  });
}
