import type { ReactNode } from 'react';
import { compter, formaterNombre, pluriel } from '../formats.ts';

export type EnTeteDeListeProps = {
  /** How many are kept by the filters. */
  readonly trouves: number;
  /** How many there are without filters. */
  readonly total: number;
  readonly nom: readonly [singulier: string, pluriel: string];
  /** Views, export, import: on the same line. */
  readonly children?: ReactNode;
};

/** « 4 sur 29 actions », and what can be done with the list. */
export function EnTeteDeListe({ trouves, total, nom, children }: EnTeteDeListeProps) {
  const [singulier, plurielDuNom] = nom;
  return (
    <div className="jalon-tete-de-liste">
      <p className="jalon-tete-de-liste__compte" role="status">
        {trouves === total ? (
          compter(total, singulier, plurielDuNom)
        ) : (
          <>
            <strong>{formaterNombre(trouves)}</strong> sur {formaterNombre(total)}{' '}
            {pluriel(total, singulier, plurielDuNom)}
          </>
        )}
      </p>
      {children !== undefined && <div className="jalon-tete-de-liste__actions">{children}</div>}
    </div>
  );
}
