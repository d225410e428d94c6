import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, obtenir, refuser, STATUTS, selon } from '#acces';
import { Etapes, Lien, Page } from '#interface';
import { valeursDeFormulaire } from '#socle';
import { trouverPlan } from '../lectures/plan.ts';
import { peutModifierPlan } from '../politique.ts';
import { FormulairesDeDepot } from './import/depot.tsx';
import { ETAPES } from './import/etapes.ts';
import { recevoirDepot } from './import/recevoir-depot.ts';
import { ACCUEIL, PLANS } from './plan-commun.tsx';

export const meta = ({ data: donnees }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Importer dans ${donnees?.titre ?? 'le plan'} - Jalon` },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const plan = obtenir(await trouverPlan(context.get(contexteServices).base, acteur, params.plan ?? ''));
  obtenir(selon(peutModifierPlan(acteur, plan)));
  return { id: plan.id, titre: plan.titre };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const formulaire = await lireFormulaire(context, request);
  const depose = await recevoirDepot(context.get(contexteServices), acteur, params.plan ?? '', formulaire);
  if (depose.ok) return redirect(`/imports/${depose.valeur}`);
  if (!depose.refus.champs) refuser(depose.refus);
  const source: 'fichier' | 'colle' = formulaire.get('source') === 'colle' ? 'colle' : 'fichier';
  return data(
    { source, erreurs: depose.refus.champs, valeurs: valeursDeFormulaire(formulaire) },
    { status: STATUTS[depose.refus.nature] },
  );
}

export default function DeposerDansLePlan() {
  const { id, titre } = useLoaderData<typeof loader>();
  const refuse = useActionData<typeof action>();
  return (
    <Page
      filDAriane={[ACCUEIL, PLANS, { texte: titre, href: `/plans/${id}` }]}
      titre="Importer dans ce plan"
      phrase="Jalon compare le fichier au plan et vous montre la différence : vous choisissez ce qui est appliqué."
    >
      <Etapes etapes={ETAPES} courante={1} />
      <FormulairesDeDepot refuse={refuse} />
      <p className="jalon-depot__modele">
        Pour travailler hors ligne, exportez le plan (
        <Lien href={`/plans/${id}/export.xlsx`} document>
          Excel
        </Lien>
        ,{' '}
        <Lien href={`/plans/${id}/export.ods`} document>
          LibreOffice
        </Lien>
        ), modifiez-le et déposez-le ici.
      </p>
    </Page>
  );
}
