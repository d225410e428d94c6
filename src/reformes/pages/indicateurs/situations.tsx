import type { SituationPresentee } from '#indicateurs';
import { avec, Carte, EnTeteDeListe, EtatVide, Lien, LienBouton, Section, Tableau } from '#interface';
import type { Fiche } from './charger-fiche.ts';
import { colonnesDeSituation, triDe } from './colonnes-de-situation.tsx';
import type { TriDeSituations } from './trier.ts';

/** Every territory of the maille: on a map, then in a table. */
export function SituationsParTerritoire({ fiche }: { readonly fiche: Fiche }) {
  const { situations, nombre, requete, carte, id, ordre } = fiche;
  const tri = (cle: TriDeSituations) => triDe(ordre, requete, cle, '#territoires');
  return (
    <Section titre="Territoire par territoire" id="territoires">
      {carte !== null && <Carte {...carte} />}
      <EnTeteDeListe trouves={situations.length} total={nombre} nom={['territoire', 'territoires']}>
        <LienBouton
          href={`/indicateurs/${id}/situations.csv${avec(requete, { fait: null })}`}
          document
          rang="tertiaire"
          taille="petite"
          icone="telecharger"
        >
          Exporter (CSV)
        </LienBouton>
      </EnTeteDeListe>
      <Tableau<SituationPresentee>
        legende={`${fiche.nom}, par territoire`}
        lignes={situations}
        cleDeLigne={({ territoire }) => territoire}
        vide={<EtatVide titre="Aucun territoire ne correspond">Retirez le filtre pour les voir tous.</EtatVide>}
        colonnes={[
          {
            cle: 'nom',
            titre: 'Territoire',
            tri: tri('nom'),
            cellule: ({ territoire, nom }) => <Lien href={avec(requete, { territoire, fait: null })}>{nom}</Lien>,
          },
          ...colonnesDeSituation<SituationPresentee>((situation) => situation, {
            taux: tri('taux'),
            valeur: tri('valeur'),
            jour: tri('jour'),
          }),
        ]}
      />
    </Section>
  );
}
