import type { Acteur } from '#acces';
import { type Lecteur, lecteursDe } from '#acces/qui-peut-voir';
import { formaterNombre } from '#interface';
import type { Services } from '#socle';
import { TERRITOIRES } from '#territoires';
import {
  peutAnalyser,
  peutDeclarerMeteo,
  peutTenirReforme,
  pourquoiLireReforme,
  type ReformeVue,
} from '../politique.ts';
import { direLaRaison, type Pouvoir } from './mots-d-acces.ts';

/** Everyone who reads this reform today, and where: the policy is asked of every territory. */
export function lecteursDeLaReforme(
  services: Pick<Services, 'base' | 'horloge'>,
  reforme: ReformeVue,
): Promise<readonly Lecteur<Pouvoir>[]> {
  return lecteursDe(services, (acteur) => {
    const ouverts = TERRITOIRES.map(({ code, nom }) => ({
      code,
      nom,
      raisons: pourquoiLireReforme(acteur, reforme, code),
    })).filter(({ raisons }) => raisons.length > 0);
    if (ouverts.length === 0) return null;
    const codes = ouverts.map(({ code }) => code);
    return {
      pouvoir: pouvoirSur(acteur, reforme, codes),
      ou: direOu(ouverts.map(({ nom }) => nom)),
      raisons: [...new Set(ouverts.flatMap(({ raisons }) => raisons.map(direLaRaison)))],
    };
  });
}

/** The most someone can do: keep the reform, declare or analyse somewhere, or read only. */
function pouvoirSur(lecteur: Acteur, reforme: ReformeVue, codes: readonly string[]): Pouvoir {
  if (peutTenirReforme(lecteur, reforme).permis) return 'tenir';
  if (codes.some((code) => peutDeclarerMeteo(lecteur, reforme, code).permis)) return 'declarer';
  return codes.some((code) => peutAnalyser(lecteur, reforme, code).permis) ? 'analyser' : 'lire';
}

function direOu(noms: readonly string[]): string {
  if (noms.length === TERRITOIRES.length) return 'partout';
  const [premier = '', ...autres] = noms;
  if (autres.length === 0) return premier;
  return `${premier} et ${formaterNombre(autres.length)} ${autres.length === 1 ? 'autre' : 'autres'}`;
}
