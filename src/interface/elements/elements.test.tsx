import { describe, expect, test } from 'vitest';
import { rendre } from '../essais/rendre.tsx';
import { Avancement, Etiquette } from '../index.ts';

describe('les états et les chiffres', () => {
  test('une étiquette porte toujours un mot et une icône', () => {
    const html = rendre(
      <Etiquette ton="alerte" complement="46 j">
        En retard
      </Etiquette>,
    );
    expect(html).toContain('<svg');
    expect(html.replaceAll(/<[^>]+>/g, '')).toBe('En retard 46 j');
  });
  test('ce qui n’est pas mesuré se dit, et ne se dessine pas comme un zéro', () => {
    const html = rendre(<Avancement taux={null} />);
    expect(html).toContain('non mesuré');
    expect(html).not.toContain('<svg');
  });
  test('l’écart à l’attendu est donné en points', () => {
    expect(rendre(<Avancement taux="93" attendu={100} />)).toContain('−7\u00A0points');
  });
});
