import { Formulaire, type FormulaireProps } from '#interface';

/** What the server refused after a button of the page. */
export type RefusDImport =
  | {
      readonly intention: string;
      readonly message: string;
      readonly erreurs: Readonly<Record<string, string>>;
      readonly valeurs: Readonly<Record<string, string | string[]>>;
    }
  | undefined;

type Props = FormulaireProps & {
  readonly version: number;
  /** What the keyboard asks for (Entrée, Ctrl+Entrée), when no button is pressed. */
  readonly intention?: string;
};

/** A form of the page of an import: it says which version of the choices it was drawn from. */
export function FormulaireDImport({ version, intention, children, ...props }: Props) {
  return (
    <Formulaire {...props}>
      <input type="hidden" name="version" value={version} />
      {intention !== undefined && <input type="hidden" name="intention" value={intention} />}
      {children}
    </Formulaire>
  );
}
