import { Courbe } from '#interface';
import { jourAParis } from '#socle/valeurs';

type Props = {
  readonly trajectoire: readonly { readonly jour: string | null; readonly texte: string; readonly taux: string }[];
  readonly declares: readonly { readonly instant: string; readonly taux: string }[];
  readonly aujourdhui: string;
};

/** The rate expected at each date against the rates declared, with the gap in points. */
export function TrajectoireDAction({ trajectoire, declares, aujourdhui }: Props) {
  const dates = trajectoire.flatMap(({ jour, taux }) =>
    jour === null ? [] : [{ jour, attendu: Number(taux), declare: null }],
  );
  const points = new Map<string, { jour: string; attendu: number | null; declare: number | null }>(
    dates.map((point) => [point.jour, point]),
  );
  for (const { instant, taux } of [...declares].reverse()) {
    const jour: string = jourAParis(new Date(instant));
    points.set(jour, { jour, attendu: points.get(jour)?.attendu ?? null, declare: Number(taux) });
  }
  const sansDate = trajectoire.filter(({ jour }) => jour === null);
  return (
    <>
      <Courbe
        legende="Taux attendu et taux déclaré"
        aujourdhui={aujourdhui}
        points={[...points.values()].sort((a, b) => (a.jour < b.jour ? -1 : 1))}
      />
      {sansDate.length > 0 && (
        <p>Sans année connue : {sansDate.map(({ texte, taux }) => `${texte} (${taux} %)`).join(', ')}.</p>
      )}
    </>
  );
}
