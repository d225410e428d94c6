import { describe, expect, test } from 'vitest';
import { rendre } from '../essais/rendre.tsx';
import { Courbe, Frise } from '../index.ts';

const SEGMENTS = [
  {
    debut: null,
    fin: '2021-12-31',
    genre: 'engagement_initial',
    ton: 'neutre',
    titre: 'engagement initial : fin 2021',
  },
  { debut: null, fin: '2022-04-20', genre: 'ouvert_a_gauche', ton: 'alerte', titre: 'au plus tard le 20 avril 2022' },
] as const;

describe('le temps dessiné', () => {
  const frise = (
    <Frise
      legende="Échéances"
      aujourdhui="2022-06-05"
      lignes={[
        { cle: '2-1', code: '2-1', libelle: 'Cartes agents', href: '/actions/2-1', segments: SEGMENTS },
        { cle: '3-3', libelle: 'Cartes achat', href: null, segments: [] },
      ]}
    />
  );

  test('chaque ligne est un lien dont le dessin se lit comme une phrase', () => {
    const html = rendre(frise);
    expect(html).toContain('aria-label="engagement initial : fin 2021 ; au plus tard le 20 avril 2022"');
    expect(html.match(/<a [^>]*jalon-frise__ligne/g)).toHaveLength(1);
    expect(html).toContain('aria-label="sans échéance"');
  });
  test('le retard se prolonge jusqu’à aujourd’hui', () => {
    expect(rendre(frise)).toContain('jalon-segment__depassement');
  });
  test('les mêmes faits sont dans un tableau', () => {
    const html = rendre(frise);
    expect(html).toContain('Voir en tableau');
    expect(html).toMatch(/data-label="Fin"><div[^>]*>20\u00A0avril 2022/);
  });
  test('la courbe donne attendu, déclaré et écart en tableau', () => {
    const html = rendre(
      <Courbe
        legende="Trajectoire"
        aujourdhui="2020-09-01"
        points={[{ jour: '2020-06-30', attendu: 60, declare: 45 }]}
      />,
    );
    expect(html).toContain('−15\u00A0points');
  });
});
