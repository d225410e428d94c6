import { formaterNombre, INSECABLE } from '../formats.ts';
import { Lien } from '../lien.tsx';
import { Tableau } from '../liste/tableau.tsx';
import type { DonneesDEntonnoir, PlaceDansLEntonnoir } from './entonnoir-donnees.ts';

const ORDRE = new Intl.Collator('fr');

export function TableauDEntonnoir({ donnees }: { readonly donnees: DonneesDEntonnoir }) {
  const { legende, denominateur: titre, points, ecrire } = donnees;
  return (
    <Tableau
      legende={`${legende}, en tableau`}
      surTelephone="tableau"
      lignes={[...points].sort((a, b) => ORDRE.compare(a.nom, b.nom))}
      cleDeLigne={({ code }) => code}
      colonnes={[
        {
          cle: 'nom',
          titre: 'Territoire',
          cellule: ({ nom, href }) => (href === undefined ? nom : <Lien href={href}>{nom}</Lien>),
        },
        {
          cle: 'denominateur',
          titre: titre.charAt(0).toLocaleUpperCase('fr') + titre.slice(1),
          alignement: 'fin',
          cellule: ({ denominateur }) => formaterNombre(denominateur),
        },
        { cle: 'valeur', titre: 'Valeur', alignement: 'fin', cellule: ({ valeur }) => ecrire(valeur) },
        { cle: 'place', titre: 'Place', cellule: ({ place }) => PLACES[place] },
      ]}
    />
  );
}

export const PLACES: Readonly<Record<PlaceDansLEntonnoir, string>> = {
  dans_les_limites: 'dans les limites',
  hors_95: `hors des limites à 95${INSECABLE}%`,
  hors_998: `hors des limites à 99,8${INSECABLE}%`,
};
