import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, obtenir, STATUTS, selon } from '#acces';
import { Page } from '#interface';
import { valeursDeFormulaire } from '#socle';
import { creerAction } from '../commandes/creer-action.ts';
import { axesDuPlan } from '../lectures/plan.ts';
import { peutModifierPlan } from '../politique.ts';
import { axesEnOptions } from './axes-en-options.ts';
import { chargerPlan } from './charger-plan.ts';
import { FormulaireDAction } from './formulaire-d-action.tsx';
import { ACCUEIL, PLANS } from './plan-commun.tsx';

export const meta = () => [{ title: 'Ajouter une action - Jalon' }];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, plan, vue, parametres } = await chargerPlan(arguments_);
  obtenir(selon(peutModifierPlan(acteur, plan)));
  return { vue, axes: axesEnOptions(await axesDuPlan(services.base, plan.id)), axe: parametres.get('axe') ?? '' };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const creee = await creerAction(context.get(contexteServices), acteur, params.plan ?? '', valeurs);
  if (creee.ok) return redirect(`/plans/${params.plan}/actions/${creee.valeur}?fait=creer`);
  return data(
    { valeurs, champs: creee.refus.champs ?? { formulaire: creee.refus.message } },
    { status: STATUTS[creee.refus.nature] },
  );
}

export default function NouvelleAction() {
  const { vue, axes, axe } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>() ?? null;
  return (
    <Page filDAriane={[ACCUEIL, PLANS, { texte: vue.titre, href: `/plans/${vue.id}` }]} titre="Ajouter une action">
      <FormulaireDAction
        titre="Ajouter une action"
        bouton="Ajouter l’action"
        axes={axes}
        valeurs={{ axe }}
        avecEcheances
        refus={refus}
      />
    </Page>
  );
}
