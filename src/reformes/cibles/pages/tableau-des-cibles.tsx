import { EtatVide, Etiquette, formaterJour, Lien, Tableau } from '#interface';
import { direCible, type LigneDeCible } from '../presentation.ts';

type Props = {
  readonly lignes: readonly LigneDeCible[];
  readonly reforme: string;
  readonly territoire: string;
  /** This person takes part in the discussion. */
  readonly discute: boolean;
};

/** The targets of a reform in a territory: agreed, discussed, fixed without an agreement, missing. */
export function TableauDesCibles({ lignes, reforme, territoire, discute }: Props) {
  const adresse = `/reformes/${reforme}/cibles?territoire=${territoire}`;
  return (
    <Tableau
      legende="Cibles de la réforme dans le territoire"
      lignes={lignes}
      cleDeLigne={({ cle }) => cle}
      vide={<EtatVide titre="Aucun indicateur">Cette réforme n’est pas mesurée sur ce territoire.</EtatVide>}
      colonnes={[
        {
          cle: 'indicateur',
          titre: 'Indicateur',
          largeur: 'large',
          cellule: ({ nom, mesures }) => (
            <>
              {nom}
              <div className="jalon-discret">{mesures}</div>
            </>
          ),
        },
        {
          cle: 'echeance',
          titre: 'Échéance',
          cellule: ({ jour }) =>
            jour === null ? (
              <span className="jalon-discret">aucune</span>
            ) : (
              <time dateTime={jour}>{formaterJour(jour)}</time>
            ),
        },
        {
          cle: 'vigueur',
          titre: 'Cible en vigueur',
          alignement: 'fin',
          cellule: ({ enVigueur }) => enVigueur ?? <span className="jalon-discret">sans cible</span>,
        },
        {
          cle: 'proposee',
          titre: 'Valeur proposée',
          alignement: 'fin',
          cellule: ({ proposee }) => proposee ?? <span className="jalon-discret">–</span>,
        },
        {
          cle: 'etat',
          titre: 'Où on en est',
          cellule: ({ dite, degeneree }) => (
            <>
              <Etiquette ton={dite.ton} {...(dite.complement === null ? {} : { complement: dite.complement })}>
                {dite.mot}
              </Etiquette>
              {degeneree && <div>Du mauvais côté de la valeur initiale</div>}
            </>
          ),
        },
      ]}
      actions={(ligne) =>
        ligne.id !== null ? (
          <Lien href={`${adresse}&cible=${ligne.id}#discussion`}>
            {ligne.aVous ? 'Répondre' : 'Lire la discussion'}
            <span className="fr-sr-only"> : {direCible(ligne)}</span>
          </Lien>
        ) : (
          discute && (
            <Lien
              href={`${adresse}&indicateur=${encodeURIComponent(ligne.identifiant)}${ligne.jour === null ? '' : `&jour=${ligne.jour}`}#proposer`}
            >
              Proposer<span className="fr-sr-only"> : {direCible(ligne)}</span>
            </Lien>
          )
        )
      }
    />
  );
}
