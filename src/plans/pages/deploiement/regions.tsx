import { avec, formaterTaux, Lien, PanneauDepliant, Tableau } from '#interface';
import type { DonneesDuDeploiement } from '../donnees-du-deploiement.ts';

type Region = DonneesDuDeploiement['regions'][number];

/** How far each région has got, with what is missing from it; its name filters the list below. */
export function CouvertureParRegion({ donnees }: { readonly donnees: DonneesDuDeploiement }) {
  const { action, maille, regions, requete } = donnees;
  if (maille !== 'departemental' || regions.length < 2) return null;
  const nombre = (cle: string, titre: string, lire: (agregat: Region['agregat']) => number) => ({
    cle,
    titre,
    alignement: 'fin' as const,
    cellule: ({ agregat }: Region) => lire(agregat) || <span className="jalon-discret">0</span>,
  });
  return (
    <PanneauDepliant titre="Région par région">
      <Tableau
        legende={`${action.intitule}, région par région`}
        lignes={regions}
        cleDeLigne={({ valeur }) => valeur}
        colonnes={[
          {
            cle: 'nom',
            titre: 'Région',
            cellule: ({ valeur, texte }) => (
              <Lien href={`${avec(requete, { region: valeur, territoire: null })}#territoires`}>{texte}</Lien>
            ),
          },
          {
            cle: 'couverture',
            titre: 'Ont donné des nouvelles',
            alignement: 'fin',
            cellule: ({ agregat }) => `${agregat.renseignees} sur ${agregat.declinees}`,
          },
          nombre('terminee', 'Terminés', ({ parStatut }) => parStatut.terminee),
          nombre('bloquee', 'Bloqués', ({ parStatut }) => parStatut.bloquee),
          nombre('silencieuse', 'Silencieux', ({ silencieuses }) => silencieuses),
          {
            cle: 'mediane',
            titre: 'Taux médian',
            alignement: 'fin',
            cellule: ({ agregat }) =>
              agregat.mediane === null ? (
                <span className="jalon-discret">non mesuré</span>
              ) : (
                `${formaterTaux(agregat.mediane)}, sur ${agregat.avecTaux}`
              ),
          },
        ]}
      />
    </PanneauDepliant>
  );
}
