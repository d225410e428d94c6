import type { ReactNode } from 'react';
import { lireJour } from '#socle/valeurs';
import type { Axe } from '../axe.ts';
import { classes } from '../classes.ts';
import { INSECABLE } from '../formats.ts';
import { type Echelle, estSerree, type Graduation } from './echelle.ts';
import type { Serie } from './serie-donnees.ts';

type Props = { readonly serie: Serie; readonly echelle: Echelle; readonly axe: Axe; readonly children: ReactNode };

/** The two axes, and today; what is drawn stands between. */
export function CadreDeSerie({
  serie: { legende, mesures, aujourdhui, nomDuJour, ecrire },
  echelle,
  axe,
  children,
}: Props) {
  const jour = lireJour(aujourdhui);
  const auJour = jour === null ? null : echelle.position(jour);
  const derniere = mesures.at(-1);
  const resume = derniere === undefined ? 'aucune mesure' : `dernière mesure ${ecrire(derniere.valeur)}`;
  const majeures = echelle.graduations.filter(({ majeure }) => majeure);
  return (
    <div
      className={classes(
        'jalon-serie__cadre',
        axe.graduations.some(({ texte }) => texte.length > 6) && 'jalon-serie__cadre--large',
      )}
    >
      <svg
        className="jalon-serie__dessin"
        role="img"
        aria-label={`${legende}${INSECABLE}: ${resume}. Les chiffres sont dans le tableau.`}
      >
        {axe.graduations.map(({ position, texte }) => (
          <g key={position}>
            <line className="jalon-graduation" x1="0" x2="100%" y1={`${100 - position}%`} y2={`${100 - position}%`} />
            <text className="jalon-serie__graduation" x="-8" y={`${100 - position}%`} dy="4" textAnchor="end">
              {texte}
            </text>
          </g>
        ))}
        {echelle.graduations.map((graduation) => (
          <g
            key={graduation.x}
            className={
              estSerree(graduation, echelle) ? 'jalon-serie__date--mineure' : classeDeDate(graduation, majeures)
            }
          >
            <text
              className={graduation.majeure ? 'jalon-graduation__titre--majeure' : 'jalon-graduation__titre'}
              x={`${graduation.x}%`}
              y="100%"
              dy="20"
            >
              {graduation.texte}
            </text>
          </g>
        ))}
        {auJour !== null && (
          <>
            <line className="jalon-aujourdhui" x1={`${auJour}%`} x2={`${auJour}%`} y1="-26" y2="100%" />
            <text
              className="jalon-aujourdhui__titre"
              x={`${auJour}%`}
              y="-31"
              textAnchor={auJour > 90 ? 'end' : auJour < 10 ? 'start' : 'middle'}
            >
              {nomDuJour}
            </text>
          </>
        )}
        {children}
      </svg>
    </div>
  );
}

/** On a phone only the years are written, and one in two of them when they are many. */
function classeDeDate(graduation: Graduation, majeures: readonly Graduation[]): string | undefined {
  if (!graduation.majeure) return 'jalon-serie__date--mineure';
  return majeures.length > 5 && majeures.indexOf(graduation) % 2 === 1 ? 'jalon-serie__date--mineure' : undefined;
}
