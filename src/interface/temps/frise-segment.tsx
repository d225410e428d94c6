import { ajouterJours, type Jour, lireJour } from '#socle/valeurs';
import { classes } from '../classes.ts';
import type { Echelle } from './echelle.ts';
import type { SegmentDeFrise } from './frise-ligne.ts';

/** Height of a lane, and of a bar within it, in pixels (frise.css). */
const MILIEU = 16;
const HAUT = 10;
const EPAISSEUR = 12;
/** Width given to what has no other end, in percent of the scale. */
const FONDU = 10;

type Props = {
  readonly segment: SegmentDeFrise;
  readonly echelle: Echelle;
  readonly prefixe: string;
  readonly aujourdhui: Jour | null;
};

/** One commitment in its lane. What is late is drawn on, thinner, until today: lateness has a length, not only a colour. */
export function SegmentDessine({ segment, echelle, prefixe, aujourdhui }: Props) {
  const forme = placer(segment, echelle);
  if (forme === null) return null;
  const classe = classes('jalon-segment', `jalon-segment--${segment.ton}`, `jalon-segment--${segment.genre}`);
  return (
    <g className={classe}>
      <title>{segment.titre}</title>
      {forme.genre === 'losange' ? (
        <svg x={`${forme.x}%`} y={MILIEU} overflow="visible" aria-hidden="true">
          <path d="M0-7.5 7.5 0 0 7.5-7.5 0z" />
        </svg>
      ) : (
        <>
          <rect
            x={`${forme.x}%`}
            y={HAUT}
            width={`${forme.largeur}%`}
            height={EPAISSEUR}
            rx={2}
            {...(forme.fondu === null ? {} : { mask: `url(#${prefixe}-fondu-${forme.fondu})` })}
          />
          {forme.fondu === null && segment.ton === 'attention' && <Butee x={forme.x + forme.largeur} />}
          {forme.fondu === 'gauche' && <Butee x={forme.x + forme.largeur} />}
          {forme.fondu === 'droite' && <Butee x={forme.x} />}
        </>
      )}
      <Depassement segment={segment} echelle={echelle} aujourdhui={aujourdhui} />
    </g>
  );
}

/** The firm end of what is open on the other side. */
function Butee({ x }: { readonly x: number }) {
  return <line x1={`${x}%`} x2={`${x}%`} y1={HAUT - 3} y2={HAUT + EPAISSEUR + 3} className="jalon-segment__butee" />;
}

function Depassement({ segment, echelle, aujourdhui }: Omit<Props, 'prefixe'>) {
  const fin = lireJour(segment.fin ?? '');
  if (segment.ton !== 'alerte' || fin === null || aujourdhui === null || fin >= aujourdhui) return null;
  return (
    <line
      className="jalon-segment__depassement"
      x1={`${echelle.position(ajouterJours(fin, 1))}%`}
      x2={`${echelle.position(aujourdhui)}%`}
      y1={MILIEU}
      y2={MILIEU}
    />
  );
}

type Forme =
  | { readonly genre: 'losange'; readonly x: number }
  | {
      readonly genre: 'barre';
      readonly x: number;
      readonly largeur: number;
      readonly fondu: 'gauche' | 'droite' | null;
    };

/** Where the segment stands, in percent; null when it has no date at all. */
function placer({ debut, fin, genre }: SegmentDeFrise, { position }: Echelle): Forme | null {
  const de = lireJour(debut ?? '');
  const a = lireJour(fin ?? '');
  const bout = a === null ? null : position(ajouterJours(a, 1));
  if (de !== null && bout !== null) {
    if (genre === 'instant' || de === a) return { genre: 'losange', x: position(de) };
    return { genre: 'barre', x: position(de), largeur: Math.max(0.4, bout - position(de)), fondu: null };
  }
  if (de !== null) {
    const x = position(de);
    return { genre: 'barre', x, largeur: Math.min(FONDU, 100 - x), fondu: 'droite' };
  }
  if (bout === null) return null;
  const largeur = Math.min(FONDU, bout);
  return { genre: 'barre', x: bout - largeur, largeur, fondu: 'gauche' };
}
