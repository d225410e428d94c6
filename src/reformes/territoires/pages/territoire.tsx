import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { EnTeteDeListe, EtatVide, formaterJour, LienBouton, Tableau } from '#interface';
import { avec, NOMS_DE_FILTRES } from '../adresses.ts';
import { PageDeTerritoire } from './cadre.tsx';
import { colonnesDesReformes } from './colonnes.tsx';
import { donneesDuTableau } from './donnees-du-tableau.ts';
import { Exporter } from './exporter.tsx';
import { FiltresDeReformes } from './filtres.tsx';
import { AlertesDuTerritoire, EnDifficulte, PhraseDuTerritoire } from './phrase.tsx';

export const meta = ({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `${data?.vue.nom ?? 'Territoire'} - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  return (await donneesDuTableau(arguments_)).pourLaPage;
}

/** The dashboard of a territory: its reforms, what their indicators say, what the people in charge declare. */
export default function PageDuTerritoire() {
  const donnees = useLoaderData<typeof loader>();
  const { vue, suivis, resume, criteres, filtres, au } = donnees;
  const rien = resume.total === 0;
  return (
    <PageDeTerritoire
      vue={vue}
      onglet=""
      phrase={<PhraseDuTerritoire resume={resume} requete={vue.requete} />}
      reserve="L’écart à la médiane n’est pas recalculé ici : il se lit sur la page de chaque réforme."
    >
      {rien ? (
        <EtatVide titre="Aucune réforme à suivre ici pour le moment">
          Les réformes de votre champ suivies {vue.locution} apparaîtront sur cette page, avec leurs indicateurs et leur
          météo. Le chef de projet d’une réforme peut vous l’ouvrir.
        </EtatVide>
      ) : (
        <>
          <EnDifficulte difficultes={donnees.difficultes} territoire={vue.code} au={vue.au} enCarte={vue.enCarte} />
          <AlertesDuTerritoire resume={resume} requete={vue.requete} active={criteres.alerte} />
          <FiltresDeReformes donnees={donnees} />
          <EnTeteDeListe trouves={suivis.length} total={resume.total} nom={['réforme', 'réformes']}>
            <Exporter base={`/territoires/${vue.code}/export`} requete={vue.requete} />
          </EnTeteDeListe>
          <Tableau
            legende={`Réformes suivies ${vue.locution} au ${formaterJour(au)}`}
            lignes={suivis}
            cleDeLigne={({ reforme }) => reforme}
            {...(criteres.groupe === 'aucun' ? {} : { groupe: ({ groupe }: { groupe: string | null }) => groupe })}
            colonnes={colonnesDesReformes(donnees)}
            vide={
              <EtatVide
                titre="Aucune réforme ne correspond"
                action={
                  <LienBouton
                    href={avec(vue.requete, Object.fromEntries(NOMS_DE_FILTRES.map((nom) => [nom, null])))}
                    rang="secondaire"
                  >
                    Voir toutes les réformes
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
