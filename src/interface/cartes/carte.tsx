import { useId } from 'react';
import { PanneauDepliant } from '../elements/panneau-depliant.tsx';
import { compter, formaterNombre, INSECABLE } from '../formats.ts';
import { DessinDeCarte } from './dessin.tsx';
import { type ClasseDeCarte, dessinerClasses, dessinerTerritoires, type TerritoireDeCarte } from './donnees.ts';
import { ClesDeCarte } from './legende.tsx';
import { Motifs } from './motifs.tsx';
import { TableauDeCarte } from './tableau-de-carte.tsx';

export type CarteProps = {
  /** What is mapped: « Locaux raccordables à la fibre, par département ». */
  readonly titre: string;
  readonly maille: 'departement' | 'region';
  /** From the lowest to the highest. */
  readonly classes: readonly ClasseDeCarte[];
  readonly territoires: readonly TerritoireDeCarte[];
  /** How many territories have a value at the date, an older one, none; not said of a map that has no date. */
  readonly legende?: { readonly aLaDate: number; readonly plusAnciens: number; readonly sansValeur: number };
};

/**
 * A map drawn on the server: each territory is a link whose name says its value, classes are told apart by colour and
 * pattern, the overseas and Paris have their insets, and the same words stand in a table beside.
 */
export function Carte({ titre, maille, classes, territoires, legende }: CarteProps) {
  const prefixe = useId().replaceAll(/[^A-Za-z0-9_-]/g, '');
  const commun = {
    titre,
    prefixe,
    classes: dessinerClasses(classes),
    territoires: dessinerTerritoires(territoires, classes),
  };
  return (
    <figure className="jalon-carte">
      <figcaption className="jalon-carte__titre">
        <strong>{titre}</strong>
        {legende !== undefined && <span className="jalon-carte__fraicheur">{ecrireFraicheur(legende)}</span>}
      </figcaption>
      <div className="jalon-carte__corps">
        <div className="jalon-carte__feuille">
          <a className="jalon-carte__passer" href={`#${prefixe}-tableau`}>
            Passer la carte
          </a>
          <DessinDeCarte {...commun} maille={maille}>
            <Motifs prefixe={prefixe} classes={commun.classes} />
          </DessinDeCarte>
          <ClesDeCarte {...commun} />
          <p className="jalon-carte__source">
            {`Fond de carte${INSECABLE}: MapSVG (CC${INSECABLE}BY${INSECABLE}4.0, simplifié), Natural Earth.`}
          </p>
        </div>
        <div className="jalon-carte__tableau" id={`${prefixe}-tableau`} tabIndex={-1}>
          <PanneauDepliant titre="Voir en tableau">
            <TableauDeCarte {...commun} maille={maille} />
          </PanneauDepliant>
        </div>
      </div>
    </figure>
  );
}

/** « 96 à la date · 3 plus anciens · 2 sans valeur ». */
function ecrireFraicheur({ aLaDate, plusAnciens, sansValeur }: NonNullable<CarteProps['legende']>): string {
  return [
    `${formaterNombre(aLaDate)}${INSECABLE}à la date`,
    compter(plusAnciens, 'plus ancien', 'plus anciens'),
    `${formaterNombre(sansValeur)}${INSECABLE}sans valeur`,
  ].join(' · ');
}
