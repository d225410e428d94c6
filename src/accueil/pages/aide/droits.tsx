import { Section, Tableau } from '#interface';
import type { DroitsDeProfil } from '../../aide/droits.ts';

export function Droits({ droits }: { readonly droits: readonly DroitsDeProfil[] }) {
  return (
    <Section titre="Qui voit et fait quoi" id="droits">
      <p>
        Vos droits viennent de votre profil, de votre service et de votre territoire. Les listes, les comptes, les
        exports et la recherche les suivent tous : ce que vous ne pouvez pas lire n’apparaît nulle part. Quand un geste
        vous est refusé, la page dit pourquoi et à qui s’adresser.
      </p>
      <Tableau
        legende="Ce que chaque profil lit et fait dans les plans"
        lignes={droits}
        cleDeLigne={({ profil }) => profil}
        colonnes={[
          { cle: 'profil', titre: 'Profil', largeur: 'moyenne', cellule: ({ libelle }) => libelle },
          { cle: 'lit', titre: 'Plans qu’il lit', cellule: ({ lit }) => <Enumere elements={lit} /> },
          {
            cle: 'ecrit',
            titre: 'Ce qu’il fait',
            cellule: ({ ecrit }) => <Enumere elements={ecrit} sinon="lit seulement" />,
          },
        ]}
      />
      <p>
        « Son service » comprend les services qui en dépendent ; « toute l’administration » est celle du territoire du
        plan. Un plan en brouillon n’est lu que par l’équipe qui le prépare, et par la DITP.
      </p>
    </Section>
  );
}

function Enumere({ elements, sinon }: { readonly elements: readonly string[]; readonly sinon?: string }) {
  if (elements.length === 0) return <span className="jalon-discret">{sinon}</span>;
  if (elements.length === 1) return <>{elements[0]}</>;
  return (
    <ul>
      {elements.map((element) => (
        <li key={element}>{element}</li>
      ))}
    </ul>
  );
}
