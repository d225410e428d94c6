import { compter, enumerer } from '#interface';
import type { Verification } from './regles/verification.ts';

/** What a verification found, in sentences: for the command line. */
export function direLaVerification(verification: Verification): string {
  const { intact, lignes, tete, defauts, nombreDeDefauts, reculs, ancresControlees, partsPersonnelles, partsEffacees } =
    verification;
  const precisions = [
    ...(ancresControlees > 0 ? [compter(ancresControlees, 'ancre contrôlée', 'ancres contrôlées')] : []),
    ...(partsPersonnelles > 0
      ? [
          `${compter(partsPersonnelles, 'part personnelle', 'parts personnelles')}, dont ${compter(partsEffacees, 'effacée', 'effacées')}`,
        ]
      : []),
    ...(reculs > 0 ? [`${compter(reculs, 'ligne', 'lignes')} où l’horloge recule (ce n’est pas une altération)`] : []),
  ];
  const suite = precisions.length === 0 ? '' : `\nEn plus : ${enumerer(precisions)}.`;
  if (intact)
    return `Le journal est intact : ${compter(lignes, 'ligne', 'lignes')}, empreinte ${tete.empreinte}.${suite}`;
  const tus = nombreDeDefauts - defauts.length;
  return [
    `Le journal est altéré : ${compter(nombreDeDefauts, 'défaut', 'défauts')} dans ${compter(lignes, 'ligne', 'lignes')}.`,
    ...defauts.map(({ sequence, raison }) => `  ligne ${sequence} : ${raison}`),
    ...(tus > 0 ? [`  et ${compter(tus, 'autre', 'autres')}`] : []),
    'N’écrivez plus rien, gardez une copie de la base, et comparez-la à la dernière sauvegarde (docs/exploitation.md).',
  ]
    .join('\n')
    .concat(suite);
}
