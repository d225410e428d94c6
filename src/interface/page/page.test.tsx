import { describe, expect, test } from 'vitest';
import { rendre } from '../essais/rendre.tsx';
import { LienDePhrase, Page, PageDeRefus, Section } from '../index.ts';

describe('la page', () => {
  test('porte un seul h1, son fil d’Ariane se termine par elle', () => {
    const html = rendre(
      <Page
        titre="Plan SGC-D"
        filDAriane={[{ texte: 'Accueil', href: '/' }]}
        phrase={<LienDePhrase href="?etat=retard">4 en retard</LienDePhrase>}
      />,
    );
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('<span aria-current="page">Plan SGC-D</span>');
    expect(html).toMatch(/href="\/plans\?etat=retard"[^>]*>4 en retard/);
  });
  test('une section est nommée par son titre', () => {
    const html = rendre(<Section titre="Trajectoire">…</Section>);
    const id = /aria-labelledby="([^"]+)"/.exec(html)?.[1];
    expect(html).toContain(`id="${id}">Trajectoire</h2>`);
  });
  test('un refus dit quoi faire ensuite', () => {
    const html = rendre(<PageDeRefus statut={403} />);
    expect(html).toContain('Cette page ne vous est pas ouverte');
    expect(html).toContain('Revenir à l’accueil');
  });
});
