import { expect, test } from 'vitest';
import { AGE_MAXIMAL_MS, prochainEssai } from './reprise.ts';

const MIDI = new Date('2022-02-15T11:00:00Z');

test('un envoi qui échoue est repris après une minute, puis de plus en plus tard, puis abandonné', () => {
  const attentes = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((essais) => {
    const date = prochainEssai(essais, MIDI);
    return date === null ? null : (date.getTime() - MIDI.getTime()) / 60_000;
  });
  expect(attentes).toEqual([1, 5, 15, 60, 240, 720, 1_440, 1_440, null]);
});

test('la dernière reprise vient avant l’âge où un courriel n’a plus de sens', () => {
  const total = [1, 5, 15, 60, 240, 720, 1_440, 1_440].reduce((somme, minutes) => somme + minutes * 60_000, 0);
  expect(total).toBeLessThan(AGE_MAXIMAL_MS);
});
