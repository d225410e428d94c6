import type { ReactNode } from 'react';
import { classes } from '../classes.ts';
import { Icone } from '../elements/icone.tsx';
import { useIdDuChamp } from './saisie.ts';

/** What every field says about itself. */
export type ChampProps = {
  readonly nom: string;
  readonly libelle: ReactNode;
  readonly aide?: ReactNode;
  readonly requis?: boolean;
  /** The label is read aloud but not shown: a column or a sentence already says it. */
  readonly libelleMasque?: boolean;
  /** When several forms of the page have a field of that name. */
  readonly id?: string;
};

/** Attributes that tie a control to its label, hint and message. */
export type Liens = {
  readonly id: string;
  readonly name: string;
  readonly required: boolean;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
};

type CadreProps = ChampProps & {
  readonly erreur: string | null;
  readonly genre: 'input' | 'select' | 'upload';
  readonly children: (liens: Liens) => ReactNode;
};

/** Label, hint, control, message: the same frame around every control. */
export function CadreDeChamp(props: CadreProps) {
  const { nom, libelle, aide, requis = false, libelleMasque = false, erreur, genre, children } = props;
  const idParDefaut = useIdDuChamp(nom);
  const id = props.id ?? idParDefaut;
  const decrit = classes(aide !== undefined && `${id}-aide`, erreur !== null && `${id}-erreur`);
  const groupe = `fr-${genre}-group`;
  return (
    <div className={classes(groupe, erreur !== null && `${groupe}--error`, 'jalon-champ')}>
      <label className={classes('fr-label', libelleMasque && 'fr-sr-only')} htmlFor={id}>
        {libelle}
        {requis && <Obligatoire />}
      </label>
      {aide !== undefined && (
        <p className="fr-hint-text jalon-champ__aide" id={`${id}-aide`}>
          {aide}
        </p>
      )}
      {children({
        id,
        name: nom,
        required: requis,
        'aria-describedby': decrit === '' ? undefined : decrit,
        'aria-invalid': erreur === null ? undefined : true,
      })}
      <MessageDErreur id={`${id}-erreur`} erreur={erreur} />
    </div>
  );
}

export function MessageDErreur({ id, erreur }: { readonly id: string; readonly erreur: string | null }) {
  if (erreur === null) return null;
  return (
    <p className="jalon-erreur" id={id}>
      <Icone nom="triangle" />
      <span className="fr-sr-only">Erreur : </span>
      {erreur}
    </p>
  );
}

export function Obligatoire() {
  return <span className="jalon-champ__requis"> (obligatoire)</span>;
}
