import { Avancement, EtatVide, Etiquette, ilYA, Lien, Tableau } from '#interface';
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
          cellule: ({ taux }) =>
            taux.valeur === null || taux.etat === 'recul' ? taux.texte : <Avancement taux={taux.valeur} />,
        },
        {
          cle: 'position',
          titre: 'Trajectoire',
          cellule: (reforme) => <Trajectoire reforme={reforme} />,
        },
        {
          cle: 'meteo',
          titre: 'Météo déclarée',
          cellule: ({ meteo }) =>
            meteo === null ? (
              <span className="jalon-discret">jamais déclarée</span>
            ) : (
              <>
                {meteo.nom}
                <div className="jalon-discret">
                  {ilYA(meteo.age)}
                  {meteo.divergente ? ', diverge de l’indicateur' : meteo.ancienne ? ', à renouveler' : ''}
                </div>
              </>
            ),
        },
      ]}
    />
  );
}

const POSITIONS = {
  recul: { mot: 'En recul', ton: 'alerte' },
  en_retrait: { mot: 'En retrait', ton: 'attention' },
  sur_trajectoire: { mot: 'Sur sa trajectoire', ton: 'neutre' },
  non_mesuree: { mot: 'Non mesurée', ton: 'neutre' },
  sans_objet: { mot: 'Sans objet', ton: 'neutre' },
} as const;

function Trajectoire({ reforme: { position, ecart } }: { readonly reforme: ReformeDeFeuille }) {
  const { mot, ton } = POSITIONS[position];
  return (
    <Etiquette ton={ton} {...(ecart.valeur === null ? {} : { complement: ecart.texte })}>
      {mot}
    </Etiquette>
  );
}
