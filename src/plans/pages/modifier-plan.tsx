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
import { modifierPlan } from '../commandes/modifier-plan.ts';
import { proprietairesPossibles, territoiresEnOptions } from '../lectures/referentiel.ts';
import { peutModifierPlan } from '../politique.ts';
import { chargerPlan } from './charger-plan.ts';
import { FormulaireDePlan } from './formulaire-de-plan.tsx';
import { ACCUEIL, PLANS } from './plan-commun.tsx';

export const meta = () => [{ title: 'Modifier le plan - Jalon' }];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, plan, vue } = await chargerPlan(arguments_);
  obtenir(selon(peutModifierPlan(acteur, plan)));
  const [organisations, territoires] = await Promise.all([
    proprietairesPossibles(services.base, acteur, plan.proprietaire),
    territoiresEnOptions(services.base, acteur, plan.territoire),
  ]);
  return {
    vue,
    referentiel: { organisations, territoires },
    valeurs: {
      version: String(plan.version),
      titre: plan.titre,
      genre: plan.genre,
      proprietaire: plan.proprietaire,
      territoire: plan.territoire,
      diffusion: plan.diffusion,
      etat: plan.etat,
      description: plan.description ?? '',
      periodeDebut: plan.periode.debut ?? '',
      periodeFin: plan.periode.fin ?? '',
      dateDeReference: plan.dateDeReference ?? '',
      silenceJours: String(plan.silenceJours),
      reportsAValider: plan.reportsAValider ? 'oui' : 'non',
    },
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const modifie = await modifierPlan(context.get(contexteServices), acteur, params.plan ?? '', valeurs);
  if (modifie.ok) return redirect(`/plans/${params.plan}`);
  return data(
    { valeurs, champs: modifie.refus.champs ?? { formulaire: modifie.refus.message } },
    { status: STATUTS[modifie.refus.nature] },
  );
}

export default function ModifierPlan() {
  const { vue, referentiel, valeurs } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>() ?? null;
  return (
    <Page filDAriane={[ACCUEIL, PLANS, { texte: vue.titre, href: `/plans/${vue.id}` }]} titre="Modifier le plan">
      <FormulaireDePlan
        titre="Modifier le plan"
        bouton="Enregistrer"
        referentiel={referentiel}
        valeurs={valeurs}
        refus={refus}
      />
      <p>
        <Lien href={`/plans/${vue.id}/relances`}>Régler les relances des pilotes, et voir qui a été relancé</Lien>
      </p>
    </Page>
  );
}
