import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { lireFormulaire, obtenir, peutGererCompte, STATUTS, selon } from '#acces';
import { modifierCompte } from '#acces/comptes';
import { Page } from '#interface';
import { valeursDeFormulaire } from '#socle';
import { ORGANISATIONS } from '#territoires';
import { chargerCompte } from '../comptes/charger-compte.ts';
import { profilsDonnables, territoiresAdministrables } from '../comptes/referentiel.ts';
import { champsDuFormulaire, lireFormulaireDeCompte } from '../comptes/saisie-de-compte.ts';
import { servicesProposes } from '../comptes/trouver-service.ts';
import { ACCUEIL, ADMINISTRATION, COMPTES } from './fil.ts';
import { FormulaireDeCompte } from './formulaire-de-compte.tsx';

export const meta = () => [{ title: 'Modifier un compte - Jalon' }];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, compte, vue } = await chargerCompte(arguments_);
  obtenir(selon(peutGererCompte(acteur, compte)));
  return {
    vue,
    referentiel: {
      profils: profilsDonnables(acteur),
      territoires: territoiresAdministrables(acteur),
      services: servicesProposes(acteur),
    },
    valeurs: {
      courriel: compte.courriel ?? '',
      nom: compte.nom,
      service: ORGANISATIONS.find(({ id }) => id === compte.service.id)?.nom ?? compte.service.libelle,
      profil: compte.profil,
      territoire: compte.territoire,
      version: String(compte.version),
    },
  };
}

export async function action(arguments_: ActionFunctionArgs) {
  const { acteur, services, compte } = await chargerCompte(arguments_);
  const valeurs = valeursDeFormulaire(await lireFormulaire(arguments_.context, arguments_.request));
  const lue = lireFormulaireDeCompte(acteur, valeurs);
  if (!lue.ok)
    return data({ champs: lue.champs, candidats: [...lue.candidats], valeurs }, { status: STATUTS.invalide });
  const modifie = await modifierCompte(services, acteur, compte.compte, lue.valeurs);
  if (modifie.ok) return redirect(`/administration/comptes/${compte.compte}`);
  const { refus } = modifie;
  return data(
    { champs: champsDuFormulaire(refus.champs ?? { formulaire: refus.message }), candidats: [], valeurs },
    { status: STATUTS[refus.nature] },
  );
}

export default function ModifierCompte() {
  const { vue, referentiel, valeurs } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>() ?? null;
  const { version, ...champs } = valeurs;
  return (
    <Page
      filDAriane={[ACCUEIL, ADMINISTRATION, COMPTES, { texte: vue.nom, href: `/administration/comptes/${vue.id}` }]}
      titre="Modifier le compte"
    >
      <FormulaireDeCompte
        titre="Modifier le compte"
        bouton="Enregistrer"
        referentiel={referentiel}
        valeurs={champs}
        refus={refus}
      >
        <input type="hidden" name="version" value={version} />
      </FormulaireDeCompte>
    </Page>
  );
}
