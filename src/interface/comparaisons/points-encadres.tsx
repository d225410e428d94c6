import { type Axe, creerAxe } from '../axe.ts';
import { Graduations } from './graduations.tsx';

export type PointEncadre = {
  readonly code: string;
  readonly nom: string;
  /** Decimal text, where the dot stands. */
  readonly valeur: string;
  /** Decimal texts; null when there is nothing to tell how sure the value is. */
  readonly intervalle: { readonly bas: string; readonly haut: string } | null;
  /** The figure as it is written. */
  readonly texte: string;
  /** What it stands on: « n = 3 sur 13 (23 %) ». */
  readonly fiabilite: string;
};

export type PointsEncadresProps = {
  readonly legende: string;
  readonly unite?: string;
  /** What the figures are called: « Moyenne ». */
  readonly titre: string;
  readonly points: readonly PointEncadre[];
};

/**
 * One dot per row within the interval that says how sure it is: no dot stands without what it stands on. In the order of
 * the names, never of the values. The drawing is inside the table that says the figures.
 */
export function PointsEncadres({ legende, unite, titre, points }: PointsEncadresProps) {
  const valeurs = points.flatMap(({ valeur, intervalle }) => [
    valeur,
    ...(intervalle === null ? [] : [intervalle.bas, intervalle.haut]),
  ]);
  const axe = creerAxe(valeurs, { unite });
  return (
    <div className="jalon-comparaison jalon-comparaison--encadree">
      <table>
        <caption>{legende}</caption>
        <thead>
          <tr>
            <th scope="col">Territoire</th>
            <td className="jalon-comparaison__piste">
              {axe !== null && (
                <svg aria-hidden="true" focusable="false">
                  <Graduations axe={axe} />
                </svg>
              )}
            </td>
            <th scope="col">{titre}</th>
            <th scope="col">Sur quoi</th>
          </tr>
        </thead>
        <tbody>
          {[...points]
            .sort((a, b) => ORDRE.compare(a.nom, b.nom))
            .map((point) => (
              <tr key={point.code}>
                <th scope="row">{point.nom}</th>
                <td className="jalon-comparaison__piste">{axe !== null && <Piste point={point} axe={axe} />}</td>
                <td>{point.texte}</td>
                <td className="jalon-comparaison__fiabilite">{point.fiabilite}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}

const ORDRE = new Intl.Collator('fr');

function Piste({ point: { valeur, intervalle }, axe }: { readonly point: PointEncadre; readonly axe: Axe }) {
  return (
    <svg aria-hidden="true" focusable="false">
      <line className="jalon-comparaison__ligne" x1="0" x2="100%" y1="50%" y2="50%" />
      {intervalle !== null && (
        <line
          className="jalon-comparaison__intervalle"
          x1={`${axe.position(intervalle.bas)}%`}
          x2={`${axe.position(intervalle.haut)}%`}
          y1="50%"
          y2="50%"
        />
      )}
      <circle className="jalon-comparaison__point" cx={`${axe.position(valeur)}%`} cy="50%" r={5} />
    </svg>
  );
}
