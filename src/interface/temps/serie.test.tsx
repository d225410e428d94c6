import { describe, expect, test } from 'vitest';
import { rendre } from '../essais/rendre.tsx';
import { SerieDIndicateur, type SerieDIndicateurProps } from '../index.ts';

const FIBRE: SerieDIndicateurProps = {
  legende: 'Locaux raccordables, Finistère',
  unite: '%',
  aujourdhui: '2022-11-05',
  initiale: { jour: '2017-03-31', valeur: '22' },
  mesures: [
    { jour: '2022-09-30', valeur: '77', attendu: '78.3' },
    { jour: '2020-09-30', valeur: '48.5', horsLimites: true },
  ],
  cibles: [{ jour: '2022-12-31', valeur: '80' }],
  attendu: [
    { jour: '2017-03-31', valeur: '22' },
    { jour: '2022-12-31', valeur: '80' },
  ],
};
const serie = (props: Partial<SerieDIndicateurProps> = {}) => rendre(<SerieDIndicateur {...FIBRE} {...props} />);
const tableau = (html: string) =>
  [...html.matchAll(/<tr><th scope="row".*?<\/tr>/g)].map(([ligne]) =>
    [...ligne.matchAll(/jalon-tableau__valeur">(.*?)<\/div>/g)].map((cellule) => cellule[1]),
  );

describe('la série d’un indicateur', () => {
  test('le tableau dit dans l’ordre des jours tout ce qui est dessiné', () => {
    expect(tableau(serie())).toEqual([
      ['31\u00A0mars 2017', 'valeur initiale', '22\u00A0%', '–'],
      ['30\u00A0sept. 2020', 'mesure, hors des limites ordinaires', '48,5\u00A0%', '–'],
      ['30\u00A0sept. 2022', 'mesure', '77\u00A0%', '78,3\u00A0%'],
      ['31\u00A0déc. 2022', 'cible', '80\u00A0%', '–'],
    ]);
  });
  test('le dessin se nomme par sa dernière mesure, quel que soit l’ordre reçu', () => {
    expect(serie()).toContain('aria-label="Locaux raccordables, Finistère\u00A0: dernière mesure 77\u00A0%.');
    expect(serie({ mesures: [] })).toContain('aucune mesure');
  });
  test('une rupture de série coupe la courbe, se dessine et se dit', () => {
    const html = serie({ ruptures: [{ jour: '2021-01-01', motif: 'nouvelle méthode' }] });
    expect(html.match(/<polyline class="jalon-serie__mesures"/g)).toHaveLength(2);
    expect(html).toContain('jalon-serie__rupture');
    expect(html).toContain('rupture de série le 1er\u00A0janv. 2021\u00A0: nouvelle méthode');
    expect(tableau(html)).toContainEqual(['1er\u00A0janv. 2021', 'rupture de série\u00A0: nouvelle méthode', '–', '–']);
  });
  test('le jour d’une rupture appartient à la nouvelle série', () => {
    const html = serie({ ruptures: [{ jour: '2022-09-30', motif: 'nouvelle méthode' }] });
    expect(html.match(/<polyline class="jalon-serie__mesures"/g)).toHaveLength(2);
  });
  test('les limites de la variation ordinaire sont aussi écrites', () => {
    const html = serie({
      limites: [{ du: '2020-09-30', au: '2022-09-30', basse: '41.2', moyenne: '62.75', haute: '84.3' }],
    });
    expect(html).toContain('variation ordinaire\u00A0: de 41,2\u00A0% à 84,3\u00A0%, moyenne 62,75\u00A0%');
    expect(html).toContain('jalon-serie__limites');
  });
  test('sans rien à dessiner, il n’y a pas de dessin', () => {
    expect(serie({ mesures: [], initiale: null, cibles: [], attendu: [] })).toBe('');
  });
  test('deux mesures le même jour, des valeurs négatives : tout a sa place, aucun nombre impossible', () => {
    const html = serie({
      mesures: [
        { jour: '2022-09-30', valeur: '-3' },
        { jour: '2022-09-30', valeur: '-4.5' },
      ],
    });
    expect(html).not.toMatch(/NaN|Infinity|undefined/);
    expect(html).toContain('−4,5\u00A0%');
  });
});
