import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, obtenir, peutAdministrer, STATUTS, selon } from '#acces';
import { ouvrirCompte } from '#acces/comptes';
import { Page } from '#interface';
import { valeursDeFormulaire } from '#socle';
import { profilsDonnables, territoiresAdministrables } from '../comptes/referentiel.ts';
import { champsDuFormulaire, lireFormulaireDeCompte } from '../comptes/saisie-de-compte.ts';
import { servicesProposes } from '../comptes/trouver-service.ts';
import { ACCUEIL, ADMINISTRATION, COMPTES } from './fil.ts';
import { FormulaireDeCompte } from './formulaire-de-compte.tsx';

export const meta = () => [{ title: 'Ouvrir un compte - Jalon' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  obtenir(selon(peutAdministrer(acteur)));
  return {
    profils: profilsDonnables(acteur),
    territoires: territoiresAdministrables(acteur),
    services: servicesProposes(acteur),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  obtenir(selon(peutAdministrer(acteur)));
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const lue = lireFormulaireDeCompte(acteur, valeurs);
  if (!lue.ok)
    return data({ champs: lue.champs, candidats: [...lue.candidats], valeurs }, { status: STATUTS.invalide });
  const ouvert = await ouvrirCompte(context.get(contexteServices), acteur, lue.valeurs);
  if (ouvert.ok) return redirect(`/administration/comptes/${ouvert.valeur}?ouvert=1`);
  const { refus } = ouvert;
  return data(
    { champs: champsDuFormulaire(refus.champs ?? { formulaire: refus.message }), candidats: [], valeurs },
    { status: STATUTS[refus.nature] },
  );
}

export default function NouveauCompte() {
  const referentiel = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>() ?? null;
  return (
    <Page
      filDAriane={[ACCUEIL, ADMINISTRATION, COMPTES]}
      titre="Ouvrir un compte"
      phrase="Un courriel, un service, un profil : la personne entre dès sa première connexion, et vous voyez aussitôt ce qu’elle peut lire."
    >
      <FormulaireDeCompte
        titre="Ouvrir un compte"
        bouton="Ouvrir le compte"
        referentiel={referentiel}
        valeurs={{}}
        refus={refus}
      />
    </Page>
  );
}
