import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { EtatVide, type FaitHistorique, Historique, Lien, Pagination } from '#interface';
import { phraser } from '#journal';
import { TERRITOIRES } from '#territoires';
import { PHRASES_DES_REFORMES } from '../../phrases.ts';
import { chargerReforme } from '../charger-reforme.ts';
import { historiqueDeLaReforme } from '../lectures/historique.ts';
import { PageDeReforme } from './cadre.tsx';

const PAR_PAGE = 50;

export const meta = ({ data: donnees }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Historique : ${donnees?.vue.nom ?? 'réforme'} - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, reforme, parametres, lisibles, vue } = await chargerReforme(arguments_);
  const page = Math.min(Math.max(Math.trunc(Number(parametres.get('page')) || 1), 1), 10_000);
  const evenements = await historiqueDeLaReforme(services.base, acteur, reforme.id, {
    saut: (page - 1) * PAR_PAGE,
    limite: PAR_PAGE + 1,
    territoires: vue.demande === null ? lisibles : [vue.demande],
  });
  const noms = new Map<string, string>(TERRITOIRES.map(({ code, nom }) => [code, nom]));
  return {
    vue,
    page,
    suite: evenements.length > PAR_PAGE,
    evenements: evenements.slice(0, PAR_PAGE).map((evenement) => {
      const { phrase, detail } = phraser(PHRASES_DES_REFORMES, evenement);
      return {
        cle: String(evenement.sequence),
        quand: evenement.instant.toISOString(),
        auteur: evenement.auteurNom,
        phrase,
        detail,
        lieu: evenement.territoire === null ? null : (noms.get(evenement.territoire) ?? evenement.territoire),
        plan: evenement.plan,
      };
    }),
  };
}

export default function HistoriqueDeLaReforme() {
  const { vue, evenements, page, suite } = useLoaderData<typeof loader>();
  const ici = vue.demande === null ? 'les territoires que vous lisez' : vue.territoire.nom;
  const parametres = vue.demande === null ? '' : `territoire=${vue.demande}&`;
  return (
    <PageDeReforme
      reforme={vue}
      onglet="/historique"
      phrase={
        <>
          Tout ce qui a été fait sur cette réforme et dans {ici}, du plus récent au plus ancien.
          {vue.demande !== null && (
            <>
              {' '}
              <Lien href={`/reformes/${vue.id}/historique`}>Voir tous les territoires</Lien>
            </>
          )}
        </>
      }
    >
      {evenements.length === 0 ? (
        <EtatVide titre="Rien à cette page">Revenez à la première page de l’historique.</EtatVide>
      ) : (
        <Historique
          legende="Événements de la réforme"
          faits={evenements.map(
            ({ cle, quand, auteur, phrase, detail, lieu, plan }): FaitHistorique => ({
              cle,
              quand,
              auteur,
              titre: (
                <>
                  {phrase}
                  {lieu !== null && `, ${lieu}`}
                  {plan !== null && plan.href !== null && (
                    <>
                      {' : '}
                      <Lien href={plan.href}>{plan.libelle}</Lien>
                    </>
                  )}
                </>
              ),
              ...(detail === null ? {} : { detail }),
            }),
          )}
        />
      )}
      <Pagination page={page} pages={suite ? page + 1 : page} adresse={(numero) => `?${parametres}page=${numero}`} />
    </PageDeReforme>
  );
}
