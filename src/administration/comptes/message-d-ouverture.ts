import { FINE, INSECABLE } from '#interface';

/** The words to send to a colleague whose account has just been opened. */
export function messageDOuverture({
  nom,
  courriel,
  adresse,
  fournisseur,
}: {
  readonly nom: string;
  readonly courriel: string;
  readonly adresse: string;
  /** « ProConnect »; null where only the demonstration is open. */
  readonly fournisseur: string | null;
}): { sujet: string; texte: string } {
  const entree =
    fournisseur === null
      ? `choisissez «${INSECABLE}${nom}${INSECABLE}» sur la page de connexion`
      : `connectez-vous avec ${fournisseur}, avec votre identité professionnelle (${courriel})`;
  return {
    sujet: 'Votre compte Jalon est ouvert',
    texte: [
      'Bonjour,',
      `Votre compte Jalon est ouvert${INSECABLE}: ${adresse}`,
      `À la première visite, ${entree}. Il n’y a pas de mot de passe à retenir.`,
      `L’accueil vous montre les actions que votre service porte et les plans que vous pouvez lire. Il vous manque un accès${FINE}? La page qui vous est refusée permet de le demander.`,
    ].join('\n\n'),
  };
}
