import { formaterEcart, formaterTaux } from '../formats.ts';
import { Etincelle } from '../temps/etincelle.tsx';

export type AvancementProps = {
  /** Declared or measured rate, in percent; null when nothing was measured. */
  readonly taux: number | string | null;
  /** Expected rate at the same date, in percent: a mark on the bar and the gap in points. */
  readonly attendu?: number | null;
  /** Earlier rates, oldest first, drawn in place of the bar when there are two or more. */
  readonly serie?: readonly number[];
  /** What is measured, read aloud before the figure: « Avancement ». */
  readonly libelle?: string;
};

/** A rate as a figure first, then as a bar. What was not measured is said, never drawn as 0. */
export function Avancement({ taux, attendu = null, serie = [], libelle = 'Avancement' }: AvancementProps) {
  if (taux === null) return <span className="jalon-avancement__vide">non mesuré</span>;
  const mesure = Number(taux);
  const ecart = attendu === null ? null : Math.round((mesure - attendu) * 10) / 10;
  return (
    <span className="jalon-avancement">
      <span className="fr-sr-only">{libelle} : </span>
      <span className="jalon-avancement__taux">{formaterTaux(taux)}</span>
      {serie.length > 1 ? <Etincelle taux={serie} /> : <Barre taux={mesure} attendu={attendu} />}
      {ecart !== null && attendu !== null && (
        <span className="jalon-avancement__ecart">
          {formaterEcart(ecart)} <span className="fr-sr-only">par rapport aux {formaterTaux(attendu)} attendus</span>
        </span>
      )}
    </span>
  );
}

function Barre({ taux, attendu }: { readonly taux: number; readonly attendu: number | null }) {
  const repere = attendu === null ? null : `${borner(attendu)}%`;
  return (
    <svg className="jalon-avancement__barre" aria-hidden="true" focusable="false">
      <rect className="jalon-avancement__fond" width="100%" height="100%" rx="2" />
      <rect className="jalon-avancement__plein" width={`${borner(taux)}%`} height="100%" rx="2" />
      {repere !== null && <line className="jalon-avancement__attendu" x1={repere} x2={repere} y1="-3" y2="9" />}
    </svg>
  );
}

function borner(taux: number): number {
  return Math.min(100, Math.max(0, taux));
}
