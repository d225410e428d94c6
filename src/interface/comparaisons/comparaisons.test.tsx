import { describe, expect, test } from 'vitest';
import { rendre } from '../essais/rendre.tsx';
import { Entonnoir, PointsDeComparaison } from '../index.ts';

describe('la comparaison entre semblables', () => {
  const html = rendre(
    <PointsDeComparaison
      legende="Locaux raccordables"
      unite="%"
      mediane="72.5"
      points={[
        { code: 'D50', nom: 'Manche', valeur: '90', ecart: '+17,5\u00A0points', href: '/D50' },
        { code: 'D22', nom: 'Côtes-d’Armor', valeur: null },
        { code: 'D29', nom: 'Finistère', valeur: '55', ecart: '−17,5\u00A0points', ici: true },
      ]}
    />,
  );

  test('le territoire regardé vient d’abord, les autres dans l’ordre de leurs noms, jamais de leurs valeurs', () => {
    const noms = [...html.matchAll(/<th scope="row">(?:<a[^>]*>)?(.*?)</g)].map((trouve) => trouve[1]);
    expect(noms).toEqual(['Finistère', 'Côtes-d’Armor', 'Manche']);
    expect(html).not.toMatch(/rang|classement|<ol/i);
  });
  test('la médiane est écrite, et un trait sur chaque ligne', () => {
    expect(html).toContain('médiane\u00A0: 72,5\u00A0%');
    expect(html.match(/jalon-comparaison__trait/g)).toHaveLength(4);
  });
  test('ce qui n’est pas mesuré n’a pas de point, et le dit', () => {
    expect(html.match(/<circle/g)).toHaveLength(2);
    expect(html).toContain('<td>non mesuré</td><td>–</td>');
  });
  test('sans aucune valeur, les lignes restent, sans dessin', () => {
    const vide = rendre(
      <PointsDeComparaison legende="L" mediane={null} points={[{ code: 'D29', nom: 'Finistère', valeur: null }]} />,
    );
    expect(vide).toContain('non mesuré');
    expect(vide).not.toContain('<svg');
  });
});

describe('l’entonnoir', () => {
  const html = rendre(
    <Entonnoir
      legende="Dossiers traités dans le délai"
      unite="%"
      denominateur="dossiers reçus"
      moyenne="68"
      limites={[
        { denominateur: '200', basse998: '50', basse95: '57', haute95: '79', haute998: '86' },
        { denominateur: '9000', basse998: '65', basse95: '66', haute95: '70', haute998: '71' },
      ]}
      points={[
        { code: 'D48', nom: 'Lozère', denominateur: '310', valeur: '44', place: 'hors_998' },
        { code: 'D01', nom: 'Ain', denominateur: '2671', valeur: '68', place: 'dans_les_limites' },
        { code: 'D29', nom: 'Finistère', denominateur: '5400', valeur: '70.2', place: 'hors_95', ici: true },
      ]}
    />,
  );

  test('seuls le territoire regardé et ceux qui sortent des limites sont nommés sur le dessin', () => {
    const nommes = [...html.matchAll(/<text class="jalon-serie__nom"[^>]*>(.*?)</g)].map((trouve) => trouve[1]);
    expect(nommes).toEqual(['Lozère', 'Finistère']);
  });
  test('le tableau dit pour chacun sa taille, sa valeur et sa place, dans l’ordre des noms', () => {
    const lignes = [...html.matchAll(/<tr><th scope="row".*?<\/tr>/g)].map(([ligne]) =>
      [...ligne.matchAll(/jalon-tableau__valeur">(.*?)<\/div>/g)].map((cellule) => cellule[1]),
    );
    expect(lignes).toEqual([
      ['Ain', '2\u202F671', '68\u00A0%', 'dans les limites'],
      ['Finistère', '5\u202F400', '70,2\u00A0%', 'hors des limites à 95\u00A0%'],
      ['Lozère', '310', '44\u00A0%', 'hors des limites à 99,8\u00A0%'],
    ]);
  });
  test('le dessin se nomme par ce qui en sort', () => {
    expect(html).toContain('1 sur 3 hors des limites à 99,8\u00A0%');
  });
});
