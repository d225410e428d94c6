import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { avec, EnTeteDeListe, EtatVide, Lien, LienBouton, Pagination, Tableau } from '#interface';
import { colonnesDuPlan } from './colonnes-du-plan.tsx';
import { type DonneesDuPlan, donneesDuPlan } from './donnees-du-plan.ts';
import { ChoixDesColonnes, FiltresDuPlan } from './filtres-du-plan.tsx';
import { PhraseDuPlan } from './phrase-du-plan.tsx';
import { PageDePlan } from './plan-commun.tsx';

export const meta = ({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `${data?.vue.titre ?? 'Plan'} - Jalon` },
];

export const loader = (arguments_: LoaderFunctionArgs) => donneesDuPlan(arguments_);

export default function PageDuPlan() {
  const donnees = useLoaderData<typeof loader>();
  const { vue, actions, bilan, criteres, requete, filtres } = donnees;
  const aucune = bilan.total === 0;
  return (
    <PageDePlan
      plan={vue}
      onglet=""
      phrase={
        <PhraseDuPlan
          plan={vue.id}
          bilan={bilan}
          prochaine={donnees.prochaine}
          silenceJours={donnees.silenceJours}
          requete={requete}
        />
      }
      actions={
        vue.modifiable && (
          <LienBouton href={`/plans/${vue.id}/actions/nouvelle`} taille="petite" icone="plus">
            Ajouter une action
          </LienBouton>
        )
      }
    >
      {!aucune && <FiltresDuPlan donnees={donnees} />}
      <EnTeteDeListe trouves={donnees.nombre} total={bilan.total} nom={['action', 'actions']}>
        {!aucune && <ChoixDesColonnes colonnes={donnees.colonnes} requete={requete} />}
        {!aucune && <Exports plan={vue.id} requete={requete} />}
        {vue.modifiable && (
          <LienBouton href={`/plans/${vue.id}/importer`} rang="tertiaire" taille="petite" icone="importer">
            Importer
          </LienBouton>
        )}
      </EnTeteDeListe>
      <Tableau
        legende={`Actions du plan ${vue.titre}`}
        lignes={actions}
        cleDeLigne={({ id }) => id}
        {...(criteres.tri === 'rang'
          ? { groupe: (action: { axe: string | null }) => cheminDAxe(donnees.axes, action.axe) }
          : {})}
        vide={
          aucune ? (
            <EtatVide
              titre="Ce plan n’a pas encore d’action"
              action={
                vue.modifiable && (
                  <LienBouton href={`/plans/${vue.id}/importer`}>Importer le tableau du plan</LienBouton>
                )
              }
            >
              Importez le tableau tel qu’il existe (Excel, Word, PDF, ou collé), ou ajoutez les actions une à une.
            </EtatVide>
          ) : (
            <EtatVide
              titre="Aucune action ne correspond"
              action={
                <LienBouton href={`/plans/${vue.id}`} rang="secondaire">
                  Voir toutes les actions
                </LienBouton>
              }
            >
              {filtres.length > 1 ? 'Retirez un des filtres ci-dessus.' : 'Retirez le filtre ci-dessus.'}
            </EtatVide>
          )
        }
        colonnes={colonnesDuPlan(donnees)}
      />
      <Pagination page={criteres.page} pages={donnees.pages} adresse={(page) => `${avec(requete, {})}&page=${page}`} />
    </PageDePlan>
  );
}

function Exports({ plan, requete }: { plan: string; requete: string }) {
  return (
    <details className="jalon-menu">
      <summary>Exporter</summary>
      <ul>
        {[
          ['xlsx', 'Excel (xlsx)'],
          ['ods', 'OpenDocument (ods)'],
          ['csv', 'CSV'],
          ['docx', 'Word (docx)'],
        ].map(([format, libelle]) => (
          <li key={format}>
            <Lien href={`/plans/${plan}/export.${format}?${requete}`} document>
              {libelle}
            </Lien>
          </li>
        ))}
      </ul>
    </details>
  );
}

function cheminDAxe(axes: DonneesDuPlan['axes'], id: string | null): string | null {
  const axe = axes.find((connu) => connu.id === id);
  if (!axe) return null;
  const dessus = cheminDAxe(axes, axe.parent);
  return dessus === null ? axe.texte : `${dessus} › ${axe.texte}`;
}
