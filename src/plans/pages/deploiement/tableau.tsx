import { Avancement, avec, EtatVide, formaterJourCourt, Lien, LienBouton, Tableau } from '#interface';
import type { DonneesDuDeploiement, TriDeDeclinaisons } from '../donnees-du-deploiement.ts';
import { EtatDAction } from '../elements.tsx';

/** One row a territory; its name opens what was said there. */
export function TableauDesTerritoires({ donnees }: { readonly donnees: DonneesDuDeploiement }) {
  const { declinaisons, requete, maille, criteres, action } = donnees;
  const tri = (cle: TriDeDeclinaisons) => ({
    href: avec(requete, { tri: criteres.tri === cle ? null : cle }),
    etat: criteres.tri === cle ? ('croissant' as const) : null,
  });
  return (
    <Tableau
      legende={`${action.intitule}, territoire par territoire`}
      lignes={declinaisons}
      cleDeLigne={({ id }) => id}
      vide={
        <EtatVide
          titre="Aucun territoire n’est dans ce cas"
          action={
            <LienBouton href={avec(requete, { etat: null, region: null })} rang="secondaire">
              Voir tous les territoires
            </LienBouton>
          }
        >
          Retirez un filtre.
        </EtatVide>
      }
      colonnes={[
        {
          cle: 'nom',
          titre: maille === 'regional' ? 'Région' : 'Département',
          cellule: ({ nom, territoire }) => <Lien href={`${avec(requete, { territoire })}#territoire`}>{nom}</Lien>,
        },
        ...(maille === 'regional'
          ? []
          : [
              {
                cle: 'region',
                titre: 'Région',
                cellule: ({ regionNom }: { readonly regionNom: string | null }) => regionNom ?? '',
              },
            ]),
        { cle: 'etat', titre: 'Situation', cellule: ({ etat }) => <EtatDAction etat={etat} /> },
        {
          cle: 'taux',
          titre: 'Taux',
          largeur: 'etroite',
          tri: tri('taux'),
          cellule: ({ taux, nom }) => <Avancement taux={taux} libelle={`Taux de réalisation, ${nom}`} />,
        },
        {
          cle: 'nouvelle',
          titre: 'Dernière nouvelle',
          largeur: 'etroite',
          tri: tri('nouvelle'),
          cellule: ({ derniereNouvelle }) =>
            derniereNouvelle === null ? (
              <span className="jalon-discret">aucune</span>
            ) : (
              formaterJourCourt(derniereNouvelle)
            ),
        },
        {
          cle: 'note',
          titre: 'Note',
          largeur: 'moyenne',
          cellule: ({ texte, obstacle }) =>
            texte === null && obstacle === null ? (
              <span className="jalon-discret">–</span>
            ) : (
              <>
                {obstacle !== null && (
                  <div className="jalon-texte">
                    <span className="jalon-discret">Ce qui bloque : </span>
                    {obstacle}
                  </div>
                )}
                {texte !== null && <div className="jalon-texte">{texte}</div>}
              </>
            ),
        },
      ]}
    />
  );
}
