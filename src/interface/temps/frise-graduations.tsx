import { lireJour } from '#socle/valeurs';
import { classes } from '../classes.ts';
import { type Echelle, estSerree } from './echelle.ts';

/** What fades out a bar on the side where no date is known. Masks rather than gradients: one serves every colour. */
export function Fondus({ prefixe }: { readonly prefixe: string }) {
  return (
    <defs>
      {(['gauche', 'droite'] as const).map((cote) => (
        <linearGradient key={cote} id={`${prefixe}-pente-${cote}`}>
          <stop offset="0" stopColor="#fff" stopOpacity={cote === 'gauche' ? 0.05 : 1} />
          <stop offset="1" stopColor="#fff" stopOpacity={cote === 'gauche' ? 1 : 0.05} />
        </linearGradient>
      ))}
      {(['gauche', 'droite'] as const).map((cote) => (
        <mask key={cote} id={`${prefixe}-fondu-${cote}`} maskContentUnits="objectBoundingBox">
          <rect width="1" height="1" fill={`url(#${prefixe}-pente-${cote})`} />
        </mask>
      ))}
    </defs>
  );
}

type Props = { readonly echelle: Echelle; readonly aujourdhui: string };

/** The vertical lines, drawn once and used again by every row. */
export function Graduations({ prefixe, echelle, aujourdhui }: Props & { readonly prefixe: string }) {
  return (
    <g id={`${prefixe}-grille`}>
      {echelle.graduations.map(({ x, majeure }) => (
        <line
          key={x}
          className={majeure ? 'jalon-graduation jalon-graduation--majeure' : 'jalon-graduation'}
          x1={`${x}%`}
          x2={`${x}%`}
          y1="0"
          y2="100%"
        />
      ))}
      <TraitDuJour echelle={echelle} aujourdhui={aujourdhui} />
    </g>
  );
}

export function TitresDesGraduations({ echelle, aujourdhui }: Props) {
  const jour = lireJour(aujourdhui);
  const x = jour === null ? null : echelle.position(jour);
  return (
    <>
      {echelle.graduations.map((graduation) => (
        <text
          key={graduation.x}
          className={classes(
            graduation.majeure ? 'jalon-graduation__titre--majeure' : 'jalon-graduation__titre',
            estSerree(graduation, echelle) && 'jalon-graduation__titre--serre',
          )}
          x={`${graduation.x}%`}
          dx="4"
          y="36"
        >
          {graduation.texte}
        </text>
      ))}
      {x !== null && (
        <text
          className="jalon-aujourdhui__titre"
          x={`${x}%`}
          y="14"
          textAnchor={x < 10 ? 'start' : x > 90 ? 'end' : 'middle'}
        >
          aujourd’hui
        </text>
      )}
    </>
  );
}

function TraitDuJour({ echelle, aujourdhui }: Props) {
  const jour = lireJour(aujourdhui);
  if (jour === null) return null;
  const x = `${echelle.position(jour)}%`;
  return <line className="jalon-aujourdhui" x1={x} x2={x} y1="0" y2="100%" />;
}
