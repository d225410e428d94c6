import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { avec, compter, EnTeteDeListe, EtatVide, Frise, LienBouton, type LigneDeFrise, Pagination } from '#interface';
import { criteresDeLAdresse } from '../adresses.ts';
import { listerActions } from '../lectures/actions.ts';
import { axesDuPlan } from '../lectures/plan.ts';
import { type ActionDeListe, presenterListe } from '../presentation.ts';
import { chargerPlan } from './charger-plan.ts';
import { EtatDAction } from './elements.tsx';
import { PageDePlan } from './plan-commun.tsx';
import { segmentsDAction } from './segments.ts';

const LIGNES_PAR_PAGE = 100;

export const meta = ({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Frise : ${data?.vue.titre ?? 'plan'} - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { services, plan, parametres, regard, vue } = await chargerPlan(arguments_);
  const criteres = { ...criteresDeLAdresse(parametres), parPage: LIGNES_PAR_PAGE };
  const [liste, axes] = await Promise.all([
    listerActions(services.base, plan.id, criteres, regard),
    axesDuPlan(services.base, plan.id),
  ]);
  return {
    vue,
    page: criteres.page,
    pages: liste.pages,
    nombre: liste.nombre,
    total: liste.bilan.total,
    retards: liste.bilan.parMarque.en_retard,
    sansDate: liste.bilan.parMarque.sans_echeance,
    actions: presenterListe(liste.actions),
    axes: axes.map(({ id, intitule }) => ({ id, intitule })),
    requete: parametres.toString(),
  };
}

export default function PageDeLaFrise() {
  const { vue, actions, axes, page, pages, nombre, total, retards, sansDate, requete } = useLoaderData<typeof loader>();
  const intitules = new Map(axes.map(({ id, intitule }) => [id, intitule]));
  return (
    <PageDePlan
      plan={vue}
      onglet="/frise"
      phrase={
        total === 0
          ? undefined
          : `Chaque barre va du début à la fin de l’échéance telle qu’elle est écrite. ${retards === 0 ? 'Aucune n’est dépassée' : `${compter(retards, 'action a dépassé', 'actions ont dépassé')} la sienne`}${sansDate === 0 ? '.' : `, ${sansDate} n’en ont pas.`}`
      }
    >
      <EnTeteDeListe trouves={nombre} total={total} nom={['action', 'actions']}>
        <LienBouton href={`/plans/${vue.id}?${requete}`} rang="tertiaire" taille="petite">
          Filtrer dans la liste
        </LienBouton>
      </EnTeteDeListe>
      {actions.length === 0 ? (
        <EtatVide titre="Rien à dessiner">Aucune action ne correspond à ces filtres.</EtatVide>
      ) : (
        <Frise
          legende={`Échéances du plan ${vue.titre}`}
          aujourdhui={vue.au ?? vue.aujourdhui}
          lignes={actions.map((action) => enLigne(action, vue.id, intitules))}
        />
      )}
      <Pagination page={page} pages={pages} adresse={(numero) => `${avec(requete, {})}&page=${numero}`} />
    </PageDePlan>
  );
}

function enLigne(action: ActionDeListe, plan: string, intitules: ReadonlyMap<string, string>): LigneDeFrise {
  const groupe = action.axe === null ? undefined : intitules.get(action.axe);
  return {
    cle: action.id,
    libelle: action.intitule,
    ...(action.code === null ? {} : { code: action.code }),
    ...(groupe === undefined ? {} : { groupe }),
    href: `/plans/${plan}/actions/${action.id}`,
    segments: segmentsDAction(action),
    detail: <EtatDAction etat={action.etat} />,
  };
}
