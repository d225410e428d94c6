import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, obtenir, STATUTS, selon } from '#acces';
import { Lien, Page } from '#interface';
import { valeursDeFormulaire } from '#socle';
import { modifierAction } from '../commandes/modifier-action.ts';
import { trouverAction } from '../lectures/action.ts';
import { axesDuPlan } from '../lectures/plan.ts';
import { peutModifierPlan } from '../politique.ts';
import type { RolePilote } from '../regles/lecture.ts';
import { axesEnOptions } from './axes-en-options.ts';
import { chargerPlan } from './charger-plan.ts';
import { FormulaireDAction } from './formulaire-d-action.tsx';
import { ACCUEIL, PLANS } from './plan-commun.tsx';

export const meta = () => [{ title: 'Modifier l’action - Jalon' }];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, plan, vue, regard } = await chargerPlan(arguments_);
  obtenir(selon(peutModifierPlan(acteur, plan)));
  const action = obtenir(
    await trouverAction(services.base, plan.id, arguments_.params.action ?? '', { ...regard, passe: false }),
  );
  const noms = (role: RolePilote) =>
    action.pilotes
      .filter((pilote) => pilote.role === role)
      .map(({ texte }) => texte)
      .join('\n');
  return {
    vue,
    axes: axesEnOptions(await axesDuPlan(services.base, plan.id)),
    action: { id: action.id, intitule: action.intitule },
    valeurs: {
      version: String(action.version),
      intitule: action.intitule,
      code: action.code ?? '',
      axe: action.axe ?? '',
      pilotes: noms('pilote'),
      enLienAvec: noms('en_lien_avec'),
      concours: noms('concours'),
      livrables: action.livrables ?? '',
      miseEnOeuvre: action.miseEnOeuvre ?? '',
      recommandations: action.recommandations.join('\n\n'),
    },
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const cible = { plan: params.plan ?? '', action: params.action ?? '' };
  const modifiee = await modifierAction(context.get(contexteServices), acteur, cible, valeurs);
  if (modifiee.ok) return redirect(`/plans/${cible.plan}/actions/${cible.action}?fait=modifier`);
  return data(
    { valeurs, champs: modifiee.refus.champs ?? { formulaire: modifiee.refus.message } },
    { status: STATUTS[modifiee.refus.nature] },
  );
}

export default function ModifierAction() {
  const { vue, axes, action: cible, valeurs } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>() ?? null;
  const adresse = `/plans/${vue.id}/actions/${cible.id}`;
  return (
    <Page
      filDAriane={[
        ACCUEIL,
        PLANS,
        { texte: vue.titre, href: `/plans/${vue.id}` },
        { texte: cible.intitule, href: adresse },
      ]}
      titre="Modifier l’action"
      phrase={
        <>
          L’avancement et les échéances ne se modifient pas ici : on{' '}
          <Lien href={`${adresse}#avancement`}>ajoute une note</Lien> ou on{' '}
          <Lien href={`${adresse}#echeances`}>reporte l’échéance</Lien>.
        </>
      }
    >
      <FormulaireDAction
        titre="Modifier l’action"
        bouton="Enregistrer"
        axes={axes}
        valeurs={valeurs}
        avecEcheances={false}
        refus={refus}
      />
    </Page>
  );
}
