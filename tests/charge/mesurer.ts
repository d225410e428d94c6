export type Mesure = {
  readonly nom: string;
  readonly budget: number | null;
  readonly mediane: number;
  readonly p95: number;
};

const TOURS = 40;

/** Time of this work over so many rounds, the first ones left out: median and 95th percentile, in milliseconds. */
export async function mesurer(
  nom: string,
  budget: number | null,
  travail: () => Promise<unknown>,
  tours = TOURS,
): Promise<Mesure> {
  for (let i = 0; i < Math.ceil(tours / 8); i++) await travail();
  const durees: number[] = [];
  for (let i = 0; i < tours; i++) {
    const debut = performance.now();
    await travail();
    durees.push(performance.now() - debut);
  }
  durees.sort((a, b) => a - b);
  return { nom, budget, mediane: durees[Math.floor(tours / 2)] ?? 0, p95: durees[Math.ceil(tours * 0.95) - 1] ?? 0 };
}

/** The measures as a table; each also as a ratio to the first line, since machines differ more than programs. */
export function tableau(mesures: readonly Mesure[]): string {
  const reference = mesures[0]?.mediane ?? 1;
  const lignes = mesures.map(({ nom, budget, mediane, p95 }) =>
    [
      nom.padEnd(36),
      `${mediane.toFixed(1)} ms`.padStart(10),
      `${p95.toFixed(1)} ms`.padStart(10),
      `${(mediane / reference).toFixed(2)}`.padStart(8),
      budget === null ? '' : `${p95 <= budget ? 'tenu' : 'DÉPASSÉ'} (${budget} ms)`,
    ].join('  '),
  );
  return [
    ['mesure'.padEnd(36), 'médiane'.padStart(10), 'p95'.padStart(10), 'rapport'.padStart(8), 'budget'].join('  '),
    ...lignes,
  ].join('\n');
}
