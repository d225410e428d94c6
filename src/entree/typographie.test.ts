import { describe, expect, test } from 'vitest';
import { rendreInsecables } from './typographie.ts';

/** The non-breaking space, made visible. */
const voir = (code: string) => rendreInsecables(code, '/src/page.tsx').replaceAll('\u00a0', '~');

describe('les espaces insécables', () => {
  test('devant les signes hauts et le pour cent, et dans les guillemets', () => {
    expect(voir("const a = 'Trop tard : « Cartes » n° 2 ; 40 % ? oui !';")).toBe(
      "const a = 'Trop tard~: «~Cartes~» n°~2~; 40~%~? oui~!';",
    );
  });
  test('au bord de ce qui est calculé', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the source of a program
    expect(voir('const a = `« ${b} » : ${c} %, « ${d} ».`;')).toBe('const a = `«~${b}~»~: ${c}~%, «~${d}~».`;');
    expect(voir("const a = <p>Fichier gardé :{' '}<b>{x}</b> : lu</p>;")).toBe(
      "const a = <p>Fichier gardé~:{' '}<b>{x}</b>~: lu</p>;",
    );
  });
  test('jamais dans le programme, ses commentaires, son SQL, ni ce qu’une machine lit', () => {
    for (const code of [
      'const a = b ? c : d; // « reste » : ainsi',
      'const a = sql`select 1 where a = « b » : c`;',
      "const a = 'https://exemple.gouv.fr:3000/a?b=1%20';",
      "const a = { cle: ' :root', b: 'flex 1 1' };",
    ])
      expect(voir(code)).toBe(code);
  });
  test('ni au début d’une ligne du source, dont les espaces ne sont pas montrées', () => {
    const code = 'const a = (\n  <p>\n    Dit\n    : ainsi\n  </p>\n);';
    expect(voir(code)).toBe(code);
  });
});
