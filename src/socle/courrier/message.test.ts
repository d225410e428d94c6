import { expect, test } from 'vitest';
import { lireConfiguration } from '../configuration.ts';
import { composer, type Message } from './message.ts';

const CONFIGURATION = lireConfiguration({ JALON_ORIGINE: 'https://jalon.exemple.gouv.fr' });
const MESSAGE: Message = {
  sujet: 'Une demande d’accès\nvous attend',
  paragraphes: ['Le service « Achats & marchés » demande à lire un plan.', 'Elle attend depuis <hier>.'],
  action: { texte: 'Voir la demande', chemin: '/demandes/12?vue=tout&tri=date' },
  raison: 'Vous recevez ce message parce que vous administrez les comptes du Finistère.',
};

test('le texte et le HTML disent la même chose, avec la même adresse', () => {
  const { sujet, texte, html } = composer(MESSAGE, CONFIGURATION);
  expect(sujet).toBe('Une demande d’accès vous attend');
  expect(texte).toBe(`Bonjour,

Le service « Achats & marchés » demande à lire un plan.

Elle attend depuis <hier>.

Voir la demande\u00A0:
https://jalon.exemple.gouv.fr/demandes/12?vue=tout&tri=date

-- 
Jalon, le suivi des plans et des réformes
Vous recevez ce message parce que vous administrez les comptes du Finistère.
Ce message est envoyé automatiquement\u00A0: n’y répondez pas.
`);
  expect(html).toContain('Achats &amp; marchés');
  expect(html).toContain('Elle attend depuis &lt;hier&gt;.');
  expect(html).toContain('href="https://jalon.exemple.gouv.fr/demandes/12?vue=tout&amp;tri=date"');
  expect(html).toContain('<html lang="fr">');
});

test('une liste se lit en texte et en HTML, chaque élément avec son adresse ; le titulaire sait où choisir', () => {
  const liste: Message = {
    ...MESSAGE,
    listes: [
      {
        titre: 'Plan « Accueil »',
        elements: [{ texte: 'Ouvrir un\nguichet', chemin: '/plans/1/actions/2', precision: 'en retard de 3 jours' }],
        suite: { texte: 'Et 4 autres', chemin: '/attendu' },
      },
    ],
  };
  const { texte, html } = composer(liste, CONFIGURATION, true);
  expect(texte).toContain(`Plan « Accueil »

- Ouvrir un guichet
  en retard de 3 jours
  https://jalon.exemple.gouv.fr/plans/1/actions/2

Et 4 autres\u00A0:
https://jalon.exemple.gouv.fr/attendu
`);
  expect(html).toContain('<a href="https://jalon.exemple.gouv.fr/plans/1/actions/2"');
  expect(html).toContain('en retard de 3 jours');
  for (const forme of [texte, html]) expect(forme).toContain('https://jalon.exemple.gouv.fr/mes-courriers');
  expect(composer(liste, CONFIGURATION).texte).not.toContain('mes-courriers');
});

test('rien n’est chargé d’ailleurs', () => {
  expect(composer(MESSAGE, CONFIGURATION).html).not.toMatch(/<img|<link|<script|url\(|src=/);
});

test('une action ne mène jamais à un autre site que Jalon', () => {
  const { action: _, ...message } = MESSAGE;
  const ailleurs = { ...message, action: { texte: 'Voir', chemin: '//ailleurs.exemple.com/x' } };
  expect(() => composer(ailleurs, CONFIGURATION)).toThrow('chemin');
});
