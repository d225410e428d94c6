import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData } from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, obtenir, refuser, STATUTS, selon } from '#acces';
import { Etapes, Page } from '#interface';
import { valeursDeFormulaire } from '#socle';
import { peutCreerDesPlans } from '../politique.ts';
import { FormulairesDeDepot, LiensDuModele } from './import/depot.tsx';
import { ETAPES } from './import/etapes.ts';
import { recevoirDepot } from './import/recevoir-depot.ts';
import { ACCUEIL, PLANS } from './plan-commun.tsx';

export const meta = () => [{ title: 'Importer un plan - Jalon' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  obtenir(selon(peutCreerDesPlans(exigerActeur(context, request))));
  return null;
}

export async function action({ context, request }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const formulaire = await lireFormulaire(context, request);
  const depose = await recevoirDepot(context.get(contexteServices), acteur, null, formulaire);
  if (depose.ok) return redirect(`/imports/${depose.valeur}`);
  if (!depose.refus.champs) refuser(depose.refus);
  const source: 'fichier' | 'colle' = formulaire.get('source') === 'colle' ? 'colle' : 'fichier';
  return data(
    { source, erreurs: depose.refus.champs, valeurs: valeursDeFormulaire(formulaire) },
    { status: STATUTS[depose.refus.nature] },
  );
}

export default function Deposer() {
  const refuse = useActionData<typeof action>();
  return (
    <Page
      filDAriane={[ACCUEIL, PLANS]}
      titre="Importer un plan"
      phrase="Donnez le document tel qu’il est : vous verrez chaque ligne avant que quoi que ce soit ne soit écrit."
    >
      <Etapes etapes={ETAPES} courante={1} />
      <FormulairesDeDepot refuse={refuse} />
      <LiensDuModele />
    </Page>
  );
}
