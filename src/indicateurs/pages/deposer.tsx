import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData } from 'react-router';
import { exigerActeur, lireFormulaire, obtenir, refuser, STATUTS, selon } from '#acces';
import { Bouton, ChampFichier, Etapes, Formulaire, Lien, Page, Section } from '#interface';
import { LIMITE_MO } from '#tableur/pieces';
import { recevoirFichier } from '../importer/recevoir.ts';
import { peutImporterDesValeurs } from '../politique.ts';
import { responsabilitesDImport, servicesDImport } from '../responsabilites.ts';
import { ACCUEIL, ETAPES, INDICATEURS } from './communs.ts';
import './indicateurs.css';

export const meta = () => [{ title: 'Importer des valeurs - Jalon' }];

const LIMITE = { mo: LIMITE_MO, conseil: 'compressez-le (.gz), ou coupez-le en plusieurs fichiers.' };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = servicesDImport(context);
  obtenir(selon(peutImporterDesValeurs(acteur, await responsabilitesDImport(services, services.base, acteur))));
  return null;
}

export async function action({ context, request }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const formulaire = await lireFormulaire(context, request);
  const depose = await recevoirFichier(servicesDImport(context), acteur, formulaire);
  if (depose.ok) return redirect(`/indicateurs/imports/${depose.valeur}`);
  const { champs, nature } = depose.refus;
  if (champs === undefined) return refuser(depose.refus);
  return data({ erreurs: champs }, { status: STATUTS[nature] });
}

export default function DeposerDesValeurs() {
  const refuse = useActionData<typeof action>();
  return (
    <Page
      filDAriane={[ACCUEIL, INDICATEURS]}
      titre="Importer des valeurs"
      phrase="Donnez le fichier tel qu’il est : vous verrez ce qui est nouveau, ce qui change et ce qui est refusé avant que quoi que ce soit ne soit écrit."
    >
      <Etapes etapes={ETAPES} courante={1} />
      <div className="jalon-depot-de-valeurs">
        <Section titre="Déposer le fichier">
          <Formulaire
            fichiers
            titre="Déposer le fichier"
            libelles={{ fichier: 'Fichier' }}
            erreurs={refuse?.erreurs}
            key={refuse === undefined ? 'vide' : 'refuse'}
          >
            <ChampFichier
              nom="fichier"
              libelle="Fichier de valeurs"
              requis
              accepte=".csv,.xlsx,.ods,.gz"
              limite={LIMITE}
              aide={`Classeur (.xlsx, .ods) ou texte (.csv), compressé ou non (.gz). ${LIMITE.mo} Mo au plus.`}
            />
            <Bouton icone="importer">Lire ce fichier</Bouton>
          </Formulaire>
          <p>
            <Lien href="/indicateurs/imports">Voir les imports précédents</Lien>
          </p>
        </Section>
        <Section titre="Ce que Jalon sait lire">
          <ul>
            <li>
              Le format du tableau de bord de l’État, une valeur par ligne :{' '}
              <code>identifiant_indic ; zone_id ; zone_nom ; date_valeur ; type_valeur ; valeur</code>. Les zones
              s’écrivent FRANCE, R53 ou D29 ; les types vi (valeur initiale), va (valeur) ou vc (cible).{' '}
              <Lien href="/indicateurs/modele.csv" document>
                Télécharger le modèle (CSV)
              </Lien>
            </li>
            <li>Les fichiers du baromètre public, synthèses et détails, à toutes les mailles.</li>
          </ul>
        </Section>
      </div>
    </Page>
  );
}
