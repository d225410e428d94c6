import type { ReactNode } from 'react';

/**
 * Drawn in the page rather than masked in CSS as the DSFR does: they keep their shape when printed without backgrounds
 * and in forced colours. Each state has its own silhouette, so that it reads without its colour.
 */
export function Icone({ nom, taille = 16 }: { readonly nom: NomIcone; readonly taille?: number }) {
  return (
    <svg
      className="jalon-icone"
      width={taille}
      height={taille}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {TRACES[nom]}
    </svg>
  );
}

export type NomIcone = keyof typeof TRACES;

const TRACES = {
  cercle: <circle cx="8" cy="8" r="5.25" strokeDasharray="2.2 2.1" />,
  demi: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" stroke="none" />
    </>
  ),
  coche: <path d="m2.75 8.75 3.5 3.5 7-8" strokeWidth="2" />,
  triangle: (
    <>
      <path d="M8 1.25 15.25 14H.75z" fill="currentColor" stroke="none" />
      <path d="M8 6v3.5M8 11.75v.01" stroke="var(--background-default-grey)" strokeWidth="1.75" />
    </>
  ),
  horloge: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5V8l2.5 1.5" />
    </>
  ),
  barre: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M4.75 8h6.5" strokeWidth="2" />
    </>
  ),
  croix: <path d="m4 4 8 8M12 4l-8 8" />,
  bulle: (
    <>
      <path d="M2 3h12v8H7l-3 2.5V11H2z" />
      <path d="M5.5 7h.01M8 7h.01M10.5 7h.01" strokeWidth="1.75" />
    </>
  ),
  infini: <path d="M2 8h11M9.5 4.5 13 8l-3.5 3.5" />,
  info: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 7.25V11M8 5v.01" strokeWidth="1.75" />
    </>
  ),
  haut: <path d="M8 13V3M4 7l4-4 4 4" />,
  bas: <path d="M8 3v10M4 9l4 4 4-4" />,
  tri: <path d="m5 6 3-3 3 3M5 10l3 3 3-3" />,
  chevron: <path d="m6 3 5 5-5 5" />,
  plus: <path d="M8 3v10M3 8h10" />,
  loupe: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3.5 3.5" />
    </>
  ),
  telecharger: <path d="M8 2v8.5M4.5 7 8 10.5 11.5 7M2.5 13.5h11" />,
  importer: <path d="M8 10.5V2M4.5 5.5 8 2l3.5 3.5M2.5 13.5h11" />,
  crayon: <path d="m3 13 .75-3.25L10.5 3 13 5.5l-6.75 6.75zM9 4.5 11.5 7" />,
  fichier: <path d="M3.5 1.75h6l3 3v9.5h-9zM9.5 1.75v3h3" />,
  personne: (
    <>
      <circle cx="8" cy="5" r="2.75" />
      <path d="M2.75 14c.5-3 2.5-4.5 5.25-4.5s4.75 1.5 5.25 4.5" />
    </>
  ),
  sortie: <path d="M9.5 2.5h-6v11h6M6.5 8H14M11.5 5.5 14 8l-2.5 2.5" />,
  soleil: (
    <>
      <circle cx="8" cy="8" r="3" fill="currentColor" />
      <path d="M8 1v1.75M8 13.25V15M1 8h1.75M13.25 8H15M3.05 3.05l1.25 1.25M11.7 11.7l1.25 1.25M12.95 3.05 11.7 4.3M4.3 11.7l-1.25 1.25" />
    </>
  ),
  partiellement_nuageux: (
    <>
      <path d="M6.25 1v1.25M1 6.25h1.25M2.5 2.5l.9.9M10 2.5l-.9.9" />
      <path d="M3.6 7.6a2.9 2.9 0 0 1 5.5-1.9" />
      <path d="M5 14a2.5 2.5 0 0 1-.2-5A3.6 3.6 0 0 1 11.75 8.5 2.8 2.8 0 0 1 12 14z" />
    </>
  ),
  nuageux: (
    <path d="M4.25 12.75a3 3 0 0 1-.3-5.98 4.3 4.3 0 0 1 8.3-.62 3.35 3.35 0 0 1-.35 6.6z" fill="currentColor" />
  ),
  orage: (
    <>
      <path d="M5 9.75h-.75a2.75 2.75 0 0 1-.3-5.48 4.2 4.2 0 0 1 8.05-.6 3.1 3.1 0 0 1-.25 6.08h-.5" />
      <path d="M8.75 7 6 11h2.25L7.25 15 10.5 10.25H8.25z" fill="currentColor" strokeWidth="1" />
    </>
  ),
} as const satisfies Record<string, ReactNode>;
