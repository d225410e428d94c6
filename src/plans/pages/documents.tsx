import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { EtatVide, formaterInstant, formaterPoids, Lien, LienBouton, Tableau } from '#interface';
import { documentsDuPlan } from '../lectures/documents.ts';
import { chargerPlan } from './charger-plan.ts';
import { PageDePlan } from './plan-commun.tsx';

export const meta = ({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Fichiers de ${data?.vue.titre ?? 'ce plan'} - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { services, plan, vue } = await chargerPlan(arguments_);
  const documents = await documentsDuPlan(services.base, plan.id);
  return {
    vue,
    documents: documents.map((document) => ({ ...document, importeLe: document.importeLe.toISOString() })),
  };
}

export default function DocumentsDuPlan() {
  const { vue, documents } = useLoaderData<typeof loader>();
  const importer = vue.modifiable && (
    <LienBouton href={`/plans/${vue.id}/importer`} rang="secondaire" taille="petite" icone="importer">
      Importer un fichier
    </LienBouton>
  );
  return (
    <PageDePlan plan={vue} onglet="/documents">
      <Tableau
        legende="Fichiers importés dans ce plan, gardés tels quels"
        legendeVisible
        lignes={documents}
        cleDeLigne={({ id }) => id}
        vide={
          <EtatVide titre="Aucun fichier n’a été importé dans ce plan" action={importer}>
            Les fichiers importés sont gardés ici tels qu’ils ont été déposés.
          </EtatVide>
        }
        colonnes={[
          {
            cle: 'nom',
            titre: 'Fichier',
            largeur: 'large',
            cellule: ({ id, nom }) => (
              <Lien href={`/plans/${vue.id}/documents/${id}`} document>
                {nom}
              </Lien>
            ),
          },
          {
            cle: 'taille',
            titre: 'Taille',
            alignement: 'fin',
            largeur: 'etroite',
            cellule: ({ taille }) => formaterPoids(taille),
          },
          { cle: 'date', titre: 'Importé le', cellule: ({ importeLe }) => formaterInstant(importeLe) },
          { cle: 'par', titre: 'Par', cellule: ({ par }) => par },
          {
            cle: 'empreinte',
            titre: 'Empreinte SHA-256',
            cellule: ({ empreinte }) => <code title={empreinte}>{empreinte.slice(0, 12)}…</code>,
          },
        ]}
      />
      {documents.length > 0 && importer}
    </PageDePlan>
  );
}
