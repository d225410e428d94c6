import { EtatVide, Lien, Tableau } from '#interface';
import { MeteoDeReforme, Points, TauxDeReforme } from '../../suivi/cellules.tsx';
import { accentDe } from '../../territoires/regles/difficultes.ts';
import type { ReformeDeFeuille } from '../lectures/compte-rendu.ts';

type Props = {
  readonly reformes: readonly ReformeDeFeuille[];
  readonly lieu: string;
  readonly vide: string;
};

/** The reforms of a roadmap: what was committed, what the indicators say, what was last declared. One accent a row. */
export function TableauDesReformes({ reformes, lieu, vide }: Props) {
  return (
    <Tableau
      legende={`Réformes prioritaires de la feuille de route, ${lieu}`}
      lignes={reformes}
      cleDeLigne={({ reforme }) => reforme}
      vide={<EtatVide titre="Aucune réforme">{vide}</EtatVide>}
      colonnes={[
        {
          cle: 'reforme',
          titre: 'Réforme et engagement du préfet',
          largeur: 'large',
          cellule: ({ reforme, nom, territoire, engagement }) => (
            <>
              <Lien href={`/reformes/${reforme}?territoire=${territoire}`}>{nom}</Lien>
              {engagement !== null && <div>{engagement}</div>}
            </>
          ),
        },
        {
          cle: 'taux',
          titre: 'Avancement',
          largeur: 'moyenne',
          cellule: (suivi) => <TauxDeReforme suivi={suivi} accent={accentDe(suivi)} />,
        },
        {
          cle: 'ecart',
          titre: 'Trajectoire',
          alignement: 'fin',
          cellule: (suivi) => (
            <Points chiffre={suivi.ecart.texte} accentue={accentDe(suivi) === 'ecart'} ton="alerte" />
          ),
        },
        {
          cle: 'meteo',
          titre: 'Météo déclarée',
          largeur: 'moyenne',
          cellule: (suivi) => <MeteoDeReforme suivi={suivi} accentue={accentDe(suivi) === 'meteo'} />,
        },
      ]}
    />
  );
}
