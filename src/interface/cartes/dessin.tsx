import type { ReactNode } from 'react';
import { INSECABLE } from '../formats.ts';
import { Lien } from '../lien.tsx';
import type { TerritoireDessine } from './donnees.ts';
import {
  DEPARTEMENTS,
  ENCART_DE_PARIS,
  ENCARTS_D_OUTRE_MER,
  type Encart,
  FEUILLE,
  type Forme,
  LIMITES_DE_REGION,
  REGIONS,
} from './geometries.ts';
import { remplissage } from './motifs.tsx';

type Props = {
  readonly titre: string;
  readonly maille: 'departement' | 'region';
  readonly prefixe: string;
  readonly territoires: readonly TerritoireDessine[];
  /** The fillings. */
  readonly children: ReactNode;
};

/**
 * In layers: outline, fillings, borders of régions, frames, then the links, which redraw their shape above all the others
 * when they are pointed at or focused. Each shape is written once and used again by its id.
 */
export function DessinDeCarte({ titre, maille, prefixe, territoires, children }: Props) {
  const formes = maille === 'departement' ? DEPARTEMENTS : REGIONS;
  const parCode = new Map(territoires.map((territoire) => [territoire.code, territoire]));
  const encarts = maille === 'departement' ? [ENCART_DE_PARIS, ...ENCARTS_D_OUTRE_MER] : ENCARTS_D_OUTRE_MER;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a drawing
    <svg
      className="jalon-carte__dessin"
      viewBox={`0 0 ${FEUILLE.largeur} ${FEUILLE.hauteur}`}
      role="group"
      aria-label={`Carte${INSECABLE}: ${titre}`}
    >
      {children}
      <use className={`jalon-carte__contour jalon-carte__contour--${maille}`} href={`#${prefixe}-formes`} />
      <g className={`jalon-carte__aplats jalon-carte__aplats--${maille}`}>
        <g id={`${prefixe}-formes`}>
          {Object.entries(formes).map(([code, forme]) => (
            <path
              key={code}
              id={`${prefixe}-${code}`}
              d={`${forme.trace}${forme.agrandi ?? ''}`}
              fillRule="evenodd"
              vectorEffect="non-scaling-stroke"
              fill={remplissage(prefixe, (parCode.get(code) ?? HORS_CARTE).rang)}
            />
          ))}
        </g>
        {maille === 'departement' && (
          <path className="jalon-carte__limites" vectorEffect="non-scaling-stroke" d={LIMITES_DE_REGION} />
        )}
        {encarts.map((encart) => (
          <Cadre key={encart.codes[0]} encart={encart} titre={titreDEncart(encart, parCode)} />
        ))}
        {territoires.map((territoire) => (
          <Anciennete key={territoire.code} territoire={territoire} forme={formes[territoire.code]} />
        ))}
      </g>
      {territoires.map(
        (territoire) =>
          formes[territoire.code] !== undefined && (
            <Territoire key={territoire.code} territoire={territoire} prefixe={prefixe} />
          ),
      )}
      {territoires
        .filter(({ ici }) => ici === true)
        .map(({ code }) => (
          <use key={code} className="jalon-carte__ici" href={`#${prefixe}-${code}`} />
        ))}
    </svg>
  );
}

/** What the map does not speak of is left blank: it does not lack a value. */
const HORS_CARTE: Pick<TerritoireDessine, 'rang'> = { rang: 'ferme' };

/** The link of a territory, named « Finistère : 77 %, mesuré au … »; the same words appear beside the map when it is pointed at. */
function Territoire({ territoire, prefixe }: { readonly territoire: TerritoireDessine; readonly prefixe: string }) {
  const { code, nom, valeurTexte, href } = territoire;
  const contenu = (
    <>
      <title>{`${nom}${INSECABLE}: ${valeurTexte}`}</title>
      <use href={`#${prefixe}-${code}`} />
      <text className="jalon-carte__bulle" x={FEUILLE.largeur} y="16" textAnchor="end">
        <tspan className="jalon-carte__bulle-nom">{nom}</tspan>
        <tspan x={FEUILLE.largeur} dy="1.4em">
          {valeurTexte}
        </tspan>
      </text>
    </>
  );
  return href === undefined ? (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of shapes is not interactive
    <g className="jalon-carte__territoire" role="img">
      {contenu}
    </g>
  ) : (
    <Lien className="jalon-carte__territoire" href={href}>
      {contenu}
    </Lien>
  );
}

function Anciennete({
  territoire,
  forme,
}: {
  readonly territoire: TerritoireDessine;
  readonly forme?: Forme | undefined;
}) {
  if (territoire.ancien !== true || forme === undefined) return null;
  return <circle className="jalon-carte__ancien" cx={forme.centre[0]} cy={forme.centre[1]} r="3.5" />;
}

function Cadre({ encart, titre }: { readonly encart: Encart; readonly titre: string | null }) {
  const { x, y, largeur, hauteur } = encart;
  return (
    <g className="jalon-carte__cadre">
      <rect x={x} y={y} width={largeur} height={hauteur} rx="3" />
      {titre !== null && (
        <text x={x + 1} y={y} dy="-.45em">
          {titre}
        </text>
      )}
    </g>
  );
}

function titreDEncart(encart: Encart, parCode: ReadonlyMap<string, TerritoireDessine>): string | null {
  if (encart === ENCART_DE_PARIS) return 'Paris et petite couronne';
  return encart.codes.map((code) => parCode.get(code)?.nom).find((nom) => nom !== undefined) ?? null;
}
