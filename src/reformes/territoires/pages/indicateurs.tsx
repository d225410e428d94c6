import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import type { IndicateurSitue } from '#indicateurs';
import {
  ChampDeSituation,
  ChampTexte,
  compter,
  EnTeteDeListe,
  EtatVide,
  FormulaireDeFiltres,
  Lien,
  LienBouton,
  Tableau,
} from '#interface';
import { adresseDIndicateur } from '../../adresses.ts';
import { colonnesDeSituation, triDe } from '../../pages/indicateurs/colonnes-de-situation.tsx';
import { MotsDesVues } from '../../pages/indicateurs/phrase.tsx';
import { avec } from '../adresses.ts';
import { PageDeTerritoire } from './cadre.tsx';
import { donneesDesIndicateurs } from './donnees-des-indicateurs.ts';
import { Exporter } from './exporter.tsx';

export const meta = ({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Indicateurs ${data?.vue.genitif ?? 'du territoire'} - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  return (await donneesDesIndicateurs(arguments_)).pourLaPage;
}

type Donnees = Awaited<ReturnType<typeof loader>>;

/** Every indicator measured in a territory, whether a reform holds it or not. */
export default function PageDesIndicateursDuTerritoire() {
  const donnees = useLoaderData<typeof loader>();
  const { vue, titre, total, indicateurs, q, voir, ordre, filtres } = donnees;
  return (
    <PageDeTerritoire
      vue={vue}
      onglet="indicateurs"
      reserve="L’écart à la médiane n’est pas recalculé ici : il se lit sur la page de chaque indicateur."
      phrase={total > 0 && <Phrase donnees={donnees} />}
    >
      {total === 0 ? (
        <EtatVide titre="Aucun indicateur à lire ici pour le moment">
          Les indicateurs des réformes que vous lisez {vue.locution} apparaîtront sur cette page, avec leurs valeurs.
        </EtatVide>
      ) : (
        <>
          <FormulaireDeFiltres
            legende="Filtrer les indicateurs"
            actifs={filtres}
            gardes={[
              ...(voir === null ? [] : [['voir', voir] as const]),
              ...(ordre.tri === 'nom' ? [] : [['tri', ordre.tri] as const]),
              ...(ordre.decroissant ? [['sens', 'decroissant'] as const] : []),
            ]}
          >
            <ChampTexte nom="q" libelle="Texte" valeur={q ?? ''} type="search" />
            <ChampDeSituation regard={vue} />
          </FormulaireDeFiltres>
          <EnTeteDeListe trouves={indicateurs.length} total={total} nom={['indicateur', 'indicateurs']}>
            <Exporter base={`/territoires/${vue.code}/indicateurs`} requete={vue.requete} />
          </EnTeteDeListe>
          <Tableau<IndicateurSitue>
            legende={titre}
            lignes={indicateurs}
            cleDeLigne={({ vu }) => vu.id}
            colonnes={[
              {
                cle: 'nom',
                titre: 'Indicateur',
                largeur: 'large',
                tri: triDe(donnees.ordre, vue.requete, 'nom'),
                cellule: ({ vu, nom, mesure }) => (
                  <>
                    <Lien href={adresseDIndicateur(vu.id, vue.code, vue)}>{nom}</Lien>
                    {mesure !== null && mesure !== nom && <div className="jalon-discret">{mesure}</div>}
                  </>
                ),
              },
              ...colonnesDeSituation<IndicateurSitue>(({ situation }) => situation, {
                taux: triDe(ordre, vue.requete, 'taux'),
                jour: triDe(ordre, vue.requete, 'jour'),
              }),
            ]}
            vide={
              <EtatVide
                titre="Aucun indicateur ne correspond"
                action={
                  <LienBouton href={avec(vue.requete, { q: null, voir: null })} rang="secondaire">
                    Voir tous les indicateurs
                  </LienBouton>
                }
              >
                {filtres.length > 1 ? 'Retirez un des filtres ci-dessus.' : 'Retirez le filtre ci-dessus.'}
              </EtatVide>
            }
          />
        </>
      )}
    </PageDeTerritoire>
  );
}

/** « 57 indicateurs de 43 mesures : 30 en cours, 12 cibles atteintes… » Its words filter. */
function Phrase({ donnees: { vue, total, mesures, comptes } }: { readonly donnees: Donnees }) {
  return (
    <>
      {compter(total, 'indicateur suivi', 'indicateurs suivis')} {vue.locution}
      {mesures < total && `, de ${compter(mesures, 'mesure', 'mesures')}`} :{' '}
      <MotsDesVues comptes={comptes} adresseDe={(une) => avec(vue.requete, { voir: une })} />.
    </>
  );
}
