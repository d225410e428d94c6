import { describe, expect, test } from 'vitest';
import { enTete, rendre } from '../essais/rendre.tsx';
import { Gabarit } from '../index.ts';

describe('le gabarit', () => {
  const html = rendre(<Gabarit {...enTete}>Contenu</Gabarit>);

  test('mène d’un lien au contenu, au menu, à la recherche et au pied de page', () => {
    for (const id of ['contenu', 'navigation', 'recherche', 'pied']) {
      expect(html).toContain(`href="#${id}"`);
      expect(html).toContain(`id="${id}"`);
    }
  });
  test('se déconnecter est un envoi de formulaire, avec le jeton', () => {
    expect(html).toMatch(
      /<form action="\/deconnexion" method="post"><input type="hidden" name="jeton" value="jeton-de-session"/,
    );
  });
  test('la recherche marche sans script', () => {
    expect(html).toMatch(/<form action="\/recherche" method="get">.*name="q"/);
  });
  test('le bloc-marque de l’État n’apparaît que si on le donne', () => {
    expect(html).not.toContain('fr-logo');
    expect(html).not.toContain('République');
    expect(
      rendre(
        <Gabarit {...enTete} blocMarque={['Préfet', 'du Finistère']}>
          Contenu
        </Gabarit>,
      ),
    ).toContain('class="fr-logo"');
  });
  test('une démonstration le dit sur chaque page, une vraie installation non', () => {
    expect(html).toContain('Démonstration');
    expect(
      rendre(
        <Gabarit {...enTete} demonstration={false}>
          Contenu
        </Gabarit>,
      ),
    ).not.toContain('Démonstration');
  });
  test('une suppléance dit pour qui l’on agit, et se quitte par un envoi de formulaire', () => {
    const suppleant = rendre(
      <Gabarit {...enTete} suppleance={{ titulaire: 'Préfet du Finistère' }}>
        Contenu
      </Gabarit>,
    );
    expect(suppleant).toContain('Vous agissez pour <strong>Préfet du Finistère</strong>');
    expect(suppleant).toMatch(/<form action="\/compte\/suppleances" method="post"><input type="hidden" name="jeton"/);
    expect(html).not.toContain('Vous agissez pour');
  });
  test('sans personne de connecté, l’en-tête propose de se connecter', () => {
    const anonyme = rendre(
      <Gabarit {...enTete} acteur={null} jeton={null}>
        Contenu
      </Gabarit>,
    );
    expect(anonyme).toContain('href="/connexion"');
    expect(anonyme).not.toContain('name="jeton"');
  });
});
