import { INSECABLE } from '#interface';
import type { SuiviPresente } from '../../presentation.ts';
import { phraseDuTerritoire, resumer } from '../../territoires/regles/resume.ts';

/** What these reforms show, in the sentence of the dashboard: « 12 réformes suivies : 7 sur leur trajectoire… ». */
export function direSynthese(lignes: readonly SuiviPresente[]): string {
  const { debut, positions, divergences } = phraseDuTerritoire(resumer(lignes));
  if (positions.length === 0) return debut;
  const suite = divergences === null ? '' : ` ${divergences.texte}.`;
  return `${debut}${positions.map(({ texte }) => texte).join(', ')}.${suite}`;
}

/** « Point d’étape du Finistère au 15 février 2022 : comité de mars ». */
export function nomDeFichier(titre: string): string {
  const propre = titre
    .replace(/[\\/:*?"<>|\s]+/g, ' ')
    .trim()
    .slice(0, 100);
  return propre || `Point d’étape${INSECABLE}`;
}
