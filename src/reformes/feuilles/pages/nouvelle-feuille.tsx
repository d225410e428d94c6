import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, refuser, STATUTS } from '#acces';
import { Bouton, ChampTexte, Formulaire, Liste, Page } from '#interface';
import { valeursDeFormulaire } from '#socle';
import { creerFeuille } from '../commandes/creer-feuille.ts';
import { territoiresPreparables } from '../politique.ts';
import { direPrefet } from '../presentation.ts';
import { ACCUEIL, FEUILLES } from './feuille-commun.tsx';

export const meta = () => [{ title: 'Préparer une feuille de route - Jalon' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const codes = territoiresPreparables(acteur);
  if (codes.length === 0)
    refuser({
      nature: 'interdit',
      regle: 'feuille.preparer.profil',
      message: 'Une feuille de route se prépare par le préfet dont c’est le mandat, ou par la DITP.',
    });
  return {
    territoires: codes.map((code) => ({ valeur: code, texte: `${direPrefet(code)} (${code.slice(1)})` })),
    seul: codes.length === 1 ? (codes[0] ?? '') : '',
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const creee = await creerFeuille(context.get(contexteServices), acteur, valeurs);
  if (creee.ok) return redirect(`/feuilles-de-route/${creee.valeur}/preparer`);
  return data(
    { valeurs, champs: creee.refus.champs ?? { formulaire: creee.refus.message } },
    { status: STATUTS[creee.refus.nature] },
  );
}

export default function NouvelleFeuille() {
  const { territoires, seul } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  return (
    <Page
      filDAriane={[ACCUEIL, FEUILLES]}
      titre="Préparer une feuille de route"
      phrase="Elle reste entre le préfet et la DITP tant que le Premier ministre ne l’a pas signée."
    >
      <Formulaire titre="Préparer une feuille de route" protege erreurs={refus?.champs} valeurs={refus?.valeurs}>
        <ChampTexte
          nom="titre"
          libelle="Titre"
          requis
          maxLength={300}
          aide="Par exemple « Feuille de route interministérielle 2026-2029 »"
        />
        <Liste
          nom="territoire"
          libelle="Mandat donné au"
          requis
          valeur={seul}
          aucune="Choisir un préfet"
          options={territoires}
        />
        <Bouton>Commencer</Bouton>
      </Formulaire>
    </Page>
  );
}
