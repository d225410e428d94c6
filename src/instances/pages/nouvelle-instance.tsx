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
import { aujourdhui, valeursDeFormulaire } from '#socle';
import { creerInstance } from '../commandes/creer-instance.ts';
import { peutCreerDesInstances } from '../politique.ts';
import { ACCUEIL, INSTANCES } from './commun.tsx';
import { FormulaireDInstance } from './formulaire-d-instance.tsx';
import { optionsDInstance } from './options.ts';

export const meta = () => [{ title: 'Créer une instance - Jalon' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  obtenir(selon(peutCreerDesInstances(acteur)));
  const { base, horloge } = context.get(contexteServices);
  const depart = { secretariat: acteur.organisation, territoire: acteur.territoire };
  return {
    options: await optionsDInstance(base, acteur, aujourdhui(horloge), { ...depart, plans: [] }),
    valeurs: depart,
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const creee = await creerInstance(context.get(contexteServices), acteur, valeurs);
  if (creee.ok) return redirect(`/instances/${creee.valeur}`);
  return data(
    { valeurs, champs: creee.refus.champs ?? { formulaire: creee.refus.message } },
    { status: STATUTS[creee.refus.nature] },
  );
}

export default function NouvelleInstance() {
  const { options, valeurs } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  return (
    <Page
      filDAriane={[ACCUEIL, INSTANCES]}
      titre="Créer une instance"
      phrase="Un comité suit des plans, se réunit à son rythme, et ses décisions changent les actions aussitôt."
    >
      <FormulaireDInstance
        titre="Créer une instance"
        bouton="Créer l’instance"
        options={options}
        valeurs={valeurs}
        plans={[]}
        reformes={[]}
        refus={refus}
      />
    </Page>
  );
}
