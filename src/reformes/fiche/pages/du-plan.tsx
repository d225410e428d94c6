import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, STATUTS } from '#acces';
import { Bouton, compter, EtatVide, Formulaire, Lien, Liste, Section } from '#interface';
import { chargerPlan, nommerDansLesPlans } from '#plans';
import { PageDePlan } from '#plans/cadre';
import { valeursDeFormulaire } from '#socle';
import { toutesLesReformes } from '../../lectures/reformes.ts';
import { peutLireFicheDeReforme, peutTenirReforme } from '../../politique.ts';
import { lierPlan } from '../commandes/liens.ts';
import { liensDuPlan } from '../lectures/liens.ts';

export const meta = ({ data: donnees }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Réformes : ${donnees?.vue.titre ?? 'plan'} - Jalon` },
];

/** The reforms a plan serves, or one of its actions when the address names it (`?action=`). */
export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, plan, vue, parametres } = await chargerPlan(arguments_);
  const { base } = services;
  const demandee = parametres.get('action') ?? '';
  const [liens, actions, reformes] = await Promise.all([
    liensDuPlan(base, acteur, plan.id),
    nommerDansLesPlans(base, acteur, 'action', [demandee]),
    toutesLesReformes(base),
  ]);
  const nommee = actions.get(demandee);
  const uneAction = nommee?.href?.startsWith(`/plans/${plan.id}/`) ? { id: demandee, intitule: nommee.libelle } : null;
  return {
    vue,
    action: uneAction,
    liens: liens.filter(({ action: liee }) => uneAction === null || liee === null || liee.id === uneAction.id),
    tenues: reformes
      .filter((une) => peutLireFicheDeReforme(acteur, une).permis && peutTenirReforme(acteur, une).permis)
      .map(({ id, nom }) => ({ valeur: id, texte: nom })),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const plan = params.plan ?? '';
  const uneAction = String(valeurs.action ?? '');
  const fait = await lierPlan(context.get(contexteServices), acteur, String(valeurs.reforme ?? ''), {
    plan,
    action: uneAction,
  });
  if (fait.ok)
    return redirect(`/plans/${plan}/reformes${uneAction === '' ? '' : `?action=${encodeURIComponent(uneAction)}`}`);
  return data({ valeurs, champs: { reforme: fait.refus.message } }, { status: STATUTS[fait.refus.nature] });
}

export default function ReformesDuPlan() {
  const { vue, action: uneAction, liens, tenues } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>() ?? null;
  const reformes = new Set(liens.map(({ reforme }) => reforme.id)).size;
  const sujet = uneAction === null ? 'Ce plan' : 'Cette action';
  return (
    <PageDePlan
      plan={vue}
      onglet="/reformes"
      phrase={
        reformes === 0
          ? `${sujet} n’est lié à aucune réforme que vous lisez.`
          : `${sujet} sert ${compter(reformes, 'réforme prioritaire', 'réformes prioritaires')}.`
      }
    >
      {uneAction !== null && (
        <p>
          Action : <Lien href={`/plans/${vue.id}/actions/${uneAction.id}`}>{uneAction.intitule}</Lien>.{' '}
          <Lien href={`/plans/${vue.id}/reformes`}>Voir tout le plan</Lien>
        </p>
      )}
      {liens.length === 0 && (
        <EtatVide titre="Aucune réforme liée">
          L’équipe d’une réforme la lie aux plans et aux actions qui la servent.
        </EtatVide>
      )}
      <ul className="jalon-liste-nue jalon-rattachements">
        {liens.map(({ id, reforme, action: liee }) => (
          <li key={id}>
            <p>
              <Lien href={`/reformes/${reforme.id}`}>{reforme.nom}</Lien>
              {liee !== null && (
                <>
                  <br />
                  <span className="jalon-discret">
                    par l’action <Lien href={`/plans/${vue.id}/actions/${liee.id}`}>{liee.intitule}</Lien>
                  </span>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
      {tenues.length > 0 && (
        <Section titre={uneAction === null ? 'Lier ce plan à une réforme' : 'Lier cette action à une réforme'}>
          <Formulaire
            titre="Lier à une réforme"
            erreurs={refus?.champs}
            valeurs={refus?.valeurs}
            libelles={{ reforme: 'Réforme' }}
          >
            {uneAction !== null && <input type="hidden" name="action" value={uneAction.id} />}
            <Liste nom="reforme" libelle="Réforme" requis aucune="Choisir une réforme" options={tenues} />
            <Bouton>Lier</Bouton>
          </Formulaire>
        </Section>
      )}
    </PageDePlan>
  );
}
