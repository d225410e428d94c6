import type { ClasseDessinee, Motif, Rang } from './donnees.ts';

/** Side of the square that repeats, in units of the drawing (about a pixel). */
const COTE = 8;

const TRACES: Readonly<Record<Motif | 'sans-valeur', string | null>> = {
  plein: null,
  points: 'M2 .8a1.2 1.2 0 1 0 .01 0zM6 4.8a1.2 1.2 0 1 0 .01 0z',
  hachures: 'M-1 1l2-2M0 8l8-8M7 9l2-2',
  horizontales: 'M0 2h8M0 6h8',
  croisillons: 'M-1 1l2-2M0 8l8-8M7 9l2-2M-1 7l2 2M0 0l8 8M7-1l2 2',
  verticales: 'M2 0v8M6 0v8',
  damier: 'M0 0h4v4h-4zM4 4h4v4h-4z',
  'sans-valeur': 'M.5 .5l4 4',
};

/** Patterns made of surfaces; the others are made of lines. */
const EN_SURFACE: readonly (Motif | 'sans-valeur')[] = ['points', 'damier'];

type Props = { readonly prefixe: string; readonly classes: readonly ClasseDessinee[] };

/** The fillings of the map and of its legend, each a colour and a pattern; the colours come from carte.css. */
export function Motifs({ prefixe, classes }: Props) {
  return (
    <defs>
      {classes.map(({ cle, teinte, motif }, rang) => (
        <Remplissage key={cle} id={idDeMotif(prefixe, rang)} motif={motif} classe={`jalon-teinte--${teinte}`} />
      ))}
      <Remplissage id={idDeMotif(prefixe, null)} motif="sans-valeur" classe="jalon-teinte--sans-valeur" />
      <Remplissage id={idDeMotif(prefixe, 'ferme')} motif="plein" classe="jalon-teinte--ferme" />
    </defs>
  );
}

function Remplissage({
  id,
  motif,
  classe,
}: {
  readonly id: string;
  readonly motif: Motif | 'sans-valeur';
  readonly classe: string;
}) {
  const trace = TRACES[motif];
  return (
    <pattern id={id} className={classe} width={COTE} height={COTE} patternUnits="userSpaceOnUse">
      <rect className="jalon-motif__fond" width={COTE} height={COTE} />
      {trace !== null && (
        <path className={EN_SURFACE.includes(motif) ? 'jalon-motif__surface' : 'jalon-motif__trait'} d={trace} />
      )}
    </pattern>
  );
}

/** What fills the territories of the class of this rank; null: those without a value. */
export function remplissage(prefixe: string, rang: Rang): string {
  return `url(#${idDeMotif(prefixe, rang)})`;
}

function idDeMotif(prefixe: string, rang: Rang): string {
  return `${prefixe}-motif-${rang ?? 'sans-valeur'}`;
}

/** A sample of the filling, for the legend and the table. */
export function Echantillon({ prefixe, rang }: { readonly prefixe: string; readonly rang: Rang }) {
  return (
    <svg className="jalon-carte__echantillon" width="24" height="16" aria-hidden="true" focusable="false">
      <rect x=".5" y=".5" width="23" height="15" rx="2" fill={remplissage(prefixe, rang)} />
    </svg>
  );
}
