import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, obtenir, STATUTS, selon } from '#acces';
import { Bouton, Page } from '#interface';
import { valeursDeFormulaire } from '#socle';
import { creerIndicateur } from '../commandes/creer-indicateur.ts';
import { referentielDIndicateur } from '../lectures/reglages.ts';
import { peutConfigurerIndicateurs } from '../politique.ts';
import { ACCUEIL, INDICATEURS } from './communs.ts';
import { FormulaireDIndicateur } from './reglages/formulaire.tsx';
import './indicateurs.css';

export const meta = () => [{ title: 'Créer un indicateur - Jalon' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  obtenir(selon(peutConfigurerIndicateurs(exigerActeur(context, request))));
  return {
    referentiel: await referentielDIndicateur(context.get(contexteServices).base),
    identifiant: new URL(request.url).searchParams.get('identifiant')?.slice(0, 100) ?? '',
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const cree = await creerIndicateur(context.get(contexteServices), acteur, valeurs);
  if (cree.ok) return redirect(`/indicateurs/${cree.valeur}`);
  return data(
    { valeurs, erreurs: cree.refus.champs ?? { formulaire: cree.refus.message } },
    { status: STATUTS[cree.refus.nature] },
  );
}

export default function NouvelIndicateur() {
  const { referentiel, identifiant } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  return (
    <Page
      filDAriane={[ACCUEIL, INDICATEURS]}
      titre="Créer un indicateur"
      phrase="Une fois créé, il est « non mesuré » partout : ses valeurs se saisissent ou s’importent."
    >
      <FormulaireDIndicateur
        titre="Créer un indicateur"
        valeurs={{ ...ORDINAIRES, identifiant }}
        referentiel={referentiel}
        erreurs={refus?.erreurs}
        saisies={refus?.valeurs}
      >
        <Bouton>Créer l’indicateur</Bouton>
      </FormulaireDIndicateur>
    </Page>
  );
}

const ORDINAIRES = {
  decimales: '0',
  delai: '1',
  tolerance: '3',
  facteur: '100',
  mailles: ['departemental'],
  agregationVi: 'saisie',
  agregationVa: 'saisie',
  agregationVc: 'saisie',
  etat: 'actif',
};
