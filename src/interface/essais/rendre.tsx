import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createRoutesStub } from 'react-router';

/** The HTML the server sends for these elements, in a page of the application. */
export function rendre(contenu: ReactNode): string {
  const Racine = createRoutesStub([{ path: '/plans', Component: () => contenu }]);
  return renderToStaticMarkup(<Racine initialEntries={['/plans']} />);
}

/** A page frame as an entitled person sees it, in demonstration. */
export const enTete = {
  blocMarque: null,
  acteur: { nom: 'Préfecture du Finistère', profil: 'Préfet de département', organisation: 'Finistère' },
  navigation: [{ texte: 'Plans', href: '/plans', actif: true }],
  liensDePied: [{ texte: 'Aide', href: '/aide' }],
  demonstration: true,
  jeton: 'jeton-de-session',
  recherche: '',
};
