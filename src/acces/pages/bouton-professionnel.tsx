import { Bouton } from '#interface';

/** Starts a sign-in by the provider. A plain form: it leaves the application. */
export function BoutonProfessionnel({
  nom,
  vers,
  texte = `Se connecter avec ${nom}`,
}: {
  readonly nom: string;
  /** Where to come back to. */
  readonly vers: string;
  readonly texte?: string;
}) {
  return (
    <form method="post" action="/connexion/professionnelle">
      <input type="hidden" name="vers" value={vers} />
      <Bouton icone="personne">{texte}</Bouton>
    </form>
  );
}
