import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, refuser } from '#acces';
import { Bouton, Formulaire, Page } from '#interface';
import { aujourdhui, valeursDeFormulaire } from '#socle';
import { creerRemontee } from '../commandes/creer-remontee.ts';
import { optionsDeRemontee } from '../options.ts';
import { ChampsDeRemontee, LIBELLES_DES_CHAMPS } from './champs-de-remontee.tsx';
import { ACCUEIL, REMONTEES } from './communs.ts';
import { rendreRefus } from './traiter.ts';

export const meta = () => [{ title: 'Préparer une remontée - Jalon' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const options = optionsDeRemontee(acteur);
  if (options.territoires.length === 0)
    refuser({
      nature: 'interdit',
      regle: 'remontee.creer.profil',
      message:
        'Une remontée est envoyée par un responsable de plan, une équipe de réforme, un préfet ou la DITP. Demandez-la-leur.',
    });
  return { ...options, au: aujourdhui(context.get(contexteServices).horloge) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const creee = await creerRemontee(context.get(contexteServices), acteur, valeurs);
  return creee.ok ? redirect(`/remontees/${creee.valeur}/preparer`) : rendreRefus('creer', valeurs, creee.refus);
}

export default function NouvelleRemontee() {
  const options = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  return (
    <Page
      filDAriane={[ACCUEIL, REMONTEES]}
      titre="Préparer une remontée"
      phrase="Dites à qui elle s’adresse et jusqu’à quand ; les questions viennent ensuite, et rien ne part avant votre envoi."
    >
      <Formulaire
        titre="Préparer une remontée"
        protege
        erreurs={refus?.champs}
        valeurs={refus?.valeurs}
        libelles={LIBELLES_DES_CHAMPS}
      >
        <ChampsDeRemontee {...options} />
        <Bouton>Continuer vers les questions</Bouton>
      </Formulaire>
    </Page>
  );
}
