import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { chargerQuiPeutVoir, PhraseDesLecteurs, QuiPeutVoir } from '#acces/qui-peut-voir';
import { Lien } from '#interface';
import { lecteursDuPlan } from '../acces/lecteurs.ts';
import { MOTS_DU_PLAN, POUVOIRS } from '../acces/raisons-en-mots.ts';
import { peutModifierPlan } from '../politique.ts';
import { chargerPlan } from './charger-plan.ts';
import { PageDePlan } from './plan-commun.tsx';

export const meta = ({ data: donnees }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Qui peut voir ${donnees?.vue.titre ?? 'ce plan'} - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, plan, vue, parametres } = await chargerPlan(arguments_);
  const acces = await chargerQuiPeutVoir(services, acteur, parametres, {
    type: 'plan',
    id: plan.id,
    equipe: peutModifierPlan(acteur, plan).permis,
    pouvoirs: POUVOIRS,
    lecteurs: lecteursDuPlan(services, plan),
  });
  return { vue, acces };
}

export default function QuiPeutVoirCePlan() {
  const { vue, acces } = useLoaderData<typeof loader>();
  return (
    <PageDePlan plan={vue} onglet="/acces" phrase={<PhraseDesLecteurs acces={acces} mots={MOTS_DU_PLAN} />}>
      <QuiPeutVoir
        acces={acces}
        mots={MOTS_DU_PLAN}
        titre={vue.titre}
        ouvrirATous={
          <>
            {' ; pour l’ouvrir à toute l’administration, '}
            <Lien href={`/plans/${vue.id}/modifier`}>modifiez le plan</Lien>
          </>
        }
      />
    </PageDePlan>
  );
}
