import type { ReactNode } from 'react';
import { classes } from '../classes.ts';

export type Definition = { readonly terme: string; readonly valeur: ReactNode };

export type DefinitionsProps = {
  readonly elements: readonly Definition[];
  /** Side by side (the facts under a title) rather than one under the other. */
  readonly enLigne?: boolean;
};

/** The facts about an object: term, value. */
export function Definitions({ elements, enLigne = false }: DefinitionsProps) {
  return (
    <dl className={classes('jalon-definitions', enLigne && 'jalon-definitions--en-ligne')}>
      {elements.map(({ terme, valeur }) => (
        <div key={terme}>
          <dt>{terme}</dt>
          <dd>{valeur}</dd>
        </div>
      ))}
    </dl>
  );
}
