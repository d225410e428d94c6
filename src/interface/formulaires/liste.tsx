import { classes } from '../classes.ts';
import { CadreDeChamp, type ChampProps } from './champ.tsx';
import { useSaisie } from './saisie.ts';

export type OptionDeListe = { readonly valeur: string; readonly texte: string };
export type GroupeDOptions = { readonly groupe: string; readonly options: readonly OptionDeListe[] };

export type ListeProps = ChampProps & {
  readonly valeur?: string;
  readonly options: readonly (OptionDeListe | GroupeDOptions)[];
  /** The first line, with an empty value: « tous », « Choisir une organisation ». */
  readonly aucune?: string;
};

/** One value among several, in a drop-down list. */
export function Liste({ valeur, options, aucune, ...cadre }: ListeProps) {
  const saisie = useSaisie(cadre.nom, valeur);
  return (
    <CadreDeChamp {...cadre} genre="select" erreur={saisie.erreur}>
      {(liens) => (
        <select
          className={classes('fr-select', saisie.erreur !== null && 'fr-select--error')}
          defaultValue={saisie.valeur ?? (aucune === undefined ? undefined : '')}
          {...liens}
        >
          {aucune !== undefined && <option value="">{aucune}</option>}
          {options.map((entree) =>
            'groupe' in entree ? (
              <optgroup key={entree.groupe} label={entree.groupe}>
                {entree.options.map(enOption)}
              </optgroup>
            ) : (
              enOption(entree)
            ),
          )}
        </select>
      )}
    </CadreDeChamp>
  );
}

function enOption({ valeur, texte }: OptionDeListe) {
  return (
    <option key={valeur} value={valeur}>
      {texte}
    </option>
  );
}
