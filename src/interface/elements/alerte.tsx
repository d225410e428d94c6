import type { ReactNode } from 'react';

export type AlerteProps = {
  readonly ton: 'info' | 'succes' | 'attention' | 'erreur';
  readonly titre?: string;
  /** Element of the title: a heading level when the message opens a part of the page. */
  readonly niveau?: 'h2' | 'h3' | 'p';
  readonly children: ReactNode;
};

const CLASSE = {
  info: 'fr-alert--info',
  succes: 'fr-alert--success',
  attention: 'fr-alert--warning',
  erreur: 'fr-alert--error',
} as const;

/** A message about what just happened, or what must be known first. Read aloud when it appears. */
export function Alerte({ ton, titre, niveau: Titre = 'p', children }: AlerteProps) {
  const role = ton === 'erreur' || ton === 'attention' ? 'alert' : 'status';
  return (
    <div className={`fr-alert ${CLASSE[ton]} ${titre === undefined ? 'fr-alert--sm' : ''} jalon-alerte`} role={role}>
      {titre !== undefined && <Titre className="fr-alert__title">{titre}</Titre>}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  );
}
