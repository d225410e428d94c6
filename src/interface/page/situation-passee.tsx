import type { ReactNode } from 'react';
import { Alerte } from '../elements/alerte.tsx';
import { formaterJour } from '../formats.ts';
import { ChampDate } from '../formulaires/champs.tsx';
import { Lien } from '../lien.tsx';

/** The day a page looks from, as its address says it. */
export type RegardEnPage = {
  /** The day looked at when it is past; null: today. */
  readonly au: string | null;
  readonly aujourdhui: string;
  /** Why the date of the address was passed over, in a sentence; null when it was not. */
  readonly dateEcartee: string | null;
};

/** « Situation au »: the field that chooses the day, in the form of the filters of the page. */
export function ChampDeSituation({ regard: { au, aujourdhui } }: { readonly regard: RegardEnPage }) {
  return <ChampDate key={au ?? ''} nom="au" libelle="Situation au" valeur={au ?? ''} max={aujourdhui} />;
}

type SituationPasseeProps = {
  readonly regard: RegardEnPage;
  /** The same page, today. */
  readonly retour: string;
  /** What is not of that day. */
  readonly children?: ReactNode;
};

/** Above a page seen from a past day: which day, what is not of that day, and the way back; or why today is shown. */
export function SituationPassee({ regard: { au, dateEcartee }, retour, children }: SituationPasseeProps) {
  if (dateEcartee !== null) return <Alerte ton="attention">{dateEcartee}</Alerte>;
  if (au === null) return null;
  return (
    <p className="jalon-passe">
      Situation au {formaterJour(au)}, telle qu’elle était connue ce jour-là et calculée avec les règles d’aujourd’hui.{' '}
      {children}
      {children && ' '}
      <Lien href={retour}>Revenir à aujourd’hui</Lien>
    </p>
  );
}

/** On a page of another day, met while the others of the same object are looked at from a past one: which, in a sentence. */
export function AutreSituation({ regard, retour, children }: SituationPasseeProps) {
  if (regard.dateEcartee !== null || regard.au === null) return <SituationPassee regard={regard} retour={retour} />;
  return (
    <p className="jalon-passe">
      {children} Les autres onglets restent au {formaterJour(regard.au)}.{' '}
      <Lien href={retour}>Revenir à aujourd’hui</Lien>
    </p>
  );
}
