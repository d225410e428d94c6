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
import { modifierInstance } from '../commandes/modifier-instance.ts';
import { ecrireOrganisation } from '../commandes/saisie-d-instance.ts';
import { courrielsDesComptes } from '../lectures/courriels.ts';
import { peutTenirInstance } from '../politique.ts';
import { chargerInstance } from './charger.ts';
import { ACCUEIL, INSTANCES } from './commun.tsx';
import { FormulaireDInstance } from './formulaire-d-instance.tsx';
import { optionsDInstance } from './options.ts';

export const meta = () => [{ title: 'Modifier une instance - Jalon' }];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, instance, au } = await chargerInstance(arguments_);
  obtenir(selon(peutTenirInstance(acteur, instance)));
  const [options, courriels] = await Promise.all([
    optionsDInstance(services.base, acteur, au, instance),
    courrielsDesComptes(services.base, instance.comptes),
  ]);
  const membres = instance.membres.flatMap(({ organisation, compte }) =>
    organisation !== null
      ? [ecrireOrganisation(organisation, instance.secretariat)]
      : [courriels.get(compte ?? '') ?? []].flat(),
  );
  return {
    id: instance.id,
    nom: instance.nom,
    options,
    plans: instance.plans,
    reformes: instance.reformes,
    valeurs: {
      version: String(instance.version),
      nom: instance.nom,
      niveau: instance.niveau,
      niveauPropre: instance.niveauPropre ?? '',
      description: instance.description ?? '',
      secretariat: instance.secretariat,
      presidence: ecrireOrganisation(instance.presidence, instance.secretariat),
      presidenceFonction: instance.presidenceFonction ?? '',
      territoire: instance.territoire,
      cadence: instance.cadence,
      heure: instance.heure,
      duree: String(instance.duree),
      lieu: instance.lieu ?? '',
      membres: membres.join('\n'),
    },
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const id = params.instance ?? '';
  const faite = await modifierInstance(context.get(contexteServices), acteur, id, valeurs);
  if (faite.ok) return redirect(`/instances/${id}`);
  return data(
    { valeurs, champs: faite.refus.champs ?? { formulaire: faite.refus.message } },
    { status: STATUTS[faite.refus.nature] },
  );
}

export default function ModifierInstance() {
  const { id, nom, options, valeurs, plans, reformes } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  return (
    <Page filDAriane={[ACCUEIL, INSTANCES, { texte: nom, href: `/instances/${id}` }]} titre="Modifier l’instance">
      <FormulaireDInstance
        titre="Modifier l’instance"
        bouton="Enregistrer"
        options={options}
        valeurs={valeurs}
        plans={plans}
        reformes={reformes}
        refus={refus}
      />
    </Page>
  );
}
