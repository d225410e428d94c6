import { type Axe, creerAxe } from '../axe.ts';
import { PanneauDepliant } from '../elements/panneau-depliant.tsx';
import { formaterNombre, INSECABLE } from '../formats.ts';
import type { DonneesDEntonnoir, EntonnoirProps } from './entonnoir-donnees.ts';
import { TableauDEntonnoir } from './entonnoir-tableau.tsx';
import { TraceDEntonnoir } from './entonnoir-trace.tsx';

/**
 * Territories by their size and their value, between the limits that chance alone explains: the smaller the territory, the
 * wider. Only what stands out is named; there is no rank.
 */
export function Entonnoir(props: EntonnoirProps) {
  const { legende, unite, decimales, points, limites, moyenne } = props;
  const vertical = creerAxe(
    [
      moyenne,
      ...points.map(({ valeur }) => valeur),
      ...limites.flatMap(({ basse998, haute998 }) => [basse998, haute998]),
    ],
    { unite },
  );
  const horizontal: Axe | null = creerAxe(['0', ...points.map(({ denominateur }) => denominateur)], { intervalles: 5 });
  if (vertical === null || horizontal === null || points.length === 0) return null;
  const donnees: DonneesDEntonnoir = {
    ...props,
    ecrire: (valeur) => `${formaterNombre(valeur, decimales)}${unite === undefined ? '' : `${INSECABLE}${unite}`}`,
  };
  return (
    <figure className="jalon-serie jalon-entonnoir" aria-label={legende}>
      <figcaption className="jalon-entonnoir__titre">
        <strong>{legende}</strong>
        <span>
          Plus un territoire est à droite, plus son chiffre est sûr. Entre les limites, l’écart à la moyenne peut tenir
          au hasard.
        </span>
      </figcaption>
      <TraceDEntonnoir donnees={donnees} vertical={vertical} horizontal={horizontal} />
      <ul className="jalon-serie__cles">
        <li className="jalon-serie__cle jalon-entonnoir__cle--moyenne">
          {`moyenne${INSECABLE}: ${donnees.ecrire(moyenne)}`}
        </li>
        <li className="jalon-serie__cle jalon-entonnoir__cle--95">{`limites à 95${INSECABLE}%`}</li>
        <li className="jalon-serie__cle jalon-entonnoir__cle--998">{`limites à 99,8${INSECABLE}%`}</li>
        <li className="jalon-serie__cle jalon-entonnoir__cle--hors">hors des limites</li>
      </ul>
      <PanneauDepliant titre="Voir en tableau">
        <TableauDEntonnoir donnees={donnees} />
      </PanneauDepliant>
    </figure>
  );
}
