import { type ReactNode, useId } from 'react';

export type SectionProps = {
  readonly titre: string;
  /** Anchor in the page. */
  readonly id?: string;
  readonly actions?: ReactNode;
  readonly niveau?: 'h2' | 'h3';
  readonly children: ReactNode;
};

export function Section({ titre, id, actions, niveau: Titre = 'h2', children }: SectionProps) {
  const idDuTitre = useId();
  return (
    <section className="jalon-section" id={id} aria-labelledby={idDuTitre}>
      <div className="jalon-section__tete">
        <Titre className={`jalon-section__titre jalon-section__titre--${Titre}`} id={idDuTitre}>
          {titre}
        </Titre>
        {actions}
      </div>
      {children}
    </section>
  );
}
