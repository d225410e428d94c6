import { Links, Meta, Outlet, Scripts, ScrollRestoration } from 'react-router';
import '@codegouvfr/react-dsfr/main.css';

export default function Racine() {
  return (
    <html lang="fr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}
