import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { contexteServices, exigerActeur, obtenir, peutAdministrer, selon } from '#acces';
import { DEMANDES_PAR_PAGE, listerDemandes } from '#acces/demandes';
import { Alerte, compter, EtatVide, Onglets, Page, Pagination } from '#interface';
import { presenterDemandes } from '../demandes/presentation.ts';
import { DemandesEnListe } from './demandes-en-liste.tsx';
import { ACCUEIL, ADMINISTRATION } from './fil.ts';

export const meta = () => [{ title: 'Demandes d’accès - Jalon' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  obtenir(selon(peutAdministrer(acteur)));
  const { base } = context.get(contexteServices);
  const parametres = new URL(request.url).searchParams;
  const ouvertes = parametres.get('etat') !== 'traitees';
  const page = Math.min(Math.max(Math.trunc(Number(parametres.get('page')) || 1), 1), 10_000);
  const { demandes, nombre } = await listerDemandes(base, acteur, { ouvertes, page });
  return {
    ouvertes,
    page,
    pages: Math.max(1, Math.ceil(nombre / DEMANDES_PAR_PAGE)),
    nombre,
    demandes: await presenterDemandes(base, acteur, demandes),
    fait: FAITS[parametres.get('fait') ?? ''] ?? null,
  };
}

const FAITS: Readonly<Record<string, string>> = {
  refusee: 'La demande est refusée : la personne lira votre motif.',
};

export default function PageDesDemandes() {
  const { ouvertes, page, pages, nombre, demandes, fait } = useLoaderData<typeof loader>();
  const etat = ouvertes ? '' : 'etat=traitees&';
  return (
    <Page
      filDAriane={[ACCUEIL, ADMINISTRATION]}
      titre="Demandes d’accès"
      phrase={
        ouvertes
          ? nombre === 0
            ? 'Aucune demande n’attend de réponse.'
            : `${compter(nombre, 'demande attend une réponse', 'demandes attendent une réponse')}, la plus ancienne d’abord.`
          : compter(nombre, 'demande traitée', 'demandes traitées')
      }
    >
      {fait !== null && <Alerte ton="succes">{fait}</Alerte>}
      <Onglets
        legende="Demandes par état"
        onglets={[
          { texte: 'En attente', href: '/administration/demandes', actif: ouvertes },
          { texte: 'Traitées', href: '/administration/demandes?etat=traitees', actif: !ouvertes },
        ]}
      />
      <DemandesEnListe
        demandes={demandes}
        vide={
          <EtatVide titre={ouvertes ? 'Aucune demande en attente' : 'Aucune demande traitée'}>
            Quand une page est refusée à quelqu’un de vos territoires, sa demande arrive ici.
          </EtatVide>
        }
      />
      <Pagination page={page} pages={pages} adresse={(numero) => `?${etat}page=${numero}`} />
    </Page>
  );
}
