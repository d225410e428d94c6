import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { contexteServices, exigerActeur, obtenir } from '#acces';
import { EtatVide, Page } from '#interface';
import { nommerDansLesPlans, trouverPlan } from '#plans';
import { aujourdhui } from '#socle';
import { decisionsSurLAction } from '../lectures/decisions-suivies.ts';
import { ACCUEIL } from './commun.tsx';
import { TableauDeDecisions } from './tableau-de-decisions.tsx';

export const meta = () => [{ title: 'Décisions sur l’action - Jalon' }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const { base, horloge } = context.get(contexteServices);
  const plan = obtenir(await trouverPlan(base, acteur, params.plan ?? ''));
  const id = params.action ?? '';
  const [noms, decisions] = await Promise.all([
    nommerDansLesPlans(base, acteur, 'action', [id]),
    decisionsSurLAction(base, acteur, id, aujourdhui(horloge)),
  ]);
  const action = noms.get(id);
  return {
    plan: { id: plan.id, titre: plan.titre },
    action: action === undefined || action.href === null ? null : { texte: action.libelle, href: action.href },
    decisions,
  };
}

export default function DecisionsDeLAction() {
  const { plan, action, decisions } = useLoaderData<typeof loader>();
  return (
    <Page
      filDAriane={[
        ACCUEIL,
        { texte: 'Plans', href: '/plans' },
        { texte: plan.titre, href: `/plans/${plan.id}` },
        ...(action === null ? [] : [action]),
      ]}
      titre="Décisions sur l’action"
    >
      <TableauDeDecisions
        decisions={decisions}
        vide={
          <EtatVide titre="Aucune décision">
            Aucune instance que vous lisez n’a pris de décision sur cette action.
          </EtatVide>
        }
      />
    </Page>
  );
}
