import { describe, expect, test } from 'vitest';
import { rendre } from '../essais/rendre.tsx';
import { EnTeteDeListe, EtatVide, Pagination, Tableau } from '../index.ts';

type Action = { code: string; intitule: string; axe: string; taux: number };
const ACTIONS: readonly Action[] = [
  { code: '1-1', intitule: 'Cartographier les référents', axe: 'Proximité', taux: 100 },
  { code: '2-1', intitule: 'Cartes agents', axe: 'Équipement', taux: 93 },
];

describe('les listes', () => {
  const tableau = (lignes: readonly Action[]) => (
    <Tableau
      legende="Actions du plan"
      lignes={lignes}
      cleDeLigne={({ code }) => code}
      groupe={({ axe }) => axe}
      vide={<EtatVide titre="Aucune action">Importez un plan.</EtatVide>}
      colonnes={[
        { cle: 'code', titre: 'Code', tri: { href: '?tri=-code', etat: 'croissant' }, cellule: ({ code }) => code },
        { cle: 'intitule', titre: 'Action', cellule: ({ intitule }) => intitule },
        {
          cle: 'taux',
          titre: 'Taux',
          alignement: 'fin',
          tri: { href: '?tri=taux', etat: null },
          cellule: ({ taux }) => taux,
        },
      ]}
    />
  );

  test('le tableau est une région nommée qu’on atteint au clavier', () => {
    const html = rendre(tableau(ACTIONS));
    const id = /<section class="jalon-tableau jalon-tableau--cartes" aria-labelledby="([^"]+)" tabindex="0">/i.exec(
      html,
    )?.[1];
    expect(html).toContain(`<caption id="${id}" class="fr-sr-only">Actions du plan</caption>`);
  });
  test('la première cellule nomme la ligne, les colonnes disent leur tri, les axes font groupe', () => {
    const html = rendre(tableau(ACTIONS));
    expect(html).toMatch(/<th scope="row"[^>]*data-label="Code"/);
    expect(html).toContain('aria-sort="ascending"');
    expect(html).toContain('aria-sort="none"');
    expect(html).toMatch(/<th scope="rowgroup" colSpan="3"><span>Équipement<\/span>/i);
  });
  test('sans ligne, l’état vide dit quoi faire', () => {
    expect(rendre(tableau([]))).toContain('Importez un plan.');
  });
  test('« 4 sur 29 actions », ou « 29 actions » quand rien n’est filtré', () => {
    expect(rendre(<EnTeteDeListe trouves={4} total={29} nom={['action', 'actions']} />)).toContain(
      '<strong>4</strong> sur 29 actions',
    );
    expect(rendre(<EnTeteDeListe trouves={29} total={29} nom={['action', 'actions']} />)).toContain('29\u00A0actions');
  });
  test('la pagination dit où l’on est, et disparaît quand il n’y a qu’une page', () => {
    const html = rendre(<Pagination page={2} pages={12} adresse={(page) => `?page=${page}`} />);
    expect(html).toContain('<span aria-current="page">page 2 sur 12</span>');
    expect(html).toContain('href="/plans?page=3"');
    expect(rendre(<Pagination page={1} pages={1} adresse={String} />)).toBe('');
  });
});
