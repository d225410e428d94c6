import { lireJour } from '#socle/valeurs';
import { formaterEcart, formaterJourCourt, formaterTaux } from '../formats.ts';
import { Tableau } from '../liste/tableau.tsx';
import { creerEchelle, type Echelle } from './echelle.ts';

/** Rates in percent at a day; null when it was not expected, or not declared, at that date. */
export type PointDeCourbe = { readonly jour: string; readonly attendu: number | null; readonly declare: number | null };

export type CourbeProps = {
  readonly legende: string;
  readonly points: readonly PointDeCourbe[];
  /** `AAAA-MM-JJ`, in Paris. */
  readonly aujourdhui: string;
  /** Between two expected points: a straight line, or the same value until the next date. */
  readonly forme?: 'ligne' | 'paliers';
};

/** The expected trajectory and what was declared, with their gap in points; the same figures in a table beside it. */
export function Courbe({ legende, points, aujourdhui, forme = 'ligne' }: CourbeProps) {
  const echelle = creerEchelle([...points.map(({ jour }) => jour), aujourdhui]);
  if (echelle === null) return null;
  const ordonnes = [...points].sort((a, b) => (a.jour < b.jour ? -1 : 1));
  return (
    <figure className="jalon-courbe" aria-label={legende}>
      <Trace points={ordonnes} echelle={echelle} aujourdhui={aujourdhui} forme={forme} legende={legende} />
      <Tableau
        legende={legende}
        surTelephone="tableau"
        lignes={ordonnes}
        cleDeLigne={({ jour }) => jour}
        colonnes={[
          { cle: 'jour', titre: 'Date', cellule: ({ jour }) => formaterJourCourt(jour) },
          { cle: 'attendu', titre: 'Attendu', alignement: 'fin', cellule: ({ attendu }) => ecrire(attendu) },
          { cle: 'declare', titre: 'Déclaré', alignement: 'fin', cellule: ({ declare }) => ecrire(declare) },
          { cle: 'ecart', titre: 'Écart', alignement: 'fin', cellule: (point) => ecrireEcart(point) },
        ]}
      />
    </figure>
  );
}

type TraceProps = Required<Omit<CourbeProps, 'points'>> & {
  readonly points: readonly PointDeCourbe[];
  readonly echelle: Echelle;
};

function Trace({ points, echelle, aujourdhui, forme, legende }: TraceProps) {
  const attendus = points.flatMap(({ jour, attendu }) =>
    attendu === null ? [] : [{ x: abscisse(jour, echelle), y: 100 - attendu }],
  );
  const declares = points.flatMap(({ jour, declare }) =>
    declare === null ? [] : [{ x: abscisse(jour, echelle), y: 100 - declare }],
  );
  const auJour = abscisse(aujourdhui, echelle);
  return (
    <div className="jalon-courbe__cadre">
      <svg className="jalon-courbe__dessin" role="img" aria-label={`${legende} : les chiffres sont dans le tableau`}>
        {[0, 50, 100].map((taux) => (
          <g key={taux}>
            <line className="jalon-graduation" x1="0" x2="100%" y1={`${100 - taux}%`} y2={`${100 - taux}%`} />
            <text className="jalon-courbe__taux" x="-6" y={`${100 - taux}%`} dy="4" textAnchor="end">
              {formaterTaux(taux)}
            </text>
          </g>
        ))}
        {echelle.graduations.map(({ x, texte, majeure }) => (
          <text
            key={x}
            className={majeure ? 'jalon-graduation__titre--majeure' : 'jalon-graduation__titre'}
            x={`${x}%`}
            y="100%"
            dy="20"
          >
            {texte}
          </text>
        ))}
        <line className="jalon-aujourdhui" x1={`${auJour}%`} x2={`${auJour}%`} y1="0" y2="100%" />
        <text className="jalon-aujourdhui__titre" x={`${auJour}%`} y="-6" textAnchor={auJour > 90 ? 'end' : 'middle'}>
          aujourd’hui
        </text>
        <svg
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          width="100%"
          height="100%"
          overflow="visible"
          aria-hidden="true"
        >
          <polyline className="jalon-courbe__attendu" points={enTrace(attendus, forme)} />
          <polyline className="jalon-courbe__declare" points={enTrace(declares, 'ligne')} />
        </svg>
        {points.map((point) => (
          <Ecart key={point.jour} point={point} x={abscisse(point.jour, echelle)} />
        ))}
      </svg>
      <p className="jalon-courbe__cles" aria-hidden="true">
        <span className="jalon-courbe__cle-attendu">attendu</span>
        <span className="jalon-courbe__cle-declare">déclaré</span>
      </p>
    </div>
  );
}

/** The declared dot, and the stem that ties it to what was expected that day. */
function Ecart({ point: { attendu, declare }, x }: { readonly point: PointDeCourbe; readonly x: number }) {
  if (declare === null) return null;
  return (
    <>
      {attendu !== null && (
        <line
          className="jalon-courbe__ecart"
          x1={`${x}%`}
          x2={`${x}%`}
          y1={`${100 - attendu}%`}
          y2={`${100 - declare}%`}
        />
      )}
      <circle className="jalon-courbe__point" cx={`${x}%`} cy={`${100 - declare}%`} r="4" />
    </>
  );
}

type Position = { readonly x: number; readonly y: number };

function enTrace(positions: readonly Position[], forme: 'ligne' | 'paliers'): string {
  return positions
    .flatMap(({ x, y }, rang) => {
      const avant = positions[rang - 1];
      return forme === 'paliers' && avant !== undefined ? [`${x},${avant.y}`, `${x},${y}`] : [`${x},${y}`];
    })
    .join(' ');
}

function abscisse(texte: string, echelle: Echelle): number {
  const jour = lireJour(texte);
  return jour === null ? 0 : echelle.position(jour);
}

function ecrire(taux: number | null): string {
  return taux === null ? '–' : formaterTaux(taux);
}

function ecrireEcart({ attendu, declare }: PointDeCourbe): string {
  return attendu === null || declare === null ? '–' : formaterEcart(Math.round((declare - attendu) * 10) / 10);
}
