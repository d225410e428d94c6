import { lireJour } from '#socle/valeurs';
import type { Axe } from '../axe.ts';
import { classes } from '../classes.ts';
import { formaterJourCourt, INSECABLE } from '../formats.ts';
import type { Echelle } from './echelle.ts';
import { CadreDeSerie } from './serie-cadre.tsx';
import { enTroncons, type LimitesDeSerie, type Serie, type ValeurDatee } from './serie-donnees.ts';

type Props = { readonly serie: Serie; readonly echelle: Echelle; readonly axe: Axe };

/** Beyond that many points, they are smaller. */
const DENSE = 36;

export function TraceDeSerie({ serie, echelle, axe }: Props) {
  const x = (jour: string) => abscisse(jour, echelle);
  const y = (valeur: string) => 100 - axe.position(valeur);
  const enPoints = (faits: readonly ValeurDatee[]) =>
    faits.map(({ jour, valeur }) => `${x(jour)},${y(valeur)}`).join(' ');
  const { mesures, initiale, cibles, attendu, limites, ruptures, ecrire } = serie;
  const derniere = mesures.at(-1);
  /** Where a line passes on that day, in percent from the top; null where it is not drawn yet, its end once it is over. */
  const passage = (ligne: readonly ValeurDatee[], jour: string): number | null => {
    const apres = ligne.find((point) => point.jour >= jour);
    const avant = ligne.findLast((point) => point.jour < jour);
    if (avant === undefined) return apres?.jour === jour ? y(apres.valeur) : null;
    if (apres === undefined) return y(avant.valeur);
    const part = (x(jour) - x(avant.jour)) / (x(apres.jour) - x(avant.jour));
    return y(avant.valeur) + part * (y(apres.valeur) - y(avant.valeur));
  };
  /** Words go to the side where the other line does not pass. */
  const sousLaLigne = (ligne: readonly ValeurDatee[], { jour, valeur }: ValeurDatee) => {
    const ici = passage(ligne, jour);
    return ici !== null && y(valeur) > ici;
  };
  return (
    <CadreDeSerie serie={serie} echelle={echelle} axe={axe}>
      {limites.map((limite) => (
        <Limites key={limite.du} limite={limite} x={x} y={y} />
      ))}
      {ruptures.map(({ jour }) => (
        <Rupture key={jour} x={x(jour)} />
      ))}
      <svg
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        width="100%"
        height="100%"
        overflow="visible"
        aria-hidden="true"
      >
        <polyline className="jalon-serie__attendu" points={enPoints(attendu)} />
        {enTroncons(mesures, ruptures).map((troncon) => (
          <polyline key={troncon[0]?.jour} className="jalon-serie__mesures" points={enPoints(troncon)} />
        ))}
      </svg>
      {initiale !== null && (
        <g className="jalon-serie__initiale">
          <circle cx={`${x(initiale.jour)}%`} cy={`${y(initiale.valeur)}%`} r="4.5" />
          <Nom fait={initiale} x={x} y={y} dessous={false} texte={ecrire(initiale.valeur)} />
        </g>
      )}
      {cibles.map((cible) => (
        <g key={cible.jour} className="jalon-serie__cible">
          <title>{`cible au ${formaterJourCourt(cible.jour)}${INSECABLE}: ${ecrire(cible.valeur)}`}</title>
          <svg x={`${x(cible.jour)}%`} y={`${y(cible.valeur)}%`} overflow="visible" aria-hidden="true">
            <path d="M0-6.5 6.5 0 0 6.5-6.5 0z" />
          </svg>
          <Nom fait={cible} x={x} y={y} dessous={sousLaLigne(mesures, cible)} texte={ecrire(cible.valeur)} />
        </g>
      ))}
      {mesures.map((mesure) => (
        <circle
          key={`${mesure.jour} ${mesure.valeur}`}
          className={classes(
            'jalon-serie__point',
            mesure.horsLimites === true && 'jalon-serie__point--hors-limites',
            mesure.apportee === true && 'jalon-serie__point--apportee',
            mesures.length > DENSE && 'jalon-serie__point--dense',
          )}
          cx={`${x(mesure.jour)}%`}
          cy={`${y(mesure.valeur)}%`}
          r={mesure === derniere ? 5.5 : mesure.horsLimites === true ? 5 : mesures.length > DENSE ? 2.25 : 3.5}
        >
          <title>{`${formaterJourCourt(mesure.jour)}${INSECABLE}: ${ecrire(mesure.valeur)}`}</title>
        </circle>
      ))}
      {derniere !== undefined && (
        <g className="jalon-serie__derniere">
          <Nom fait={derniere} x={x} y={y} dessous={sousLaLigne(attendu, derniere)} texte={ecrire(derniere.valeur)} />
        </g>
      )}
    </CadreDeSerie>
  );
}

type Placer = { readonly x: (jour: string) => number; readonly y: (valeur: string) => number };

/** The words of a point, over or under it, turned inwards near the edges. */
function Nom({
  fait,
  x,
  y,
  dessous,
  texte,
}: Placer & { readonly fait: ValeurDatee; readonly dessous: boolean; readonly texte: string }) {
  const ici = x(fait.jour);
  return (
    <text
      className="jalon-serie__nom"
      x={`${ici}%`}
      y={`${y(fait.valeur)}%`}
      dy={dessous ? 22 : -13}
      textAnchor={ici < 6 ? 'start' : ici > 88 ? 'end' : 'middle'}
    >
      {texte}
    </text>
  );
}

function Limites({ limite: { du, au, basse, moyenne, haute }, x, y }: Placer & { readonly limite: LimitesDeSerie }) {
  const [gauche, droite] = [x(du), x(au)];
  return (
    <g className="jalon-serie__limites">
      <rect x={`${gauche}%`} y={`${y(haute)}%`} width={`${droite - gauche}%`} height={`${y(basse) - y(haute)}%`} />
      <line x1={`${gauche}%`} x2={`${droite}%`} y1={`${y(moyenne)}%`} y2={`${y(moyenne)}%`} />
    </g>
  );
}

/** Two strokes, as a line that is cut. */
function Rupture({ x }: { readonly x: number }) {
  return (
    <svg className="jalon-serie__rupture" x={`${x}%`} overflow="visible" aria-hidden="true">
      <line x1="-2" x2="-2" y1="0" y2="100%" />
      <line x1="2" x2="2" y1="0" y2="100%" />
    </svg>
  );
}

function abscisse(texte: string, echelle: Echelle): number {
  const jour = lireJour(texte);
  return jour === null ? 0 : echelle.position(jour);
}
