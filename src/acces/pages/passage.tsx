import { LienBouton, Page } from '#interface';

/** Seen for an instant, on the way to the provider; the browser goes on by itself, the link is there if it does not. */
export function Passage({
  titre,
  nom,
  adresse,
}: {
  readonly titre: string;
  readonly nom: string;
  readonly adresse: string;
}) {
  return (
    <Page
      titre={titre}
      phrase={`Votre navigateur continue chez ${nom}. S’il ne le fait pas de lui-même, suivez ce lien.`}
    >
      <p>
        <LienBouton href={adresse} document>
          {`Continuer chez ${nom}`}
        </LienBouton>
      </p>
    </Page>
  );
}
