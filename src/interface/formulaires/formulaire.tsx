import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import { Form, type FormProps } from 'react-router';
import { classes } from '../classes.ts';
import { ChampJeton } from '../jeton.tsx';
import { DepartRetenu } from './depart-retenu.tsx';
import { ErreursDeFormulaire } from './erreurs-de-formulaire.tsx';
import { type Erreurs, SaisieContexte, type Valeurs } from './saisie.ts';

export type FormulaireProps = {
  /** Address that receives it; the page itself when not given. */
  readonly action?: string;
  /** Needed as soon as a file is sent. */
  readonly fichiers?: boolean;
  /** What the server refused, and what had been typed. */
  readonly erreurs?: Erreurs | undefined;
  readonly valeurs?: Valeurs | undefined;
  /** Labels of the fields for the summary of errors, by name; the message alone when not given. */
  readonly libelles?: Readonly<Record<string, string>>;
  /** Asks before leaving with unsaved text. */
  readonly protege?: boolean;
  /** Fields in a column of comfortable width, on one line, or over the whole page (a form that holds a table). */
  readonly disposition?: 'colonne' | 'ligne' | 'page';
  readonly id?: string;
  /** When several forms of the page have fields of the same names. */
  readonly prefixe?: string;
  /** What is sent leaves the reader where they are in the page. */
  readonly sansRemonter?: boolean;
  readonly titre?: string;
  readonly children: ReactNode;
};

const AUCUNE = {};

/** A form that changes something: it works without a script, carries the token, shows what was refused and keeps it. */
export function Formulaire(props: FormulaireProps) {
  const {
    erreurs = AUCUNE,
    valeurs = AUCUNE,
    libelles,
    protege = false,
    disposition = 'colonne',
    titre,
    prefixe,
  } = props;
  const saisie = useMemo(() => ({ erreurs, valeurs, prefixe }), [erreurs, valeurs, prefixe]);
  const [modifie, setModifie] = useState(false);
  const attributs: FormProps = {
    method: 'post',
    className: classes('jalon-formulaire', `jalon-formulaire--${disposition}`),
    onKeyDown: envoyerAuClavier,
    onInput: () => setModifie(true),
    onSubmit: () => setModifie(false),
    ...(props.action === undefined ? {} : { action: props.action }),
    ...(props.fichiers ? { encType: 'multipart/form-data' as const } : {}),
    ...(props.sansRemonter ? { preventScrollReset: true } : {}),
    ...(props.id === undefined ? {} : { id: props.id }),
    ...(titre === undefined ? {} : { 'aria-label': titre }),
  };
  return (
    <SaisieContexte value={saisie}>
      <Form {...attributs}>
        <ChampJeton />
        {protege && modifie && <DepartRetenu />}
        <ErreursDeFormulaire erreurs={erreurs} prefixe={prefixe} {...(libelles === undefined ? {} : { libelles })} />
        {props.children}
      </Form>
    </SaisieContexte>
  );
}

/** Ctrl+Entrée saves from anywhere in the form. */
function envoyerAuClavier(evenement: KeyboardEvent<HTMLFormElement>) {
  if (evenement.key === 'Enter' && (evenement.ctrlKey || evenement.metaKey)) {
    evenement.preventDefault();
    evenement.currentTarget.requestSubmit();
  }
}
