import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, STATUTS } from '#acces';
import {
  Alerte,
  avec,
  compter,
  EnTeteDeListe,
  Enumeration,
  EtatVide,
  LienBouton,
  LienDePhrase,
  Page,
  Pagination,
} from '#interface';
import { valeursDeFormulaire } from '#socle';
import { direLaSuite } from '../commandes/dire-la-suite.ts';
import { decisionsDeLInstance } from '../lectures/decisions-suivies.ts';
import { porteeDeLaSuite } from '../politique.ts';
import { compterSuite, estAttendue, SUITES } from '../regles/suivi.ts';
import { chargerInstance } from './charger.ts';
import { ACCUEIL, INSTANCES } from './commun.tsx';
import { TableauDeDecisions } from './tableau-de-decisions.tsx';

export const meta = () => [{ title: 'Suivi des décisions - Jalon' }];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, instance, au, parametres } = await chargerInstance(arguments_);
  const fait = parametres.get('fait');
  const filtre = SUITES.find((un) => un === parametres.get('suite')) ?? null;
  const page = Math.max(1, Math.trunc(Number(parametres.get('page')) || 1));
  const suivi = await decisionsDeLInstance(services.base, acteur, instance.id, au, { suite: filtre, page });
  parametres.delete('fait');
  return {
    id: instance.id,
    nom: instance.nom,
    filtre,
    total: suivi.total,
    nombre: suivi.nombre,
    page: suivi.page,
    pages: suivi.pages,
    requete: parametres.toString(),
    suites: SUITES.flatMap((suite) => {
      const nombre = suivi.parSuite.get(suite) ?? 0;
      return nombre === 0 ? [] : [{ suite, nombre }];
    }),
    fait,
    decisions: suivi.decisions.map((une) => ({
      ...une,
      dicible: estAttendue(une.suite) ? porteeDeLaSuite(acteur, instance, une.responsables) : null,
    })),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const fait = await direLaSuite(context.get(contexteServices), acteur, valeurs);
  const decision = String(valeurs.decision ?? '');
  if (fait.ok) {
    const { searchParams } = new URL(request.url);
    searchParams.set('fait', 'suite');
    return redirect(`/instances/${params.instance}/decisions?${searchParams}#decision-${decision}`);
  }
  return data(
    { verbe: decision, valeurs, champs: fait.refus.champs ?? { suite: fait.refus.message } },
    { status: STATUTS[fait.refus.nature] },
  );
}

export default function SuiviDesDecisions() {
  const { id, nom, filtre, fait, total, nombre, page, pages, requete, suites, decisions } =
    useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  return (
    <Page
      filDAriane={[ACCUEIL, INSTANCES, { texte: nom, href: `/instances/${id}` }]}
      titre="Suivi des décisions"
      phrase={
        total === 0 ? undefined : (
          <>
            {compter(total, 'décision', 'décisions')}
            {'\u00a0: '}
            <Enumeration>
              {suites.map(({ suite, nombre: combien }) => (
                <LienDePhrase
                  key={suite}
                  href={`?suite=${suite}`}
                  ton={suite === 'en_retard' || suite === 'sans_suite' ? 'attention' : 'neutre'}
                >
                  {compterSuite(suite, combien)}
                </LienDePhrase>
              ))}
            </Enumeration>
            .
          </>
        )
      }
    >
      {fait === 'suite' && refus === undefined && <Alerte ton="succes">La suite donnée est enregistrée.</Alerte>}
      <EnTeteDeListe trouves={nombre} total={total} nom={['décision', 'décisions']}>
        {filtre !== null && (
          <LienBouton href={`/instances/${id}/decisions`} rang="tertiaire" taille="petite">
            Tout voir
          </LienBouton>
        )}
      </EnTeteDeListe>
      <TableauDeDecisions
        decisions={decisions}
        refus={refus}
        vide={
          <EtatVide titre="Aucune décision ici">
            Les décisions prises en séance apparaissent ici, avec leur suite.
          </EtatVide>
        }
      />
      <Pagination page={page} pages={pages} adresse={(numero) => avec(requete, { page: String(numero) })} />
    </Page>
  );
}
