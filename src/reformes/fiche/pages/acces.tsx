import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { chargerQuiPeutVoir, PhraseDesLecteurs, QuiPeutVoir } from '#acces/qui-peut-voir';
import { lecteursDeLaReforme } from '../acces.ts';
import { chargerReforme } from '../charger-reforme.ts';
import { MOTS_DE_LA_REFORME, POUVOIRS } from '../mots-d-acces.ts';
import { PageDeReforme } from './cadre.tsx';

export const meta = ({ data: donnees }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Qui peut voir ${donnees?.vue.nom ?? 'cette réforme'} - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, reforme, parametres, vue } = await chargerReforme(arguments_);
  const acces = await chargerQuiPeutVoir(services, acteur, parametres, {
    type: 'reforme',
    id: reforme.id,
    equipe: vue.tenue,
    pouvoirs: POUVOIRS,
    lecteurs: lecteursDeLaReforme(services, reforme),
  });
  return { vue, acces };
}

export default function QuiPeutVoirCetteReforme() {
  const { vue, acces } = useLoaderData<typeof loader>();
  return (
    <PageDeReforme reforme={vue} onglet="/acces" phrase={<PhraseDesLecteurs acces={acces} mots={MOTS_DE_LA_REFORME} />}>
      <QuiPeutVoir acces={acces} mots={MOTS_DE_LA_REFORME} titre={vue.nom} />
    </PageDeReforme>
  );
}
