import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { EtatVide, type FaitHistorique, Historique, Lien, Pagination } from '#interface';
import { phraser } from '#journal';
import { historiqueDuPlan } from '../lectures/historique.ts';
import { PHRASES_DES_PLANS } from '../phrases.ts';
import { chargerPlan } from './charger-plan.ts';
import { PageDePlan } from './plan-commun.tsx';

const PAR_PAGE = 50;

export const meta = ({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Historique : ${data?.vue.titre ?? 'plan'} - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { services, plan, vue, parametres } = await chargerPlan(arguments_);
  const page = Math.min(Math.max(Math.trunc(Number(parametres.get('page')) || 1), 1), 10_000);
  const evenements = await historiqueDuPlan(services.base, plan.id, {
    saut: (page - 1) * PAR_PAGE,
    limite: PAR_PAGE + 1,
  });
  return {
    vue,
    page,
    suite: evenements.length > PAR_PAGE,
    evenements: evenements.slice(0, PAR_PAGE).map((evenement) => ({
      cle: String(evenement.sequence),
      quand: evenement.instant.toISOString(),
      auteur: evenement.auteurNom,
      ...phraser(PHRASES_DES_PLANS, evenement),
      action:
        evenement.objet.type === 'action' ? { id: evenement.objet.id, intitule: evenement.actionIntitule ?? '' } : null,
    })),
  };
}

export default function PageDeLHistorique() {
  const { vue, evenements, page, suite } = useLoaderData<typeof loader>();
  return (
    <PageDePlan
      plan={vue}
      onglet="/historique"
      phrase="Tout ce qui a été fait dans ce plan, du plus récent au plus ancien. Rien ne s’efface."
    >
      {evenements.length === 0 ? (
        <EtatVide titre="Rien à cette page">Revenez à la première page de l’historique.</EtatVide>
      ) : (
        <Historique
          legende="Événements du plan"
          faits={evenements.map(
            ({ cle, quand, auteur, phrase, detail, action }): FaitHistorique => ({
              cle,
              quand,
              auteur,
              titre: (
                <>
                  {phrase}
                  {action && action.intitule !== '' && (
                    <>
                      {' : '}
                      <Lien href={`/plans/${vue.id}/actions/${action.id}`}>{action.intitule}</Lien>
                    </>
                  )}
                </>
              ),
              ...(detail === null ? {} : { detail }),
            }),
          )}
        />
      )}
      <Pagination page={page} pages={suite ? page + 1 : page} adresse={(numero) => `?page=${numero}`} />
    </PageDePlan>
  );
}
