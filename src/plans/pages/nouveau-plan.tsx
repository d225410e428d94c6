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
import { creerPlan } from '../commandes/creer-plan.ts';
import { proprietairesPossibles, territoiresEnOptions } from '../lectures/referentiel.ts';
import { peutCreerDesPlans } from '../politique.ts';
import { FormulaireDePlan } from './formulaire-de-plan.tsx';
import { ACCUEIL, PLANS } from './plan-commun.tsx';

export const meta = () => [{ title: 'Créer un plan - Jalon' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const { base } = context.get(contexteServices);
  obtenir(selon(peutCreerDesPlans(acteur)));
  const [organisations, territoires] = await Promise.all([
    proprietairesPossibles(base, acteur),
    territoiresEnOptions(base, acteur),
  ]);
  return {
    referentiel: { organisations, territoires },
    valeurs: { proprietaire: acteur.organisation, territoire: acteur.territoire },
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const cree = await creerPlan(context.get(contexteServices), acteur, valeurs);
  if (cree.ok) return redirect(`/plans/${cree.valeur}`);
  return data(
    { valeurs, champs: cree.refus.champs ?? { formulaire: cree.refus.message } },
    { status: STATUTS[cree.refus.nature] },
  );
}

export default function NouveauPlan() {
  const { referentiel, valeurs } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>() ?? null;
  return (
    <Page
      filDAriane={[ACCUEIL, PLANS]}
      titre="Créer un plan vide"
      phrase={
        <>
          Le plan existe déjà dans un tableau ? <Lien href="/plans/importer">Importez-le tel quel</Lien>, c’est plus
          court.
        </>
      }
    >
      <FormulaireDePlan
        titre="Créer un plan"
        bouton="Créer le plan"
        referentiel={referentiel}
        valeurs={valeurs}
        refus={refus}
      />
    </Page>
  );
}
