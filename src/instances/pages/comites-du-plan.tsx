import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { EtatVide, LienBouton } from '#interface';
import { chargerPlan } from '#plans';
import { PageDePlan } from '#plans/cadre';
import { aujourdhui } from '#socle';
import { instancesQuiSuivent } from '../lectures/resumes.ts';
import { peutCreerDesInstances } from '../politique.ts';
import { PhraseDesComites } from './phrase-des-comites.tsx';
import { TableauDInstances } from './tableau-d-instances.tsx';

export const meta = ({ data: donnees }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Comités : ${donnees?.vue.titre ?? 'plan'} - Jalon` },
];

/** The committees that follow a plan, for whoever reads both. */
export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, plan, vue } = await chargerPlan(arguments_);
  return {
    vue: { ...vue, au: null },
    createur: peutCreerDesInstances(acteur).permis,
    instances: await instancesQuiSuivent(services.base, acteur, { plan: plan.id }, aujourdhui(services.horloge)),
  };
}

export default function ComitesDuPlan() {
  const { vue, createur, instances } = useLoaderData<typeof loader>();
  const creer = createur && (
    <LienBouton href="/instances/nouvelle" rang="secondaire" taille="petite" icone="plus">
      Créer une instance
    </LienBouton>
  );
  return (
    <PageDePlan
      plan={vue}
      onglet="/comites"
      phrase={<PhraseDesComites instances={instances} quoi="ce plan" />}
      actions={instances.length > 0 && creer}
    >
      <TableauDInstances
        legende="Comités qui suivent ce plan"
        instances={instances}
        vide={
          <EtatVide titre="Aucun comité" action={creer}>
            Un comité qui suit ce plan y trouve son ordre du jour, et ses décisions changent les actions aussitôt.
          </EtatVide>
        }
      />
    </PageDePlan>
  );
}
