import { formaterTaux } from '../formats.ts';

/** Height of a full bar, width of a bar and of the gap after it, in pixels. */
const HAUTEUR = 16;
const LARGEUR = 6;
const INTERVALLE = 2;
const AU_PLUS = 12;

/** The last declared rates (percent, oldest first) as a few bars beside the figure. Fewer than two tell no story. */
export function Etincelle({ taux }: { readonly taux: readonly number[] }) {
  const derniers = taux.slice(-AU_PLUS);
  const premier = derniers[0];
  const dernier = derniers.at(-1);
  if (derniers.length < 2 || premier === undefined || dernier === undefined) return null;
  const largeur = derniers.length * (LARGEUR + INTERVALLE) - INTERVALLE;
  return (
    <svg
      className="jalon-etincelle"
      width={largeur}
      height={HAUTEUR}
      viewBox={`0 0 ${largeur} ${HAUTEUR}`}
      role="img"
      aria-label={`de ${formaterTaux(premier)} à ${formaterTaux(dernier)} en ${derniers.length} relevés`}
    >
      {derniers.map((valeur, rang) => {
        const hauteur = Math.max(1, (Math.min(100, Math.max(0, valeur)) / 100) * HAUTEUR);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place in the series
          <rect key={rang} x={rang * (LARGEUR + INTERVALLE)} y={HAUTEUR - hauteur} width={LARGEUR} height={hauteur} />
        );
      })}
    </svg>
  );
}
