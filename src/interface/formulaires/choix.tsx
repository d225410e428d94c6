import type { ReactNode } from 'react';
import { classes } from '../classes.ts';
import { MessageDErreur, Obligatoire } from './champ.tsx';
import { useIdDuChamp, useSaisie, useSaisieMultiple } from './saisie.ts';

export type OptionACocher = { readonly valeur: string; readonly texte: ReactNode; readonly aide?: ReactNode };

type GroupeProps = {
  readonly nom: string;
  readonly legende: ReactNode;
  readonly aide?: ReactNode;
  readonly requis?: boolean;
  readonly options: readonly OptionACocher[];
  readonly enLigne?: boolean;
};

export type ChoixProps = GroupeProps & { readonly valeur?: string };
export type CasesProps = GroupeProps & { readonly valeurs?: readonly string[] };

/** One value among a few, all visible. */
export function Choix({ valeur, ...groupe }: ChoixProps) {
  const saisie = useSaisie(groupe.nom, valeur);
  const choisies = saisie.valeur === undefined ? [] : [saisie.valeur];
  return <Groupe {...groupe} type="radio" choisies={choisies} erreur={saisie.erreur} />;
}

/** Several values among a few; the form sends one entry per ticked box. */
export function Cases({ valeurs = [], ...groupe }: CasesProps) {
  const saisie = useSaisieMultiple(groupe.nom, valeurs);
  return <Groupe {...groupe} type="checkbox" choisies={saisie.valeurs} erreur={saisie.erreur} />;
}

function Groupe(
  props: GroupeProps & {
    readonly type: 'radio' | 'checkbox';
    readonly choisies: readonly string[];
    readonly erreur: string | null;
  },
) {
  const { nom, legende, aide, requis = false, options, enLigne = false, type, choisies, erreur } = props;
  const id = useIdDuChamp(nom);
  const decrit = classes(aide !== undefined && `${id}-aide`, erreur !== null && `${id}-erreur`);
  return (
    <fieldset
      className={classes('jalon-choix', enLigne && 'jalon-choix--en-ligne', erreur !== null && 'jalon-choix--erreur')}
      aria-describedby={decrit === '' ? undefined : decrit}
    >
      <legend className="fr-label">
        {legende}
        {requis && <Obligatoire />}
      </legend>
      {aide !== undefined && (
        <p className="fr-hint-text" id={`${id}-aide`}>
          {aide}
        </p>
      )}
      <div className="jalon-choix__options">
        {options.map((option, rang) => {
          // The error summary links to the field by its name: the first box bears it.
          const idOption = rang === 0 ? id : `${id}-${rang}`;
          return (
            <div key={option.valeur} className={`fr-${type}-group fr-${type}-group--sm`}>
              <input
                type={type}
                id={idOption}
                name={nom}
                value={option.valeur}
                defaultChecked={choisies.includes(option.valeur)}
                required={type === 'radio' && requis}
                aria-describedby={option.aide === undefined ? undefined : `${idOption}-precision`}
              />
              <label className="fr-label" htmlFor={idOption}>
                {option.texte}
                {option.aide !== undefined && (
                  <span className="fr-hint-text" id={`${idOption}-precision`}>
                    {option.aide}
                  </span>
                )}
              </label>
            </div>
          );
        })}
      </div>
      <MessageDErreur id={`${id}-erreur`} erreur={erreur} />
    </fieldset>
  );
}
