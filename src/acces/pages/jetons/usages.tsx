import { EtatVide, formaterInstant, Lien, Section, Tableau } from '#interface';

type Usage = { readonly instant: Date; readonly methode: string; readonly chemin: string; readonly statut: number };

/** What a token was last used for. */
export function Usages({
  libelle,
  lignes,
  fermer,
}: {
  readonly libelle: string;
  readonly lignes: readonly Usage[];
  /** The page without it. */
  readonly fermer: string;
}) {
  return (
    <Section titre={`Derniers usages de « ${libelle} »`} actions={<Lien href={fermer}>Fermer</Lien>}>
      <Tableau
        legende={`Cinquante derniers usages de ${libelle}`}
        lignes={lignes.map((usage, rang) => ({ ...usage, rang }))}
        cleDeLigne={({ rang }) => String(rang)}
        vide={<EtatVide titre="Aucun usage">Les usages sont gardés un an.</EtatVide>}
        colonnes={[
          {
            cle: 'instant',
            titre: 'Quand',
            cellule: ({ instant }) => <time dateTime={instant.toISOString()}>{formaterInstant(instant)}</time>,
          },
          {
            cle: 'demande',
            titre: 'Demande',
            cellule: ({ methode, chemin }) => (
              <code>
                {methode} {chemin}
              </code>
            ),
          },
          { cle: 'reponse', titre: 'Réponse', cellule: ({ statut }) => REPONSES[statut] ?? `Réponse ${statut}` },
        ]}
      />
    </Section>
  );
}

const REPONSES: Readonly<Record<number, string>> = {
  200: 'Répondu',
  201: 'Écrit',
  403: 'Refusé',
  404: 'Introuvable',
  409: 'Refusé : changé entre-temps',
  413: 'Refusé : trop gros',
  422: 'Refusé : mal compris',
  429: 'Refusé : trop de demandes',
};
