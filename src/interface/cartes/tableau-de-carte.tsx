import { Lien } from '../lien.tsx';
import { Tableau } from '../liste/tableau.tsx';
import type { ClasseDessinee, Rang, TerritoireDessine } from './donnees.ts';
import { Echantillon } from './motifs.tsx';

type Props = {
  readonly titre: string;
  readonly maille: 'departement' | 'region';
  readonly prefixe: string;
  readonly classes: readonly ClasseDessinee[];
  readonly territoires: readonly TerritoireDessine[];
};

/** The map as a table, in the same words and the same order; it also holds what the map cannot draw. */
export function TableauDeCarte({ titre, maille, prefixe, classes, territoires }: Props) {
  return (
    <Tableau
      legende={`${titre}, en tableau`}
      surTelephone="tableau"
      defilant
      lignes={territoires}
      cleDeLigne={({ code }) => code}
      colonnes={[
        {
          cle: 'nom',
          titre: maille === 'departement' ? 'Département' : 'Région',
          cellule: ({ nom, href }) => (href === undefined ? nom : <Lien href={href}>{nom}</Lien>),
        },
        { cle: 'valeur', titre: 'Valeur', cellule: ({ valeurTexte }) => valeurTexte },
        {
          cle: 'classe',
          titre: 'Classe',
          cellule: ({ rang }) => (
            <span className="jalon-carte__classe">
              <Echantillon prefixe={prefixe} rang={rang} />
              {libelleDe(classes, rang)}
            </span>
          ),
        },
      ]}
    />
  );
}

function libelleDe(classes: readonly ClasseDessinee[], rang: Rang): string {
  if (rang === 'ferme') return 'non ouvert';
  return (rang === null ? null : classes[rang]?.libelle) ?? 'sans valeur';
}
