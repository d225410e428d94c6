import type { remonteesARemplir } from '#enquetes';
import { formaterJour, Lien, Section, Tableau } from '#interface';

type Props = { readonly remontees: Awaited<ReturnType<typeof remonteesARemplir>> };

/** The remontées that wait for an answer of one's service. */
export function RemonteesARemplir({ remontees }: Props) {
  return (
    <Section titre="Remontées à remplir">
      <Tableau
        legende="Remontées qui attendent une réponse, les premières à fermer d’abord"
        lignes={remontees}
        cleDeLigne={({ href }) => href}
        colonnes={[
          {
            cle: 'titre',
            titre: 'Remontée',
            largeur: 'large',
            cellule: ({ href, titre, avancement }) => (
              <>
                <Lien href={href}>{titre}</Lien>
                {avancement !== null && <div className="jalon-discret jalon-petit">{avancement}</div>}
              </>
            ),
          },
          { cle: 'de', titre: 'Demandée par', cellule: ({ de }) => de },
          { cle: 'service', titre: 'Pour', cellule: ({ service }) => service },
          { cle: 'fermeture', titre: 'Dernier jour', cellule: ({ fermeLe }) => formaterJour(fermeLe) },
        ]}
      />
    </Section>
  );
}
