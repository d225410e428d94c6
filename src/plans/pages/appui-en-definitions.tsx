import type { AppuiDuStatut } from './appui-du-statut.ts';
import { PiecesJointes } from './pieces-jointes.tsx';

/** What the status rests on, beside it. */
export function definitionsDAppui(appui: AppuiDuStatut | null, adresse: string) {
  if (appui === null) return [];
  if (appui.genre === 'import') return [{ terme: 'Pièce', valeur: 'aucune : le statut vient d’un import' }];
  if (appui.genre === 'obstacle')
    return [
      { terme: 'Ce qui bloque', valeur: appui.obstacle },
      { terme: 'Ce qui lèverait l’obstacle', valeur: appui.levee ?? 'non dit' },
    ];
  return [
    {
      terme: 'Pièce',
      valeur:
        appui.pieces.length > 0 ? (
          <PiecesJointes pieces={appui.pieces} adresse={adresse} />
        ) : (
          `sans pièce : ${appui.sansPiece ?? ''}`
        ),
    },
  ];
}
