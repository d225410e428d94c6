import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import {
  type CriteresDeJetons,
  contexteServices,
  exigerActeur,
  lireFormulaire,
  obtenir,
  revoquerJeton,
  STATUTS,
  tousLesJetons,
  usagesDuJeton,
} from '#acces';
import { TableauDesJetons, Usages } from '#acces/pages/jetons';
import { Alerte, ChampTexte, EnTeteDeListe, EtatVide, FormulaireDeFiltres, Liste, Page, Pagination } from '#interface';
import { valeursDeFormulaire } from '#socle';

import { ACCUEIL, ADMINISTRATION } from './fil.ts';

export const meta = () => [{ title: 'Jetons - Jalon' }];

const ETATS = { actif: 'en service', expire: 'expirés', revoque: 'révoqués' } as const;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const parametres = new URL(request.url).searchParams;
  const criteres: CriteresDeJetons = {
    etat: (['actif', 'expire', 'revoque'] as const).find((etat) => etat === parametres.get('etat')) ?? null,
    q: parametres.get('q')?.trim().slice(0, 100) || null,
    page: Math.min(Math.max(Math.trunc(Number(parametres.get('page')) || 1), 1), 1_000),
  };
  const ouvert = parametres.get('usages');
  const liste = obtenir(await tousLesJetons(services, acteur, criteres));
  const usages = ouvert === null ? null : obtenir(await usagesDuJeton(services.base, acteur, ouvert));
  return {
    ...liste,
    criteres,
    usages: usages && { libelle: liste.jetons.find(({ id }) => id === ouvert)?.libelle ?? '', lignes: usages },
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const { machine } = valeursDeFormulaire(await lireFormulaire(context, request));
  const resultat = await revoquerJeton(context.get(contexteServices), acteur, String(machine ?? ''));
  if (resultat.ok) return data({ ton: 'succes' as const, message: 'Le jeton est révoqué : il n’ouvre plus rien.' });
  const { refus } = resultat;
  return data({ ton: 'erreur' as const, message: refus.message }, { status: STATUTS[refus.nature] });
}

export default function PageDesJetons() {
  const { jetons, total, pages, criteres, usages } = useLoaderData<typeof loader>();
  const reponse = useActionData<typeof action>();
  const { etat, q, page } = criteres;
  const adresse = (changements: Readonly<Record<string, string | null>>) => {
    const parametres = new URLSearchParams();
    for (const [nom, valeur] of Object.entries({ etat, q, ...changements }))
      if (valeur !== null) parametres.set(nom, valeur);
    return `?${parametres}`;
  };
  const actifs = [
    ...(etat ? [{ texte: ETATS[etat], href: adresse({ etat: null }) }] : []),
    ...(q ? [{ texte: `contient « ${q} »`, href: adresse({ q: null }) }] : []),
  ];
  return (
    <Page
      filDAriane={[ACCUEIL, ADMINISTRATION]}
      titre="Jetons"
      phrase="Les programmes qui agissent dans Jalon, chacun avec les droits de la personne qui l’a branché. Un jeton révoqué n’ouvre plus rien, à l’instant."
    >
      {reponse !== undefined && <Alerte ton={reponse.ton}>{reponse.message}</Alerte>}
      <FormulaireDeFiltres legende="Filtrer les jetons" actifs={actifs} toutEffacer="/administration/jetons">
        <ChampTexte nom="q" libelle="Nom, titulaire ou repère" valeur={q ?? ''} type="search" />
        <Liste
          nom="etat"
          libelle="État"
          valeur={etat ?? ''}
          aucune="tous"
          options={Object.entries(ETATS).map(([valeur, texte]) => ({ valeur, texte }))}
        />
      </FormulaireDeFiltres>
      <EnTeteDeListe trouves={total} total={total} nom={['jeton', 'jetons']} />
      {jetons.length === 0 ? (
        <EtatVide titre={actifs.length > 0 ? 'Aucun jeton ne correspond' : 'Personne n’a créé de jeton'}>
          {actifs.length > 0
            ? 'Retirez un filtre pour en voir davantage.'
            : 'Chacun crée les siens depuis « Mes jetons », dans son compte.'}
        </EtatVide>
      ) : (
        <TableauDesJetons jetons={jetons} titulaires />
      )}
      <Pagination page={page} pages={pages} adresse={(numero) => adresse({ page: String(numero) })} />
      {usages !== null && <Usages {...usages} fermer={adresse({})} />}
    </Page>
  );
}
