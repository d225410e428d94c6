import { type Axe, creerAxe } from '../axe.ts';
import { formaterNombre, INSECABLE } from '../formats.ts';
import { Lien } from '../lien.tsx';
import { Graduations } from './graduations.tsx';

export type PointCompare = {
  readonly code: string;
  readonly nom: string;
  /** Decimal text; null when there is no value. */
  readonly valeur: string | null;
  /** Its gap to the median, in words: « +4 points ». */
  readonly ecart?: string;
  readonly href?: string;
  /** The territory one is looking at. */
  readonly ici?: boolean;
};

export type PointsDeComparaisonProps = {
  /** What is compared: « Locaux raccordables au 30 septembre 2022 ». */
  readonly legende: string;
  readonly unite?: string;
  readonly decimales?: number;
  readonly points: readonly PointCompare[];
  readonly mediane: string | null;
  /** Others, whose names are not for whoever looks: dots on one track, from the lowest to the highest. */
  readonly anonymes?: { readonly nom: string; readonly valeurs: readonly string[] };
};

/**
 * A territory among those like it: one dot per row, tied to the median. The rows are in the order of the names, never of
 * the values: it compares, it does not rank. The drawing stands inside the table that says the figures.
 */
export function PointsDeComparaison({
  legende,
  unite,
  decimales,
  points,
  mediane,
  anonymes,
}: PointsDeComparaisonProps) {
  const axe = creerAxe([...points.map(({ valeur }) => valeur), ...(anonymes?.valeurs ?? []), mediane], { unite });
  const ecrire = (valeur: string) =>
    `${formaterNombre(valeur, decimales)}${unite === undefined ? '' : `${INSECABLE}${unite}`}`;
  const avecEcart = points.some(({ ecart }) => ecart !== undefined);
  return (
    <div className="jalon-comparaison">
      <table>
        <caption>
          {legende}
          {mediane !== null && (
            <span className="jalon-comparaison__mediane">{`médiane${INSECABLE}: ${ecrire(mediane)}`}</span>
          )}
        </caption>
        <thead>
          <tr>
            <th scope="col">Territoire</th>
            <td className="jalon-comparaison__piste">
              {axe !== null && <EnTeteDePiste axe={axe} mediane={mediane} />}
            </td>
            <th scope="col">Valeur</th>
            {avecEcart && <th scope="col">Écart à la médiane</th>}
          </tr>
        </thead>
        <tbody>
          {ordonner(points).map((point) => (
            <tr key={point.code} className={point.ici === true ? 'jalon-comparaison--ici' : undefined}>
              <th scope="row">{point.href === undefined ? point.nom : <Lien href={point.href}>{point.nom}</Lien>}</th>
              <td className="jalon-comparaison__piste">
                {axe !== null && <Piste point={point} axe={axe} mediane={mediane} />}
              </td>
              <td>{point.valeur === null ? 'non mesuré' : ecrire(point.valeur)}</td>
              {avecEcart && <td>{point.ecart ?? '–'}</td>}
            </tr>
          ))}
          {anonymes !== undefined && anonymes.valeurs.length > 0 && (
            <tr>
              <th scope="row">{anonymes.nom}</th>
              <td className="jalon-comparaison__piste">
                {axe !== null && <PisteCommune valeurs={anonymes.valeurs} axe={axe} mediane={mediane} />}
              </td>
              <td>{direEtendue(anonymes.valeurs, ecrire)}</td>
              {avecEcart && <td>–</td>}
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

type PisteProps = { readonly axe: Axe; readonly mediane: string | null };

function EnTeteDePiste({ axe, mediane }: PisteProps) {
  return (
    <svg aria-hidden="true" focusable="false">
      <Graduations axe={axe} />
      {mediane !== null && <TraitDeMediane axe={axe} mediane={mediane} />}
    </svg>
  );
}

function Piste({ point: { valeur, ici }, axe, mediane }: PisteProps & { readonly point: PointCompare }) {
  return (
    <svg aria-hidden="true" focusable="false">
      <line className="jalon-comparaison__ligne" x1="0" x2="100%" y1="50%" y2="50%" />
      {mediane !== null && <TraitDeMediane axe={axe} mediane={mediane} />}
      {valeur !== null && mediane !== null && (
        <line
          className="jalon-comparaison__ecart"
          x1={`${axe.position(mediane)}%`}
          x2={`${axe.position(valeur)}%`}
          y1="50%"
          y2="50%"
        />
      )}
      {valeur !== null && (
        <circle
          className="jalon-comparaison__point"
          cx={`${axe.position(valeur)}%`}
          cy="50%"
          r={ici === true ? 7 : 5}
        />
      )}
    </svg>
  );
}

function PisteCommune({ valeurs, axe, mediane }: PisteProps & { readonly valeurs: readonly string[] }) {
  return (
    <svg aria-hidden="true" focusable="false">
      <line className="jalon-comparaison__ligne" x1="0" x2="100%" y1="50%" y2="50%" />
      {mediane !== null && <TraitDeMediane axe={axe} mediane={mediane} />}
      {valeurs.map((valeur, rang) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: dots without a name have no identity but their place
          key={rang}
          className="jalon-comparaison__point jalon-comparaison__point--anonyme"
          cx={`${axe.position(valeur)}%`}
          cy="50%"
          r={5}
        />
      ))}
    </svg>
  );
}

function direEtendue(valeurs: readonly string[], ecrire: (valeur: string) => string): string {
  const [premiere, derniere] = [valeurs[0], valeurs.at(-1)];
  if (premiere === undefined || derniere === undefined) return 'non mesuré';
  return premiere === derniere ? ecrire(premiere) : `de ${ecrire(premiere)} à ${ecrire(derniere)}`;
}

function TraitDeMediane({ axe, mediane }: { readonly axe: Axe; readonly mediane: string }) {
  const x = `${axe.position(mediane)}%`;
  return <line className="jalon-comparaison__trait" x1={x} x2={x} y1="0" y2="100%" />;
}

const ORDRE = new Intl.Collator('fr');

/** The territory one is looking at, then the others in the order of their names. */
function ordonner(points: readonly PointCompare[]): readonly PointCompare[] {
  return [...points].sort((a, b) => Number(b.ici === true) - Number(a.ici === true) || ORDRE.compare(a.nom, b.nom));
}
