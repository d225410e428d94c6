import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { EtatVide } from '#interface';
import { chargerReforme } from '#reformes';
import { PageDeReforme } from '#reformes/cadre';
import { instancesQuiSuivent } from '../lectures/resumes.ts';
import { PhraseDesComites } from './phrase-des-comites.tsx';
import { TableauDInstances } from './tableau-d-instances.tsx';

export const meta = ({ data: donnees }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Comités : ${donnees?.vue.nom ?? 'réforme'} - Jalon` },
];

/** The committees that follow a reform, for whoever reads both. */
export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, reforme, vue, aujourdhui } = await chargerReforme(arguments_);
  return {
    vue,
    instances: await instancesQuiSuivent(services.base, acteur, { reforme: reforme.id }, aujourdhui),
  };
}

export default function ComitesDeLaReforme() {
  const { vue, instances } = useLoaderData<typeof loader>();
  return (
    <PageDeReforme
      reforme={vue}
      onglet="/comites"
      phrase={<PhraseDesComites instances={instances} quoi="cette réforme" />}
    >
      <TableauDInstances
        legende="Comités qui suivent cette réforme"
        instances={instances}
        vide={
          <EtatVide titre="Aucun comité">
            Un comité suit une réforme quand son secrétariat la choisit : ses divergences viennent alors à l’ordre du
            jour.
          </EtatVide>
        }
      />
    </PageDeReforme>
  );
}
