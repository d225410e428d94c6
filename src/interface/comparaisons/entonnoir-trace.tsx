import type { Axe } from '../axe.ts';
import { classes } from '../classes.ts';
import { formaterNombre, INSECABLE } from '../formats.ts';
import type { DonneesDEntonnoir, LimitesDEntonnoir, PointDEntonnoir } from './entonnoir-donnees.ts';
import { PLACES } from './entonnoir-tableau.tsx';

type Props = { readonly donnees: DonneesDEntonnoir; readonly vertical: Axe; readonly horizontal: Axe };

export function TraceDEntonnoir({ donnees, vertical, horizontal }: Props) {
  const { legende, denominateur, moyenne, points, limites } = donnees;
  const x = (valeur: string) => horizontal.position(valeur);
  const y = (valeur: string) => 100 - vertical.position(valeur);
  const limite = (choisir: (l: LimitesDEntonnoir) => string) =>
    limites.map((l) => `${x(l.denominateur)},${y(choisir(l))}`).join(' ');
  const hors = points.filter(({ place }) => place === 'hors_998').length;
  return (
    <div className="jalon-serie__cadre">
      <svg
        className="jalon-serie__dessin"
        role="img"
        aria-label={`${legende}${INSECABLE}: ${formaterNombre(hors)} sur ${formaterNombre(points.length)} ${PLACES.hors_998}. Les chiffres sont dans le tableau.`}
      >
        {vertical.graduations.map(({ position, texte }) => (
          <g key={position}>
            <line className="jalon-graduation" x1="0" x2="100%" y1={`${100 - position}%`} y2={`${100 - position}%`} />
            <text className="jalon-serie__graduation" x="-8" y={`${100 - position}%`} dy="4" textAnchor="end">
              {texte}
            </text>
          </g>
        ))}
        {horizontal.graduations.map(({ position, texte }, rang) => (
          <text
            key={position}
            className={classes('jalon-serie__graduation', rang % 2 === 1 && 'jalon-serie__date--mineure')}
            x={`${position}%`}
            y="100%"
            dy="20"
            textAnchor={rang === horizontal.graduations.length - 1 ? 'end' : 'middle'}
          >
            {texte}
          </text>
        ))}
        <text className="jalon-serie__graduation" x="100%" y="100%" dy="38" textAnchor="end">
          {`${denominateur} →`}
        </text>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%" aria-hidden="true">
          <polyline className="jalon-entonnoir__998" points={limite((l) => l.haute998)} />
          <polyline className="jalon-entonnoir__998" points={limite((l) => l.basse998)} />
          <polyline className="jalon-entonnoir__95" points={limite((l) => l.haute95)} />
          <polyline className="jalon-entonnoir__95" points={limite((l) => l.basse95)} />
        </svg>
        <line className="jalon-entonnoir__moyenne" x1="0" x2="100%" y1={`${y(moyenne)}%`} y2={`${y(moyenne)}%`} />
        {[...points].sort(aNommerEnDernier).map((point) => (
          <Point key={point.code} point={point} x={x(point.denominateur)} y={y(point.valeur)} donnees={donnees} />
        ))}
      </svg>
    </div>
  );
}

type PointProps = {
  readonly point: PointDEntonnoir;
  readonly x: number;
  readonly y: number;
  readonly donnees: DonneesDEntonnoir;
};

function Point({ point, x, y, donnees: { ecrire } }: PointProps) {
  const { nom, valeur, place, ici } = point;
  return (
    <g
      className={classes(
        'jalon-entonnoir__point',
        `jalon-entonnoir__point--${place}`,
        ici === true && 'jalon-entonnoir__point--ici',
      )}
    >
      <title>{`${nom}${INSECABLE}: ${ecrire(valeur)}, ${PLACES[place]}`}</title>
      <circle cx={`${x}%`} cy={`${y}%`} r={ici === true ? 6.5 : 4} />
      {estNomme(point) && (
        <text
          className="jalon-serie__nom"
          x={`${x}%`}
          y={`${y}%`}
          dy="4"
          dx={x > 75 ? -11 : 11}
          textAnchor={x > 75 ? 'end' : 'start'}
        >
          {nom}
        </text>
      )}
    </g>
  );
}

function estNomme({ place, ici }: PointDEntonnoir): boolean {
  return ici === true || place === 'hors_998';
}

/** What is named is drawn over the others. */
function aNommerEnDernier(a: PointDEntonnoir, b: PointDEntonnoir): number {
  return Number(estNomme(a)) - Number(estNomme(b)) || Number(a.ici === true) - Number(b.ici === true);
}
