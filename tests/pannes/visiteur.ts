/** What a browser without scripts does: pages, forms with their token, a session cookie. */
export type Visiteur = {
  readonly cookie: string;
  lire(chemin: string): Promise<{ statut: number; page: string }>;
  /** Sends a form; true when the server acknowledged it by sending back to the page. */
  poster(chemin: string, champs: Readonly<Record<string, string>>): Promise<boolean>;
  /** Sends a file by its form; gives the page the server sends to. */
  deposer(chemin: string, champs: Readonly<Record<string, string>>, fichier: File): Promise<string>;
};

/** Signs in as a character of the demonstration. */
export async function seConnecter(adresse: string, compte: string): Promise<Visiteur> {
  const reponse = await fetch(`${adresse}/connexion`, {
    method: 'POST',
    body: new URLSearchParams({ compte, vers: '/' }),
    headers: { Origin: adresse },
    redirect: 'manual',
  });
  const cookie = reponse.headers.get('set-cookie')?.split(';')[0];
  if (cookie === undefined) throw new Error(`« ${compte} » n’a pas pu se connecter (${reponse.status})`);
  return visiteur(adresse, cookie);
}

/** The same person, on a server that has started again. */
export function visiteur(adresse: string, cookie: string): Visiteur {
  return {
    cookie,
    async lire(chemin) {
      const reponse = await fetch(`${adresse}${chemin}`, { headers: { Cookie: cookie }, redirect: 'manual' });
      return { statut: reponse.status, page: await reponse.text() };
    },
    async poster(chemin, champs) {
      try {
        const reponse = await fetch(`${adresse}${chemin}`, {
          method: 'POST',
          body: new URLSearchParams(champs),
          headers: { Cookie: cookie, Origin: adresse },
          redirect: 'manual',
        });
        await reponse.arrayBuffer();
        return reponse.status === 302;
      } catch {
        return false;
      }
    },
    async deposer(chemin, champs, fichier) {
      const corps = new FormData();
      for (const [nom, valeur] of Object.entries(champs)) corps.set(nom, valeur);
      corps.set('fichier', fichier);
      const entetes = { headers: { Cookie: cookie, Origin: adresse }, redirect: 'manual' } as const;
      const reponse = await fetch(`${adresse}${chemin}`, { method: 'POST', body: corps, ...entetes });
      const suite = reponse.headers.get('location');
      if (suite === null) throw new Error(`Le dépôt de « ${fichier.name} » a été refusé (${reponse.status})`);
      return suite;
    },
  };
}

/** First address of this form in a page. */
export function premierLien(page: string, forme: RegExp): string {
  const lien = forme.exec(page)?.[0];
  if (lien === undefined) throw new Error(`Aucun lien ${forme} dans la page`);
  return lien;
}

/** Token of the forms of this page. */
export function jetonDeLaPage(page: string): string {
  const champ = /<input[^>]*name="jeton"[^>]*>/.exec(page)?.[0] ?? '';
  const jeton = /value="([^"]+)"/.exec(champ)?.[1];
  if (jeton === undefined) throw new Error('Aucun jeton dans la page');
  return jeton;
}
