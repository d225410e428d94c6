import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { type Acteur, contexteServices, exigerActeur, lireFormulaire, obtenir, STATUTS, selon } from '#acces';
import { Page } from '#interface';
import { type Services, valeursDeFormulaire } from '#socle';
import { effacerMembre } from '../commandes/effacer-membre.ts';
import { modifierInstance } from '../commandes/modifier-instance.ts';
import { ecrirePersonnes } from '../commandes/personnes-sans-compte.ts';
import { ecrireOrganisation } from '../commandes/saisie-d-instance.ts';
import { courrielsDesComptes } from '../lectures/courriels.ts';
import { membresAvecDonnees } from '../lectures/membres-sans-compte.ts';
import { peutTenirInstance } from '../politique.ts';
import { chargerInstance } from './charger.ts';
import { ACCUEIL, INSTANCES } from './commun.tsx';
import { FormulaireDInstance } from './formulaire-d-instance.tsx';
import { optionsDInstance } from './options.ts';
import { PersonnesSansCompte } from './personnes-sans-compte.tsx';

export const meta = () => [{ title: 'Modifier une instance - Jalon' }];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, instance, au } = await chargerInstance(arguments_);
  obtenir(selon(peutTenirInstance(acteur, instance)));
  const [options, courriels, personnes] = await Promise.all([
    optionsDInstance(services.base, acteur, au, instance),
    courrielsDesComptes(services.base, instance.comptes),
    membresAvecDonnees(services.base, instance.id),
  ]);
  const membres = instance.membres.flatMap(({ organisation, compte }) =>
    organisation !== null
      ? [ecrireOrganisation(organisation, instance.secretariat)]
      : [courriels.get(compte ?? '') ?? []].flat(),
  );
  return {
    id: instance.id,
    nom: instance.nom,
    personnes,
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
      sansCompte: ecrirePersonnes(instance.membres.flatMap(({ sansCompte }) => sansCompte ?? [])),
    },
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const id = params.instance ?? '';
  if (valeurs.verbe === 'effacer') return effacer(context.get(contexteServices), acteur, id, valeurs);
  const faite = await modifierInstance(context.get(contexteServices), acteur, id, valeurs);
  if (faite.ok) return redirect(`/instances/${id}`);
  return data(
    { membre: '', valeurs, champs: faite.refus.champs ?? { formulaire: faite.refus.message } },
    { status: STATUTS[faite.refus.nature] },
  );
}

async function effacer(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: Readonly<Record<string, string | string[]>>,
) {
  const fait = await effacerMembre(services, acteur, id, valeurs);
  if (fait.ok) return redirect(`/instances/${id}/modifier#donnees`);
  const champs = fait.refus.champs ?? { formulaire: fait.refus.message };
  return data({ membre: String(valeurs.membre ?? ''), valeurs, champs }, { status: STATUTS[fait.refus.nature] });
}

export default function ModifierInstance() {
  const { id, nom, personnes, options, valeurs, plans, reformes } = useLoaderData<typeof loader>();
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
        refus={refus === undefined || refus.membre !== '' ? undefined : refus}
      />
      <PersonnesSansCompte
        instance={id}
        personnes={personnes}
        refus={refus === undefined || refus.membre === '' ? null : refus}
      />
    </Page>
  );
}
