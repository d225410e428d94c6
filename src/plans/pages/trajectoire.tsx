import { Courbe } from '#interface';
import { type Jour, jourAParis } from '#socle/valeurs';
import { pointsDeTrajectoire } from '../regles/trajectoire.ts';

type Props = {
  readonly trajectoire: readonly { readonly jour: Jour | null; readonly texte: string; readonly taux: string }[];
  /** The latest first. */
  readonly declares: readonly { readonly instant: string; readonly taux: string }[];
  readonly aujourdhui: string;
};

/** The rate expected at each date, which holds until the next one, against the rates declared, with the gap in points. */
export function TrajectoireDAction({ trajectoire, declares, aujourdhui }: Props) {
  const dits = [...declares].reverse().map(({ instant, taux }) => ({ jour: jourAParis(new Date(instant)), taux }));
  const sansDate = trajectoire.filter(({ jour }) => jour === null);
  return (
    <>
      <Courbe
        legende="Taux attendu et taux déclaré"
        aujourdhui={aujourdhui}
        forme="paliers"
        points={pointsDeTrajectoire(trajectoire, dits).map(({ jour, attendu, declare }) => ({
          jour,
          attendu: attendu === null ? null : Number(attendu),
          declare: declare === null ? null : Number(declare),
        }))}
      />
      {sansDate.length > 0 && (
        <p>Sans année connue : {sansDate.map(({ texte, taux }) => `${texte} (${taux} %)`).join(', ')}.</p>
      )}
    </>
  );
}
