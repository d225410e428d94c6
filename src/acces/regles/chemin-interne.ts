/** A path of this application only: never another site, never a way to leave at once. */
export function cheminInterne(chemin: string | null): string {
  return chemin !== null && chemin.length <= 2_000 && /^\/(?![/\\])[^\\\s]*$/.test(chemin) && !SORTIES.test(chemin)
    ? chemin
    : '/';
}

const SORTIES = /^\/(connexion|deconnexion)([/?#]|$)/;
