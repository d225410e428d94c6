import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { acteurDuCompte } from '#acces';
import { compter, EnTeteDeListe, EtatVide, Lien, Page, Pagination, Tableau } from '#interface';
import { LIBELLES_DE_POUVOIR, PLANS_PAR_PAGE, plansDeLaPersonne } from '#plans';
import { aujourdhui } from '#socle';
import { chargerCompte } from '../comptes/charger-compte.ts';
import { ACCUEIL, ADMINISTRATION, COMPTES } from './fil.ts';

export const meta = ({ data: donnees }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Ce que peut voir ${donnees?.vue.nom ?? 'cette personne'} - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, vue } = await chargerCompte(arguments_);
  const parametres = new URL(arguments_.request.url).searchParams;
  const page = Math.min(Math.max(Math.trunc(Number(parametres.get('page')) || 1), 1), 10_000);
  const personne = await acteurDuCompte(services.base, vue.id, aujourdhui(services.horloge));
  const lus =
    personne === null
      ? { plans: [], nommes: 0, autres: 0 }
      : await plansDeLaPersonne(services.base, personne, acteur, page);
  return {
    vue,
    page,
    pages: Math.max(1, Math.ceil(lus.nommes / PLANS_PAR_PAGE)),
    ...lus,
    plans: lus.plans.map(({ pouvoir, ...plan }) => ({ ...plan, pouvoir: LIBELLES_DE_POUVOIR[pouvoir] })),
  };
}

const ETATS = { brouillon: 'brouillon', actif: null, archive: 'archivé' } as const;

export default function CeQuePeutVoirLaPersonne() {
  const { vue, plans, nommes, autres, page, pages } = useLoaderData<typeof loader>();
  return (
    <Page
      filDAriane={[ACCUEIL, ADMINISTRATION, COMPTES, { texte: vue.nom, href: `/administration/comptes/${vue.id}` }]}
      titre="Ce que cette personne peut voir"
      surtitre={vue.nom}
      faits={`${vue.profil} · ${vue.service} · ${vue.territoire}`}
      phrase={
        vue.ferme
          ? 'Rien : son compte est fermé.'
          : `${compter(nommes + autres, 'plan', 'plans')}, d’après les mêmes règles que celles de ses pages${autres > 0 ? ` ; ${autres === 1 ? 'un autre plan n’est pas nommé' : `${autres} n’y sont pas nommés`}, parce que vous ne les lisez pas vous-même` : ''}.`
      }
    >
      <EnTeteDeListe trouves={nommes} total={nommes + autres} nom={['plan', 'plans']} />
      <Tableau
        legende={`Plans que lit ${vue.nom}`}
        lignes={plans}
        cleDeLigne={({ id }) => id}
        vide={
          <EtatVide titre="Aucun plan à nommer">
            {autres > 0
              ? 'Elle lit des plans que vous ne lisez pas.'
              : 'Elle verra les plans de son service, de son territoire, et ceux où son service est nommé.'}
          </EtatVide>
        }
        colonnes={[
          {
            cle: 'titre',
            titre: 'Plan',
            largeur: 'large',
            cellule: ({ id, titre, etat }) => (
              <>
                <Lien href={`/plans/${id}`}>{titre}</Lien>
                {ETATS[etat] !== null && <div className="jalon-discret">{ETATS[etat]}</div>}
              </>
            ),
          },
          {
            cle: 'proprietaire',
            titre: 'Propriétaire',
            cellule: ({ proprietaire, territoire }) => (
              <>
                {proprietaire}
                <div className="jalon-discret">{territoire}</div>
              </>
            ),
          },
          { cle: 'pouvoir', titre: 'Ce qu’elle y fait', cellule: ({ pouvoir }) => pouvoir },
          {
            cle: 'raisons',
            titre: 'Pourquoi',
            cellule: ({ raisons }) => (
              <ul className="jalon-liste-nue">
                {raisons.map((raison) => (
                  <li key={raison}>{raison}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <Pagination page={page} pages={pages} adresse={(numero) => `?page=${numero}`} />
    </Page>
  );
}
