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
import { creerReforme } from '../../commandes/creer-reforme.ts';
import { peutConfigurerReformes } from '../../politique.ts';
import { enListes, referentielDeReforme } from '../saisie-de-reforme.ts';
import { ACCUEIL, REFORMES } from './cadre.tsx';
import { FormulaireDeReforme } from './formulaire-de-reforme.tsx';

export const meta = () => [{ title: 'Nouvelle réforme - Jalon' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  obtenir(selon(peutConfigurerReformes(acteur)));
  return { referentiel: await referentielDeReforme(context.get(contexteServices).base) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  obtenir(selon(peutConfigurerReformes(acteur)));
  const saisie = { ...enListes(valeurs), etat: 'brouillon' };
  const cree = await creerReforme(context.get(contexteServices), acteur, saisie);
  if (cree.ok) return redirect(`/reformes/${cree.valeur}/indicateurs`);
  return data(
    { valeurs, champs: cree.refus.champs ?? { formulaire: cree.refus.message } },
    { status: STATUTS[cree.refus.nature] },
  );
}

const VIDE = {
  version: null,
  nom: '',
  theme: '',
  ministere: '',
  equipe: '',
  services: [],
  mailles: ['national', 'regional', 'departemental'],
  meteoJours: '90',
  description: '',
};

export default function NouvelleReforme() {
  const { referentiel } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>() ?? null;
  return (
    <Page
      filDAriane={[ACCUEIL, REFORMES]}
      titre="Nouvelle réforme"
      phrase="Elle naît en brouillon, que seules son équipe et la DITP voient. Ses indicateurs se choisissent ensuite."
    >
      <FormulaireDeReforme
        titre="Nouvelle réforme"
        bouton="Créer la réforme"
        referentiel={referentiel}
        valeurs={VIDE}
        refus={refus}
      />
    </Page>
  );
}
