import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { contexteServices, exigerActeur } from '#acces';
import {
  ChampTexte,
  compter,
  EnTeteDeListe,
  EtatVide,
  FormulaireDeFiltres,
  Page,
  Pagination,
  Tableau,
} from '#interface';
import { chercherOrganisations } from '#territoires';

const PAR_PAGE = 50;

export const meta = () => [{ title: 'Organisations - Jalon' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  exigerActeur(context, request);
  const { base } = context.get(contexteServices);
  const parametres = new URL(request.url).searchParams;
  const q = (parametres.get('q') ?? '').trim().slice(0, 200);
  const page = Math.min(Math.max(Math.trunc(Number(parametres.get('page')) || 1), 1), 1_000);
  const trouve = await chercherOrganisations(base, q, { limite: PAR_PAGE, saut: (page - 1) * PAR_PAGE });
  return { q, page, pages: Math.max(1, Math.ceil(trouve.nombre / PAR_PAGE)), ...trouve };
}

export default function Organisations() {
  const { q, page, pages, organisations, nombre, proches } = useLoaderData<typeof loader>();
  return (
    <Page
      filDAriane={[{ texte: 'Accueil', href: '/' }]}
      titre="Organisations"
      phrase={
        proches
          ? `Rien ne s’appelle « ${q} » ; voici ce qui s’en approche.`
          : 'Chaque service se trouve sous tous ses noms, d’aujourd’hui et d’hier : sigle, nom entier, ou chemin comme « DMAT/SDAT ».'
      }
    >
      <FormulaireDeFiltres
        legende="Chercher une organisation"
        actifs={q === '' ? [] : [{ texte: `« ${q} »`, href: '/organisations' }]}
      >
        <ChampTexte nom="q" libelle="Nom ou sigle" valeur={q} type="search" />
      </FormulaireDeFiltres>
      <EnTeteDeListe trouves={nombre} total={nombre} nom={['organisation', 'organisations']} />
      <Tableau
        legende="Organisations de l’annuaire"
        lignes={organisations}
        cleDeLigne={({ id }) => id}
        vide={
          <EtatVide titre="Aucune organisation de ce nom">
            Vérifiez l’orthographe, ou essayez un sigle. Un service absent de l’annuaire reste écrit tel quel dans les
            plans.
          </EtatVide>
        }
        colonnes={[
          {
            cle: 'nom',
            titre: 'Organisation',
            largeur: 'large',
            cellule: ({ sigle, nom, membres }) => (
              <>
                {sigle === null || sigle === nom ? <strong>{nom}</strong> : <strong>{sigle}</strong>}
                {sigle !== null && sigle !== nom && <div className="jalon-discret">{nom}</div>}
                {membres > 0 && <div className="jalon-discret">{compter(membres, 'service', 'services')}</div>}
              </>
            ),
          },
          { cle: 'parent', titre: 'Rattachée à', cellule: ({ parent }) => parent ?? <Absent /> },
          { cle: 'territoire', titre: 'Territoire', cellule: ({ territoire }) => territoire },
          {
            cle: 'anciens',
            titre: 'Anciens noms',
            cellule: ({ anciensNoms }) => (anciensNoms.length === 0 ? <Absent /> : anciensNoms.join(', ')),
          },
        ]}
      />
      <Pagination
        page={page}
        pages={pages}
        adresse={(numero) => `?${new URLSearchParams({ ...(q === '' ? {} : { q }), page: String(numero) })}`}
      />
    </Page>
  );
}

function Absent() {
  return <span className="jalon-discret">–</span>;
}
