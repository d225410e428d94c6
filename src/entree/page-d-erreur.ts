/** A page that stands without the application, for the refusals that come before it. */
export function pageDErreur(titre: string, message: string): string {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${titre} - Jalon</title></head><body><main><h1>${titre}</h1><p>${message}</p><p><a href="/">Revenir à l’accueil</a></p></main></body></html>`;
}
