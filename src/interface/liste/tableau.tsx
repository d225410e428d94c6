import { type ReactNode, useId } from 'react';
import { classes } from '../classes.ts';
import { EnTeteDeColonne, type Tri } from './en-tete-de-colonne.tsx';

export type Colonne<L> = {
  readonly cle: string;
  readonly titre: string;
  /** The title is read aloud but not shown. */
  readonly titreMasque?: boolean;
  readonly tri?: Tri;
  /** `fin` for numbers: right-aligned, tabular figures. */
  readonly alignement?: 'debut' | 'fin';
  /** Width: `etroite` as narrow as its words, `moyenne` never under a few words, `large` a third of the table. */
  readonly largeur?: 'etroite' | 'moyenne' | 'large';
  readonly classe?: string;
  readonly cellule: (ligne: L) => ReactNode;
};

export type TableauProps<L> = {
  /** Names the table; read aloud, shown with `legendeVisible`. */
  readonly legende: string;
  readonly legendeVisible?: boolean;
  readonly colonnes: readonly Colonne<L>[];
  readonly lignes: readonly L[];
  readonly cleDeLigne: (ligne: L) => string;
  /** The first cell names its row (default). */
  readonly premiereColonneEntete?: boolean;
  /** Heading under which consecutive rows stand together: the axe of an action. */
  readonly groupe?: (ligne: L) => string | null;
  /** On a phone: a card per row (default), or the same table when its columns are few and short. */
  readonly surTelephone?: 'cartes' | 'tableau';
  /** What can be done with the row: shown when it is hovered or focused. */
  readonly actions?: (ligne: L) => ReactNode;
  /** More columns than a wide screen shows: the table keeps a scrolling region of its own at every width. */
  readonly defilant?: boolean;
  /** What stands in place of the rows when there is none. */
  readonly vide?: ReactNode;
};

/**
 * The workhorse: header and first column stay in sight inside a region one can reach and scroll with the keyboard. On a
 * phone each row becomes a card whose lines repeat the column titles (`data-label`, see tableau.css): nothing is lost.
 */
export function Tableau<L>(props: TableauProps<L>) {
  const {
    legende,
    legendeVisible = false,
    colonnes,
    lignes,
    cleDeLigne,
    surTelephone = 'cartes',
    defilant = false,
    actions,
    vide,
  } = props;
  const idLegende = useId();
  if (lignes.length === 0 && vide !== undefined) return <>{vide}</>;
  const nombreDeColonnes = colonnes.length + (actions === undefined ? 0 : 1);
  return (
    <section
      className={classes(
        'jalon-tableau',
        `jalon-tableau--${FORMES[surTelephone]}`,
        defilant && 'jalon-tableau--defilant',
      )}
      aria-labelledby={idLegende}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard (RGAA 10.13)
      tabIndex={0}
    >
      <table>
        <caption id={idLegende} className={legendeVisible ? undefined : 'fr-sr-only'}>
          {legende}
        </caption>
        <thead>
          <tr>
            {colonnes.map((colonne) => (
              <EnTeteDeColonne key={colonne.cle} {...colonne} className={classesDeColonne(colonne)} />
            ))}
            {actions !== undefined && (
              <th scope="col">
                <span className="fr-sr-only">Actions</span>
              </th>
            )}
          </tr>
        </thead>
        {enGroupes(lignes, props.groupe).map(({ titre, lignes: membres }, rang) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same title may come back further down
          <tbody key={rang}>
            {titre !== null && (
              <tr className="jalon-tableau__groupe">
                <th scope="rowgroup" colSpan={nombreDeColonnes}>
                  <span>{titre}</span>
                </th>
              </tr>
            )}
            {membres.map((ligne) => (
              <tr key={cleDeLigne(ligne)}>
                {colonnes.map((colonne, position) => (
                  <Cellule
                    key={colonne.cle}
                    colonne={colonne}
                    ligne={ligne}
                    entete={position === 0 && estEntete(props)}
                  />
                ))}
                {actions !== undefined && <td className="jalon-tableau__actions">{actions(ligne)}</td>}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

const FORMES = { cartes: 'cartes', tableau: 'simple' } as const;

function Cellule<L>({ colonne, ligne, entete }: { colonne: Colonne<L>; ligne: L; entete: boolean }) {
  const attributs = { className: classesDeColonne(colonne), 'data-label': colonne.titre };
  const contenu = <div className="jalon-tableau__valeur">{colonne.cellule(ligne)}</div>;
  return entete ? (
    <th scope="row" {...attributs}>
      {contenu}
    </th>
  ) : (
    <td {...attributs}>{contenu}</td>
  );
}

function estEntete({ premiereColonneEntete = true }: { readonly premiereColonneEntete?: boolean }): boolean {
  return premiereColonneEntete;
}

function classesDeColonne<L>({ alignement, largeur, classe }: Colonne<L>): string | undefined {
  const noms = classes(
    alignement === 'fin' && 'jalon-tableau--fin',
    largeur !== undefined && `jalon-tableau--${largeur}`,
    classe,
  );
  return noms === '' ? undefined : noms;
}

type Groupe<L> = { readonly titre: string | null; readonly lignes: L[] };

function enGroupes<L>(lignes: readonly L[], titreDe: ((ligne: L) => string | null) | undefined): readonly Groupe<L>[] {
  const groupes: Groupe<L>[] = [];
  for (const ligne of lignes) {
    const titre = titreDe?.(ligne) ?? null;
    const dernier = groupes.at(-1);
    if (dernier !== undefined && dernier.titre === titre) dernier.lignes.push(ligne);
    else groupes.push({ titre, lignes: [ligne] });
  }
  return groupes;
}
