import { lireJour } from '#socle/valeurs';
import { classes } from '../classes.ts';
import { Icone, type NomIcone } from '../elements/icone.tsx';
import { PanneauDepliant } from '../elements/panneau-depliant.tsx';
import { formaterJourCourt, formaterTaux, INSECABLE } from '../formats.ts';
import { Tableau } from '../liste/tableau.tsx';
import { creerEchelle, type Echelle, estSerree } from './echelle.ts';
import type { ValeurDatee } from './serie-donnees.ts';

/** What someone declared on a day, which holds until the next time. */
export type Jugement = {
  readonly cle: string;
  readonly jour: string;
  /** Which level, among those of the drawing. */
  readonly niveau: string;
  readonly phrase: string;
  readonly auteur: string | null;
};

export type JugementsDansLeTempsProps = {
  readonly legende: string;
  /** What the bars are: « météo ». */
  readonly nomDuJugement: string;
  /** From the best to the worst, each with its icon. */
  readonly niveaux: readonly { readonly cle: string; readonly nom: string; readonly icone: NomIcone }[];
  readonly jugements: readonly Jugement[];
  /** Rates in percent, drawn above. */
  readonly taux: readonly ValeurDatee[];
  readonly aujourdhui: string;
};

/** Two judgements over the same time, one above the other: what is measured, and what is declared. The same in a table. */
export function JugementsDansLeTemps(props: JugementsDansLeTempsProps) {
  const { legende, nomDuJugement, niveaux, jugements, taux, aujourdhui } = props;
  const echelle = creerEchelle([...jugements.map(({ jour }) => jour), ...taux.map(({ jour }) => jour), aujourdhui]);
  if (echelle === null || jugements.length === 0) return null;
  const dits = [...jugements].sort((a, b) => (a.jour < b.jour ? -1 : 1));
  const noms = new Map(niveaux.map(({ cle, nom }) => [cle, nom]));
  return (
    <figure className="jalon-jugements" aria-label={legende}>
      <div className="jalon-jugements__cadre">
        {taux.length > 0 && <Taux taux={taux} echelle={echelle} aujourdhui={aujourdhui} legende={legende} />}
        <ul className="jalon-jugements__niveaux" aria-hidden="true">
          {niveaux.map(({ cle, icone }) => (
            <li key={cle}>
              <Icone nom={icone} />
            </li>
          ))}
        </ul>
        <Niveaux {...props} jugements={dits} echelle={echelle} />
      </div>
      <PanneauDepliant titre="Voir en tableau">
        <Tableau
          legende={legende}
          lignes={[...dits].reverse()}
          cleDeLigne={({ cle }) => cle}
          colonnes={[
            { cle: 'jour', titre: 'Date', largeur: 'etroite', cellule: ({ jour }) => formaterJourCourt(jour) },
            {
              cle: 'niveau',
              titre: nomDuJugement.charAt(0).toUpperCase() + nomDuJugement.slice(1),
              cellule: ({ niveau }) => noms.get(niveau) ?? niveau,
            },
            { cle: 'phrase', titre: 'Ce qui était dit', largeur: 'large', cellule: ({ phrase }) => phrase },
            { cle: 'auteur', titre: 'Par', cellule: ({ auteur }) => auteur ?? 'Jalon' },
          ]}
        />
      </PanneauDepliant>
    </figure>
  );
}

type TauxProps = Pick<JugementsDansLeTempsProps, 'taux' | 'aujourdhui' | 'legende'> & { readonly echelle: Echelle };

function Taux({ taux, echelle, aujourdhui, legende }: TauxProps) {
  const points = taux.map(({ jour, valeur }) => ({
    jour,
    valeur,
    x: abscisse(jour, echelle),
    y: 100 - Number(valeur),
  }));
  const derniere = points.at(-1);
  return (
    <svg
      className="jalon-jugements__taux"
      role="img"
      aria-label={`${legende}${INSECABLE}: taux de ${formaterTaux(taux.at(-1)?.valeur ?? null)} à la dernière mesure`}
    >
      {[0, 50, 100].map((graduation) => (
        <g key={graduation}>
          <line className="jalon-graduation" x1="0" x2="100%" y1={`${100 - graduation}%`} y2={`${100 - graduation}%`} />
          <text className="jalon-jugements__graduation" x="-8" y={`${100 - graduation}%`} dy="4" textAnchor="end">
            {formaterTaux(graduation)}
          </text>
        </g>
      ))}
      <Aujourdhui x={abscisse(aujourdhui, echelle)} />
      <svg
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        width="100%"
        height="100%"
        overflow="visible"
        aria-hidden="true"
      >
        <polyline className="jalon-jugements__trace" points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      </svg>
      {points.map(({ jour, valeur, x, y }) => (
        <circle
          key={jour}
          className="jalon-jugements__point"
          cx={`${x}%`}
          cy={`${y}%`}
          r={jour === derniere?.jour ? 5 : 2.5}
        >
          <title>{`${formaterJourCourt(jour)}${INSECABLE}: ${formaterTaux(valeur)}`}</title>
        </circle>
      ))}
      {derniere !== undefined && (
        <text
          className="jalon-jugements__nom"
          x={`${derniere.x}%`}
          y={`${derniere.y}%`}
          dy={derniere.y < 20 ? 22 : -11}
          textAnchor={derniere.x > 88 ? 'end' : 'middle'}
        >
          {formaterTaux(derniere.valeur)}
        </text>
      )}
    </svg>
  );
}

type NiveauxProps = JugementsDansLeTempsProps & { readonly echelle: Echelle };

/** Each declaration as a bar on the lane of its level, from its day until the next. */
function Niveaux({ legende, nomDuJugement, niveaux, jugements, aujourdhui, echelle }: NiveauxProps) {
  const hauteur = 100 / niveaux.length;
  const derniere = jugements.at(-1);
  const noms = new Map(niveaux.map(({ cle, nom }) => [cle, nom]));
  const auJour = abscisse(aujourdhui, echelle);
  return (
    <svg
      className="jalon-jugements__dessin"
      role="img"
      aria-label={`${legende}${INSECABLE}: dernière ${nomDuJugement} ${noms.get(derniere?.niveau ?? '') ?? 'inconnue'}, ${formaterJourCourt(derniere?.jour ?? '')}. Tout est dans le tableau.`}
    >
      {niveaux.map(({ cle }, rang) => (
        <line
          key={cle}
          className="jalon-graduation"
          x1="0"
          x2="100%"
          y1={`${(rang + 0.5) * hauteur}%`}
          y2={`${(rang + 0.5) * hauteur}%`}
        />
      ))}
      {jugements.map(({ cle, jour, niveau, phrase }, rang) => {
        const [debut, fin] = [abscisse(jour, echelle), abscisse(jugements[rang + 1]?.jour ?? aujourdhui, echelle)];
        const lane = niveaux.findIndex((connu) => connu.cle === niveau);
        return (
          <g key={cle} className={cle === derniere?.cle ? 'jalon-jugements__actuel' : undefined}>
            <rect
              className="jalon-jugements__barre"
              x={`${debut}%`}
              width={`${Math.max(fin - debut, 0.6)}%`}
              y={`${lane * hauteur + hauteur * 0.28}%`}
              height={`${hauteur * 0.44}%`}
            >
              <title>{`${formaterJourCourt(jour)}${INSECABLE}: ${noms.get(niveau) ?? niveau}. ${phrase}`}</title>
            </rect>
          </g>
        );
      })}
      <Aujourdhui x={auJour} />
      {echelle.graduations.map((graduation) => (
        <text
          key={graduation.x}
          className={classes(
            graduation.majeure ? 'jalon-graduation__titre--majeure' : 'jalon-graduation__titre',
            (!graduation.majeure || estSerree(graduation, echelle)) && 'jalon-serie__date--mineure',
          )}
          x={`${graduation.x}%`}
          y="100%"
          dy="18"
        >
          {graduation.texte}
        </text>
      ))}
    </svg>
  );
}

function Aujourdhui({ x }: { readonly x: number }) {
  return <line className="jalon-aujourdhui" x1={`${x}%`} x2={`${x}%`} y1="0" y2="100%" />;
}

function abscisse(texte: string, echelle: Echelle): number {
  const jour = lireJour(texte);
  return jour === null ? 0 : echelle.position(jour);
}
