import type { ReactNode } from 'react';
import { classes } from '../classes.ts';
import { Icone, type NomIcone } from './icone.tsx';

/** How loudly a state speaks. `neutre` is the normal course of things; only `attention` and `alerte` are coloured in. */
export type Ton = 'neutre' | 'info' | 'succes' | 'attention' | 'alerte';

const ICONE_DU_TON: Record<Ton, NomIcone> = {
  neutre: 'demi',
  info: 'info',
  succes: 'coche',
  attention: 'horloge',
  alerte: 'triangle',
};

export type EtiquetteProps = {
  readonly ton?: Ton;
  readonly icone?: NomIcone;
  /** What follows the word without its weight: « En retard » then « 46 j ». */
  readonly complement?: ReactNode;
  readonly children: ReactNode;
};

/** A state: word, icon and colour together, so that it reads without any one of them. */
export function Etiquette({ ton = 'neutre', icone, complement, children }: EtiquetteProps) {
  return (
    <span className={classes('jalon-etiquette', `jalon-etiquette--${ton}`)}>
      <Icone nom={icone ?? ICONE_DU_TON[ton]} />
      <span>
        <span className="jalon-etiquette__mot">{children}</span>
        {complement !== undefined && <span className="jalon-etiquette__complement"> {complement}</span>}
      </span>
    </span>
  );
}
