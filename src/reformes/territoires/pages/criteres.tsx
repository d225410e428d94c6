import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, obtenir, STATUTS, selon } from '#acces';
import {
  Alerte,
  BlocDeCode,
  Bouton,
  ChampFichier,
  compter,
  EtatVide,
  Formulaire,
  Page,
  Section,
  Tableau,
  ZoneDeTexte,
} from '#interface';
import { importerCriteres } from '../commandes/importer-criteres.ts';
import { lireCriteresConnus } from '../lectures/criteres.ts';
import { peutSaisirCriteres } from '../politique.ts';
import { CRITERES } from '../regles/proximite.ts';

export const meta = () => [{ title: 'Critères de ressemblance - Jalon' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  obtenir(selon(peutSaisirCriteres(acteur)));
  const { base } = context.get(contexteServices);
  return {
    connus: await lireCriteresConnus(base),
    fait: Number(new URL(request.url).searchParams.get('fait')) || null,
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const formulaire = await lireFormulaire(context, request);
  const texte = String(formulaire.get('texte') ?? '');
  const fichier = formulaire.get('fichier');
  const octets =
    fichier instanceof File && fichier.size > 0
      ? new Uint8Array(await fichier.arrayBuffer())
      : new TextEncoder().encode(texte);
  const importe = await importerCriteres(context.get(contexteServices), acteur, octets);
  if (importe.ok) return redirect(`/territoires/criteres?fait=${importe.valeur}`);
  return data(
    { valeurs: { texte }, champs: importe.refus.champs ?? { formulaire: importe.refus.message } },
    { status: STATUTS[importe.refus.nature] },
  );
}

/** Figures by which départements are said to be alike. */
export default function PageDesCriteres() {
  const { connus, fait } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  return (
    <Page
      filDAriane={[
        { texte: 'Accueil', href: '/' },
        { texte: 'Territoires', href: '/territoires?choisir' },
      ]}
      titre="Critères de ressemblance"
      phrase="Les départements qui se ressemblent sont trouvés par ces chiffres, chacun avec son année et sa source."
    >
      {fait !== null && !refus && (
        <Alerte ton="succes">{compter(fait, 'chiffre enregistré', 'chiffres enregistrés')}.</Alerte>
      )}
      <Tableau
        legende="Critères connus"
        lignes={connus}
        cleDeLigne={({ critere, annee, source }) => `${critere} ${annee} ${source}`}
        vide={<EtatVide titre="Aucun critère pour le moment">Collez ou choisissez un tableau ci-dessous.</EtatVide>}
        colonnes={[
          { cle: 'critere', titre: 'Critère', cellule: ({ critere }) => NOMS.get(critere) ?? critere },
          { cle: 'annee', titre: 'Année', cellule: ({ annee }) => annee },
          { cle: 'source', titre: 'Source', cellule: ({ source }) => source },
          {
            cle: 'territoires',
            titre: 'Départements',
            alignement: 'fin',
            cellule: ({ territoires }) => `${territoires} sur 101`,
          },
        ]}
      />
      <Section titre="Ajouter ou corriger des chiffres">
        <p>
          Un tableau à cinq colonnes, séparées par des points-virgules ou des tabulations, en-têtes compris. Un chiffre
          déjà connu pour la même année est remplacé.
        </p>
        <BlocDeCode>{EXEMPLE}</BlocDeCode>
        <Formulaire titre="Ajouter des critères" fichiers erreurs={refus?.champs} valeurs={refus?.valeurs} protege>
          <ZoneDeTexte nom="texte" libelle="Coller le tableau" rows={8} />
          <ChampFichier nom="fichier" libelle="Ou choisir un fichier csv" accepte=".csv,text/csv,text/plain" />
          <Bouton>Enregistrer ces chiffres</Bouton>
        </Formulaire>
        <p className="jalon-discret">{`Critères déclarés : ${CRITERES.map(({ cle, nom, unite }) => `${cle} (${nom}, en ${unite})`).join(' ; ')}.`}</p>
      </Section>
    </Page>
  );
}

const NOMS: ReadonlyMap<string, string> = new Map(CRITERES.map(({ cle, nom }) => [cle, nom]));
const EXEMPLE = `critere;territoire;valeur;annee;source
population;D29;918 000;2020;INSEE, populations légales
densite;D29;136,3;2020;INSEE`;
