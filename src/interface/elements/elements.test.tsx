import { describe, expect, test } from 'vitest';
import { rendre } from '../essais/rendre.tsx';
import { Avancement, Etiquette, TexteEtLiens } from '../index.ts';

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

describe('les mots d’une source', () => {
  test('une adresse y devient un lien, sans le point qui la suit', () => {
    expect(
      rendre(<TexteEtLiens texte="Remontée «\u00a0Cartes\u00a0», https://exemple.gouv.fr/r#q1. Suite." />),
    ).toMatch(/», <a href="https:\/\/exemple.gouv.fr\/r#q1"[^>]*>https:\/\/exemple.gouv.fr\/r#q1<\/a>. Suite.$/);
  });
  test('rien d’autre qu’une adresse du web n’est suivi', () => {
    expect(rendre(<TexteEtLiens texte="javascript:alert(1) et fichier:///tmp" />)).not.toContain('<a');
  });
});
