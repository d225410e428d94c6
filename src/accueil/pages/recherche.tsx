import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { contexteServices, exigerActeur } from '#acces';
import { rechercherRemontees } from '#enquetes';
import { rechercherInstances } from '#instances';
import { ChampTexte, compter, EtatVide, FormulaireDeFiltres, Lien, Page, Pagination, Section } from '#interface';
import { RESULTATS_PAR_PAGE, rechercher } from '#plans';
import { rechercherReformes } from '#reformes';

export const meta = ({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Recherche${data?.q ? ` : ${data.q}` : ''} - Jalon` },
];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const { base } = context.get(contexteServices);
  const parametres = new URL(request.url).searchParams;
  const q = (parametres.get('q') ?? '').trim().slice(0, 200);
  const page = Math.min(Math.max(Math.trunc(Number(parametres.get('page')) || 1), 1), 500);
  const [trouve, reformes, instances, remontees] =
    q === ''
      ? [{ plans: [], actions: [], nombre: 0 }, [], [], []]
      : await Promise.all([
          rechercher(base, acteur, q, page),
          rechercherReformes(base, acteur, q),
          rechercherInstances(base, acteur, q),
          rechercherRemontees(base, acteur, q),
        ]);
  const pages = Math.max(1, Math.ceil(trouve.nombre / RESULTATS_PAR_PAGE));
  return { q, page, pages, ...trouve, reformes, instances, remontees };
}

export default function Recherche() {
  const { q, page, pages, reformes, plans, actions, nombre, instances, remontees } = useLoaderData<typeof loader>();
  const comptes = [
    compter(nombre, 'action trouvée', 'actions trouvées'),
    compter(plans.length, 'plan', 'plans'),
    compter(reformes.length, 'réforme', 'réformes'),
    ...(instances.length === 0 ? [] : [`${compter(instances.length, 'résultat', 'résultats')} dans les instances`]),
    ...(remontees.length === 0 ? [] : [compter(remontees.length, 'remontée', 'remontées')]),
  ];
  const rien = nombre === 0 && [plans, reformes, instances, remontees].every(({ length }) => length === 0);
  return (
    <Page
      filDAriane={[{ texte: 'Accueil', href: '/' }]}
      titre={q === '' ? 'Rechercher' : `Recherche : « ${q} »`}
      phrase={
        q === ''
          ? 'Une réforme, un indicateur, une action, un plan, une décision de comité, une remontée, un mot d’une note. Les accents, les pluriels et les majuscules ne comptent pas.'
          : `${comptes.join(', ')}.`
      }
    >
      {q === '' && (
        <FormulaireDeFiltres legende="Rechercher dans les plans" actifs={[]}>
          <ChampTexte nom="q" libelle="Ce que vous cherchez" type="search" />
        </FormulaireDeFiltres>
      )}
      {q !== '' && rien && (
        <EtatVide titre="Rien ne correspond">
          Essayez moins de mots, ou un mot plus général. La recherche porte sur les plans, les réformes, les instances
          et les remontées que votre profil peut lire.
        </EtatVide>
      )}
      {reformes.length > 0 && (
        <Section titre="Réformes">
          <ul className="jalon-resultats">
            {reformes.map(({ id, nom, theme, ministere }) => (
              <li key={id}>
                <Lien href={`/reformes/${id}`}>{nom}</Lien>
                <p className="jalon-discret">{ministere === null ? theme : `${theme}, ${ministere}`}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {plans.length > 0 && (
        <Section titre="Plans">
          <ul className="jalon-resultats">
            {plans.map(({ id, titre, proprietaire }) => (
              <li key={id}>
                <Lien href={`/plans/${id}`}>{titre}</Lien>
                <p className="jalon-discret">{proprietaire}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {instances.length > 0 && (
        <Section titre="Instances, réunions et décisions">
          <ul className="jalon-resultats">
            {instances.map(({ cle, texte, href, precision }) => (
              <li key={cle}>
                <Lien href={href}>{texte}</Lien>
                <p className="jalon-discret">{precision}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {remontees.length > 0 && (
        <Section titre="Remontées">
          <ul className="jalon-resultats">
            {remontees.map(({ id, titre, de }) => (
              <li key={id}>
                <Lien href={`/remontees/${id}`}>{titre}</Lien>
                <p className="jalon-discret">demandée par {de}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {actions.length > 0 && (
        <Section titre="Actions">
          <ul className="jalon-resultats">
            {actions.map(({ id, plan, planTitre, code, intitule, extrait }) => (
              <li key={id}>
                {code !== null && <span className="jalon-code">{code}</span>}{' '}
                <Lien href={`/plans/${plan}/actions/${id}`}>{intitule}</Lien>
                <p className="jalon-discret">{planTitre}</p>
                {extrait !== '' && <p>{extrait}</p>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Pagination page={page} pages={pages} adresse={(numero) => `?q=${encodeURIComponent(q)}&page=${numero}`} />
    </Page>
  );
}
